/** The three last days of a deduction, and whether they were kept. Reads days only. */
import { addDays, type LocalDate } from '@quittance/kernel'
import type { DeductionWindows } from './policy.js'

/** The days of a deduction. @category model @since 0.1.0 */
export interface DeductionDays {
  readonly issuedOn: LocalDate
  /** When the document reached the customer; absent where nobody knows. */
  readonly deliveredOn?: LocalDate
  readonly dueOn: LocalDate
  /** When it was held back. */
  readonly takenOn: LocalDate
  /** When we said whether it is right, or gave it up; absent while we have not. */
  readonly answeredOn?: LocalDate
  /** When we refused it; absent if we did not. */
  readonly refusedOn?: LocalDate
  /** When nothing of a refused one was owed any more; absent while something is. */
  readonly repaidOn?: LocalDate
}

/** One last day: that day is in time. `missed` once the day is over without the thing, for ever; it was missed even if it came later. @category projections @since 0.1.0 */
export interface Deadline {
  readonly by: LocalDate
  readonly missed: boolean
}

/** The deadlines that a deduction has. @category projections @since 0.1.0 */
export interface DeductionDeadlines {
  /** The customer's, for claiming; absent where no limit is agreed. */
  readonly claim?: Deadline
  /** Ours, for an answer; the register leaves it out of what came in unjudged, for nobody waits for it. */
  readonly answer?: Deadline
  /** The customer's, for paying what we refused; absent while nothing is refused. */
  readonly repay?: Deadline
}

/**
 * The deadlines as of a day, in calendar days; the last day belongs to its window.
 *
 * @param asOf - the day that is looked from: a deadline on that day is not missed yet
 * @law a deadline on its last day is kept, and on the day after it is missed
 * @example
 * deductionDeadlines({ issuedOn: localDate('2026-03-01'), dueOn: localDate('2026-03-31'), takenOn: localDate('2026-04-01') },
 *   { claimFrom: 'issued', claimDays: 30, answerDays: 10, repayDays: 14 }, localDate('2026-04-11'))
 * // => { claim: { by: '2026-03-31', missed: true }, answer: { by: '2026-04-11', missed: false } }
 * @category projections
 * @since 0.1.0
 */
export const deductionDeadlines = (
  days: DeductionDays,
  { claimFrom, claimDays, answerDays, repayDays }: DeductionWindows,
  asOf: LocalDate,
): DeductionDeadlines => {
  const { issuedOn, deliveredOn, dueOn, takenOn, answeredOn, refusedOn, repaidOn } = days
  const from = claimFrom === 'due' ? dueOn : claimFrom === 'delivered' ? (deliveredOn ?? issuedOn) : issuedOn
  const by = (start: LocalDate, window: number, done: LocalDate | undefined): Deadline => {
    const last = addDays(start, window)
    return { by: last, missed: (done ?? asOf) > last }
  }
  return {
    ...(claimDays === undefined ? {} : { claim: by(from, claimDays, takenOn) }),
    answer: by(takenOn, answerDays, answeredOn),
    ...(refusedOn === undefined ? {} : { repay: by(refusedOn, repayDays, repaidOn) }),
  }
}
