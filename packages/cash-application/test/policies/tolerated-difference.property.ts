import { decimal } from '@quittance/kernel'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { beyondTolerance, type DifferenceLimit, toleratedMinor } from '../../src/index.js'
import { day } from '../room.js'

const amounts = fc.oneof(fc.constantFrom(1, 9_99, 10_00, 10_01), fc.integer({ min: 1, max: 40_00 }))
const limits: fc.Arbitrary<DifferenceLimit> = fc.record(
  {
    maxMinor: fc.integer({ min: 0, max: 20_00 }),
    maxPercent: fc.constantFrom(decimal('0'), decimal('0.5'), decimal('1'), decimal('10')),
    period: fc.record({ from: fc.constant(day('2026-01-01')), maxMinor: fc.integer({ min: 0, max: 40_00 }) }),
  },
  { requiredKeys: ['maxMinor'] },
)
const given = { itemId: 'A', reason: 'small-difference', owedMinor: 1000_00 } as const

describe('what is tolerated of an item', () => {
  it('the smaller of amount and percentage counts', () => {
    expect(toleratedMinor({ maxMinor: 20_00, maxPercent: decimal('1') }, 1000_00)).toBe(10_00)
    expect(toleratedMinor({ maxMinor: 5_00, maxPercent: decimal('1') }, 1000_00)).toBe(5_00)
    expect(toleratedMinor({ maxMinor: 5_00 }, 1)).toBe(5_00)
    expect(toleratedMinor(undefined, 1000_00)).toBe(0)
    fc.assert(
      fc.property(limits, fc.nat(10_000_00), (limit, owedMinor) => {
        const minor = toleratedMinor(limit, owedMinor)
        expect(minor).toBeLessThanOrEqual(limit.maxMinor)
        if (limit.maxPercent !== undefined)
          expect(minor).toBeLessThanOrEqual(toleratedMinor({ ...limit, maxMinor: Number.MAX_SAFE_INTEGER }, owedMinor))
      }),
    )
  })

  it('tolerance never stacks on an item beyond its limit', () => {
    fc.assert(
      fc.property(limits, fc.array(amounts, { minLength: 1, maxLength: 8 }), (limit, asked) => {
        let takenMinor = 0
        for (const amountMinor of asked) {
          const refused = beyondTolerance({ ...given, amountMinor, takenMinor, takenInPeriodMinor: takenMinor }, limit)
          if (refused === undefined) takenMinor += amountMinor
          else expect(takenMinor + amountMinor > refused.limitMinor).toBe(true)
        }
        expect(takenMinor).toBeLessThanOrEqual(toleratedMinor(limit, given.owedMinor))
        expect(takenMinor).toBeLessThanOrEqual(limit.period?.maxMinor ?? takenMinor)
      }),
    )
  })

  it('says whether the item or the period is used up, the item first', () => {
    const limit = { maxMinor: 10_00, period: { from: day('2026-01-01'), maxMinor: 12_00 } }
    const asked = { ...given, amountMinor: 4_00 }
    expect(beyondTolerance({ ...asked, takenMinor: 6_00, takenInPeriodMinor: 8_00 }, limit)).toBeUndefined()
    expect(beyondTolerance({ ...asked, takenMinor: 6_01, takenInPeriodMinor: 9_00 }, limit)).toMatchObject({
      scope: 'item',
      limitMinor: 10_00,
      takenMinor: 6_01,
    })
    expect(beyondTolerance({ ...asked, takenMinor: 0, takenInPeriodMinor: 8_01 }, limit)).toMatchObject({
      scope: 'period',
      limitMinor: 12_00,
      takenMinor: 8_01,
    })
    expect(beyondTolerance({ ...asked, takenMinor: 0, takenInPeriodMinor: 0 }, undefined)).toMatchObject({
      scope: 'item',
      limitMinor: 0,
    })
  })
})
