import { addDays, localDate } from '@quittance/kernel'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { planDay } from '../../../src/index.js'

const today = localDate('2026-06-30')
const work = fc
  .array(fc.integer({ min: -2, max: 90 }), { maxLength: 12 })
  .map((ages) => ages.map((age, index) => ({ customer: `c${index}`, waitingSince: addDays(today, -age) })))

describe('planDay', () => {
  it('planned and deferred work is all work, each once', () => {
    fc.assert(
      fc.property(work, fc.nat(15), (all, capacity) => {
        const { planned, deferred } = planDay(all, capacity, today)
        expect(planned).toEqual(all.slice(0, capacity))
        expect([...planned, ...deferred].map(({ customer }) => customer).toSorted()).toEqual(
          all.map(({ customer }) => customer).toSorted(),
        )
        const ages = deferred.map(({ waitingDays }) => waitingDays)
        expect(ages).toEqual(ages.toSorted((a, b) => b - a))
        expect(Math.min(0, ...ages)).toBe(0)
      }),
    )
  })

  it('lists what has waited longest first', () => {
    const of = (customer: string, age: number) => ({ customer, waitingSince: addDays(today, -age) })
    const { deferred } = planDay([of('a', 1), of('c', 3), of('d', 9), of('b', 3)], 1, today)
    expect(deferred.map(({ customer, waitingDays }) => [customer, waitingDays])).toEqual([
      ['d', 9],
      ['b', 3],
      ['c', 3],
    ])
  })
})
