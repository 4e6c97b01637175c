/**
 * The day on which a part of the terms is due.
 */
import {
  addDays,
  addMonths,
  type BusinessCalendar,
  dateOf,
  type DayShift,
  daysInMonth,
  endOfMonth,
  type LocalDate,
  partsOf,
  shiftDay,
} from '@quittance/kernel'
import type { DueRule } from '../model.js'

/** The days that a rule may count from. @category model @since 0.1.0 */
export interface TermDates {
  readonly issuedOn: LocalDate
  /** Falls back to the issue date. */
  readonly deliveredOn?: LocalDate
}

/**
 * Compose the steps of a rule in their fixed order: base, months (clamped), weeks, days, end of month, day
 * of the next month (clamped), payment days. "30 days end of month" and "end of month plus 30" differ; the
 * composition is stored, never the label.
 *
 * @law shifting the base of a rule of days and weeks shifts the due day equally
 * @example
 * dueDate({ days: 30, endOfMonth: true }, { issuedOn: localDate('2013-01-18') }) // => '2013-02-28'
 * @category policies
 * @since 0.1.0
 */
export const dueDate = (rule: DueRule, dates: TermDates): LocalDate => {
  let date = rule.base === 'delivery-date' ? (dates.deliveredOn ?? dates.issuedOn) : dates.issuedOn
  if (rule.base === 'end-of-invoice-month') date = endOfMonth(date)
  date = addMonths(date, rule.months ?? 0)
  date = addDays(date, (rule.weeks ?? 0) * 7 + (rule.days ?? 0))
  if (rule.endOfMonth === true) date = endOfMonth(date)
  if (rule.dayOfNextMonth !== undefined) date = dayOfNextMonth(date, rule.dayOfNextMonth)
  return rule.paymentDays === undefined || rule.paymentDays.length === 0 ? date : paymentDay(date, rule.paymentDays)
}

/** A due day moved off a weekend or holiday; without a calendar it stays. @category policies @since 0.1.0 */
export const shiftedDueDate = (
  date: LocalDate,
  shift: DayShift | undefined,
  calendar: BusinessCalendar | undefined,
): LocalDate => (calendar === undefined ? date : shiftDay(date, shift ?? 'none', calendar))

const dayOfNextMonth = (date: LocalDate, wanted: number): LocalDate => {
  const { year, month } = partsOf(addMonths(dateOf(partsOf(date).year, partsOf(date).month, 1), 1))
  return dateOf(year, month, Math.min(wanted, daysInMonth(year, month)))
}

const paymentDay = (date: LocalDate, days: ReadonlyArray<number>): LocalDate => {
  const sorted = [...days].sort((a, b) => a - b)
  const { year, month, day } = partsOf(date)
  const wanted = sorted.find((candidate) => Math.min(candidate, daysInMonth(year, month)) >= day)
  return wanted === undefined
    ? dayOfNextMonth(date, sorted[0] as number)
    : dateOf(year, month, Math.min(wanted, daysInMonth(year, month)))
}
