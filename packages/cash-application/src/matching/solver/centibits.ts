/**
 * Evidence is counted in hundredths of a bit. Logarithms and powers come from tables of whole numbers, never from
 * `Math.log` or `Math.pow`, so that every engine and every replay gets the same centibits.
 */
import { invariant } from '@quittance/kernel'
import { halvings, mantissasUp } from './centibit-tables.js'

/** What `powerOfHalf` calls one: 2^40. @category model @since 0.1.0 */
export const wholeWeight: number = 1_099_511_627_776

const mantissaBits = 52n

/**
 * How many centibits a count is worth: 100 times its logarithm to base 2, rounded down.
 *
 * @param count - a whole number of at least 1
 * @law centibits of a count are the exact logarithm rounded down
 * @example
 * log2Centibits(1000) // => 996
 * @category policies
 * @since 0.1.0
 */
export const log2Centibits = (count: number | bigint): number => {
  invariant(count > 0, 'only a count of at least 1 has a logarithm')
  if (typeof count === 'number') return ofNumber(count)
  const whole = count
  const bits = BigInt(bitLength(whole)) - 1n
  const mantissa = bits > mantissaBits ? whole >> (bits - mantissaBits) : whole << (mantissaBits - bits)
  return Number(bits) * 100 + lastAtMost(Number(mantissa))
}

/** The same for a safe number, moved up until it fills the mantissa. */
const ofNumber = (count: number): number => {
  const bits = count < 0x8000_0000 ? 31 - Math.clz32(count) : bitLength(BigInt(count)) - 1
  return bits * 100 + lastAtMost(count * (powersOfTwo[52 - bits] as number))
}

const powersOfTwo: readonly number[] = Array.from({ length: 53 }, (_, bits) => Number(1n << BigInt(bits)))

/**
 * How many centibits a ratio of two counts is worth, rounded down; below zero when the ratio is below one.
 *
 * @param over - both whole numbers of at least 1
 * @law centibits of a count are the exact logarithm rounded down
 * @example
 * log2RatioCentibits(1n, 4n) // => -200
 * @category policies
 * @since 0.1.0
 */
export const log2RatioCentibits = (over: bigint, under: bigint): number => {
  invariant(over > 0n && under > 0n, 'only counts of at least 1 have a ratio with a logarithm')
  // Enough places that the quotient, cut off, still has a full mantissa: cutting then changes no comparison.
  const places = Math.max(0, bitLength(under) - bitLength(over) + 1) + Number(mantissaBits) + 1
  return log2Centibits((over << BigInt(places)) / under) - places * 100
}

/**
 * The weight that is left after losing so many centibits: 2^(-d/100), as a whole number of parts of 2^40.
 *
 * @param centibits - a whole number >= 0
 * @returns parts of 2^40, rounded down beyond the first bit; 0 once less than one part is left
 * @law a hundred centibits halve a weight
 * @example
 * powerOfHalf(100) // => 549_755_813_888
 * @category policies
 * @since 0.1.0
 */
export const powerOfHalf = (centibits: number): number => {
  invariant(Number.isSafeInteger(centibits) && centibits >= 0, 'a weight loses a whole number of centibits')
  const odd = centibits % 100
  return Number(BigInt(halvings[odd] as number) >> BigInt((centibits - odd) / 100))
}

/**
 * The count that so many centibits stand for, about; infinite from 2^100 on. For comparing costs.
 *
 * @param centibits - a whole number >= 0
 * @category policies
 * @since 0.1.0
 */
export const countOfCentibits = (centibits: number): number => {
  const odd = centibits % 100
  if (centibits >= 10_000) return Infinity
  const mantissa = mantissasUp[odd] as number
  const bits = (centibits - odd) / 100
  return bits <= 52
    ? mantissa / (powersOfTwo[52 - bits] as number)
    : mantissa * (powersOfTwo[Math.min(bits - 52, 52)] as number)
}

const bitLength = (whole: bigint): number => {
  const hex = whole.toString(16)
  return hex.length * 4 - (Math.clz32(Number.parseInt(hex.charAt(0), 16)) - 28)
}

/** The last entry of the table that the mantissa reaches. */
const lastAtMost = (mantissa: number): number => {
  let [low, high] = [0, mantissasUp.length - 1]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((mantissasUp[middle] as number) <= mantissa) low = middle
    else high = middle - 1
  }
  return low
}
