/**
 * Where solutions are many, two are found without looking at all: large items are fixed until what is missing lies
 * within reach of a core of small ones, and the core is searched. Proves that there are several, never that there are not.
 */
import { log2Centibits } from './centibits.js'
import { fourLists } from './four-lists.js'
import type { SumProblem } from './normalise.js'
import { cutOff, type SearchResult } from './search-result.js'
import { countSteps, workMeter, type WorkMeter } from './work-meter.js'

/** Centibits of sets of the core: as many as the four lists look through in a moment. */
const coreBits = 3400

/** How often the large items are fixed differently. */
const tries = 3

/** Most work units that one core may take, so that a large budget is not spent on a hopeless one. */
const workPerCore = 60_000

/** Look for two solutions; never exhaustive, unless the core is everything and the window one sum. @category policies @since 0.1.0 */
export const witnessCore = (problem: SumProblem, meter: WorkMeter): SearchResult => {
  const core = coreOf(problem)
  const everything = core.every((copies, at) => copies === problem.copies[at])
  const found: Int32Array[] = []
  for (const target of targetsOf(problem))
    for (let skipped = 0; skipped < (everything ? 1 : tries); skipped += 1) {
      if (!countSteps(meter, problem.values.length)) return cutOff
      const fixed = fixedItems(problem, core, target, skipped)
      if (fixed === undefined) continue
      const own = workMeter(Math.min(workPerCore, meter.limit - meter.spent))
      const rest = fourLists({ values: problem.values, copies: core }, fixed.missing, own)
      meter.spent += own.spent
      if (meter.spent > meter.limit) return cutOff
      for (const counts of rest.found) addNew(found, sum(counts, fixed.counts))
      if (found.length >= 2) return { found: found.slice(0, 2), exhaustive: false }
      if (everything && rest.exhaustive && problem.lo === problem.hi) return { found, exhaustive: true }
    }
  return cutOff
}

/** Whether the core makes so many sums that each within its reach is likely to be made several times. @category policies @since 0.1.0 */
export const coreIsDense = (problem: SumProblem): boolean => {
  const core = coreOf(problem)
  let [bits, reach] = [0, 0]
  for (const [at, copies] of core.entries()) {
    bits += log2Centibits(copies + 1)
    reach += copies * (problem.values[at] as number)
  }
  return bits >= log2Centibits(reach + 1)
}

/** How many copies of each value belong to the core: the smallest values first. */
const coreOf = ({ values, copies }: SumProblem): Int32Array => {
  const core = new Int32Array(values.length)
  let left = coreBits
  for (let at = 0; at < values.length && left >= 100; at += 1) {
    let count = copies[at] as number
    while (log2Centibits(count + 1) > left) count >>= 1
    core[at] = count
    left -= log2Centibits(count + 1)
  }
  return core
}

/** One sum, or the middle and the ends of a window. */
const targetsOf = ({ lo, hi }: SumProblem): readonly number[] => [...new Set([lo + Math.floor((hi - lo) / 2), lo, hi])]

interface FixedItems {
  readonly counts: Int32Array
  /** What the core has to make. */
  readonly missing: number
}

/** Take large items, all but the first so many, until half of the core would make the rest. */
const fixedItems = (
  { values, copies }: SumProblem,
  core: Int32Array,
  target: number,
  skipped: number,
): FixedItems | undefined => {
  const reach = core.reduce((so, count, at) => so + count * (values[at] as number), 0)
  const counts = new Int32Array(values.length)
  let missing = target
  let toSkip = skipped
  for (let at = values.length - 1; at >= 0; at -= 1) {
    const value = values[at] as number
    const free = (copies[at] as number) - (core[at] as number)
    const wanted = missing - reach / 2
    if (free === 0 || wanted < value) continue
    if (toSkip > 0) {
      toSkip -= 1
      continue
    }
    const count = Math.min(free, Math.floor(wanted / value))
    counts[at] = count
    missing -= count * value
  }
  return missing <= reach ? { counts, missing } : undefined
}

const sum = (one: Int32Array, other: Int32Array): Int32Array => one.map((count, at) => count + (other[at] as number))

const addNew = (found: Int32Array[], counts: Int32Array): void => {
  if (!found.some((known) => known.every((count, at) => count === counts[at]))) found.push(counts)
}
