/**
 * What is owed: the values of invoices, credit notes and debit notes, as the law and EN 16931 name them.
 *
 * Amounts are whole minor units of the document's currency. A credit note's amounts are positive in the
 * document and negative in the ledger.
 */
import type { BaseValue, CurrencyCode, DayShift, Decimal, LocalDate } from '@quittance/kernel'

/** A document number, unique across the seller entity. @category model @since 0.1.0 */
export type DocumentId = string

/** What a document does to the ledger: an invoice and a debit note are owed to us, a credit note is owed by us. @category model @since 0.1.0 */
export type DocumentKind = 'invoice' | 'debit-note' | 'credit-note'

/** A tax treatment: a category (UNCL 5305: S standard, Z zero, E exempt, O outside) and a rate in percent. @category model @since 0.1.0 */
export interface Tax {
  readonly category: string
  readonly ratePercent: Decimal
}

/** One line of a document; `netMinor` is the rounded line amount, the unit price may carry more places (BT-131, BT-146). @category model @since 0.1.0 */
export interface Line {
  readonly lineNo: number
  readonly description?: string
  readonly quantity?: Decimal
  readonly unitPrice?: Decimal
  readonly netMinor: number
  readonly tax: Tax
  /** On a credit note: the line of the invoice that it takes back. */
  readonly creditsLineNo?: number
  readonly productId?: string
  /** The line of the order that it bills. */
  readonly orderLineNo?: number
}

/** A reduction or an addition at document level (BG-20, BG-21); `amountMinor` >= 0. @category model @since 0.1.0 */
export interface Adjustment {
  readonly reason?: string
  readonly amountMinor: number
  readonly tax: Tax
  /** What it is for, such as `freight`; codes of UNCL 5189 and 7161 are welcome. */
  readonly code?: string
}

/** Base and tax of one category and rate (BG-23). @category model @since 0.1.0 */
export interface TaxGroup {
  readonly tax: Tax
  readonly baseMinor: number
  readonly taxMinor: number
}

/** The totals of EN 16931: BT-106 lines, BT-107 allowances, BT-108 charges, BT-109 net, BT-110 tax, BT-112 gross, BT-113 prepaid, BT-114 rounding, BT-115 payable. @category model @since 0.1.0 */
export interface Totals {
  readonly linesMinor: number
  readonly allowancesMinor: number
  readonly chargesMinor: number
  readonly netMinor: number
  readonly taxMinor: number
  readonly grossMinor: number
  readonly prepaidMinor: number
  readonly roundingMinor: number
  readonly payableMinor: number
}

/** One part of what is payable and its due day (inclusive: due today is current). @category model @since 0.1.0 */
export interface Instalment {
  /** From 1, in order of due day as the terms list them. */
  readonly no: number
  readonly dueOn: LocalDate
  readonly amountMinor: number
}

/** When an early-payment discount touches the tax; three legally different ways, so a property of the terms. @category model @since 0.1.0 */
export type DiscountTaxMode = 'reduce-on-payment' | 'always-reduced' | 'never-reduced'

/** One step of an early-payment discount: so much off when paid by `lastDay`, inclusive. @category model @since 0.1.0 */
export interface DiscountTier {
  readonly lastDay: LocalDate
  /** Exactly one of the two is given. */
  readonly percent?: Decimal
  readonly amountMinor?: number
}

/** The discount that a document offers. `baseMinor` is what percents are taken of. @category model @since 0.1.0 */
export interface DiscountOffer {
  readonly taxMode: DiscountTaxMode
  readonly baseMinor: number
  /** Days after `lastDay` in which the discount still counts as earned. */
  readonly graceDays: number
  readonly tiers: ReadonlyArray<DiscountTier>
}

/** How a due day is found; the steps apply in the order written here, each optional (SEMANTICS 3.2). @category model @since 0.1.0 */
export interface DueRule {
  readonly base?: 'invoice-date' | 'delivery-date' | 'end-of-invoice-month'
  readonly months?: number
  readonly weeks?: number
  readonly days?: number
  readonly endOfMonth?: boolean
  /** Day N of the month after, clamped to its last day. */
  readonly dayOfNextMonth?: number
  /** The first of these days of the month on or after the date; none left: the first of the next month. */
  readonly paymentDays?: ReadonlyArray<number>
}

/** How much a part of the terms is. One part at most is the balance, and it stands last. @category model @since 0.1.0 */
export type Share =
  | { readonly _tag: 'PercentOfGross'; readonly percent: Decimal; readonly roundToMinor?: number }
  | { readonly _tag: 'PercentOfNet'; readonly percent: Decimal; readonly roundToMinor?: number }
  | { readonly _tag: 'EqualPart'; readonly of: number }
  | { readonly _tag: 'Fixed'; readonly amountMinor: number }
  | { readonly _tag: 'Balance' }

/** A part of payment terms. @category model @since 0.1.0 */
export interface TermPart {
  readonly share: Share
  readonly due: DueRule
}

/** A discount as terms state it: by days from the invoice date (inclusive) or until a day. @category model @since 0.1.0 */
export interface DiscountTerm {
  readonly percent?: Decimal
  readonly amountMinor?: number
  readonly days?: number
  readonly until?: LocalDate
}

/** Agreed terms of payment: data with an id and a version, copied into the document that used them. @category model @since 0.1.0 */
export interface PaymentTerms {
  readonly id: string
  readonly version: number
  readonly parts: ReadonlyArray<TermPart>
  /** Each part counts from the due day of the one before, not from the base date. */
  readonly sequential?: boolean
  readonly shift?: DayShift
  readonly discount?: {
    readonly taxMode: DiscountTaxMode
    readonly base: 'total' | 'untaxed'
    readonly graceDays: number
    readonly tiers: ReadonlyArray<DiscountTerm>
  }
}

/** The papers a document stands on. @category model @since 0.1.0 */
export interface References {
  readonly order?: string
  readonly delivery?: string
  readonly purchaseOrder?: string
  /** The document that this one replaces: an invoice credited and billed again (BT-25). */
  readonly preceding?: DocumentId
}

/** What every document carries. @category model @since 0.1.0 */
export interface DocumentBody {
  readonly documentId: DocumentId
  readonly currency: CurrencyCode
  readonly lines: ReadonlyArray<Line>
  readonly allowances?: ReadonlyArray<Adjustment>
  readonly charges?: ReadonlyArray<Adjustment>
  readonly taxGroups: ReadonlyArray<TaxGroup>
  readonly totals: Totals
  readonly references?: References
  /** Whom or where it was addressed to. */
  readonly billTo?: string
  /** A flat map of what the embedder wants to group by. */
  readonly attributes?: Readonly<Record<string, string>>
  /** What it is worth in the base currency as issued: what is payable of it, or of a credit note the gross. */
  readonly exchange?: BaseValue
}

/** One line of an order as the customer and we understood it. @category model @since 0.1.0 */
export interface OrderLine {
  readonly lineNo: number
  readonly productId?: string
  readonly quantity: Decimal
  readonly unitPrice?: Decimal
  /** What the line comes to without tax, where that was agreed rather than a price. */
  readonly netMinor?: number
  readonly tax?: Tax
  readonly promisedOn?: LocalDate
}

/** One line of a delivery: what was received. @category model @since 0.1.0 */
export interface DeliveryLine {
  readonly lineNo: number
  readonly orderLineNo?: number
  readonly productId?: string
  /** Received in good order. */
  readonly quantity: Decimal
  /** Received damaged, beside the quantity. */
  readonly damaged?: Decimal
  /** The product that was ordered, where another one was sent in its place. */
  readonly substituteFor?: string
}

/** What a dispute turned out to be: due under trade terms, an error of ours that could have been prevented, or taken without a right. @category model @since 0.1.0 */
export type DisputeClass = 'agreed' | 'preventable' | 'unauthorised'

/** Who said what of a dispute is put in `words`, a field of its own so that it can be shredded. @category model @since 0.1.0 */
export type DisputeOutcome = 'accepted' | 'partly-accepted' | 'rejected' | 'withdrawn' | 'paid' | 'written-off'
