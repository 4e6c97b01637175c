/**
 * How much of an item may be given up at application without asking: the smaller of an amount and a percentage, for
 * the item in all, so that no number of payments stacks one tolerance on another.
 */
import { percentOf } from '@quittance/kernel'
import type { DifferenceLimit } from '../model.js'
import type { BeyondTolerance } from '../rejections.js'

/** What meets the limit: a difference, and what was given up before on the same item and in the period. @category policies @since 0.1.0 */
export interface ToleranceCase {
  readonly itemId: string
  readonly reason: BeyondTolerance['reason']
  readonly amountMinor: number
  /** Payable less linked credits: what the percentage is taken of. */
  readonly owedMinor: number
  /** Given up for this reason on the item, and not reversed. */
  readonly takenMinor: number
  /** The same on the account since the period began. */
  readonly takenInPeriodMinor: number
}

/**
 * The most that a limit lets be given up on an item of that amount; none without a limit. Both bounds are inclusive,
 * the percentage is rounded half away from zero.
 *
 * @law the smaller of amount and percentage counts
 * @category policies
 * @since 0.1.0
 */
export const toleratedMinor = (limit: DifferenceLimit | undefined, owedMinor: number): number => {
  if (limit === undefined) return 0
  const { maxMinor, maxPercent } = limit
  return maxPercent === undefined ? maxMinor : Math.min(maxMinor, percentOf(owedMinor, maxPercent))
}

/**
 * Why a difference is not tolerated, or nothing.
 *
 * @law tolerance never stacks on an item beyond its limit
 * @category policies
 * @since 0.1.0
 */
export const beyondTolerance = (
  given: ToleranceCase,
  limit: DifferenceLimit | undefined,
): BeyondTolerance | undefined => {
  const { itemId, reason, amountMinor, takenMinor, takenInPeriodMinor } = given
  const beyond = (scope: BeyondTolerance['scope'], limitMinor: number, taken: number): BeyondTolerance => ({
    _tag: 'BeyondTolerance',
    itemId,
    reason,
    scope,
    limitMinor,
    takenMinor: taken,
    askedMinor: amountMinor,
  })
  const onItemMinor = toleratedMinor(limit, given.owedMinor)
  if (takenMinor + amountMinor > onItemMinor) return beyond('item', onItemMinor, takenMinor)
  const inPeriodMinor = limit?.period?.maxMinor
  return inPeriodMinor !== undefined && takenInPeriodMinor + amountMinor > inPeriodMinor
    ? beyond('period', inPeriodMinor, takenInPeriodMinor)
    : undefined
}
