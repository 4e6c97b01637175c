import { addDays, daysBetween, isBusinessDay } from '@quittance/kernel'
import { businessCalendars, businessDays } from '@quittance/testkit'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { windowEnd } from '../../src/index.js'

const units = fc.constantFrom('calendar-days' as const, 'business-days' as const)

describe('windowEnd', () => {
  it('the window never ends before the promised day, and a day more of grace never ends it earlier', () => {
    fc.assert(
      fc.property(businessDays, fc.nat(20), units, businessCalendars, (dueOn, graceDays, graceIn, calendar) => {
        const end = windowEnd(dueOn, { graceDays, graceIn }, calendar)
        const longer = windowEnd(dueOn, { graceDays: graceDays + 1, graceIn }, calendar)
        expect(end !== undefined && end >= dueOn && longer !== undefined && longer > end).toBe(true)
      }),
    )
  })

  it('holds just as many business days as were granted, and ends on one', () => {
    fc.assert(
      fc.property(businessDays, fc.integer({ min: 1, max: 15 }), businessCalendars, (dueOn, graceDays, calendar) => {
        const end = windowEnd(dueOn, { graceDays, graceIn: 'business-days' }, calendar) ?? dueOn
        const within = Array.from({ length: daysBetween(dueOn, end) }, (_, passed) => addDays(dueOn, passed + 1))
        expect(within.filter((on) => isBusinessDay(on, calendar)).length).toBe(graceDays)
        expect(isBusinessDay(end, calendar)).toBe(true)
      }),
    )
  })
})
