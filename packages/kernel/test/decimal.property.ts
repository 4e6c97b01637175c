import { anyMinor, decimals, percents } from '@quittance/testkit'
import * as fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import {
  compareDecimals,
  decimal,
  type Decimal,
  formatDecimal,
  grossUp,
  multiplyDecimals,
  normalDecimal,
  parseDecimal,
  percentOf,
} from '../src/index.js'

/** The value on a common scale of twelve places, exactly. */
const exact = ({ unscaled, scale }: Decimal): bigint => BigInt(unscaled) * 10n ** BigInt(12 - scale)

describe('decimals', () => {
  it('are read as they are written, places and all', () => {
    fc.assert(
      fc.property(decimals, (value) => {
        expect(parseDecimal(formatDecimal(value))).toEqual(E.right(value))
      }),
    )
  })

  it('compare by value, whatever their places', () => {
    fc.assert(
      fc.property(decimals, decimals, (a, b) => {
        const [x, y] = [exact(a), exact(b)]
        expect(compareDecimals(a, b)).toBe(x < y ? -1 : x > y ? 1 : 0)
      }),
    )
  })

  it('have one normal form for one value', () => {
    fc.assert(
      fc.property(decimals, (value) => {
        const normal = normalDecimal(value)
        expect(exact(normal)).toBe(exact(value))
        expect(normalDecimal(normal)).toEqual(normal)
        expect(normal.scale === 0 || normal.unscaled % 10 !== 0).toBe(true)
      }),
    )
  })

  it('multiply to within half of the last place, and half goes away from zero', () => {
    const small = fc.record({ unscaled: fc.integer({ min: -1e6, max: 1e6 }), scale: fc.integer({ min: 0, max: 5 }) })
    fc.assert(
      fc.property(small, small, fc.integer({ min: 0, max: 4 }), (a, b, scale) => {
        const product = BigInt(a.unscaled) * BigInt(b.unscaled)
        const rounded = BigInt(multiplyDecimals([a, b], scale).unscaled)
        // Both on the scale of ten places, so that whole numbers are compared.
        const off = rounded * 10n ** BigInt(10 - scale) - product * 10n ** BigInt(10 - a.scale - b.scale)
        const half = 10n ** BigInt(10 - scale)
        expect(2n * (off < 0n ? -off : off) <= half).toBe(true)
        if (2n * (off < 0n ? -off : off) === half && half > 1n) expect(off > 0n === product > 0n).toBe(true)
      }),
    )
  })

  it('a percent of an amount is odd: the credit note of a tax is the tax taken back', () => {
    fc.assert(
      fc.property(anyMinor(), percents, (minor, percent) => {
        expect(percentOf(0 - minor, percent)).toBe(0 - percentOf(minor, percent))
      }),
    )
  })

  it('grossing up finds an amount that the percent takes back to within a minor unit', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), percents, (minor, percent) => {
        const whole = grossUp(minor, percent)
        expect(Math.abs(whole - percentOf(whole, percent) - minor)).toBeLessThanOrEqual(1)
        expect(whole).toBeGreaterThanOrEqual(minor)
      }),
    )
  })
})

describe('parseDecimal', () => {
  it.each(['1e5', '1.', '.5', '', '1,5', '0x1', ' 1'])('refuses "%s" as no number', (text) => {
    expect(parseDecimal(text)).toEqual(E.left({ _tag: 'NotANumber', text }))
  })

  it('takes twelve places and refuses thirteen', () => {
    expect(parseDecimal('0.000000000001')).toEqual(E.right({ unscaled: 1, scale: 12 }))
    expect(parseDecimal('0.0000000000001')).toEqual(E.left({ _tag: 'NumberOutOfRange', text: '0.0000000000001' }))
  })

  it('stops a programmer who writes no number, and a discount of everything', () => {
    expect(() => decimal('ten')).toThrow('Invariant broken')
    expect(() => grossUp(1, decimal('100'))).toThrow('Invariant broken')
  })
})
