/**
 * Facts of what was paid. `on` is the business day: the value date of a receipt, the day an application
 * counts. Every fact carries the amounts it moves, so that reports need no other fact to read it.
 */
import type { BaseValue, CurrencyCode, LinkExchange, LocalDate } from '@quittance/kernel'
import type { DifferenceFact } from './events/differences.js'
import type { RemittanceRecorded } from './events/remittance.js'
import type { AnsweredMatch, AskedMatch } from './matching/record/model.js'
import type { ReceiptWords } from './receipt-words.js'
import type {
  CrossAmount,
  EndedDeduction,
  PaymentMethod,
  PolicyRef,
  ReceiptId,
  ReleasedApplication,
  ReturnKind,
  SourceKind,
  TakenDiscount,
  WriteOffReason,
} from './model.js'

interface Base<Tag extends string> {
  readonly _tag: Tag
  readonly on: LocalDate
  readonly currency: CurrencyCode
}

/** Money came in from the customer. @category events @since 0.1.0 */
export interface ReceiptRecorded extends Base<'ReceiptRecorded'>, ReceiptWords {
  readonly receiptId: ReceiptId
  readonly amountMinor: number
  readonly method: PaymentMethod
  /** What it is worth in the base currency, by rate or as the bank booked it. */
  readonly exchange?: BaseValue
}

/** Money of a receipt was applied to an item; `currency` and `amountMinor` are the item's. @category events @since 0.1.0 */
export interface CashApplied extends Base<'CashApplied'> {
  readonly applicationId: string
  readonly receiptId: ReceiptId
  readonly itemId: string
  readonly amountMinor: number
  readonly discount?: TakenDiscount
  /** Paid too much by this little and kept as a gain, under the policy's maximum. */
  readonly pennyMinor: number
  /** What the customer held back without a right to; it stays open on the item under this name. */
  readonly shortfall?: { readonly amountMinor: number; readonly cause: 'unearned-discount' }
  readonly policy?: PolicyRef
  /** What the receipt gave, where it is in another currency. */
  readonly cross?: CrossAmount
  /** The base values, and the gain or loss that this application realises on its day. */
  readonly exchange?: LinkExchange
}

/** An application, or a part of it, was taken back; the discount goes with it. @category events @since 0.1.0 */
export interface CashUnapplied extends Base<'CashUnapplied'>, ReleasedApplication {
  readonly receiptId: ReceiptId
  readonly reason: string
}

/** A customer's credit was applied to an item. @category events @since 0.1.0 */
export interface CreditApplied extends Base<'CreditApplied'> {
  readonly applicationId: string
  readonly creditId: string
  readonly itemId: string
  readonly amountMinor: number
  readonly exchange?: LinkExchange
}

/** A credit's application, or a part of it, was taken back. @category events @since 0.1.0 */
export interface CreditUnapplied extends Base<'CreditUnapplied'> {
  readonly applicationId: string
  readonly creditId: string
  readonly itemId: string
  readonly amountMinor: number
  readonly reason: string
  readonly exchange?: LinkExchange
}

/** A rule set decided what a receipt settles, and its money was applied for that reason: the decision with its terms. Moves no money itself. @category events @since 0.1.0 */
export interface PaymentMatched extends Base<'PaymentMatched'> {
  readonly receiptId: ReceiptId
  /** `id@version#hash` of the rule set. */
  readonly ruleSet: string
  readonly asked: AskedMatch
  readonly answered: AnsweredMatch
  /** The applications, of cash and of credit, that were made for it. */
  readonly applicationIds: ReadonlyArray<string>
}

/** Unapplied money was left on account on purpose. @category events @since 0.1.0 */
export interface PlacedOnAccount extends Base<'PlacedOnAccount'> {
  readonly receiptId: ReceiptId
  readonly amountMinor: number
}

/** Money on account was made free to apply again. @category events @since 0.1.0 */
export interface ReleasedFromAccount extends Base<'ReleasedFromAccount'> {
  readonly receiptId: ReceiptId
  readonly amountMinor: number
}

/** What a return takes: `returnedMinor` = from unapplied + from on account + penny + the released applications' amounts. @category events @since 0.1.0 */
export interface TakenBack {
  readonly receiptId: ReceiptId
  readonly returnedMinor: number
  readonly fromUnappliedMinor: number
  readonly fromOnAccountMinor: number
  readonly released: ReadonlyArray<ReleasedApplication>
}

/** The bank took the money back (insufficient funds, a recalled debit); this counts against the payer. @category events @since 0.1.0 */
export interface ReceiptReturned extends Base<'ReceiptReturned'>, TakenBack {
  readonly kind: ReturnKind
  /** What the bank charged us; charged on to the customer as a debit note of its own, where it was. */
  readonly feeMinor: number
}

/** The card scheme took the money back on the cardholder's word. @category events @since 0.1.0 */
export interface CardPaymentReversed extends Base<'CardPaymentReversed'>, TakenBack {
  readonly reason: string
  readonly feeMinor: number
}

/** A return or card reversal was itself reversed: the money is there again, and applied where it still fits. @category events @since 0.1.0 */
export interface ReturnCancelled extends Base<'ReturnCancelled'> {
  readonly receiptId: ReceiptId
  readonly returnedMinor: number
  readonly reapplied: ReadonlyArray<ReleasedApplication>
}

/** A receipt was our own entry error; it never came. `on` is the receipt's day. @category events @since 0.1.0 */
export interface ReceiptVoided extends Base<'ReceiptVoided'> {
  readonly receiptId: ReceiptId
  readonly amountMinor: number
  readonly reason: string
}

/** Money of the customer was paid back to the customer. @category events @since 0.1.0 */
export interface Refunded extends Base<'Refunded'> {
  readonly refundId: string
  readonly source: SourceKind
  readonly sourceId: string
  readonly amountMinor: number
  readonly fromOnAccountMinor: number
}

/** A refund did not go out after all. @category events @since 0.1.0 */
export interface RefundCancelled extends Base<'RefundCancelled'> {
  readonly refundId: string
  readonly source: SourceKind
  readonly sourceId: string
  readonly amountMinor: number
  readonly fromOnAccountMinor: number
  readonly reason: string
}

/** An item, or a part of it, was given up. @category events @since 0.1.0 */
export interface WrittenOff extends Base<'WrittenOff'> {
  readonly writeOffId: string
  readonly itemId: string
  readonly amountMinor: number
  readonly reason: WriteOffReason
  readonly requestedBy: string
  readonly approvedBy?: string
  readonly policy: PolicyRef
  /** Given up without a second person: the most that the policy let be given up so on this item. */
  readonly limitMinor?: number
  /** The application that came short by it; what takes that back takes this back. */
  readonly applicationId?: string
  /** The deduction that ends by it. */
  readonly deduction?: EndedDeduction
  /** What was given up of the item's base value. */
  readonly exchange?: LinkExchange
}

/** A write-off was taken back: the item is owed again. @category events @since 0.1.0 */
export interface WriteOffReversed extends Base<'WriteOffReversed'> {
  readonly writeOffId: string
  readonly itemId: string
  readonly amountMinor: number
  readonly reason: string
  /** The deduction that had ended by it, and is pending again. */
  readonly deduction?: EndedDeduction
  readonly exchange?: LinkExchange
}

/** Money left for another account of the same entity, under a transfer id that both sides name. @category events @since 0.1.0 */
export interface CashTransferredOut extends Base<'CashTransferredOut'> {
  readonly transferId: string
  readonly receiptId: ReceiptId
  readonly amountMinor: number
  readonly toCustomer: string
  /** The receipt's base value that goes with it. */
  readonly exchange?: BaseValue
}

/** Money arrived from another account; here it is a receipt of its own from the day of the transfer, and `valueOn` is the day the money first came in, by which discounts are judged. @category events @since 0.1.0 */
export interface CashTransferredIn extends Base<'CashTransferredIn'>, ReceiptWords {
  readonly transferId: string
  readonly receiptId: ReceiptId
  readonly amountMinor: number
  readonly fromCustomer: string
  readonly valueOn: LocalDate
  readonly method: PaymentMethod
  readonly exchange?: BaseValue
}

/** A transfer was refused and went back: recorded on both sides, `side` says which. @category events @since 0.1.0 */
export interface CashTransferReturned extends Base<'CashTransferReturned'> {
  readonly transferId: string
  readonly receiptId: ReceiptId
  readonly amountMinor: number
  readonly side: 'source' | 'destination'
  readonly reason: string
  /** The base value that goes back with it. */
  readonly exchange?: BaseValue
}

/** The money behind a transfer bounced: the source has lost it, the destination gives it up in the stated order. @category events @since 0.1.0 */
export interface CashTransferRecalled extends Base<'CashTransferRecalled'>, TakenBack {
  readonly transferId: string
  readonly side: 'source' | 'destination'
}

/** Every fact of this room. @category events @since 0.1.0 */
export type CashFact =
  | ReceiptRecorded
  | RemittanceRecorded
  | CashApplied
  | CashUnapplied
  | CreditApplied
  | CreditUnapplied
  | PaymentMatched
  | PlacedOnAccount
  | ReleasedFromAccount
  | ReceiptReturned
  | CardPaymentReversed
  | ReturnCancelled
  | ReceiptVoided
  | Refunded
  | RefundCancelled
  | WrittenOff
  | WriteOffReversed
  | CashTransferredOut
  | CashTransferredIn
  | CashTransferReturned
  | CashTransferRecalled
  | DifferenceFact
