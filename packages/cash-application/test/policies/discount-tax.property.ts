import { decimal } from '@quittance/kernel'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { discountTax, type OfferedDiscount, type OwedItem } from '../../src/index.js'
import { item } from '../room.js'

const offered = (taxMode: OfferedDiscount['taxMode']): OfferedDiscount => ({
  taxMode,
  baseMinor: 1,
  graceDays: 0,
  tiers: [],
})
const modes = fc.constantFrom<OfferedDiscount['taxMode']>('reduce-on-payment', 'always-reduced', 'never-reduced')
const minor = fc.oneof(fc.constantFrom(0, 1, 2), fc.nat(100_00))
const items: fc.Arbitrary<OwedItem> = fc
  .tuple(modes, minor, fc.array(minor, { maxLength: 4 }))
  .map(([mode, netMinor, taxes]) =>
    item('A', {
      netMinor,
      taxes: taxes.map((taxMinor, index) => ({ category: 'S', ratePercent: decimal(String(index)), taxMinor })),
      discount: offered(mode),
    }),
  )

describe('discountTax', () => {
  it('the parts of a discount add up to it', () => {
    fc.assert(
      fc.property(items, fc.nat(1000), (owed, permille) => {
        const gross = owed.netMinor + owed.taxes.reduce((so, { taxMinor }) => so + taxMinor, 0)
        const discountMinor = Math.floor((gross * permille) / 1000)
        const { netMinor, taxReductions } = discountTax(owed, discountMinor)
        expect(taxReductions.reduce((so, { taxMinor }) => so + taxMinor, netMinor)).toBe(discountMinor)
        for (const { taxMinor } of taxReductions) expect(taxMinor).toBeGreaterThanOrEqual(0)
        expect(netMinor).toBeGreaterThanOrEqual(0)
        if (owed.discount?.taxMode !== 'reduce-on-payment') expect(taxReductions).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  it('moves the tax with the payment in proportion', () => {
    expect(discountTax(item('A'), 2_38)).toEqual({
      netMinor: 2_00,
      taxReductions: [{ category: 'S', ratePercent: decimal('19'), taxMinor: 38 }],
    })
  })
})
