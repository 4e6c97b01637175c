/** The floor under all accounts: so many contacts in every period, whatever the size (R-090, invariant 20). */
import { addDays, invariant, laterOf, type LocalDate } from '@quittance/kernel'

/** At least so many contacts in every so many days. @category policies @since 0.1.0 */
export interface CoverageFloor {
  /** At least 1. */
  readonly touches: number
  /** At least as many as touches. */
  readonly periodDays: number
}

/** The default: one contact in 30 days. @category policies @since 0.1.0 */
export const coverageFloor: CoverageFloor = { touches: 1, periodDays: 30 }

/**
 * The longest that an account past due may go without a contact.
 *
 * @example
 * longestGapDays({ touches: 2, periodDays: 31 }) // => 15
 * @category policies
 * @since 0.1.0
 */
export const longestGapDays = ({ touches, periodDays }: CoverageFloor): number => {
  invariant(touches >= 1 && periodDays >= touches, 'a floor asks for one touch at least, and for one a day at most')
  return Math.floor(periodDays / touches)
}

/**
 * The day by which an account has to be contacted next.
 *
 * @param pastDueSince - the first day on which anything of it was past due
 * @law no account past due has fewer touches in a full period than the floor
 * @category policies
 * @since 0.1.0
 */
export const nextTouchBy = (
  pastDueSince: LocalDate,
  lastTouchOn: LocalDate | undefined,
  floor: CoverageFloor = coverageFloor,
): LocalDate =>
  lastTouchOn === undefined || lastTouchOn < pastDueSince
    ? pastDueSince
    : addDays(lastTouchOn, longestGapDays(floor))

/**
 * The days of a stretch on which an account past due is to be contacted, so that with its last touch the floor holds
 * in every full period. What was missed before the stretch is made up on its first day.
 *
 * @param from - inclusive, as is `to`
 * @law no account past due has fewer touches in a full period than the floor
 * @category policies
 * @since 0.1.0
 */
export const plannedTouches = (
  pastDueSince: LocalDate,
  lastTouchOn: LocalDate | undefined,
  { from, to }: { readonly from: LocalDate; readonly to: LocalDate },
  floor: CoverageFloor = coverageFloor,
): ReadonlyArray<LocalDate> => {
  const days: Array<LocalDate> = []
  let next = laterOf(from, nextTouchBy(pastDueSince, lastTouchOn, floor))
  while (next <= to) {
    days.push(next)
    next = addDays(next, longestGapDays(floor))
  }
  return days
}
