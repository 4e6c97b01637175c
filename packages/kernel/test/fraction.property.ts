import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addFractions,
  compareFractions,
  decimal,
  type Fraction,
  fraction,
  fractionOfDecimal,
  multiplyFractions,
  roundFraction,
  subtractFractions,
  wholeFraction,
} from '../src/index.js'

const whole = fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n })
const divisor = fc.oneof(whole, fc.bigInt({ min: -12n, max: 12n })).filter((number) => number !== 0n)
const must = (one: Fraction | null): Fraction => {
  if (one === null) throw new Error('there is something to divide by')
  return one
}
const some = fc.tuple(whole, divisor).map(([over, under]) => must(fraction(over, under)))

describe('fractions', () => {
  it('a fraction times its divisor is its dividend', () => {
    fc.assert(
      fc.property(whole, divisor, (over, under) => {
        const one = must(fraction(over, under))
        expect(one.denominator > 0n).toBe(true)
        expect(multiplyFractions(one, wholeFraction(under))).toEqual(wholeFraction(over))
      }),
    )
  })

  it('sums and differences of fractions are undone by each other', () => {
    fc.assert(
      fc.property(some, some, (a, b) => {
        expect(subtractFractions(addFractions(a, b), b)).toEqual(a)
        expect(compareFractions(a, b)).toBe(-compareFractions(b, a) + 0)
        expect(compareFractions(addFractions(a, b), a)).toBe(compareFractions(b, wholeFraction(0)))
      }),
    )
  })

  it('have no value where there is nothing to divide by', () => {
    expect(fraction(5, 0)).toBeNull()
    expect(fraction(0, 0)).toBeNull()
    expect(fraction(0, -7)).toEqual({ numerator: 0n, denominator: 1n })
  })

  it('are rounded half away from zero, once', () => {
    expect(roundFraction(must(fraction(-1, 8)), 2)).toEqual(decimal('-0.13'))
    expect(roundFraction(must(fraction(1, 3)), 4)).toEqual(decimal('0.3333'))
    expect(roundFraction(fractionOfDecimal(decimal('2.50')), 0)).toEqual(decimal('3'))
    expect(fractionOfDecimal(decimal('2.50'))).toEqual(must(fraction(5, 2)))
  })
})
