/**
 * Walks over all sets of one to four items whose sum lies in a window, each told apart by amounts. Plain loops over
 * typed arrays: this is what runs for every payment.
 */
import { mostPaired, type PairSums, type PreparedSums } from './prepare-sums.js'
import { countSteps, stepsPerUnit, type WorkMeter } from './work-meter.js'

/**
 * Called with a set: its sum, and places of its values, ascending; -1 for those it has not. Answers whether to go on.
 *
 * @category model
 * @since 0.1.0
 */
export type VisitSet = (sum: number, one: number, two: number, three: number, four: number) => boolean

/** How many items a small set may have. @category model @since 0.1.0 */
export type SmallCardinality = 1 | 2 | 3 | 4

/**
 * Visit every set of exactly so many items with a sum from lo to hi, once; false when the visitor or the meter stopped it.
 *
 * No set holds more items of an amount than there are, nor an item and its exact opposite.
 *
 * @category policies
 * @since 0.1.0
 */
export const visitSets = (
  prepared: PreparedSums,
  cardinality: SmallCardinality,
  [lo, hi]: readonly [number, number],
  meter: WorkMeter,
  visit: VisitSet,
): boolean => {
  const { values } = prepared
  const legal = onlyLegal(prepared, visit)
  switch (cardinality) {
    case 1:
      return singles(values, lo, hi, meter, legal)
    case 2:
      return pairsFrom(values, [0, values.length - 1], lo, hi, meter, (sum, one, two) => legal(sum, one, two, -1, -1))
    case 3:
      return triples(values, lo, hi, meter, legal)
    case 4:
      return prepared.pairs === undefined
        ? quadruples(values, lo, hi, meter, legal)
        : pairsOfPairs(prepared.pairs, lo, hi, meter, legal)
  }
}

/** About how many work units a walk takes at most, hits left aside. @category policies @since 0.1.0 */
export const visitWork = ({ values }: PreparedSums, cardinality: SmallCardinality): number => {
  const count = values.length
  const steps = [
    2 * count,
    2 * count,
    (count * count) / 2 + count,
    count > mostPaired ? (count * count * count) / 4 : count * (count + 1),
  ]
  return Math.ceil((steps[cardinality - 1] ?? 0) / stepsPerUnit)
}

/** Pass on only sets that have enough items of each amount and no opposites. */
const onlyLegal = ({ copies, opposites }: PreparedSums, visit: VisitSet): VisitSet => {
  const opposed = opposites.some((at) => at >= 0)
  return (sum, one, two, three, four) => {
    const places = [one, two, three, four]
    for (let at = 0; at < 4; at += 1) {
      const place = places[at] as number
      if (place < 0) break
      let count = 1
      while (at < 3 && places[at + 1] === place) {
        count += 1
        at += 1
      }
      if (count > (copies[place] as number)) return true
      if (opposed && places.includes(opposites[place] as number) && (opposites[place] as number) >= 0) return true
    }
    return visit(sum, one, two, three, four)
  }
}

const singles = (values: Float64Array, lo: number, hi: number, meter: WorkMeter, visit: VisitSet): boolean => {
  let at = 0
  let end = values.length
  while (at < end) {
    const middle = (at + end) >> 1
    if ((values[middle] as number) < lo) at = middle + 1
    else end = middle
  }
  for (; at < values.length && (values[at] as number) <= hi; at += 1)
    if (!visit(values[at] as number, at, -1, -1, -1)) return false
  return countSteps(meter, 16)
}

type VisitPair = (sum: number, one: number, two: number) => boolean

/** Two values out of a stretch of places, the second not before the first, walked towards each other. */
const pairsFrom = (
  values: Float64Array,
  [from, to]: readonly [number, number],
  lo: number,
  hi: number,
  meter: WorkMeter,
  visit: VisitPair,
): boolean => {
  let top = to
  let steps = to - from + 1
  for (let one = from; one <= top; one += 1) {
    const first = values[one] as number
    const most = hi - first
    while (top >= one && (values[top] as number) > most) top -= 1
    const least = lo - first
    for (let two = top; two >= one && (values[two] as number) >= least; two -= 1) {
      steps += 1
      if (!visit(first + (values[two] as number), one, two)) return false
    }
  }
  return countSteps(meter, steps)
}

const triples = (values: Float64Array, lo: number, hi: number, meter: WorkMeter, visit: VisitSet): boolean => {
  const largest = values[values.length - 1] ?? 0
  let top = values.length - 1
  for (let one = 0; one < values.length; one += 1) {
    const first = values[one] as number
    if (first * 3 > hi) return true
    if (first + largest * 2 < lo) continue
    while (top > one && (values[top] as number) > hi - first - first) top -= 1
    const pair: VisitPair = (sum, two, three) => visit(first + sum, one, two, three, -1)
    if (!pairsFrom(values, [one, top], lo - first, hi - first, meter, pair)) return false
  }
  return true
}

/** Without a list of pairs; as slow as the third power of the values. */
const quadruples = (values: Float64Array, lo: number, hi: number, meter: WorkMeter, visit: VisitSet): boolean => {
  const largest = values[values.length - 1] ?? 0
  for (let one = 0; one < values.length; one += 1)
    for (let two = one; two < values.length; two += 1) {
      const both = (values[one] as number) + (values[two] as number)
      if (both + (values[two] as number) * 2 > hi) break
      if (both + largest * 2 < lo) continue
      const pair: VisitPair = (sum, three, four) => visit(both + sum, one, two, three, four)
      if (!pairsFrom(values, [two, values.length - 1], lo - both, hi - both, meter, pair)) return false
    }
  return true
}

/** Two pairs, the first of the smaller sum. Of the ways to split a set in pairs only that in order of value counts. */
const pairsOfPairs = (
  { sums, firsts, seconds }: PairSums,
  lo: number,
  hi: number,
  meter: WorkMeter,
  visit: VisitSet,
): boolean => {
  let top = sums.length - 1
  let steps = 0
  for (let low = 0; low <= top; low += 1) {
    const sum = sums[low] as number
    while (top >= low && (sums[top] as number) > hi - sum) top -= 1
    const second = seconds[low] as number
    for (let high = top; high >= low && (sums[high] as number) >= lo - sum; high -= 1) {
      steps += 1
      const third = firsts[high] as number
      if (second > third) continue
      if (!visit(sum + (sums[high] as number), firsts[low] as number, second, third, seconds[high] as number))
        return false
    }
    steps += 1
    if (steps > 1 << 12) {
      if (!countSteps(meter, steps)) return false
      steps = 0
    }
  }
  return countSteps(meter, steps + sums.length - top)
}
