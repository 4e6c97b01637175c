/**
 * What is still pending of deductions. Derived and never stored, like what is open: a payment, credit or write-off
 * that takes more than the part nobody deducted reduces what is pending, and giving it back restores it.
 */
import type { StandingDeduction } from '../state.js'

/**
 * What is pending of each deduction of an item: never more in all than is open. The earliest recorded keeps its amount
 * longest; the latest gives way first.
 *
 * @param standing - deductions that have not ended, in order of recording
 * @law pending deductions never exceed what is open
 * @law an item that is paid and unpaid has its deductions as before
 * @example
 * pendingDeductions([{ deductionId: 'D-1', amountMinor: 600 }, { deductionId: 'D-2', amountMinor: 400 }], 700)
 * // => [{ deductionId: 'D-1', pendingMinor: 600 }, { deductionId: 'D-2', pendingMinor: 100 }]
 * @category policies
 * @since 0.1.0
 */
export const pendingDeductions = (
  standing: ReadonlyArray<StandingDeduction>,
  openMinor: number,
): ReadonlyArray<{ readonly deductionId: string; readonly pendingMinor: number }> => {
  let leftMinor = Math.max(openMinor, 0)
  return standing.map(({ deductionId, amountMinor }) => {
    const pendingMinor = Math.min(amountMinor, leftMinor)
    leftMinor -= pendingMinor
    return { deductionId, pendingMinor }
  })
}

/** What is pending of all of them together. @law pending deductions never exceed what is open @category policies @since 0.1.0 */
export const pendingMinor = (standing: ReadonlyArray<StandingDeduction>, openMinor: number): number =>
  Math.min(
    standing.reduce((so, { amountMinor }) => so + amountMinor, 0),
    Math.max(openMinor, 0),
  )
