/**
 * Exact decimals for rates, unit prices and quantities: a whole number and how many of its digits stand
 * behind the point. Money itself is never a Decimal; it is whole minor units.
 */
import * as E from 'fp-ts/lib/Either.js'
import { invariant } from './invariant.js'
import { divideRounded, toSafe } from './rounding.js'

/** `unscaled x 10^-scale`; 0.1212 is `{ unscaled: 1212, scale: 4 }`. Scale 0 to 12. @category model @since 0.1.0 */
export interface Decimal {
  readonly unscaled: number
  readonly scale: number
}

/** Why a text is not a decimal. @category rejections @since 0.1.0 */
export type DecimalRefusal =
  { readonly _tag: 'NotANumber'; readonly text: string } | { readonly _tag: 'NumberOutOfRange'; readonly text: string }

/** The most digits behind the point. @category model @since 0.1.0 */
export const maxDecimalScale: number = 12

const pattern = /^([+-]?)(\d+)(?:\.(\d+))?$/

/**
 * Read a decimal from its written form, exactly; `1.50` keeps its two places. No exponents, no grouping.
 *
 * @rejects NotANumber when the text has another form, NumberOutOfRange when it has over 12 places or passes 2^53 - 1
 * @example
 * parseDecimal('0.1212') // => right({ unscaled: 1212, scale: 4 })
 * @category model
 * @since 0.1.0
 */
export const parseDecimal = (text: string): E.Either<DecimalRefusal, Decimal> => {
  const match = pattern.exec(text)
  if (match === null) return E.left({ _tag: 'NotANumber', text })
  const fraction = match[3] ?? ''
  const magnitude = Number(`${match[2]}${fraction}`)
  if (fraction.length > maxDecimalScale || !Number.isSafeInteger(magnitude))
    return E.left({ _tag: 'NumberOutOfRange', text })
  // `0 -` keeps minus zero out of the books.
  return E.right({ unscaled: match[1] === '-' ? 0 - magnitude : magnitude, scale: fraction.length })
}

/** A decimal that the programmer wrote down. @example decimal('2.5') // => { unscaled: 25, scale: 1 } @category model @since 0.1.0 */
export const decimal = (text: string): Decimal => {
  const parsed = parseDecimal(text)
  invariant(E.isRight(parsed), `"${text}" is a decimal number`)
  return parsed.right
}

/** The written form, with all its places. @example formatDecimal({ unscaled: -5, scale: 2 }) // => '-0.05' @category model @since 0.1.0 */
export const formatDecimal = ({ unscaled, scale }: Decimal): string => {
  const digits = String(Math.abs(unscaled)).padStart(scale + 1, '0')
  const whole = digits.slice(0, digits.length - scale)
  const sign = unscaled < 0 ? '-' : ''
  return scale === 0 ? `${sign}${whole}` : `${sign}${whole}.${digits.slice(digits.length - scale)}`
}

/** Ten to a whole power, exactly. */
const tenTo = (power: number): bigint => 10n ** BigInt(power)

/** Negative, zero or positive as a is less than, equal to or greater than b; 1.5 equals 1.50. @example compareDecimals(decimal('1.5'), decimal('1.50')) // => 0 @category model @since 0.1.0 */
export const compareDecimals = (a: Decimal, b: Decimal): number => {
  const scale = Math.max(a.scale, b.scale)
  const left = BigInt(a.unscaled) * tenTo(scale - a.scale)
  const right = BigInt(b.unscaled) * tenTo(scale - b.scale)
  return left < right ? -1 : left > right ? 1 : 0
}

/** The same value without trailing zeros: the form under which equal rates are the same key. @example normalDecimal(decimal('21.00')) // => { unscaled: 21, scale: 0 } @category model @since 0.1.0 */
export const normalDecimal = ({ unscaled, scale }: Decimal): Decimal => {
  let [value, places] = [unscaled, scale]
  while (places > 0 && value % 10 === 0) {
    value /= 10
    places -= 1
  }
  return { unscaled: value, scale: places }
}

/**
 * The product of decimals as a decimal of a stated scale, rounded once, half away from zero.
 *
 * @example
 * multiplyDecimals([decimal('100'), decimal('0.1212')], 2) // => { unscaled: 1212, scale: 2 }
 * @category model
 * @since 0.1.0
 */
export const multiplyDecimals = (factors: ReadonlyArray<Decimal>, scale: number): Decimal => {
  const product = factors.reduce((so, factor) => so * BigInt(factor.unscaled), 1n)
  const places = factors.reduce((so, factor) => so + factor.scale, 0)
  return {
    unscaled: toSafe(places > scale ? divideRounded(product, tenTo(places - scale)) : product * tenTo(scale - places)),
    scale,
  }
}

/**
 * So many percent of an amount in minor units, rounded half away from zero.
 *
 * @example
 * percentOf(1460_50, decimal('25')) // => 36513
 * @category model
 * @since 0.1.0
 */
export const percentOf = (minor: number, percent: Decimal): number =>
  toSafe(divideRounded(BigInt(minor) * BigInt(percent.unscaled), 100n * tenTo(percent.scale)))

/**
 * The amount that is 100 % when `minor` is what remains after so many percent came off: `minor / (1 - p)`.
 *
 * @param percent - at least 0 and below 100
 * @example
 * grossUp(49_00, decimal('2')) // => 5000
 * @category model
 * @since 0.1.0
 */
export const grossUp = (minor: number, percent: Decimal): number => {
  const whole = 100n * tenTo(percent.scale)
  const left = whole - BigInt(percent.unscaled)
  invariant(left > 0n, 'a discount is below 100 percent')
  return toSafe(divideRounded(BigInt(minor) * whole, left))
}
