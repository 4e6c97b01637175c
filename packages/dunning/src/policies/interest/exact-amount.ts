/**
 * Amounts before they are rounded: a fraction of minor units. Interest is added up as fractions and rounded at the end,
 * so that a period cut into pieces comes to the same.
 */
import { divideRounded, invariant, toSafe } from '@quittance/kernel'

/** `numerator / denominator` minor units, in lowest terms; the denominator is greater than zero. @category model @since 0.1.0 */
export interface ExactAmount {
  readonly numerator: bigint
  readonly denominator: bigint
}

const greatestDivisor = (a: bigint, b: bigint): bigint => (b === 0n ? a : greatestDivisor(b, a % b))

/**
 * A fraction in lowest terms.
 *
 * @param denominator - greater than zero
 * @example
 * exactAmount(6n, 4n) // => { numerator: 3n, denominator: 2n }
 * @category model
 * @since 0.1.0
 */
export const exactAmount = (numerator: bigint, denominator: bigint): ExactAmount => {
  invariant(denominator > 0n, 'a denominator is greater than zero')
  const divisor = greatestDivisor(numerator < 0n ? -numerator : numerator, denominator)
  return { numerator: numerator / divisor, denominator: denominator / divisor }
}

/** Nothing, exactly. @category model @since 0.1.0 */
export const exactZero: ExactAmount = { numerator: 0n, denominator: 1n }

/** The sum of fractions. @example addExact([exactAmount(1n, 2n), exactAmount(1n, 3n)]) // => { numerator: 5n, denominator: 6n } @category model @since 0.1.0 */
export const addExact = (amounts: ReadonlyArray<ExactAmount>): ExactAmount =>
  amounts.reduce(
    (so, one) =>
      exactAmount(so.numerator * one.denominator + one.numerator * so.denominator, so.denominator * one.denominator),
    exactZero,
  )

/**
 * Whole minor units, half away from zero.
 *
 * @law rounding an exact amount is off by half a minor unit at most
 * @example
 * roundExact(exactAmount(5n, 2n)) // => 3
 * @category model
 * @since 0.1.0
 */
export const roundExact = ({ numerator, denominator }: ExactAmount): number =>
  toSafe(divideRounded(numerator, denominator))
