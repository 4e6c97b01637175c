/**
 * Facts of what is owed. `on` is the business day on which each is true. Names are the storage format: for ever.
 */
import type { LinkExchange, LocalDate } from '@quittance/kernel'
import type { UpstreamFact } from './events/upstream.js'
import type {
  DiscountOffer,
  DisputeClass,
  DisputeOutcome,
  DocumentBody,
  DocumentId,
  Instalment,
  PaymentTerms,
} from './model.js'

/** An invoice was issued; `on` is its date. Due days are computed once, from the terms that stand in the fact. @category events @since 0.1.0 */
export interface InvoiceIssued extends DocumentBody {
  readonly _tag: 'InvoiceIssued'
  readonly on: LocalDate
  readonly terms: PaymentTerms
  readonly instalments: ReadonlyArray<Instalment>
  readonly discount?: DiscountOffer
  readonly salesRepId?: string
}

/** A debit note was issued: a charge outside an invoice, or one that corrects an invoice that was too low. @category events @since 0.1.0 */
export interface DebitNoteIssued extends DocumentBody {
  readonly _tag: 'DebitNoteIssued'
  readonly on: LocalDate
  readonly terms: PaymentTerms
  readonly instalments: ReadonlyArray<Instalment>
  readonly reason: string
  readonly precedingId?: DocumentId
}

/** A credit note was issued. `offsetMinor` of it reduced the open amount of its invoice at once; the rest is the customer's credit. @category events @since 0.1.0 */
export interface CreditNoteIssued extends DocumentBody {
  readonly _tag: 'CreditNoteIssued'
  readonly on: LocalDate
  readonly reason: string
  readonly precedingId?: DocumentId
  readonly offsetMinor: number
  /** The base values of that reduction, and the gain or loss that it realises. */
  readonly offsetExchange?: LinkExchange
}

/** An invoice was voided: its number stays used, its amount is nothing. `on` is the day of the invoice, for it was an error from then. @category events @since 0.1.0 */
export interface InvoiceVoided {
  readonly _tag: 'InvoiceVoided'
  readonly on: LocalDate
  readonly documentId: DocumentId
  readonly payableMinor: number
  readonly reason: string
}

/** The due day of one instalment was moved. @category events @since 0.1.0 */
export interface DueDateChanged {
  readonly _tag: 'DueDateChanged'
  readonly on: LocalDate
  readonly documentId: DocumentId
  readonly instalmentNo: number
  readonly from: LocalDate
  readonly to: LocalDate
  readonly reason: string
}

/** The customer has the document. @category events @since 0.1.0 */
export interface InvoiceDelivered {
  readonly _tag: 'InvoiceDelivered'
  readonly on: LocalDate
  readonly documentId: DocumentId
  readonly channel: string
}

/** The document came back: a wrong address, a full mailbox. @category events @since 0.1.0 */
export interface InvoiceBounced {
  readonly _tag: 'InvoiceBounced'
  readonly on: LocalDate
  readonly documentId: DocumentId
  readonly channel: string
  readonly reason: string
}

/** The customer refused the document, with a code or words. @category events @since 0.1.0 */
export interface InvoiceRejected {
  readonly _tag: 'InvoiceRejected'
  readonly on: LocalDate
  readonly documentId: DocumentId
  readonly reason: string
  /** In the customer's or the network's own codes. */
  readonly code?: string
}

/** The customer opened the document. @category events @since 0.1.0 */
export interface InvoiceViewed {
  readonly _tag: 'InvoiceViewed'
  readonly on: LocalDate
  readonly documentId: DocumentId
}

/** The customer objects to a document or a part of it; the amount leaves asks and notices, and stays in the aging. @category events @since 0.1.0 */
export interface DisputeRaised {
  readonly _tag: 'DisputeRaised'
  readonly on: LocalDate
  readonly disputeId: string
  readonly documentId: DocumentId
  readonly disputedMinor: number
  /** `unknown` until somebody finds out. */
  readonly cause: string
  readonly words?: string
  /** The lines objected to, by number. */
  readonly lines?: ReadonlyArray<number>
  /** In the customer's codes. With neither code nor evidence a claim is unsubstantiated. */
  readonly claimCode?: string
  /** Where the papers lie that support the claim. */
  readonly evidence?: ReadonlyArray<string>
}

/** What was missing of a claim came in: its code, its papers, an explanation. @category events @since 0.1.0 */
export interface DisputeSubstantiated {
  readonly _tag: 'DisputeSubstantiated'
  readonly on: LocalDate
  readonly disputeId: string
  readonly documentId: DocumentId
  readonly claimCode?: string
  readonly evidence: ReadonlyArray<string>
  readonly words?: string
}

/** A dispute ended. What was accepted of it is a credit note of its own, over exactly that. @category events @since 0.1.0 */
export interface DisputeResolved {
  readonly _tag: 'DisputeResolved'
  readonly on: LocalDate
  readonly disputeId: string
  readonly documentId: DocumentId
  readonly releasedMinor: number
  readonly outcome: DisputeOutcome
  readonly creditNoteId?: DocumentId
  /** What was accepted, and credited by that note. */
  readonly acceptedMinor?: number
  readonly disputeClass?: DisputeClass
}

/** Somebody is to look into a dispute: a department, and where it is known a person and the day by which an answer is wanted. @category events @since 0.1.0 */
export interface DisputeAssigned {
  readonly _tag: 'DisputeAssigned'
  readonly on: LocalDate
  readonly disputeId: string
  readonly documentId: DocumentId
  readonly department: string
  readonly person?: string
  readonly dueOn?: LocalDate
}

/** Somebody said what caused a dispute. A later tag corrects an earlier one and never deletes it. @category events @since 0.1.0 */
export interface DisputeCauseTagged {
  readonly _tag: 'DisputeCauseTagged'
  readonly on: LocalDate
  readonly disputeId: string
  readonly documentId: DocumentId
  readonly cause: string
  /** Who says so: a person, or a rule with its version. */
  readonly by: string
  readonly because: string
}

/** Every fact of this room. @category events @since 0.1.0 */
export type InvoicingFact =
  | InvoiceIssued
  | DebitNoteIssued
  | CreditNoteIssued
  | InvoiceVoided
  | DueDateChanged
  | InvoiceDelivered
  | InvoiceBounced
  | InvoiceRejected
  | InvoiceViewed
  | DisputeRaised
  | DisputeSubstantiated
  | DisputeAssigned
  | DisputeCauseTagged
  | DisputeResolved
  | UpstreamFact
