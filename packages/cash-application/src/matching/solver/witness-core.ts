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

/** In how many ways the large items are fixed, and how many of these are tried. */
const variations = 8
const tries = 3

/** Most work units that one core may take, so that a large budget is not spent on a hopeless one. */
const workPerCore = 60_000

/** Look for two solutions; never exhaustive, unless the core is everything and the window one sum. @category policies @since 0.1.0 */
export const witnessCore = (problem: SumProblem, meter: WorkMeter): SearchResult => {
  const core = coreOf(problem)
  const everything = core.every((copies, at) => copies === problem.copies[at])
  const found: Int32Array[] = []
  for (const target of targetsOf(problem)) {
    if (!countSteps(meter, 2 * variations * problem.values.length)) return cutOff
    for (const fixed of waysToFix(problem, core, target)) {
      const own = workMeter(Math.min(workPerCore, meter.limit - meter.spent))
      const rest = fourLists({ values: problem.values, copies: core }, fixed.missing, own)
      meter.spent += own.spent
      if (meter.spent > meter.limit) return cutOff
      for (const counts of rest.found) addNew(found, sum(counts, fixed.counts))
      if (found.length >= 2) return { found: found.slice(0, 2), exhaustive: false }
      if (everything && rest.exhaustive && problem.lo === problem.hi) return { found, exhaustive: true }
    }
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

/** How many copies of each value belong to the core: the smallest values first, until the window lies in the middle of their sums. */
const coreOf = ({ values, copies, hi }: SumProblem): Int32Array => {
  const core = new Int32Array(values.length)
  let left = coreBits
  let reach = 0
  for (let at = 0; at < values.length && left >= 100 && reach < 3 * hi; at += 1) {
    let count = copies[at] as number
    while (log2Centibits(count + 1) > left) count >>= 1
    core[at] = count
    left -= log2Centibits(count + 1)
    reach += count * (values[at] as number)
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

/** The few different ways that leave the core to make closest to half of what it can, where its sums are densest. */
const waysToFix = (problem: SumProblem, core: Int32Array, target: number): readonly FixedItems[] => {
  const reach = core.reduce((so, count, at) => so + count * (problem.values[at] as number), 0)
  const half = Math.floor(reach / 2)
  const ways = new Map<number, FixedItems>()
  for (let skipped = 0; skipped < variations; skipped += 1) {
    const way = fixedItems(problem, core, target - half, skipped)
    const missing = way.missing + half
    if (missing >= 0 && missing <= reach) ways.set(missing, { counts: way.counts, missing })
  }
  return [...ways.values()]
    .sort((one, other) => Math.abs(one.missing - half) - Math.abs(other.missing - half))
    .slice(0, tries)
}

/** Take large items, all but the first so many that would fit, up to an amount; then one more if that comes closer. */
const fixedItems = ({ values, copies }: SumProblem, core: Int32Array, amount: number, skipped: number): FixedItems => {
  const counts = new Int32Array(values.length)
  let missing = amount
  let toSkip = skipped
  let [closest, distance] = [-1, Math.abs(amount)]
  for (let at = values.length - 1; at >= 0; at -= 1) {
    const value = values[at] as number
    const free = (copies[at] as number) - (core[at] as number)
    if (free === 0) continue
    if (missing >= value && toSkip > 0) toSkip -= 1
    else if (missing >= value) {
      const count = Math.min(free, Math.floor(missing / value))
      counts[at] = count
      missing -= count * value
      closest = -1
      distance = missing
    }
    if (Math.abs(missing - value) < distance && (counts[at] as number) < free) {
      closest = at
      distance = Math.abs(missing - value)
    }
  }
  if (closest < 0) return { counts, missing }
  counts[closest] = (counts[closest] as number) + 1
  return { counts, missing: missing - (values[closest] as number) }
}

const sum = (one: Int32Array, other: Int32Array): Int32Array => one.map((count, at) => count + (other[at] as number))

const addNew = (found: Int32Array[], counts: Int32Array): void => {
  if (!found.some((known) => known.every((count, at) => count === counts[at]))) found.push(counts)
}
