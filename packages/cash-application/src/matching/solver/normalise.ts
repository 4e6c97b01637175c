/**
 * Makes the question easy before it is answered, without changing it: credits are turned round, what cannot be in or
 * out is settled, a divisor of all amounts is divided out, and of a set and the rest of the list the smaller is sought.
 */
import { type AmountClass, amountClasses, type TakenOfClass, witnessOf } from './amount-classes.js'
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
  const folded = foldedClasses(items)
  const credits = folded.reduce((so, { credit }) => so + (credit?.places.length ?? 0) * -(credit?.minor ?? 0), 0)
  const draft: Draft = {
    values: folded.map(({ size }) => size),
    forced: folded.map(() => 0),
    free: folded.map(({ charge, credit }) => (charge?.places.length ?? 0) + (credit?.places.length ?? 0)),
    lo: window.loMinor + credits,
    hi: window.hiMinor + credits,
    total: folded.reduce(
      (so, { size, charge, credit }) => so + size * ((charge?.places.length ?? 0) + (credit?.places.length ?? 0)),
      0,
    ),
  }
  if (!reduced(draft)) return undefined
  const left = draft.free.flatMap((copies, at) => (copies > 0 ? [at] : []))
  const others = draft.lo + draft.hi > draft.total
  const problem: SumProblem = {
    values: Float64Array.from(left, (at) => draft.values[at] as number),
    copies: Int32Array.from(left, (at) => draft.free[at] as number),
    lo: others ? draft.total - draft.hi : draft.lo,
    hi: others ? draft.total - draft.lo : draft.hi,
    total: draft.total,
    bits: left.reduce((so, at) => so + log2Centibits((draft.free[at] as number) + 1), 0),
  }
  const restore = (counts: Int32Array): SumWitness => {
    const used = [...draft.forced]
    for (const [order, at] of left.entries()) {
      const count = counts[order] as number
      used[at] = (used[at] as number) + (others ? (draft.free[at] as number) - count : count)
    }
    return witnessOf(folded.flatMap((one, at) => unfold(one, used[at] as number)))
  }
  return { problem, restore }
}

/** Charges and credits of one size. A credit turned round is a charge that is taken when the credit is not. */
interface Folded {
  readonly size: number
  readonly charge: AmountClass | undefined
  readonly credit: AmountClass | undefined
}

const foldedClasses = (items: readonly number[]): readonly Folded[] => {
  const bySize = new Map<number, Folded>()
  for (const one of amountClasses(items)) {
    const size = Math.abs(one.minor)
    const { charge, credit } = bySize.get(size) ?? { charge: undefined, credit: undefined }
    bySize.set(size, one.minor > 0 ? { size, charge: one, credit } : { size, charge, credit: one })
  }
  return [...bySize.values()].sort((one, other) => one.size - other.size)
}

/** Taking c of the folded class means c less all its credits, net; the net is made of one sign alone. */
const unfold = ({ charge, credit }: Folded, count: number): readonly TakenOfClass[] => {
  const net = count - (credit?.places.length ?? 0)
  if (net > 0 && charge !== undefined) return [{ from: charge, count: net }]
  if (net < 0 && credit !== undefined) return [{ from: credit, count: -net }]
  return []
}

interface Draft {
  readonly values: number[]
  /** Copies that are in every solution. */
  readonly forced: number[]
  /** Copies still to be decided. */
  readonly free: number[]
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
