import { addDays, daysBetween, endOfMonth, partsOf } from '@quittance/kernel'
import { businessDays, dayRules, dueRules } from '@quittance/testkit'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dueDate, type DueRule, shiftedDueDate } from '../../src/index.js'
import { day } from '../room.js'

describe('dueDate', () => {
  it('shifting the base of a rule of days and weeks shifts the due day equally', () => {
    fc.assert(
      fc.property(dayRules, businessDays, fc.integer({ min: -400, max: 400 }), (rule, issuedOn, days) => {
        const due = dueDate(rule, { issuedOn })
        expect(dueDate(rule, { issuedOn: addDays(issuedOn, days) })).toBe(addDays(due, days))
        expect(daysBetween(issuedOn, due)).toBe((rule.weeks ?? 0) * 7 + (rule.days ?? 0))
      }),
    )
  })

  it('is never before the day it counts from, unless the rule asks for payment days or a day of the month', () => {
    fc.assert(
      fc.property(dueRules, businessDays, fc.integer({ min: 0, max: 30 }), (rule, issuedOn, days) => {
        const deliveredOn = addDays(issuedOn, days)
        const from = rule.base === 'delivery-date' ? deliveredOn : issuedOn
        expect(dueDate(rule, { issuedOn, deliveredOn }) >= from).toBe(true)
      }),
    )
  })

  it('of an end of month is one, and of payment days is one of them or the last day of a short month', () => {
    fc.assert(
      fc.property(dueRules, businessDays, (rule, issuedOn) => {
        const due = dueDate(rule, { issuedOn })
        const { day: dayOfMonth } = partsOf(due)
        const lastDay = partsOf(endOfMonth(due)).day
        if (rule.paymentDays !== undefined && rule.paymentDays.length > 0)
          expect(rule.paymentDays.some((wanted) => Math.min(wanted, lastDay) === dayOfMonth)).toBe(true)
        else if (rule.dayOfNextMonth !== undefined) expect(dayOfMonth).toBe(Math.min(rule.dayOfNextMonth, lastDay))
        else if (rule.endOfMonth === true) expect(dayOfMonth).toBe(lastDay)
      }),
    )
  })

  it.each<readonly [string, DueRule, string, string]>([
    ['30 days, then the end of that month', { days: 30, endOfMonth: true }, '2013-01-18', '2013-02-28'],
    ['the end of the month, then 30 days', { base: 'end-of-invoice-month', days: 30 }, '2013-01-18', '2013-03-02'],
    ['one month from the last of January in a leap year', { months: 1 }, '2024-01-31', '2024-02-29'],
    ['the 31st of the next month, in February', { dayOfNextMonth: 31 }, '2026-01-31', '2026-02-28'],
    ['the next of the 10th and the 25th', { paymentDays: [25, 10] }, '2026-01-11', '2026-01-25'],
    ['on a payment day itself', { paymentDays: [10, 25] }, '2026-01-10', '2026-01-10'],
    ['after the last payment day of the month', { paymentDays: [10, 25] }, '2026-01-26', '2026-02-10'],
    ['payment day 31 in a short month', { paymentDays: [31] }, '2026-02-03', '2026-02-28'],
    [
      'without a delivery the date of the invoice serves',
      { base: 'delivery-date', days: 1 },
      '2026-02-28',
      '2026-03-01',
    ],
  ])('%s', (_, rule, issuedOn, due) => {
    expect(dueDate(rule, { issuedOn: day(issuedOn) })).toBe(due)
  })

  it('stays where it is without a calendar, and without a shift', () => {
    const calendar = { id: 'weekends', weekend: [6, 7], holidays: [] }
    expect(shiftedDueDate(day('2026-01-31'), 'following', undefined)).toBe('2026-01-31')
    expect(shiftedDueDate(day('2026-01-31'), undefined, calendar)).toBe('2026-01-31')
    expect(shiftedDueDate(day('2026-01-31'), 'following', calendar)).toBe('2026-02-02')
  })
})
