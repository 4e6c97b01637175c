/**
 * What the searches for small sets need to know of an account's items; made once and kept while the items stay the same.
 */
import { amountClasses, sumsAreExact } from './amount-classes.js'
import { greatestDivisor } from './normalise.js'

/**
 * Items by amount, in order of amount, with all pairs of them where these are few enough.
 *
 * @category model
 * @since 0.1.0
 */
export interface PreparedSums {
  readonly items: readonly number[]
  /** Whether all sums stay below 2^53; if not, nothing is searched. */
  readonly inRange: boolean
  /** Signed amounts, ascending, all different, none zero. */
  readonly values: Float64Array
  /** How many items have the amount. */
  readonly copies: Int32Array
  /** The items of each amount by their places, ascending. */
  readonly places: readonly (readonly number[])[]
  /** Where the exact opposite of the amount stands, or -1. */
  readonly opposites: Int32Array
  /** Sum of all items. */
  readonly totalMinor: number
  /** The greatest number that divides every amount; 0 without items. */
  readonly divisor: number
  /** Worked out when first asked for, and kept. */
  readonly pairs: PairSums | undefined
}

/** Sums of two, ascending; a value pairs with itself too, whether or not there are two items of it. @category model @since 0.1.0 */
export interface PairSums {
  readonly sums: Float64Array
  /** The smaller value of each pair, and the larger. */
  readonly firsts: Uint8Array
  readonly seconds: Uint8Array
}

/** Most different amounts of which all pairs are kept. @category model @since 0.1.0 */
export const mostPaired = 110

/**
 * Prepare the items of an account for searches of small sets.
 *
 * @param items - signed minor units of one currency, credits below zero, in order of preference among equals
 * @category decisions
 * @since 0.1.0
 */
export const prepareSums = (items: readonly number[]): PreparedSums => {
  const inRange = sumsAreExact(items)
  const classes = [...(inRange ? amountClasses(items) : [])].sort((one, other) => one.minor - other.minor)
  const values = Float64Array.from(classes, ({ minor }) => minor)
  let pairs: PairSums | undefined
  return {
    items,
    inRange,
    values,
    copies: Int32Array.from(classes, ({ places }) => places.length),
    places: classes.map(({ places }) => places),
    opposites: oppositesIn(values),
    totalMinor: classes.reduce((so, { minor, places }) => so + minor * places.length, 0),
    divisor: values.reduce(greatestDivisor, 0),
    get pairs() {
      return values.length > mostPaired ? undefined : (pairs ??= pairSums(values))
    },
  }
}

/** Two walks towards each other, since the values ascend. */
const oppositesIn = (values: Float64Array): Int32Array => {
  const opposites = new Int32Array(values.length).fill(-1)
  let high = values.length - 1
  for (let low = 0; low < high; low += 1) {
    const sought = 0 - (values[low] as number)
    while (high > low && (values[high] as number) > sought) high -= 1
    if (high === low || values[high] !== sought) continue
    opposites[low] = high
    opposites[high] = low
  }
  return opposites
}

/** Room beside a sum for the places of its two values. */
const codes = 1 << 14

/** Sorted as plain numbers, each sum with its pair in the low bits, where the sums leave room for that. */
const pairSums = (values: Float64Array): PairSums => {
  const count = (values.length * (values.length + 1)) / 2
  const packed = new Float64Array(count)
  const largest = Math.max(Math.abs(values[0] ?? 0), Math.abs(values[values.length - 1] ?? 0))
  if (2 * largest * codes >= Number.MAX_SAFE_INTEGER - codes) return pairsByComparing(values)
  let at = 0
  for (let first = 0; first < values.length; first += 1)
    for (let second = first; second < values.length; second += 1)
      packed[at++] = ((values[first] as number) + (values[second] as number)) * codes + first * 128 + second
  packed.sort()
  const pairs = emptyPairs(count)
  for (at = 0; at < count; at += 1) {
    const sum = Math.floor((packed[at] as number) / codes)
    const code = (packed[at] as number) - sum * codes
    pairs.sums[at] = sum
    pairs.firsts[at] = code >> 7
    pairs.seconds[at] = code & 127
  }
  return pairs
}

const emptyPairs = (count: number): PairSums => ({
  sums: new Float64Array(count),
  firsts: new Uint8Array(count),
  seconds: new Uint8Array(count),
})

const pairsByComparing = (values: Float64Array): PairSums => {
  const list: { readonly sum: number; readonly first: number; readonly second: number }[] = []
  for (let first = 0; first < values.length; first += 1)
    for (let second = first; second < values.length; second += 1)
      list.push({ sum: (values[first] as number) + (values[second] as number), first, second })
  list.sort((one, other) => one.sum - other.sum || one.first - other.first || one.second - other.second)
  const pairs = emptyPairs(list.length)
  for (const [at, { sum, first, second }] of list.entries()) {
    pairs.sums[at] = sum
    pairs.firsts[at] = first
    pairs.seconds[at] = second
  }
  return pairs
}
