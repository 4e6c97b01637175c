/** How much less than promised still keeps a promise. */
import { percentOf } from '@quittance/kernel'
import type { PromiseTerms } from '../model.js'

/**
 * The tolerance of an amount by its terms: minor units as they stand, or percent of what was promised, rounded
 * half away from zero. It never forgives everything: one minor unit at least must come.
 *
 * @param amountMinor - what was promised, greater than zero
 * @law a tolerance lies between nothing and one minor unit less than all
 * @example
 * promiseTolerance(500_00, { toleranceMinor: 2_00 }) // => 200
 * @category policies
 * @since 0.1.0
 */
export const promiseTolerance = (
  amountMinor: number,
  { toleranceMinor, tolerancePercent }: Pick<PromiseTerms, 'toleranceMinor' | 'tolerancePercent'>,
): number => {
  const asked = toleranceMinor ?? (tolerancePercent === undefined ? 0 : percentOf(amountMinor, tolerancePercent))
  return Math.max(0, Math.min(asked, amountMinor - 1))
}
