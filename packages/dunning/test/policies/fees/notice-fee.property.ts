import { decimal } from '@quittance/kernel'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bandedFee, type FeeBand, noticeFee } from '../../../src/index.js'

const bands: ReadonlyArray<FeeBand> = [
  { fromMinor: 100_00, charge: { _tag: 'Fixed', amountMinor: 2_00 } },
  { fromMinor: 1000_00, charge: { _tag: 'Percent', percent: decimal('0.3') } },
]
const band: fc.Arbitrary<FeeBand> = fc.record({
  fromMinor: fc.nat(1000_00),
  charge: fc.oneof(
    fc.record({ _tag: fc.constant('Fixed' as const), amountMinor: fc.nat(50_00) }),
    fc.record({
      _tag: fc.constant('Percent' as const),
      percent: fc.nat(1000).map((unscaled) => ({ unscaled, scale: 2 })),
    }),
  ),
})

describe('noticeFee', () => {
  it('a fee is never negative, and none below the first band', () => {
    fc.assert(
      fc.property(fc.array(band, { maxLength: 4 }), fc.nat(2000_00), (some, amountMinor) => {
        const feeMinor = bandedFee(some, amountMinor)
        expect(feeMinor).toBeGreaterThanOrEqual(0)
        if (some.every(({ fromMinor }) => amountMinor < fromMinor)) expect(feeMinor).toBe(0)
      }),
    )
  })

  it('goes by level and amount, each band from its own amount on, whatever their order', () => {
    const rule = { _tag: 'BandedFee', levels: [{ level: 1, bands }] } as const
    const fees = (level: number, ...amounts: ReadonlyArray<number>) =>
      amounts.map((amountMinor) => noticeFee(rule, { currency: 'EUR', level, amountMinor }))
    expect(fees(1, 99_99, 100_00, 999_99, 1000_00, 2000_00)).toMatchObject(
      [0, 2_00, 2_00, 3_00, 6_00].map((right) => ({ right })),
    )
    expect(fees(2, 2000_00)).toMatchObject([{ right: 0 }])
    expect(bandedFee(bands.toReversed(), 2000_00)).toBe(6_00)
  })

  it('turns a fixed fee into the currency of the notice, and refuses to without a rate', () => {
    const rule = { _tag: 'FixedFee', currency: 'EUR', amountMinor: 5_00 } as const
    const dollars = { currency: 'USD', level: 1, amountMinor: 100_00 }
    expect(noticeFee(rule, { ...dollars, rate: decimal('1.5') })).toMatchObject({ right: 7_50 })
    expect(noticeFee(rule, { ...dollars, currency: 'JPY', rate: decimal('160') })).toMatchObject({ right: 800 })
    expect(noticeFee(rule, { ...dollars, currency: 'EUR' })).toMatchObject({ right: 5_00 })
    expect(noticeFee(rule, dollars)).toMatchObject({
      left: { _tag: 'FeeWithoutRate', feeCurrency: 'EUR', noticeCurrency: 'USD' },
    })
    expect(noticeFee({ _tag: 'NoFee' }, dollars)).toMatchObject({ right: 0 })
  })

  it('keeps a percentage between its least and its most', () => {
    const rule = { _tag: 'PercentFee', percent: decimal('1'), leastMinor: 2_00, mostMinor: 10_00 } as const
    const fee = (amountMinor: number) => noticeFee(rule, { currency: 'EUR', level: 1, amountMinor })
    expect([50_00, 500_00, 5000_00].map(fee)).toMatchObject([2_00, 5_00, 10_00].map((right) => ({ right })))
  })
})
