/**
 * The creditor's calendar day, without a clock and without a time zone: `YYYY-MM-DD`.
 *
 * Days are compared as text and counted as days since 1970-01-01, so no rule of money ever depends on
 * the machine's zone, locale or daylight saving. Years 0001 to 9999 of the proleptic Gregorian calendar.
 */
import type { Brand } from './brand.js'
import { invariant } from './invariant.js'

/** A business day as `YYYY-MM-DD`; sorts as text. @category model @since 0.1.0 */
export type LocalDate = Brand<string, 'LocalDate'>

/**
 * Whether a text is a real calendar day written `YYYY-MM-DD`; 30 February is not.
 *
 * @example
 * isLocalDate('2024-02-29') // => true
 * @category model
 * @since 0.1.0
 */
export const isLocalDate = (text: string): text is LocalDate => {
  if (text.length !== 10 || text[4] !== '-' || text[7] !== '-') return false
  const year = numberAt(text, 0, 4)
  const month = numberAt(text, 5, 7)
  const day = numberAt(text, 8, 10)
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
}

/** The number that ASCII digits write, or NaN. By code, not by pattern: every day of every fact is checked in a replay. */
const numberAt = (text: string, from: number, to: number): number => {
  let number = 0
  for (let at = from; at < to; at += 1) {
    const digit = text.charCodeAt(at) - 48
    if (digit < 0 || digit > 9) return Number.NaN
    number = number * 10 + digit
  }
  return number
}

/**
 * A day that the programmer wrote down; a text that may be wrong goes through `isLocalDate` first.
 *
 * @example
 * localDate('2026-02-28') // => '2026-02-28'
 * @category model
 * @since 0.1.0
 */
export const localDate = (text: string): LocalDate => {
  invariant(isLocalDate(text), `"${text}" is not a calendar day YYYY-MM-DD`)
  return text
}

/** Days in a month (1 to 12) of a year. @example daysInMonth(2028, 2) // => 29 @category model @since 0.1.0 */
export const daysInMonth = (year: number, month: number): number =>
  month === 2 ? (isLeapYear(year) ? 29 : 28) : month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31

const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

/** Year, month (1-12) and day (1-31) of a date. @category model @since 0.1.0 */
export interface CalendarParts {
  readonly year: number
  readonly month: number
  readonly day: number
}

/** The parts of a date. @example partsOf(localDate('2026-01-31')).day // => 31 @category model @since 0.1.0 */
export const partsOf = (date: LocalDate): CalendarParts => ({
  year: Number(date.slice(0, 4)),
  month: Number(date.slice(5, 7)),
  day: Number(date.slice(8, 10)),
})

/** A date from its parts, which must be a real day. @category model @since 0.1.0 */
export const dateOf = (year: number, month: number, day: number): LocalDate => {
  invariant(
    year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month),
    `${year}-${month}-${day} is not a calendar day`,
  )
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}` as LocalDate
}

/**
 * Days since 1970-01-01 (negative before).
 *
 * @law epochDay and fromEpochDay are inverse, and agree with UTC
 * @example
 * epochDay(localDate('1970-01-02')) // => 1
 * @category model
 * @since 0.1.0
 */
export const epochDay = (date: LocalDate): number => {
  // Digits are read by code: this runs once per fact in every replay.
  const digit = (at: number): number => date.charCodeAt(at) - 48
  const year = digit(0) * 1000 + digit(1) * 100 + digit(2) * 10 + digit(3)
  const month = digit(5) * 10 + digit(6)
  const day = digit(8) * 10 + digit(9)
  // Civil-from-days: the year starts in March so that the leap day is its last.
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146097 + dayOfEra - 719468
}

/** The date of a number of days since 1970-01-01. @example fromEpochDay(0) // => '1970-01-01' @category model @since 0.1.0 */
export const fromEpochDay = (days: number): LocalDate => {
  const z = days + 719468
  const era = Math.floor(z / 146097)
  const dayOfEra = z - era * 146097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shifted = Math.floor((5 * dayOfYear + 2) / 153)
  const day = dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1
  const month = shifted < 10 ? shifted + 3 : shifted - 9
  return dateOf(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
}

/** The day so many calendar days later (negative: earlier). @example addDays(localDate('2026-02-28'), 1) // => '2026-03-01' @category model @since 0.1.0 */
export const addDays = (date: LocalDate, days: number): LocalDate => fromEpochDay(epochDay(date) + days)

/**
 * The same day of the month so many months later, clamped to that month's last day.
 *
 * @example
 * addMonths(localDate('2028-01-31'), 1) // => '2028-02-29'
 * @category model
 * @since 0.1.0
 */
export const addMonths = (date: LocalDate, months: number): LocalDate => {
  const { year, month, day } = partsOf(date)
  const index = year * 12 + (month - 1) + months
  const [y, m] = [Math.floor(index / 12), (((index % 12) + 12) % 12) + 1]
  return dateOf(y, m, Math.min(day, daysInMonth(y, m)))
}

/** The last day of the date's month. @example endOfMonth(localDate('2026-02-03')) // => '2026-02-28' @category model @since 0.1.0 */
export const endOfMonth = (date: LocalDate): LocalDate => {
  const { year, month } = partsOf(date)
  return dateOf(year, month, daysInMonth(year, month))
}

/** Calendar days from one day to another; negative when the second is earlier. @example daysBetween(localDate('2026-01-01'), localDate('2026-01-31')) // => 30 @category model @since 0.1.0 */
export const daysBetween = (from: LocalDate, to: LocalDate): number => epochDay(to) - epochDay(from)

/** The day of the week, 1 = Monday to 7 = Sunday (ISO 8601). @example weekday(localDate('2026-11-23')) // => 1 @category model @since 0.1.0 */
export const weekday = (date: LocalDate): number => ((((epochDay(date) + 3) % 7) + 7) % 7) + 1

/** The later of two days. @category model @since 0.1.0 */
export const laterOf = (a: LocalDate, b: LocalDate): LocalDate => (a > b ? a : b)

/** The earlier of two days. @category model @since 0.1.0 */
export const earlierOf = (a: LocalDate, b: LocalDate): LocalDate => (a < b ? a : b)
