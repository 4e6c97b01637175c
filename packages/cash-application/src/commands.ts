/**
 * What can be asked of this room. `on` is the business day of the command; policies come along as values.
 */
import type { BaseValue, LocalDate, Money, StatedValue } from '@quittance/kernel'
import type { DifferenceCommand } from './commands/differences.js'
import type { RemittanceRecorded } from './events/remittance.js'
import type { AnsweredMatch, AskedMatch } from './matching/record/model.js'
import type { ReceiptWords } from './receipt-words.js'
import type {
  ApplicationPolicy,
  PaymentMethod,
  ReceiptId,
  ReturnKind,
  SourceKind,
  WriteOffPolicy,
  WriteOffReason,
} from './model.js'

interface Base<Tag extends string> {
  readonly _tag: Tag
  readonly on: LocalDate
}

/** Record money that came in; `on` is its value date. @category commands @since 0.1.0 */
export interface RecordReceipt extends Base<'RecordReceipt'>, ReceiptWords {
  readonly receiptId: ReceiptId
  readonly amount: Money
  readonly method: PaymentMethod
  /** What it is worth in the base currency: by a rate, or as the bank booked it. */
  readonly exchange?: StatedValue
}

/** Record what a payer advised of a payment, item by item; the advice may come before the money. @category commands @since 0.1.0 */
export interface RecordRemittance extends Omit<RemittanceRecorded, '_tag'> {
  readonly _tag: 'RecordRemittance'
}

/**
 * What discount goes with a payment: what the policy allows, what the customer says he took, or, where a plan says
 * so, exactly this discount and this much kept as a penny, and else nothing at all.
 *
 * @category commands
 * @since 0.1.0
 */
export type DiscountAsk =
  | { readonly _tag: 'Allowed'; readonly policy: ApplicationPolicy }
  | { readonly _tag: 'Claimed'; readonly claimedMinor: number; readonly policy: ApplicationPolicy }
  | {
      readonly _tag: 'Exactly'
      readonly discountMinor: number
      readonly pennyMinor: number
      readonly policy: ApplicationPolicy
    }

/** One line of an instruction: so much to this item. With a discount asked for, `amount` is the most that is used. Across currencies `amount` is in the item's, and `receiptAmount` says what the receipt gives for it in its own. @category commands @since 0.1.0 */
export interface ApplicationLine {
  readonly applicationId: string
  readonly itemId: string
  readonly amount: Money
  readonly discount?: DiscountAsk
  readonly receiptAmount?: Money
}

/** Apply a receipt to one or many items, all or nothing. @category commands @since 0.1.0 */
export interface ApplyCash extends Base<'ApplyCash'> {
  readonly receiptId: ReceiptId
  readonly lines: ReadonlyArray<ApplicationLine>
}

/** Apply what a credit note left with the customer, all or nothing. @category commands @since 0.1.0 */
export interface ApplyCredit extends Base<'ApplyCredit'> {
  readonly creditId: string
  readonly lines: ReadonlyArray<Omit<ApplicationLine, 'discount' | 'receiptAmount'>>
}

/** Put on record by which decision a receipt's applications were made; given in one batch with them. @category commands @since 0.1.0 */
export interface RecordMatch extends Base<'RecordMatch'> {
  readonly receiptId: ReceiptId
  readonly ruleSet: string
  readonly asked: AskedMatch
  readonly answered: AnsweredMatch
  readonly applicationIds: ReadonlyArray<string>
}

/** Take back an application of cash or credit, or a part. A mistake is taken back as of the day it was made. @category commands @since 0.1.0 */
export interface Unapply extends Base<'Unapply'> {
  readonly applicationId: string
  /** In the item's currency; all that is left of it, if absent. */
  readonly amountMinor?: number
  readonly because: 'mistake' | 'reallocation'
  readonly reason: string
}

/** Leave unapplied money on account on purpose. @category commands @since 0.1.0 */
export interface PlaceOnAccount extends Base<'PlaceOnAccount'> {
  readonly receiptId: ReceiptId
  readonly amount: Money
}

/** Make money on account free to apply. @category commands @since 0.1.0 */
export interface ReleaseFromAccount extends Base<'ReleaseFromAccount'> {
  readonly receiptId: ReceiptId
  readonly amount: Money
}

/** What the bank charged for a return, and whether the customer is to bear it (by a debit note of that number). @category commands @since 0.1.0 */
export interface ReturnFee {
  readonly amountMinor: number
  readonly chargeTo: 'creditor' | 'customer'
  readonly documentId?: string
}

/** Record that the bank took a receipt back. What was refunded of it by then is claimed by the debit note named. @category commands @since 0.1.0 */
export interface ReturnReceipt extends Base<'ReturnReceipt'> {
  readonly receiptId: ReceiptId
  readonly kind: ReturnKind
  readonly fee?: ReturnFee
  readonly refundClaimId?: string
}

/** Record that the card scheme took a payment back. @category commands @since 0.1.0 */
export interface ReverseCardPayment extends Base<'ReverseCardPayment'> {
  readonly receiptId: ReceiptId
  readonly reason: string
  readonly fee?: ReturnFee
  readonly refundClaimId?: string
}

/** Record that a return or card reversal was itself reversed. @category commands @since 0.1.0 */
export interface CancelReturn extends Base<'CancelReturn'> {
  readonly receiptId: ReceiptId
}

/** Strike out a receipt that was an entry error. @category commands @since 0.1.0 */
export interface VoidReceipt extends Base<'VoidReceipt'> {
  readonly receiptId: ReceiptId
  readonly reason: string
}

/** Pay free money back to the customer: unapplied first, then on account. @category commands @since 0.1.0 */
export interface Refund extends Base<'Refund'> {
  readonly refundId: string
  readonly source: SourceKind
  readonly sourceId: string
  readonly amount: Money
}

/** Take back a refund that did not go out. @category commands @since 0.1.0 */
export interface CancelRefund extends Base<'CancelRefund'> {
  readonly refundId: string
  readonly reason: string
}

/** Give up an item or a part of it, under a policy of approval. @category commands @since 0.1.0 */
export interface WriteOff extends Base<'WriteOff'> {
  readonly writeOffId: string
  readonly itemId: string
  readonly amount: Money
  readonly reason: WriteOffReason
  readonly requestedBy: string
  readonly approvedBy?: string
  readonly policy: WriteOffPolicy
  /** Of a difference at application: the application that came short by it. */
  readonly applicationId?: string
  /** The deduction that ends by it: all that is pending of it, no less. */
  readonly deductionId?: string
}

/** Take a write-off back, because the money may come after all. @category commands @since 0.1.0 */
export interface ReverseWriteOff extends Base<'ReverseWriteOff'> {
  readonly writeOffId: string
  readonly reason: string
}

/** Send unapplied money to another account of the entity. @category commands @since 0.1.0 */
export interface TransferCashOut extends Base<'TransferCashOut'> {
  readonly transferId: string
  readonly receiptId: ReceiptId
  readonly amount: Money
  readonly toCustomer: string
}

/** Take in money sent from another account, as a receipt. @category commands @since 0.1.0 */
export interface TransferCashIn extends Base<'TransferCashIn'>, ReceiptWords {
  readonly transferId: string
  readonly receiptId: ReceiptId
  readonly amount: Money
  readonly fromCustomer: string
  /** When the money first came in; the day of the transfer, if absent. */
  readonly valueOn?: LocalDate
  readonly method: PaymentMethod
  /** The base value that it left with. */
  readonly exchange?: BaseValue
}

/** Send a transfer back (at the destination), or take it back (at the source). @category commands @since 0.1.0 */
export interface ReturnCashTransfer extends Base<'ReturnCashTransfer'> {
  readonly transferId: string
  readonly reason: string
}

/** At the destination: give up money whose receipt bounced at the source. @category commands @since 0.1.0 */
export interface RecallCashTransfer extends Base<'RecallCashTransfer'> {
  readonly transferId: string
  readonly refundClaimId?: string
}

/** Every command of this room. @category commands @since 0.1.0 */
export type CashCommand =
  | RecordReceipt
  | RecordRemittance
  | ApplyCash
  | ApplyCredit
  | RecordMatch
  | Unapply
  | PlaceOnAccount
  | ReleaseFromAccount
  | ReturnReceipt
  | ReverseCardPayment
  | CancelReturn
  | VoidReceipt
  | Refund
  | CancelRefund
  | WriteOff
  | ReverseWriteOff
  | TransferCashOut
  | TransferCashIn
  | ReturnCashTransfer
  | RecallCashTransfer
  | DifferenceCommand
