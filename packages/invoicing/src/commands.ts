/**
 * What can be asked of this room. `on` is the business day of the command; calendars and policies come along
 * as values.
 */
import type { BusinessCalendar, CurrencyCode, Decimal, LocalDate, StatedValue } from '@quittance/kernel'
import type { UpstreamCommand } from './commands/upstream.js'
import type { DisputeClass, DisputeOutcome, DocumentId, PaymentTerms, References, Tax } from './model.js'

/** A line as it is asked for: an amount, or quantity x unit price, which is rounded once. @category commands @since 0.1.0 */
export interface DraftLine {
  readonly description?: string
  readonly netMinor?: number
  readonly quantity?: Decimal
  readonly unitPrice?: Decimal
  readonly tax?: Tax
  readonly creditsLineNo?: number
  readonly productId?: string
  readonly orderLineNo?: number
}

/** An allowance or charge as it is asked for: an amount, or a percent of one. @category commands @since 0.1.0 */
export interface DraftAdjustment {
  readonly reason?: string
  readonly amountMinor?: number
  readonly percent?: Decimal
  readonly ofMinor?: number
  readonly tax?: Tax
  readonly code?: string
}

/** Whether tax is rounded once for each category and rate (EN 16931, the default) or on every line. @category policies @since 0.1.0 */
export type TaxRounding = 'per-group' | 'per-line'

/** What is written on a document. @category commands @since 0.1.0 */
export interface DraftDocument {
  readonly documentId: DocumentId
  readonly currency: CurrencyCode
  readonly lines: ReadonlyArray<DraftLine>
  readonly allowances?: ReadonlyArray<DraftAdjustment>
  readonly charges?: ReadonlyArray<DraftAdjustment>
  readonly prepaidMinor?: number
  readonly roundingMinor?: number
  readonly taxRounding?: TaxRounding
  readonly references?: References
  readonly billTo?: string
  readonly attributes?: Readonly<Record<string, string>>
  /** What it is worth in the base currency: by a rate, or as it was booked. A credit note that says nothing is worth what its invoice was. */
  readonly exchange?: StatedValue
}

/** Issue an invoice dated `on`. Without terms it is due on its own date. A `dueOn` given outright wins over the terms. @category commands @since 0.1.0 */
export interface IssueInvoice extends DraftDocument {
  readonly _tag: 'IssueInvoice'
  readonly on: LocalDate
  readonly terms?: PaymentTerms
  readonly dueOn?: LocalDate
  /** Foreign ledgers hold invoices due before their own date; an import may take them as they are. */
  readonly dueBeforeIssue?: 'refuse' | 'accept'
  readonly deliveredOn?: LocalDate
  readonly calendar?: BusinessCalendar
  readonly salesRepId?: string
}

/** Issue a debit note dated `on`. @category commands @since 0.1.0 */
export interface IssueDebitNote extends DraftDocument {
  readonly _tag: 'IssueDebitNote'
  readonly on: LocalDate
  readonly terms?: PaymentTerms
  readonly dueOn?: LocalDate
  /** What is moved from an item that was due long ago is due as long ago; otherwise a due day before the note is refused. */
  readonly dueBeforeIssue?: 'refuse' | 'accept'
  readonly calendar?: BusinessCalendar
  readonly reason: string
  readonly precedingId?: DocumentId
}

/** Issue a credit note dated `on`, for an invoice (`precedingId`) or standing alone. @category commands @since 0.1.0 */
export interface IssueCreditNote extends DraftDocument {
  readonly _tag: 'IssueCreditNote'
  readonly on: LocalDate
  readonly reason: string
  readonly precedingId?: DocumentId
  /** False leaves all of it with the customer as credit; by default it first reduces its invoice. */
  readonly offset?: boolean
}

/** Void an invoice, where law and policy allow it. @category commands @since 0.1.0 */
export interface VoidInvoice {
  readonly _tag: 'VoidInvoice'
  readonly on: LocalDate
  readonly documentId: DocumentId
  readonly reason: string
  readonly policy: { readonly voidAllowed: boolean }
}

/** Move the due day of an instalment (the only one, if none is named). @category commands @since 0.1.0 */
export interface ChangeDueDate {
  readonly _tag: 'ChangeDueDate'
  readonly on: LocalDate
  readonly documentId: DocumentId
  readonly instalmentNo?: number
  readonly dueOn: LocalDate
  readonly reason: string
}

/** Record what became of sending a document. @category commands @since 0.1.0 */
export interface RecordDelivery {
  readonly _tag: 'RecordDelivery'
  readonly on: LocalDate
  readonly documentId: DocumentId
  readonly outcome:
    | { readonly _tag: 'Delivered'; readonly channel: string }
    | { readonly _tag: 'Bounced'; readonly channel: string; readonly reason: string }
    | { readonly _tag: 'Rejected'; readonly reason: string; readonly code?: string }
    | { readonly _tag: 'Viewed' }
}

/** Record that a customer objects: to an amount, to lines (what is left of them with tax), or else to all that is open and not disputed yet. @category commands @since 0.1.0 */
export interface RaiseDispute {
  readonly _tag: 'RaiseDispute'
  readonly on: LocalDate
  readonly disputeId: string
  readonly documentId: DocumentId
  readonly amountMinor?: number
  readonly cause?: string
  readonly words?: string
  readonly lines?: ReadonlyArray<number>
  readonly claimCode?: string
  readonly evidence?: ReadonlyArray<string>
}

/** Add what was missing of a claim: a code, papers or words, at least one of them. @category commands @since 0.1.0 */
export interface SubstantiateDispute {
  readonly _tag: 'SubstantiateDispute'
  readonly on: LocalDate
  readonly disputeId: string
  readonly claimCode?: string
  readonly evidence?: ReadonlyArray<string>
  readonly words?: string
}

/** Give a dispute to a department, or to another one. @category commands @since 0.1.0 */
export interface AssignDispute {
  readonly _tag: 'AssignDispute'
  readonly on: LocalDate
  readonly disputeId: string
  readonly department: string
  readonly person?: string
  /** The day by which an answer is wanted; not before `on`. */
  readonly dueOn?: LocalDate
}

/** Say what caused a dispute, or say it anew; a dispute that has ended can be tagged too. @category commands @since 0.1.0 */
export interface TagDisputeCause {
  readonly _tag: 'TagDisputeCause'
  readonly on: LocalDate
  readonly disputeId: string
  readonly cause: string
  readonly by: string
  readonly because: string
}

/** Record how a dispute ended. What is accepted, wholly or in part, names the credit note over exactly that. @category commands @since 0.1.0 */
export interface ResolveDispute {
  readonly _tag: 'ResolveDispute'
  readonly on: LocalDate
  readonly disputeId: string
  readonly outcome: DisputeOutcome
  readonly creditNoteId?: DocumentId
  /** An error of ours that could have been prevented is accepted only once its cause is known. */
  readonly disputeClass?: DisputeClass
}

/** Every command of this room. @category commands @since 0.1.0 */
export type InvoicingCommand =
  | IssueInvoice
  | IssueDebitNote
  | IssueCreditNote
  | VoidInvoice
  | ChangeDueDate
  | RecordDelivery
  | RaiseDispute
  | SubstantiateDispute
  | AssignDispute
  | TagDisputeCause
  | ResolveDispute
  | UpstreamCommand
