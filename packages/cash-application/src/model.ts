/**
 * What was paid: receipts, and what became of every minor unit of them.
 *
 * A receipt's amount is at all times applied + on account + unapplied + refunded + returned + transferred +
 * penny gain; nothing else ever happens to it.
 */
import type { CurrencyCode, Decimal, LinkExchange, LocalDate } from '@quittance/kernel'

/** An id of a receipt, unique within the account. @category model @since 0.1.0 */
export type ReceiptId = string

/** How money came in. @category model @since 0.1.0 */
export type PaymentMethod =
  'check' | 'ach' | 'wire' | 'card' | 'virtual-card' | 'direct-debit' | 'cash' | 'offset' | 'other'

/** Who paid, as the bank wrote it; personal data, in a field of its own. @category model @since 0.1.0 */
export interface Payer {
  readonly name?: string
  readonly account?: string
}

/** What an application takes from: a receipt, or the customer's credit that a credit note left. @category model @since 0.1.0 */
export type SourceKind = 'receipt' | 'credit-note'

/** The part of a discount that fell on one tax group. @category model @since 0.1.0 */
export interface TaxReduction {
  readonly category: string
  readonly ratePercent: Decimal
  readonly taxMinor: number
}

/** A discount granted with an application. `netMinor` and the tax reductions add up to it. @category model @since 0.1.0 */
export interface TakenDiscount {
  readonly discountMinor: number
  readonly kind: 'earned' | 'unearned'
  /** The last day of the tier that was granted, inclusive. */
  readonly lastDay: LocalDate
  /** Earned only thanks to the grace days. */
  readonly withinGrace: boolean
  readonly netMinor: number
  readonly taxReductions: ReadonlyArray<TaxReduction>
}

/** What a receipt gave for an item of another currency, in its own; the two amounts together are the rate. @category model @since 0.1.0 */
export interface CrossAmount {
  readonly currency: CurrencyCode
  readonly amountMinor: number
}

/** What an application took of its receipt, in the receipt's currency; its amount, unless it crosses currencies. @category model @since 0.1.0 */
export const receiptMinorOf = (link: {
  readonly amountMinor: number
  readonly cross?: CrossAmount | undefined
}): number => link.cross?.amountMinor ?? link.amountMinor

/** An application given up: what goes back to its source, and the discount, the penny and the base values that go with it. @category model @since 0.1.0 */
export interface ReleasedApplication {
  readonly applicationId: string
  readonly itemId: string
  readonly amountMinor: number
  readonly discountMinor: number
  readonly pennyMinor: number
  readonly cross?: CrossAmount
  readonly exchange?: LinkExchange
}

/** Why money came back to its payer's bank. @category model @since 0.1.0 */
export type ReturnKind = 'nsf' | 'account-closed' | 'refused' | 'duplicate' | 'wrong-payer' | 'other'

/**
 * Why an item was written off: a small rest, a loss; or, at application, short by no more than the tolerance, a fee
 * that a bank kept on the way; or a deduction that is not worth a quarrel.
 *
 * @category model
 * @since 0.1.0
 */
export type WriteOffReason = 'small-balance' | 'bad-debt' | 'small-difference' | 'bank-fee' | 'deduction'

/** A policy as a fact names it. @category model @since 0.1.0 */
export interface PolicyRef {
  readonly id: string
  readonly version: number
}

/** How differences are settled at application: data with an id and a version, named by the facts that used it. @category policies @since 0.1.0 */
export interface ApplicationPolicy extends PolicyRef {
  readonly discounts: 'none' | 'earned' | 'earned-and-unearned'
  /** How many days past the last day (and grace) an unearned discount may still be taken; absent: no limit. */
  readonly unearnedMaxDays?: number
  /** A part payment in time clears cash / (1 - p); otherwise only the payable amount earns the discount. */
  readonly partialDiscount: boolean
  /** Cash above the discounted amount: keep the full discount and book the excess, or shrink the discount by it. */
  readonly overpayment: 'specific' | 'unspecific'
  /** The most that is kept as a penny gain, per receipt. */
  readonly maxPennyMinor: number
}

/**
 * How much of an item may be given up at application without asking anybody, in the item's currency. All bounds are
 * inclusive, and are for the item and the period in all, however many payments come.
 *
 * @category policies
 * @since 0.1.0
 */
export interface DifferenceLimit {
  readonly maxMinor: number
  /** At most this percent of what the item is over (payable less linked credits); the smaller of the two counts. */
  readonly maxPercent?: Decimal
  /** The most on the whole account and in one currency from that day on. */
  readonly period?: { readonly from: LocalDate; readonly maxMinor: number }
}

/** Who may approve how much of a write-off. @category policies @since 0.1.0 */
export interface WriteOffPolicy extends PolicyRef {
  /** Up to this a small balance needs no second person. */
  readonly smallBalanceMaxMinor: number
  /** For `small-difference`; absent: none is tolerated. */
  readonly smallDifference?: DifferenceLimit
  /** For `bank-fee`; absent: the customer bears every fee. */
  readonly bankFee?: DifferenceLimit
  /** Up to this a deduction is written off without a second person; absent: never. */
  readonly deductionMaxMinor?: number
  /** The most each approver may approve; nobody approves what they asked for. */
  readonly limits: ReadonlyArray<{ readonly approver: string; readonly maxMinor: number }>
}

/** When the item of a chargeback is due: on the original due day, or so many days after it is raised. @category policies @since 0.1.0 */
export interface ChargebackPolicy extends PolicyRef {
  /** Absent: the original due day, so that nothing grows younger by being moved. */
  readonly dueAfterDays?: number
}

/** Whether the parties agreed that what each owes the other may be set off. @category policies @since 0.1.0 */
export interface NettingPolicy extends PolicyRef {
  readonly agreed: boolean
}

/** One pair of a netting: so much of this item against so much of that payable. @category model @since 0.1.0 */
export interface NettedLine {
  readonly itemId: string
  readonly payableId: string
  readonly amountMinor: number
  /** What was taken of the item's base value. */
  readonly exchange?: LinkExchange
}

/** A deduction that ended: `releasedMinor` is what it was recorded over. @category model @since 0.1.0 */
export interface EndedDeduction {
  readonly deductionId: string
  readonly releasedMinor: number
}

/** A part that a remittance advice says was held back of an item, under the payer's code. @category model @since 0.1.0 */
export interface AdvisedDeduction {
  readonly amountMinor: number
  readonly code: string
}

/** What a remittance advice says of one item. @category model @since 0.1.0 */
export interface RemittanceLine {
  readonly documentId: string
  /** Nothing may have been paid of it: 0. */
  readonly paidMinor?: number
  readonly deductions?: ReadonlyArray<AdvisedDeduction>
}
