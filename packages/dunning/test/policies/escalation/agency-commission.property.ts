import { addDays, decimal, localDate } from '@quittance/kernel'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { agencyCommission, inAgencyWindow, type Placement } from '../../../src/index.js'

const day = localDate('2026-05-25')
const money = fc.array(
  fc
    .record({
      later: fc.integer({ min: -30, max: 90 }),
      amountMinor: fc.integer({ min: 1, max: 900_00 }),
      direct: fc.boolean(),
    })
    .map(({ later, ...one }) => ({ ...one, on: addDays(day, later) })),
  { maxLength: 6 },
)

describe('agencyCommission', () => {
  it('commission is owed on money in the window alone', () => {
    fc.assert(
      fc.property(money, fc.option(fc.nat(60), { nil: undefined }), fc.nat(20), (collected, recalled, tailDays) => {
        const placement: Placement = {
          placedOn: day,
          feePercent: decimal('25'),
          tailDays,
          ...(recalled === undefined ? {} : { recalledOn: addDays(day, recalled) }),
        }
        const inside = collected.filter(({ on }) => inAgencyWindow(placement, on))
        const of = agencyCommission(placement, collected)
        expect(of).toEqual(agencyCommission(placement, inside))
        expect(of.toReport).toEqual(inside.filter(({ direct }) => direct))
        expect(of.commissionMinor).toBeLessThanOrEqual(of.collectedMinor)
      }),
    )
  })

  it('counts the day of placement, and no more from the day of recall on', () => {
    const placement: Placement = { placedOn: day, recalledOn: addDays(day, 10), feePercent: decimal('20') }
    const counted = [-1, 0, 9, 10].map((later) => inAgencyWindow(placement, addDays(day, later)))
    expect(counted).toEqual([false, true, true, false])
    expect(inAgencyWindow({ ...placement, tailDays: 5 }, addDays(day, 14))).toBe(true)
    expect(inAgencyWindow({ ...placement, tailDays: 5 }, addDays(day, 15))).toBe(false)
  })
})
