/** The last day on which promised money is in time. */
import { addDays, type BusinessCalendar, isBusinessDay, type LocalDate } from '@quittance/kernel'
import type { PromiseTerms } from '../model.js'

/**
 * The promised day and its grace, inclusive: with three days of grace the third day after the promised one is
 * still in time. Business days of grace are counted after the promised day, whether or not that is one itself;
 * without grace the window ends on the promised day.
 *
 * @param calendar - needed for business days; without one, or in one without enough business days, there is no end
 * @law the window never ends before the promised day, and a day more of grace never ends it earlier
 * @example
 * windowEnd(localDate('2026-05-15'), { graceDays: 3, graceIn: 'calendar-days' }) // => '2026-05-18'
 * @category policies
 * @since 0.1.0
 */
export const windowEnd = (
  dueOn: LocalDate,
  { graceDays, graceIn }: Pick<PromiseTerms, 'graceDays' | 'graceIn'>,
  calendar?: BusinessCalendar,
): LocalDate | undefined => {
  if (graceIn === 'calendar-days') return addDays(dueOn, graceDays)
  if (calendar === undefined) return undefined
  let [end, left] = [dueOn, graceDays]
  for (let waited = 0; left > 0;) {
    end = addDays(end, 1)
    if (isBusinessDay(end, calendar)) [left, waited] = [left - 1, 0]
    else if ((waited += 1) > 366) return undefined
  }
  return end
}
