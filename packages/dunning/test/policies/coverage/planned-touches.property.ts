import { addDays, type LocalDate, localDate } from '@quittance/kernel'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CoverageFloor, coverageFloor, longestGapDays, nextTouchBy, plannedTouches } from '../../../src/index.js'

const today = localDate('2026-06-30')
const floors: fc.Arbitrary<CoverageFloor> = fc
  .tuple(fc.integer({ min: 1, max: 4 }), fc.nat(40))
  .map(([touches, more]) => ({ touches, periodDays: touches + more }))

describe('plannedTouches', () => {
  it('no account past due has fewer touches in a full period than the floor', () => {
    fc.assert(
      fc.property(floors, fc.nat(90), fc.option(fc.nat(90), { nil: undefined }), (floor, since, last) => {
        const lastOn = last === undefined ? undefined : addDays(today, -last)
        const to = addDays(today, 120)
        const planned = plannedTouches(addDays(today, -since), lastOn, { from: today, to }, floor)
        const made: ReadonlyArray<LocalDate> = [...(lastOn === undefined ? [] : [lastOn]), ...planned]
        for (let start = today; addDays(start, floor.periodDays - 1) <= to; start = addDays(start, 1)) {
          const end = addDays(start, floor.periodDays - 1)
          expect(made.filter((day) => day >= start && day <= end).length).toBeGreaterThanOrEqual(floor.touches)
        }
        expect(planned.every((day) => day >= today && day <= to)).toBe(true)
        expect(new Set(planned).size).toBe(planned.length)
      }),
    )
  })

  it('makes up on the first day for what was missed, and counts on from the last touch', () => {
    const stretch = { from: today, to: addDays(today, 60) }
    const since = addDays(today, -100)
    expect(plannedTouches(since, undefined, stretch)).toEqual([today, addDays(today, 30), addDays(today, 60)])
    expect(plannedTouches(since, addDays(today, -10), stretch)).toEqual([addDays(today, 20), addDays(today, 50)])
  })

  it('does not count a touch from before the account was past due', () => {
    expect(nextTouchBy(today, addDays(today, -1))).toBe(today)
    expect(nextTouchBy(today, today)).toBe(addDays(today, 30))
    expect(longestGapDays(coverageFloor)).toBe(30)
  })
})
