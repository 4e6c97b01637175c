/**
 * Exact fractions for rates and averages: a measure is worked out in whole numbers, and rounded once, where it is
 * shown. Where there is nothing to divide by there is no fraction, which is not the same as 0.
 */
import type { Decimal } from './decimal.js'
import { divideRounded, toSafe } from './rounding.js'

/** In lowest terms, the denominator greater than zero. @category model @since 0.1.0 */
export interface Fraction {
  readonly numerator: bigint
  readonly denominator: bigint
}

/**
 * A quotient in lowest terms; `null` where the divisor is zero, never 0 and never infinity.
 *
 * @law a fraction times its divisor is its dividend
 * @example
 * fraction(6, -4) // => { numerator: -3n, denominator: 2n }
 * @category model
 * @since 0.1.0
 */
export const fraction = (dividend: bigint | number, divisor: bigint | number): Fraction | null => {
  const [over, under] = [BigInt(dividend), BigInt(divisor)]
  return under === 0n ? null : lowest(over, under)
}

/** A whole number as a fraction. @example wholeFraction(3) // => { numerator: 3n, denominator: 1n } @category model @since 0.1.0 */
export const wholeFraction = (whole: bigint | number): Fraction => ({ numerator: BigInt(whole), denominator: 1n })

/** A decimal as a fraction. @example fractionOfDecimal({ unscaled: 25, scale: 1 }) // => { numerator: 5n, denominator: 2n } @category model @since 0.1.0 */
export const fractionOfDecimal = ({ unscaled, scale }: Decimal): Fraction =>
  lowest(BigInt(unscaled), 10n ** BigInt(scale))

/** The sum. @law sums and differences of fractions are undone by each other @category model @since 0.1.0 */
export const addFractions = (a: Fraction, b: Fraction): Fraction =>
  lowest(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator)

/** What is left of the first when the second is taken off. @law sums and differences of fractions are undone by each other @category model @since 0.1.0 */
export const subtractFractions = (a: Fraction, b: Fraction): Fraction =>
  addFractions(a, { numerator: -b.numerator, denominator: b.denominator })

/** The product. @law a fraction times its divisor is its dividend @category model @since 0.1.0 */
export const multiplyFractions = (a: Fraction, b: Fraction): Fraction =>
  lowest(a.numerator * b.numerator, a.denominator * b.denominator)

/** Negative, zero or positive as a is less than, equal to or greater than b. @example compareFractions(wholeFraction(1), { numerator: 3n, denominator: 2n }) // => -1 @category model @since 0.1.0 */
export const compareFractions = (a: Fraction, b: Fraction): number => {
  const [left, right] = [a.numerator * b.denominator, b.numerator * a.denominator]
  return left < right ? -1 : left > right ? 1 : 0
}

/**
 * The value to so many places, rounded once, half away from zero.
 *
 * @example
 * roundFraction({ numerator: 1n, denominator: 3n }, 4) // => { unscaled: 3333, scale: 4 }
 * @category model
 * @since 0.1.0
 */
export const roundFraction = ({ numerator, denominator }: Fraction, places: number): Decimal => ({
  unscaled: toSafe(divideRounded(numerator * 10n ** BigInt(places), denominator)),
  scale: places,
})

const lowest = (numerator: bigint, denominator: bigint): Fraction => {
  const sign = denominator < 0n ? -1n : 1n
  const shared = greatestShared(numerator < 0n ? -numerator : numerator, denominator * sign)
  return { numerator: (numerator * sign) / shared, denominator: (denominator * sign) / shared }
}

const greatestShared = (a: bigint, b: bigint): bigint => {
  let [larger, smaller] = [a, b]
  while (smaller > 0n) [larger, smaller] = [smaller, larger % smaller]
  return larger
}
