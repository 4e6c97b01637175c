import { addDays, localDate } from '@quittance/kernel'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lastClearDay } from '../../../src/index.js'

const start = localDate('2026-01-01')
const on = fc.nat(30).map((days) => addDays(start, days))
const items = fc.array(
  fc.record({
    instalments: fc.array(fc.record({ dueOn: on, amountMinor: fc.integer({ min: 1, max: 9 }) }), { maxLength: 3 }),
    decreases: fc.array(fc.record({ on, amountMinor: fc.integer({ min: 1, max: 9 }) }), { maxLength: 3 }),
  }),
  { maxLength: 4 },
)

describe('lastClearDay', () => {
  it('a count goes on while anything is past due', () => {
    fc.assert(
      fc.property(items, on, (all, until) => {
        const sum = (amounts: ReadonlyArray<{ readonly amountMinor: number }>): number =>
          amounts.reduce((so, { amountMinor }) => so + amountMinor, 0)
        const isClear = (day: string): boolean =>
          all.every(
            ({ instalments, decreases }) =>
              sum(instalments.filter(({ dueOn }) => dueOn < day)) <= sum(decreases.filter((one) => one.on <= day)),
          )
        let day = until
        while (!isClear(day)) day = addDays(day, -1)
        expect(lastClearDay(all, until)).toBe(day)
      }),
    )
  })
})
