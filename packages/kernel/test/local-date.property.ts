import { businessDays } from '@quittance/testkit'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  addMonths,
  dateOf,
  daysBetween,
  daysInMonth,
  earlierOf,
  endOfMonth,
  epochDay,
  fromEpochDay,
  isLocalDate,
  laterOf,
  localDate,
  partsOf,
  weekday,
} from '../src/index.js'

const first = -719_162 // 0001-01-01
const last = 2_932_896 // 9999-12-31
const anyEpochDay = fc.integer({ min: first, max: last })
const utc = (days: number): Date => new Date(days * 86_400_000)

describe('business days', () => {
  it('epochDay and fromEpochDay are inverse, and agree with UTC', () => {
    fc.assert(
      fc.property(anyEpochDay, (days) => {
        const date = fromEpochDay(days)
        expect(epochDay(date)).toBe(days)
        expect(date).toBe(utc(days).toISOString().slice(0, 10))
        expect(weekday(date)).toBe(utc(days).getUTCDay() || 7)
      }),
      { numRuns: 500 },
    )
  })

  it('sort as text', () => {
    fc.assert(
      fc.property(anyEpochDay, anyEpochDay, (a, b) => {
        const [x, y] = [fromEpochDay(a), fromEpochDay(b)]
        expect(x < y).toBe(a < b)
        expect([earlierOf(x, y), laterOf(x, y)]).toEqual([x, y].sort())
        expect(daysBetween(x, y)).toBe(b - a)
      }),
    )
  })

  it('a month later is the same day of the month, or the last day where there is none', () => {
    fc.assert(
      fc.property(businessDays, fc.integer({ min: -60, max: 60 }), (date, months) => {
        const { year, month, day } = partsOf(date)
        const target = new Date(Date.UTC(year, month - 1 + months, 1))
        const length = daysInMonth(target.getUTCFullYear(), target.getUTCMonth() + 1)
        expect(addMonths(date, months)).toBe(
          dateOf(target.getUTCFullYear(), target.getUTCMonth() + 1, Math.min(day, length)),
        )
      }),
    )
  })

  it('the day after the end of a month is the first of the next', () => {
    fc.assert(
      fc.property(businessDays, (date) => {
        const end = endOfMonth(date)
        expect(end >= date && end.slice(0, 7) === date.slice(0, 7)).toBe(true)
        expect(partsOf(addDays(end, 1)).day).toBe(1)
      }),
    )
  })

  it('a text is a day exactly when the calendar has it', () => {
    const numbers = fc.tuple(
      fc.integer({ min: 0, max: 2100 }),
      fc.integer({ min: 0, max: 13 }),
      fc.integer({ min: 0, max: 32 }),
    )
    fc.assert(
      fc.property(numbers, ([year, month, day]) => {
        const pad = (value: number, length: number): string => String(value).padStart(length, '0')
        const text = `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`
        const parsed = new Date(`${text}T00:00:00Z`)
        const real = year > 0 && !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(text)
        expect(isLocalDate(text)).toBe(real)
      }),
    )
  })

  it('stop at the ends of the calendar', () => {
    expect(addDays(localDate('9999-12-31'), -1)).toBe('9999-12-30')
    expect(() => addDays(localDate('9999-12-31'), 1)).toThrow('Invariant broken')
    expect(() => addDays(localDate('0001-01-01'), -1)).toThrow('Invariant broken')
    expect(() => localDate('2023-02-29')).toThrow('Invariant broken')
  })

  it.each(['2026-1-05', '2026-01-05T00:00:00Z', ' 2026-01-05', '2026-01-05\n', '26-01-05', ''])(
    'are never written "%s"',
    (text) => {
      expect(isLocalDate(text)).toBe(false)
    },
  )
})
