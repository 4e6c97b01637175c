/**
 * Makes the question easy before it is answered, without changing it: credits are turned round, what cannot be in or
 * out is settled, a divisor of all amounts is divided out, and of a set and the rest of the list the smaller is sought.
 */
import { firstOfEach } from './amount-classes.js'
import { log2Centibits } from './centibits.js'
import type { SumWindow, SumWitness } from './sum-answer.js'

/**
 * The question in its simple form: positive amounts, each with its number of copies, and a window of sums.
 *
 * @category model
 * @since 0.1.0
 */
export interface SumProblem {
  /** Ascending, all different and above zero, without a divisor in all of them. */
  readonly values: Float64Array
  /** How many of each value may be taken; at least 1. */
  readonly copies: Int32Array
  /** Both included; 0 <= lo <= hi, and lo + hi <= total. */
  readonly lo: number
  readonly hi: number
  /** All values times their copies. */
  readonly total: number
  /** Centibits of the number of different sets. */
  readonly bits: number
}

/** A question in its simple form, and the way back from an answer: how many of each value, in order. @category model @since 0.1.0 */
export interface NormalisedSum {
  readonly problem: SumProblem
  readonly restore: (counts: Int32Array) => SumWitness
}

/**
 * Bring a question into its simple form; undefined when bounds alone prove that nothing fits.
 *
 * The items must be whole numbers whose magnitudes together stay below 2^53.
 *
 * @law normalising keeps the number of solutions and maps each back to its own sum
 * @category policies
 * @since 0.1.0
 */
export const normaliseSum = (items: readonly number[], window: SumWindow): NormalisedSum | undefined => {
  const sizes = sizesOf(items)
  const draft = draftOf(sizes, window)
  if (!reduced(draft)) return undefined
  const left: number[] = []
  for (let at = 0; at < draft.free.length; at += 1) if ((draft.free[at] as number) > 0) left.push(at)
  const others = draft.lo + draft.hi > draft.total
  const copies = Int32Array.from(left, (at) => draft.free[at] as number)
  const problem: SumProblem = {
    values: Float64Array.from(left, (at) => draft.values[at] as number),
    copies,
    lo: others ? draft.total - draft.hi : draft.lo,
    hi: others ? draft.total - draft.lo : draft.hi,
    total: draft.total,
    bits: copies.reduce((so, count) => so + log2Centibits(count + 1), 0),
  }
  const restore = (counts: Int32Array): SumWitness => {
    const used = draft.forced.slice()
    for (let order = 0; order < left.length; order += 1) {
      const at = left[order] as number
      const count = counts[order] as number
      used[at] = (used[at] as number) + (others ? (copies[order] as number) - count : count)
    }
    return firstOfEach(items, wantedOf(sizes, used))
  }
  return { problem, restore }
}

/** Charges and credits by size. A credit turned round is a charge that is taken when the credit is not. */
interface Sizes {
  /** Ascending, all different. */
  readonly sizes: Float64Array
  readonly charges: Int32Array
  readonly credits: Int32Array
}

const sizesOf = (items: readonly number[]): Sizes => {
  const sorted = Float64Array.from(items, Math.abs).sort()
  const credits = Float64Array.from(
    items.filter((minor) => minor < 0),
    Math.abs,
  ).sort()
  const sizes: Sizes = {
    sizes: new Float64Array(sorted.length),
    charges: new Int32Array(sorted.length),
    credits: new Int32Array(sorted.length),
  }
  let [at, credit] = [-1, 0]
  for (const size of sorted) {
    if (size === 0) continue
    if (at < 0 || sizes.sizes[at] !== size) sizes.sizes[++at] = size
    if (credits[credit] === size) {
      credit += 1
      sizes.credits[at] = (sizes.credits[at] as number) + 1
    } else sizes.charges[at] = (sizes.charges[at] as number) + 1
  }
  return {
    sizes: sizes.sizes.subarray(0, at + 1),
    charges: sizes.charges.subarray(0, at + 1),
    credits: sizes.credits.subarray(0, at + 1),
  }
}

const draftOf = ({ sizes, charges, credits }: Sizes, { loMinor, hiMinor }: SumWindow): Draft => {
  let turned = 0
  let total = 0
  const free = charges.slice()
  for (let at = 0; at < sizes.length; at += 1) {
    turned += (credits[at] as number) * (sizes[at] as number)
    free[at] = (free[at] as number) + (credits[at] as number)
    total += (free[at] as number) * (sizes[at] as number)
  }
  const forced = new Int32Array(sizes.length)
  return { values: sizes.slice(), forced, free, lo: loMinor + turned, hi: hiMinor + turned, total }
}

/** Taking c of a size means c less all its credits, net; the net is made of one sign alone. */
const wantedOf = ({ sizes, credits }: Sizes, used: Int32Array): ReadonlyMap<number, number> => {
  const wanted = new Map<number, number>()
  for (let at = 0; at < sizes.length; at += 1) {
    const net = (used[at] as number) - (credits[at] as number)
    if (net !== 0) wanted.set(net > 0 ? (sizes[at] as number) : -(sizes[at] as number), Math.abs(net))
  }
  return wanted
}

interface Draft {
  readonly values: Float64Array
  /** Copies that are in every solution. */
  readonly forced: Int32Array
  /** Copies still to be decided. */
  readonly free: Int32Array
  lo: number
  hi: number
  total: number
}

/** Settle and divide until nothing changes; false when nothing can fit. */
const reduced = (draft: Draft): boolean => {
  for (let changed = true; changed;) {
    if (draft.hi < 0 || draft.lo > draft.total || draft.lo > draft.hi) return false
    changed = settleBounds(draft)
    draft.lo = Math.max(draft.lo, 0)
    draft.hi = Math.min(draft.hi, draft.total)
    if (draft.lo > draft.hi) return false
    changed = divideOut(draft) || changed
  }
  return draft.lo <= draft.hi
}

/** No more copies than fit under the upper end; no fewer than the lower end needs even with all the rest. */
const settleBounds = (draft: Draft): boolean => {
  let changed = false
  for (let at = 0; at < draft.values.length; at += 1) {
    const value = draft.values[at] as number
    const free = draft.free[at] as number
    if (free === 0) continue
    if (draft.hi < 0 || draft.lo > draft.total) return changed
    const most = free * value <= draft.hi ? free : quotient(draft.hi, value)
    draft.total -= (free - most) * value
    if (draft.lo > draft.total) return changed
    const slack = draft.total - draft.lo
    const least = most * value <= slack ? 0 : most - quotient(slack, value)
    draft.total -= least * value
    draft.lo -= least * value
    draft.hi -= least * value
    draft.forced[at] = (draft.forced[at] as number) + least
    draft.free[at] = most - least
    changed ||= most < free || least > 0
  }
  return changed
}

/** Divide by what divides every amount still free. */
const divideOut = (draft: Draft): boolean => {
  let divisor = 0
  for (let at = 0; at < draft.values.length && divisor !== 1; at += 1)
    if ((draft.free[at] as number) > 0) divisor = greatestDivisor(draft.values[at] as number, divisor)
  if (divisor <= 1) return false
  for (let at = 0; at < draft.values.length; at += 1)
    if ((draft.free[at] as number) > 0) draft.values[at] = (draft.values[at] as number) / divisor
  draft.total /= divisor
  draft.lo = draft.lo === 0 ? 0 : quotient(draft.lo - 1, divisor) + 1
  draft.hi = quotient(draft.hi, divisor)
  return true
}

/** Whole division of whole numbers >= 0; taking the remainder off first keeps it exact up to 2^53. */
const quotient = (over: number, under: number): number => (over - (over % under)) / under

/** The greatest number that divides both; that of 0 and another is the other. @category policies @since 0.1.0 */
export const greatestDivisor = (one: number, other: number): number => {
  let left = Math.abs(one)
  let right = Math.abs(other)
  while (right > 0) {
    const rest = left % right
    left = right
    right = rest
  }
  return left
}
