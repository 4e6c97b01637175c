import { businessCalendars, businessDays } from '@quittance/testkit'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, type BusinessCalendar, type DayShift, isBusinessDay, localDate, shiftDay } from '../src/index.js'

const shifts = fc.constantFrom<DayShift>('following', 'modified-following', 'preceding')
const near = fc
  .tuple(businessCalendars, businessDays, fc.integer({ min: -3, max: 15 }))
  .map(([calendar, day, offset]) => ({ calendar, date: addDays(calendar.holidays[0] ?? day, offset) }))

describe('shiftDay', () => {
  it('a shifted day is a business day and shifting it again changes nothing', () => {
    fc.assert(
      fc.property(near, shifts, ({ calendar, date }, shift) => {
        const shifted = shiftDay(date, shift, calendar)
        expect(isBusinessDay(shifted, calendar)).toBe(true)
        expect(shiftDay(shifted, shift, calendar)).toBe(shifted)
      }),
    )
  })

  it('passes over no business day on its way', () => {
    fc.assert(
      fc.property(near, ({ calendar, date }) => {
        const [following, preceding] = [shiftDay(date, 'following', calendar), shiftDay(date, 'preceding', calendar)]
        for (let day = date; day < following; day = addDays(day, 1)) expect(isBusinessDay(day, calendar)).toBe(false)
        for (let day = date; day > preceding; day = addDays(day, -1)) expect(isBusinessDay(day, calendar)).toBe(false)
      }),
    )
  })

  it('modified-following never leaves the month forwards', () => {
    fc.assert(
      fc.property(near, ({ calendar, date }) => {
        const shifted = shiftDay(date, 'modified-following', calendar)
        expect(shifted.slice(0, 7) <= date.slice(0, 7)).toBe(true)
      }),
    )
  })

  const weekends: BusinessCalendar = { id: 'weekends', weekend: [6, 7], holidays: [] }

  it('turns back on Saturday the 31st rather than reach the next month', () => {
    expect(shiftDay(localDate('2026-01-31'), 'modified-following', weekends)).toBe('2026-01-30')
    expect(shiftDay(localDate('2026-01-31'), 'following', weekends)).toBe('2026-02-02')
    expect(shiftDay(localDate('2026-01-31'), 'none', weekends)).toBe('2026-01-31')
  })

  it('goes where the calendar moves a day outright, before anything else', () => {
    const moved = { ...weekends, moved: { '2026-01-31': localDate('2026-01-29') } }
    expect(shiftDay(localDate('2026-01-31'), 'following', moved)).toBe('2026-01-29')
  })

  it('leaves a day where it is when a calendar has no business day', () => {
    const never: BusinessCalendar = { id: 'never', weekend: [1, 2, 3, 4, 5, 6, 7], holidays: [] }
    expect(shiftDay(localDate('2026-01-31'), 'following', never)).toBe('2026-01-31')
  })
})
