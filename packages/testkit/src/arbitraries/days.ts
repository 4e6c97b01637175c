/**
 * Business days and calendars, with a liking for month ends, leap days and turns of the year.
 */
import {
  addDays,
  type BusinessCalendar,
  dateOf,
  daysInMonth,
  fromEpochDay,
  type LocalDate,
  localDate,
} from '@quittance/kernel'
import * as fc from 'fast-check'

const from = Date.UTC(1996, 0, 1) / 86_400_000
const to = Date.UTC(2044, 11, 31) / 86_400_000

const monthEnds: fc.Arbitrary<LocalDate> = fc
  .tuple(fc.integer({ min: 1996, max: 2044 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 0, max: 3 }))
  .map(([year, month, before]) => dateOf(year, month, daysInMonth(year, month) - before))

const turns: fc.Arbitrary<LocalDate> = fc.constantFrom(
  ...['2000-02-29', '2024-02-28', '2024-02-29', '2024-03-01', '2023-02-28', '2025-12-31', '2026-01-01'].map(localDate),
)

/** Business days of the years 1996 to 2044. @category arbitraries @since 0.1.0 */
export const businessDays: fc.Arbitrary<LocalDate> = fc.oneof(
  fc.integer({ min: from, max: to }).map(fromEpochDay),
  monthEnds,
  turns,
)

/** Calendars with a weekend of none to two days and holidays round some day; business is done on most days of each. @category arbitraries @since 0.1.0 */
export const businessCalendars: fc.Arbitrary<BusinessCalendar> = fc
  .record({
    weekend: fc.constantFrom<ReadonlyArray<number>>([6, 7], [5, 6], [7], []),
    around: businessDays,
    offsets: fc.uniqueArray(fc.integer({ min: 0, max: 12 }), { maxLength: 8 }),
  })
  .map(({ weekend, around, offsets }) => ({
    id: 'made-up',
    weekend,
    holidays: offsets.map((offset) => addDays(around, offset)),
  }))
