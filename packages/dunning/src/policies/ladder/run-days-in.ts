/** The days on which a policy runs. */
import { addDays, daysBetween, daysInMonth, laterOf, type LocalDate, partsOf, weekday } from '@quittance/kernel'
import type { RunDays } from '../../dunning-policy.js'

/**
 * The run days after one day and up to another, in order.
 *
 * @param after - exclusive: the last run day that was worked through
 * @param until - inclusive
 * @law the run days of two spans that meet are the run days of the whole
 * @example
 * runDaysIn({ _tag: 'DaysOfMonth', days: [31] }, localDate('2026-01-31'), localDate('2026-03-31')) // => ['2026-02-28', '2026-03-31']
 * @category policies
 * @since 0.1.0
 */
export const runDaysIn = (runDays: RunDays, after: LocalDate, until: LocalDate): ReadonlyArray<LocalDate> => {
  switch (runDays._tag) {
    case 'EveryDays':
      return everyDays(runDays.from, Math.max(1, runDays.days), after, until)
    case 'Weekdays':
      return everyDays(addDays(after, 1), 1, after, until).filter((day) => runDays.weekdays.includes(weekday(day)))
    case 'DaysOfMonth':
      return everyDays(addDays(after, 1), 1, after, until).filter((day) => isDayOfMonth(day, runDays.days))
    case 'ListedDays':
      return [...new Set(runDays.days)].filter((day) => day > after && day <= until).sort()
  }
}

/**
 * The first run day from a day on, that day included; nothing where the listed days are over.
 *
 * @example
 * firstRunDayFrom({ _tag: 'Weekdays', weekdays: [1] }, localDate('2026-06-30')) // => '2026-07-06'
 * @category policies
 * @since 0.1.0
 */
export const firstRunDayFrom = (runDays: RunDays, from: LocalDate): LocalDate | undefined =>
  runDaysIn(runDays, addDays(from, -1), lastToLookAt(runDays, from))[0]

const lastToLookAt = (runDays: RunDays, from: LocalDate): LocalDate => {
  switch (runDays._tag) {
    case 'EveryDays':
      return addDays(laterOf(from, runDays.from), Math.max(1, runDays.days))
    case 'Weekdays':
      return addDays(from, 7)
    case 'DaysOfMonth':
      return addDays(from, 31)
    case 'ListedDays':
      return runDays.days.reduce(laterOf, from)
  }
}

const everyDays = (from: LocalDate, days: number, after: LocalDate, until: LocalDate): ReadonlyArray<LocalDate> => {
  const earliest = laterOf(from, addDays(after, 1))
  const skipped = Math.ceil(daysBetween(from, earliest) / days) * days
  const found: Array<LocalDate> = []
  for (let day = addDays(from, skipped); day <= until; day = addDays(day, days)) found.push(day)
  return found
}

const isDayOfMonth = (date: LocalDate, days: ReadonlyArray<number>): boolean => {
  const { year, month, day } = partsOf(date)
  const last = daysInMonth(year, month)
  return days.some((wanted) => Math.min(wanted, last) === day)
}
