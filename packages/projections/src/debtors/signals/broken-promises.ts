/** Promises broken again and again. */
import type { LocalDate } from '@quittance/kernel'
import type { SignalFinding } from '../finding.js'
import type { BrokenPromisesSignal } from '../policy.js'
import { isInWindow, type SettledPromise } from '../record.js'
import { reachesPercent, weighted } from './shares.js'

/**
 * Fired when enough promises were settled in the window, enough of them broken, and the broken ones, with the
 * partly kept ones at their weight, are at least the stated share of the settled ones.
 *
 * @law one more broken promise never clears the flag, and one more kept promise never sets it
 * @category policies
 * @since 0.1.0
 */
export const brokenPromises = (
  signal: BrokenPromisesSignal,
  promises: ReadonlyArray<SettledPromise>,
  asOf: LocalDate,
): SignalFinding => {
  const settled = promises.filter(({ settledOn }) => isInWindow(settledOn, asOf, signal.window))
  const broken = settled.filter(({ state }) => state === 'broken')
  const partly = settled.filter(({ state }) => state === 'partly-kept')
  const against = weighted(broken.length, partly.length, signal.partlyKeptPercent)
  const fired =
    settled.length > 0 &&
    settled.length >= signal.minSettled &&
    broken.length >= signal.minBroken &&
    reachesPercent(against, settled.length, signal.ratePercent)
  return {
    signal: signal.name,
    fired,
    measured: { settled: settled.length, broken: broken.length, partlyKept: partly.length },
    evidence: [...broken, ...partly].map(({ promiseId }) => promiseId),
  }
}
