/** What a rule set lets happen by itself: how sure it must be, by amount, and which differences it may settle. */

/**
 * A difference under which items are held against the amount: each of them less the discount that its terms grant on the day of
 * the payment, without or with the days of grace, or the one that the payer took without a right to it; or all of them less
 * a few cents or a bank's fee.
 *
 * @category policies
 * @since 0.1.0
 */
export type MatchAdjustment =
  'earned-discount' | 'discount-in-grace' | 'unearned-discount' | 'small-difference' | 'bank-fee'

/**
 * Differences that are looked for one by one, each a whole number of minor units: what is missing above zero, what is too
 * much below. They are a list and no range, for every further amount is a further coincidence.
 *
 * @category policies
 * @since 0.1.0
 */
export interface TolerancePolicy {
  readonly centsMinor: ReadonlyArray<number>
  /** Fees of banks on the way, as they are known. */
  readonly bankFeesMinor: ReadonlyArray<number>
}

/**
 * What a candidate may do besides paying whole items in full, and must be permitted to. `short-pay` leaves a part of a
 * named item open; `cross-account` pays items of another account of the payer's family.
 *
 * @category policies
 * @since 0.1.0
 */
export type MatchPermission =
  'earned-discount' | 'unearned-discount' | 'small-difference' | 'bank-fee' | 'short-pay' | 'cross-account'

/**
 * From an amount on, other demands: a band replaces what it names. Bands are in minor units of the payment's currency; where
 * currencies differ much in worth, each has a rule set of its own.
 *
 * @category policies
 * @since 0.1.0
 */
export interface AmountBand {
  /** Inclusive. */
  readonly fromMinor: number
  readonly oneIn?: number
  readonly permits?: ReadonlyArray<MatchPermission>
  /** A second person must look, however sure the decision is. */
  readonly fourEyes?: boolean
}

/** When a payment is suspected to have come before. @category policies @since 0.1.0 */
export interface SuspicionPolicy {
  /** The same amount with the same reference or text is suspect for so many days, inclusive. */
  readonly duplicateDays: number
  /** A text that names an item is suspect for so many days after the item was closed, inclusive. */
  readonly closedDays: number
}

/** What a rule set demands of a payment of some amount. @category policies @since 0.1.0 */
export interface Demands {
  readonly oneIn: number
  readonly permits: ReadonlyArray<MatchPermission>
  readonly fourEyes: boolean
}

/**
 * The demands on a payment: those of the rule set, replaced by each band that it reaches, the lowest first.
 *
 * @law a larger amount reaches every band that a smaller one reaches
 * @example
 * demandsFor(5_000_00, { oneIn: 200, permits: [], bands: [{ fromMinor: 5_000_00, oneIn: 1000 }] }).oneIn // => 1000
 * @category policies
 * @since 0.1.0
 */
export const demandsFor = (
  amountMinor: number,
  ruleSet: {
    readonly oneIn: number
    readonly permits: ReadonlyArray<MatchPermission>
    readonly bands: ReadonlyArray<AmountBand>
  },
): Demands =>
  [...ruleSet.bands]
    .sort((a, b) => a.fromMinor - b.fromMinor)
    .filter(({ fromMinor }) => amountMinor >= fromMinor)
    .reduce<Demands>(
      (so, { oneIn = so.oneIn, permits = so.permits, fourEyes = so.fourEyes }) => ({ oneIn, permits, fourEyes }),
      { oneIn: ruleSet.oneIn, permits: ruleSet.permits, fourEyes: false },
    )
