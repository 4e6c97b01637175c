/**
 * One bit for every sum up to the window, set when the values so far can make it. Exact for any number of items while
 * the sums are small. Going back through the planes with two solutions in hand tells one solution from several, so
 * that no second plane for "twice" is needed.
 */
import type { SumProblem } from './normalise.js'
import { cutOff, type SearchResult } from './search-result.js'
import { countUnits, type WorkMeter } from './work-meter.js'

/** Words that are shifted for the price of one work unit. */
const wordsPerUnit = 16

/** Most words of planes that are kept at once: 64 MB. */
const mostWordsKept = 1 << 24

/** Words of a plane that reach up to the upper end of the window. */
const wordsUpTo = (hi: number): number => Math.floor(hi / 32) + 1

/** How many words have to be shifted at most; infinite when the planes would need too much room. @category policies @since 0.1.0 */
export const bitPlaneWords = ({ values, copies, hi }: SumProblem): number => {
  const words = wordsUpTo(hi)
  if (words * 2 * stretchOf(values.length) > mostWordsKept) return Infinity
  let passes = 0
  let reach = 0
  for (const [at, value] of values.entries()) {
    reach = Math.min(hi, reach + value * (copies[at] as number))
    passes += wordsUpTo(reach) * partsOf(copies[at] as number).length
  }
  return passes
}

/** Planes are kept once in so many values, and made again in between. */
const stretchOf = (values: number): number => Math.ceil(Math.sqrt(Math.max(values, 1)))

/** Work units that the search will spend at most. @category policies @since 0.1.0 */
export const bitPlaneWork = (problem: SumProblem): number => Math.ceil((bitPlaneWords(problem) * 2) / wordsPerUnit)

/** Find up to two solutions, all of them known. The work is known before, so it is not begun unless it fits. @category policies @since 0.1.0 */
export const bitPlane = (problem: SumProblem, meter: WorkMeter): SearchResult => {
  const { values, lo, hi } = problem
  const work = bitPlaneWork(problem)
  if (meter.spent + work > meter.limit) return cutOff
  countUnits(meter, work)
  const stretch = stretchOf(values.length)
  const plane = new Uint32Array(wordsUpTo(hi))
  plane[0] = 1
  const kept: Uint32Array[] = []
  let reach = 0
  for (let at = 0; at < values.length; at += 1) {
    if (at % stretch === 0) kept.push(plane.slice())
    reach = addValue(plane, problem, at, reach)
  }
  let partial: readonly Partial[] = sumsWithin(plane, lo, hi).map((rest) => ({
    rest,
    counts: new Int32Array(values.length),
  }))
  for (let from = (kept.length - 1) * stretch; from >= 0 && partial.length > 0; from -= stretch)
    partial = backThrough(problem, kept[from / stretch] as Uint32Array, from, stretch, partial)
  return { found: partial.map(({ counts }) => counts), exhaustive: true }
}

/** Let a value be taken up to its copies; gives the greatest sum that can now be reached. */
const addValue = (plane: Uint32Array, { values, copies, hi }: SumProblem, at: number, reach: number): number => {
  const value = values[at] as number
  let most = reach
  for (const part of partsOf(copies[at] as number)) {
    most = Math.min(hi, most + part * value)
    orShifted(plane, part * value, wordsUpTo(most))
  }
  return most
}

/** Portions whose partial sums are 0 to the number of copies: 1, 2, 4, ... and what is left. */
const partsOf = (copies: number): readonly number[] => {
  const parts: number[] = []
  let left = copies
  for (let part = 1; part < left; part *= 2) {
    parts.push(part)
    left -= part
  }
  return [...parts, left]
}

/** plane |= plane << move, from the top word down, so that each word is read before it changes. */
const orShifted = (plane: Uint32Array, move: number, end: number): void => {
  const words = Math.floor(move / 32)
  const bits = move % 32
  if (bits === 0) {
    for (let at = end - 1; at >= words; at -= 1) plane[at] = (plane[at] as number) | (plane[at - words] as number)
    return
  }
  const rest = 32 - bits
  for (let at = end - 1; at > words; at -= 1)
    plane[at] =
      (plane[at] as number) | ((plane[at - words] as number) << bits) | ((plane[at - words - 1] as number) >>> rest)
  if (words < end) plane[words] = (plane[words] as number) | ((plane[0] as number) << bits)
}

const has = (plane: Uint32Array, sum: number): boolean =>
  sum >= 0 && (((plane[Math.floor(sum / 32)] as number) >>> (sum % 32)) & 1) === 1

/** The first two sums of the window that can be made. */
const sumsWithin = (plane: Uint32Array, lo: number, hi: number): readonly number[] => {
  const sums: number[] = []
  for (let sum = lo; sum <= hi && sums.length < 2; sum += 1) {
    if (plane[Math.floor(sum / 32)] === 0) sum += 31 - (sum % 32)
    else if (has(plane, sum)) sums.push(sum)
  }
  return sums
}

/** A solution known from some value on: what the values before must make, and the counts of the others. */
interface Partial {
  readonly rest: number
  readonly counts: Int32Array
}

/** Go back through one stretch of values, whose planes are made again from the one kept before it. */
const backThrough = (
  problem: SumProblem,
  before: Uint32Array,
  from: number,
  stretch: number,
  partial: readonly Partial[],
): readonly Partial[] => {
  const end = Math.min(from + stretch, problem.values.length)
  const planes = [before]
  const plane = before.slice()
  let reach = 0
  for (let at = 0; at < from; at += 1)
    reach = Math.min(problem.hi, reach + (problem.values[at] as number) * (problem.copies[at] as number))
  for (let at = from; at < end - 1; at += 1) {
    reach = addValue(plane, problem, at, reach)
    planes.push(plane.slice())
  }
  let current = partial
  for (let at = end - 1; at >= from; at -= 1) current = backOver(problem, planes[at - from] as Uint32Array, at, current)
  return current
}

/** Every step lands on a sum that can be made, so two partial solutions are two solutions. */
const backOver = (
  { values, copies }: SumProblem,
  before: Uint32Array,
  at: number,
  partial: readonly Partial[],
): readonly Partial[] => {
  const next: Partial[] = []
  for (const { rest, counts } of partial)
    for (let count = 0; count <= (copies[at] as number) && next.length < 2; count += 1) {
      const left = rest - count * (values[at] as number)
      if (!has(before, left)) continue
      const changed = counts.slice()
      changed[at] = count
      next.push({ rest: left, counts: changed })
    }
  return next
}
