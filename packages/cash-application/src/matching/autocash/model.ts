/**
 * AutoCash: a small language of ordered rules, each all-or-nothing except oldest first, over the open balance
 * of a customer's items on the day a receipt came in (Oracle Receivables; tie-breaks stated for every rule).
 */
import type { LocalDate } from '@quittance/kernel'
import type { OfferedDiscount } from '../../context.js'
import type { PolicyRef } from '../../model.js'

/** A rule by name. All but the last but one are all-or-nothing. @category policies @since 0.1.0 */
export type AutoCashRule =
  | 'match-payment-with-invoice'
  | 'clear-the-account'
  | 'clear-past-due'
  | 'clear-past-due-by-term'
  | 'apply-to-oldest-first'
  | 'combination'

/** What counts as open, and what becomes of the rest. @category policies @since 0.1.0 */
export interface AutoCashOptions {
  readonly discounts: 'none' | 'earned' | 'earned-and-unearned'
  /** Days after a discount's last day in which it still counts as earned. */
  readonly discountGraceDays: number
  /** Whether late charges accrued on an item are asked for with it. */
  readonly lateCharges: boolean
  /** Whether disputed items may be paid. */
  readonly disputed: boolean
  /** Whether oldest first may pay an item in part. */
  readonly partial: boolean
  readonly remainder: 'unapplied' | 'on-account'
}

/** The rules in the order in which they are tried; the first that applies ends the run. @category policies @since 0.1.0 */
export interface AutoCashRuleSet extends PolicyRef {
  readonly rules: ReadonlyArray<AutoCashRule>
  readonly options: AutoCashOptions
}

/** A debit item, or a credit item with a negative open amount. @category model @since 0.1.0 */
export interface AutoCashItem {
  readonly itemId: string
  readonly openMinor: number
  readonly on: LocalDate
  readonly dueOn: LocalDate
  readonly termId?: string
  readonly disputed?: boolean
  /** Accrued on top of what is open. */
  readonly lateChargeMinor?: number
  readonly discount?: OfferedDiscount
  /** What earlier payments took of that discount. */
  readonly discountTakenMinor?: number
}

/** The receipt: its amount and its value date. @category model @since 0.1.0 */
export interface AutoCashReceipt {
  readonly amountMinor: number
  readonly receivedOn: LocalDate
}

/** Money on one item; `cashMinor` is negative where a credit item is used up. @category model @since 0.1.0 */
export interface AutoCashLine {
  readonly itemId: string
  readonly cashMinor: number
  readonly discountMinor: number
  readonly discountKind: 'earned' | 'unearned' | undefined
  readonly lateChargeMinor: number
  /** Open on the item afterwards. */
  readonly openMinor: number
}

/** A rule that did not apply, and the balance it held against the receipt, where it is of the kind that has one. @category model @since 0.1.0 */
export interface AutoCashAttempt {
  readonly rule: AutoCashRule
  readonly balanceMinor?: number
}

/** How a run ends. `ambiguous` lists every set that fits; nothing is applied then, and no later rule is tried. @category model @since 0.1.0 */
export interface AutoCashResult {
  readonly outcome: 'applied' | 'ambiguous' | 'undecided' | 'none'
  readonly rule: AutoCashRule | undefined
  readonly tried: ReadonlyArray<AutoCashAttempt>
  readonly lines: ReadonlyArray<AutoCashLine>
  /** The term whose group was cleared. */
  readonly termId: string | undefined
  /** How equal candidates were told apart, where they were. */
  readonly tieBreak: string | undefined
  readonly candidates: ReadonlyArray<ReadonlyArray<string>>
  readonly remainderMinor: number
  readonly remainder: AutoCashOptions['remainder']
}
