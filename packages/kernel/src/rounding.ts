/**
 * Rounding, half away from zero, on whole numbers only: 0.5 becomes 1 and -0.5 becomes -1, so that an
 * invoice and its full credit note cancel exactly (law P-09).
 */
import { invariant } from './invariant.js'

/**
 * Divide and round half away from zero, exactly.
 *
 * @param divisor - greater than zero
 * @law rounding is odd: round(-x) = -round(x)
 * @example
 * divideRounded(-5n, 2n) // => -3n
 * @category model
 * @since 0.1.0
 */
export const divideRounded = (dividend: bigint, divisor: bigint): bigint => {
  invariant(divisor > 0n, 'a divisor is greater than zero')
  const magnitude = dividend < 0n ? -dividend : dividend
  const rounded = (magnitude * 2n + divisor) / (divisor * 2n)
  return dividend < 0n ? -rounded : rounded
}

/**
 * A whole number back from exact arithmetic; beyond 2^53 - 1 is a broken invariant, never a silent loss.
 *
 * @category model
 * @since 0.1.0
 */
export const toSafe = (value: bigint): number => {
  const number = Number(value)
  invariant(Number.isSafeInteger(number), `${value} is beyond the safe range of whole numbers`)
  return number
}

/**
 * `minor x numerator / denominator`, rounded half away from zero.
 *
 * @example
 * scaleMinor(100_00, 1, 3) // => 3333
 * @category model
 * @since 0.1.0
 */
export const scaleMinor = (minor: number, numerator: number, denominator: number): number => {
  if (denominator < 0) return scaleMinor(minor, -numerator, -denominator)
  return toSafe(divideRounded(BigInt(minor) * BigInt(numerator), BigInt(denominator)))
}

/** The sum of minor units, checked: a sum beyond 2^53 - 1 is a broken invariant. @example sumMinor([1, 2, 3]) // => 6 @category model @since 0.1.0 */
export const sumMinor = (amounts: Iterable<number>): number => {
  let total = 0
  for (const amount of amounts) total += amount
  invariant(Number.isSafeInteger(total), 'a sum of money stays within the safe range of whole numbers')
  return total
}
