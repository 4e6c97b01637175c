/** The days on which a month is closed. */
import { addDays, endOfMonth, type LocalDate } from '@quittance/kernel'

/**
 * The month ends from one day to another, both inclusive, and the last day itself where it ends no month.
 *
 * @example
 * monthEnds(localDate('2026-01-15'), localDate('2026-03-10')) // => ['2026-01-31', '2026-02-28', '2026-03-10']
 * @category projections
 * @since 0.1.0
 */
export const monthEnds = (from: LocalDate, to: LocalDate): ReadonlyArray<LocalDate> => {
  const days: Array<LocalDate> = []
  for (let end = endOfMonth(from); end < to; end = endOfMonth(addDays(end, 1))) days.push(end)
  return from <= to ? [...days, to] : days
}
