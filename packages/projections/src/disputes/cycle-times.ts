/** How long disputes take: those that ended by themselves, and apart from them how old the open ones are. */
import { daysBetween, type LocalDate } from '@quittance/kernel'

/** A dispute's days. @category model @since 0.1.0 */
export interface DisputeDays {
  readonly raisedOn: LocalDate
  readonly endedOn?: LocalDate
}

/** Cycle times at a day; an average is `endedDays` over `ended`. @category projections @since 0.1.0 */
export interface CycleTimes {
  readonly ended: number
  /** Days from raising to end, over those that had ended. */
  readonly endedDays: number
  readonly open: number
  /** Age of the oldest open one; absent where none is open. */
  readonly oldestOpenDays?: number
}

/**
 * Cycle times as of a day. What was raised later does not count, what ended later is open. Open disputes never shorten or lengthen
 * the average.
 *
 * @law every dispute raised by then is either open or ended
 * @category projections
 * @since 0.1.0
 */
export const cycleTimes = (disputes: ReadonlyArray<DisputeDays>, asOf: LocalDate): CycleTimes => {
  const raised = disputes.filter(({ raisedOn }) => raisedOn <= asOf)
  const ended = raised.flatMap(({ raisedOn, endedOn }) =>
    endedOn === undefined || endedOn > asOf ? [] : [daysBetween(raisedOn, endedOn)],
  )
  const ages = raised.flatMap(({ raisedOn, endedOn }) =>
    endedOn === undefined || endedOn > asOf ? [daysBetween(raisedOn, asOf)] : [],
  )
  return {
    ended: ended.length,
    endedDays: ended.reduce((so, days) => so + days, 0),
    open: ages.length,
    ...(ages.length === 0 ? {} : { oldestOpenDays: Math.max(...ages) }),
  }
}
