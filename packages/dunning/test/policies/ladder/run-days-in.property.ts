import { addDays } from '@quittance/kernel'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type RunDays, runDaysIn } from '../../../src/index.js'
import { days, start } from '../../ladders.js'

const calendars: fc.Arbitrary<RunDays> = fc.oneof(
  fc.record({ _tag: fc.constant('EveryDays' as const), from: days, days: fc.integer({ min: 1, max: 20 }) }),
  fc.record({ _tag: fc.constant('Weekdays' as const), weekdays: fc.array(fc.integer({ min: 1, max: 7 })) }),
  fc.record({ _tag: fc.constant('DaysOfMonth' as const), days: fc.array(fc.integer({ min: 1, max: 31 })) }),
  fc.record({ _tag: fc.constant('ListedDays' as const), days: fc.array(days) }),
)

describe('runDaysIn', () => {
  it('law: the run days of two spans that meet are the run days of the whole', () => {
    fc.assert(
      fc.property(calendars, fc.nat(60), fc.nat(60), (calendar, first, second) => {
        const [between, end] = [addDays(start, first), addDays(start, first + second)]
        expect([...runDaysIn(calendar, start, between), ...runDaysIn(calendar, between, end)]).toEqual(
          runDaysIn(calendar, start, end),
        )
      }),
    )
  })
})
