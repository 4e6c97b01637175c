/** Promises broken again and again, until the customer has shown otherwise. */
import type { LocalDate } from '@quittance/kernel'
import type { SignalFinding } from '../finding.js'
import type { BrokenPromisesSignal } from '../policy.js'
import { isInWindow, type SettledPromise } from '../record.js'
import { brokenPromises } from './broken-promises.js'

/**
 * The signal on a day, where labels last until they are cleared: fired if it fires on that day; or did on a day
 * before, and the last promise not kept still lies in the window.
 *
 * @param promises - by the day they were settled, up to the day asked for, without those that were forgiven
 * @law one more broken promise never clears the flag, and one more kept promise never sets it
 * @category policies
 * @since 0.1.0
 */
export const brokenUntilCleared = (
  signal: BrokenPromisesSignal,
  promises: ReadonlyArray<SettledPromise>,
  asOf: LocalDate,
): SignalFinding => {
  const now = brokenPromises(signal, promises, asOf)
  const last = promises.findLast(({ state }) => state !== 'kept')
  if (now.fired || last === undefined || !isInWindow(last.settledOn, asOf, signal.window)) return now
  for (let at = promises.length - 1; at >= 0; at -= 1) {
    const { settledOn } = promises[at] as SettledPromise
    // A day is judged once all of it is there.
    if (promises[at + 1]?.settledOn === settledOn) continue
    const then = brokenPromises(signal, promises.slice(0, at + 1), settledOn)
    if (then.fired) return { ...now, fired: true, evidence: then.evidence }
  }
  return now
}
