/** What of the interest on an item a bill may ask for: what has accrued, less what earlier bills asked for. */

/** When unbilled interest is worth a bill. @category policies @since 0.1.0 */
export interface InterestBilling {
  /** Less than this is not billed yet; it stays and is billed later. */
  readonly minimumMinor: number
}

/**
 * Interest to bill now: accrued to date less billed before, and nothing while that is below the minimum. Where interest
 * fell since the last bill (money came in with an earlier day) nothing is billed; giving some back is a credit note.
 *
 * @law interest is never billed twice
 * @example
 * unbilledInterest(15_78, 9_86, { minimumMinor: 1_00 }) // => 592
 * @category policies
 * @since 0.1.0
 */
export const unbilledInterest = (
  accruedMinor: number,
  billedBeforeMinor: number,
  { minimumMinor }: InterestBilling = { minimumMinor: 0 },
): number => {
  const leftMinor = Math.max(0, accruedMinor - billedBeforeMinor)
  return leftMinor < minimumMinor ? 0 : leftMinor
}
