import { decimal } from '@quittance/kernel'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { promiseTolerance } from '../../src/index.js'

describe('promiseTolerance', () => {
  it('a tolerance lies between nothing and one minor unit less than all', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1_000_000_00 }),
        fc.nat(2_000_000_00),
        fc.nat(100_00),
        (amountMinor, toleranceMinor, unscaled) => {
          for (const terms of [{}, { toleranceMinor }, { tolerancePercent: { unscaled, scale: 2 } }]) {
            const minor = promiseTolerance(amountMinor, terms)
            expect(Number.isSafeInteger(minor) && minor >= 0 && minor < amountMinor).toBe(true)
          }
        },
      ),
    )
  })

  it('takes minor units as they stand and rounds percent half away from zero', () => {
    expect(promiseTolerance(500_00, {})).toBe(0)
    expect(promiseTolerance(500_00, { toleranceMinor: 2_00 })).toBe(2_00)
    expect(promiseTolerance(50, { tolerancePercent: decimal('1') })).toBe(1)
    expect(promiseTolerance(49, { tolerancePercent: decimal('1') })).toBe(0)
    expect(promiseTolerance(1, { toleranceMinor: 5 })).toBe(0)
  })
})
