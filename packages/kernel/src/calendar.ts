/**
 * Business days by an injected calendar: weekends and holidays are data that the embedder supplies.
 */
import { addDays, type LocalDate, partsOf, weekday } from './local-date.js'

/** A named calendar. `weekend` holds ISO weekdays (1 Monday to 7 Sunday); `moved` maps a day to another outright and goes first. @category policies @since 0.1.0 */
export interface BusinessCalendar {
  readonly id: string
  readonly weekend: ReadonlyArray<number>
  readonly holidays: ReadonlyArray<LocalDate>
  readonly moved?: Readonly<Record<string, LocalDate>>
}

/** Where a day goes that is no business day; `modified-following` turns back rather than leave the month. @category policies @since 0.1.0 */
export type DayShift = 'none' | 'following' | 'modified-following' | 'preceding'

/** Whether business is done on a day. @category policies @since 0.1.0 */
export const isBusinessDay = (date: LocalDate, calendar: BusinessCalendar): boolean =>
  !calendar.weekend.includes(weekday(date)) && !calendar.holidays.includes(date)

/**
 * The day that a shift gives for a date; a calendar without any business day within a year leaves it unmoved.
 *
 * @law a shifted day is a business day and shifting it again changes nothing
 * @category policies
 * @since 0.1.0
 */
export const shiftDay = (date: LocalDate, shift: DayShift, calendar: BusinessCalendar): LocalDate => {
  const moved = calendar.moved?.[date]
  if (moved !== undefined) return moved
  if (shift === 'none' || isBusinessDay(date, calendar)) return date
  if (shift === 'preceding') return walk(date, -1, calendar)
  const following = walk(date, 1, calendar)
  const leavesMonth = partsOf(following).month !== partsOf(date).month
  return shift === 'modified-following' && leavesMonth ? walk(date, -1, calendar) : following
}

const walk = (date: LocalDate, step: 1 | -1, calendar: BusinessCalendar): LocalDate => {
  for (let days = 1; days <= 366; days += 1) {
    const candidate = addDays(date, days * step)
    if (isBusinessDay(candidate, calendar)) return candidate
  }
  return date
}
