import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addExact, exactAmount, roundExact } from '../../../src/index.js'

const exact = fc
  .tuple(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), fc.bigInt({ min: 1n, max: 10n ** 9n }))
  .map(([numerator, denominator]) => exactAmount(numerator, denominator))

describe('exactAmount', () => {
  it('rounding an exact amount is off by half a minor unit at most', () => {
    fc.assert(
      fc.property(exact, (amount) => {
        const off = BigInt(roundExact(amount)) * amount.denominator - amount.numerator
        expect(2n * (off < 0n ? -off : off) <= amount.denominator).toBe(true)
      }),
    )
  })

  it('adds up to the same in any order', () => {
    fc.assert(
      fc.property(fc.array(exact, { maxLength: 6 }), (amounts) => {
        expect(addExact(amounts)).toEqual(addExact(amounts.toReversed()))
      }),
    )
  })

  it('keeps lowest terms', () => {
    expect(exactAmount(-6n, 4n)).toEqual({ numerator: -3n, denominator: 2n })
    expect(roundExact(exactAmount(-5n, 2n))).toBe(-3)
  })
})
