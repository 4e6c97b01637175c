/**
 * All sums that some of the values can make, in ascending order: each value merges the list so far with copies of itself,
 * moved up. A sum that several sets make stands in the list once for each of them.
 */
import { countSteps, type WorkMeter } from './work-meter.js'

/** The list after each value; the first is the sum of nothing. @category model @since 0.1.0 */
export interface SumLists {
  readonly values: readonly number[]
  readonly copies: readonly number[]
  /** One more than values. */
  readonly levels: readonly Float64Array[]
}

/** Longest list that is made: sixteen million sums, 128 MB. */
const longest = 1 << 24

/**
 * Merge the values in, one by one; undefined when the work or the room runs out.
 *
 * @param most - sums above it are left out
 * @category policies
 * @since 0.1.0
 */
export const sumLists = (
  values: readonly number[],
  copies: readonly number[],
  most: number,
  meter: WorkMeter,
): SumLists | undefined => {
  let list: Float64Array = new Float64Array(1)
  const levels = [list]
  for (const [at, value] of values.entries()) {
    const next = withCopies(list, value, copies[at] as number, most, meter)
    if (next === undefined) return undefined
    list = next
    levels.push(list)
  }
  return { values, copies, levels }
}

/** Zero to so many copies: an odd number is twice the half of it, an even one is the odd below it and one more. */
const withCopies = (
  list: Float64Array,
  value: number,
  copies: number,
  most: number,
  meter: WorkMeter,
): Float64Array | undefined => {
  if (copies === 0) return list
  const odd = copies % 2 === 1
  const smaller = withCopies(list, value, odd ? (copies - 1) / 2 : copies - 1, most, meter)
  if (smaller === undefined || list.length + smaller.length > longest) return undefined
  if (!countSteps(meter, smaller.length + (odd ? smaller.length : list.length))) return undefined
  return odd ? merged(smaller, smaller, value * ((copies + 1) / 2), most) : merged(list, smaller, value, most)
}

/** Both lists in order, the second moved up, without what lies above the most. */
const merged = (left: Float64Array, right: Float64Array, move: number, most: number): Float64Array => {
  const out = new Float64Array(left.length + right.length)
  const leftEnd = left.length
  let rightEnd = right.length
  while (rightEnd > 0 && (right[rightEnd - 1] as number) + move > most) rightEnd -= 1
  let atLeft = 0
  let atRight = 0
  let at = 0
  while (atLeft < leftEnd && atRight < rightEnd) {
    const one = left[atLeft] as number
    const other = (right[atRight] as number) + move
    if (one <= other) {
      out[at++] = one
      atLeft += 1
    } else {
      out[at++] = other
      atRight += 1
    }
  }
  while (atLeft < leftEnd) out[at++] = left[atLeft++] as number
  while (atRight < rightEnd) out[at++] = (right[atRight++] as number) + move
  return out.subarray(0, at)
}

/**
 * The first so many sets that make a sum of the last list, as counts per value.
 *
 * Every step back is taken only onto a sum that stands in the list before, so none leads nowhere.
 *
 * @category policies
 * @since 0.1.0
 */
export const setsMaking = (lists: SumLists, sum: number, wanted: number): readonly (readonly number[])[] => {
  let partial: { readonly rest: number; readonly counts: readonly number[] }[] = [{ rest: sum, counts: [] }]
  for (let at = lists.values.length - 1; at >= 0; at -= 1) {
    const value = lists.values[at] as number
    const before = lists.levels[at] as Float64Array
    const next: typeof partial = []
    for (const { rest, counts } of partial)
      for (let count = 0; count <= (lists.copies[at] as number) && next.length < wanted; count += 1)
        if (holds(before, rest - count * value)) next.push({ rest: rest - count * value, counts: [count, ...counts] })
    partial = next
  }
  return partial.map(({ counts }) => counts)
}

const holds = (sorted: Float64Array, sum: number): boolean => {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] as number) < sum) low = middle + 1
    else high = middle
  }
  return sorted[low] === sum
}
