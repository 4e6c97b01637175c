/** A day has room for so much work; what does not fit is put off, and said. */
import { daysBetween, type LocalDate } from '@quittance/kernel'

/** Work that waits. @category model @since 0.1.0 */
export interface WaitingWork {
  readonly customer: string
  /** Since when somebody should have been at it. */
  readonly waitingSince: LocalDate
}

/** Work put off, with how long it has waited. @category model @since 0.1.0 */
export type DeferredWork<Work extends WaitingWork> = Work & { readonly waitingDays: number }

/** The plan of a day: together the two are all the work there is. @category model @since 0.1.0 */
export interface DayPlan<Work extends WaitingWork> {
  readonly planned: ReadonlyArray<Work>
  /** By age, what has waited longest first, then by customer. */
  readonly deferred: ReadonlyArray<DeferredWork<Work>>
}

/**
 * Take as much work as fits, in its order, and list the rest by age.
 *
 * @param ordered - in the order in which it should be done
 * @param capacity - how many customers the day has room for; at least 0
 * @law planned and deferred work is all work, each once
 * @category policies
 * @since 0.1.0
 */
export const planDay = <Work extends WaitingWork>(
  ordered: ReadonlyArray<Work>,
  capacity: number,
  on: LocalDate,
): DayPlan<Work> => ({
  planned: ordered.slice(0, capacity),
  deferred: ordered
    .slice(capacity)
    .map((work) => ({ ...work, waitingDays: Math.max(0, daysBetween(work.waitingSince, on)) }))
    .sort((a, b) => b.waitingDays - a.waitingDays || (a.customer < b.customer ? -1 : 1)),
})
