/** Which promises somebody has to look at, and when. */
import type { LocalDate } from '@quittance/kernel'
import type { PromiseAt } from './account-promises.js'

/**
 * Promises to follow up by a day: those still open whose promised day is not after it, and those on which a
 * verdict is due that nobody recorded yet. By promised day, then customer, then id.
 *
 * @law no promise past its window stands open without an assessment being due
 * @category projections
 * @since 0.1.0
 */
export const promisesDue = (promises: ReadonlyArray<PromiseAt>, by: LocalDate): ReadonlyArray<PromiseAt> =>
  promises
    .filter(
      (promise) =>
        (promise.standing === 'open' && promise.dueOn <= by) || promise.standing !== promise.recordedStanding,
    )
    .sort((a, b) => before(a.dueOn, b.dueOn) || before(a.customer, b.customer) || before(a.promiseId, b.promiseId))

const before = (a: string, b: string): number => (a < b ? -1 : a === b ? 0 : 1)
