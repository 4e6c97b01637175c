import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { divideRounded, scaleMinor, sumMinor, toSafe } from '../src/index.js'

const dividends = fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n })
const divisors = fc.oneof(fc.bigInt({ min: 1n, max: 10n ** 15n }), fc.constantFrom(1n, 2n, 3n, 100n))

describe('rounding', () => {
  it('rounding is odd: round(-x) = -round(x)', () => {
    fc.assert(
      fc.property(dividends, divisors, (dividend, divisor) => {
        expect(divideRounded(-dividend, divisor)).toBe(-divideRounded(dividend, divisor))
      }),
    )
  })

  it('is off by half at most, and by exactly half only away from zero', () => {
    fc.assert(
      fc.property(dividends, divisors, (dividend, divisor) => {
        const off = divideRounded(dividend, divisor) * divisor - dividend
        const twice = 2n * (off < 0n ? -off : off)
        expect(twice <= divisor).toBe(true)
        if (twice === divisor) expect(off > 0n).toBe(dividend > 0n)
      }),
    )
  })

  it('a share of an amount does not care on which side of the fraction the sign stands', () => {
    const part = fc.integer({ min: 1, max: 100_000 })
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), part, part, (minor, numerator, denominator) => {
        expect(scaleMinor(minor, -numerator, -denominator)).toBe(scaleMinor(minor, numerator, denominator))
        expect(scaleMinor(minor, numerator, -denominator)).toBe(scaleMinor(minor, -numerator, denominator))
      }),
    )
  })

  it('stops beyond the safe range rather than lose a minor unit', () => {
    expect(() => toSafe(2n ** 53n)).toThrow('Invariant broken')
    expect(() => sumMinor([Number.MAX_SAFE_INTEGER, 1])).toThrow('Invariant broken')
    expect(() => divideRounded(1n, 0n)).toThrow('Invariant broken')
  })
})
