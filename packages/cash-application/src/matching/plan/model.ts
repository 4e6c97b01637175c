/**
 * What a match asks of the account: every minor unit of the payment and every minor unit that closes an item,
 * under the name that it will have in the facts. All kinds of rule sets answer in this one shape, so that a clerk
 * reads, and a command posts, one thing.
 */

/** Why a part of an item is closed without money, or stays open under a name of its own. @category model @since 0.1.0 */
export type Difference =
  /** Granted by the terms, or taken without a right to it and allowed by policy. */
  | { readonly _tag: 'Discount'; readonly kind: 'earned' | 'unearned'; readonly amountMinor: number }
  /** Short by no more than the tolerance: written off. */
  | { readonly _tag: 'SmallDifference'; readonly amountMinor: number }
  /** Kept by a bank on the way, at the creditor's cost. */
  | { readonly _tag: 'BankFee'; readonly amountMinor: number }
  /** Held back by the customer: stays open on the item, with its due day, as a deduction of that reason. */
  | { readonly _tag: 'Deduction'; readonly reason: string; readonly amountMinor: number }
  /** Moved to a new debit item with the original due day; the item itself closes. */
  | { readonly _tag: 'Chargeback'; readonly reason: string; readonly amountMinor: number }

/** What becomes of one item. `cashMinor` is below zero for a credit that is used up. @category model @since 0.1.0 */
export interface PlannedLine {
  readonly itemId: string
  readonly cashMinor: number
  readonly differences: ReadonlyArray<Difference>
  /** What the item still owes afterwards, deductions included. */
  readonly openMinor: number
}

/**
 * Paid on top of an item, for something that is not on the account yet, such as a fee that the payer knows of: to be
 * charged by a debit note of its own, which this money settles. Until then it is held like a remainder.
 *
 * @category model
 * @since 0.1.0
 */
export interface PlannedCharge {
  /** The item that it was paid on top of. */
  readonly itemId: string
  readonly kind: 'fee' | 'late-charge'
  readonly amountMinor: number
}

/**
 * What becomes of one payment: the lines' cash, the charges, the penny gain and the remainder add up to it.
 *
 * @category model
 * @since 0.1.0
 */
export interface MatchPlan {
  readonly lines: ReadonlyArray<PlannedLine>
  readonly charges?: ReadonlyArray<PlannedCharge>
  /** Paid too much by so little that it is kept, within the policy's maximum. */
  readonly pennyMinor: number
  readonly remainderMinor: number
  readonly remainder: 'unapplied' | 'on-account'
}
