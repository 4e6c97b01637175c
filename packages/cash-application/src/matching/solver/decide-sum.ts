/**
 * Which items add up to an amount: none, exactly one set, or several. The question is brought into its simple form,
 * then handed to the cheapest way that is sure to answer it.
 */
import { sumsAreExact } from './amount-classes.js'
import { bitPlane, bitPlaneWork } from './bit-plane.js'
import { fourLists, fourListsWork } from './four-lists.js'
import { meetInTheMiddle, meetInTheMiddleWork } from './meet-in-the-middle.js'
import { type NormalisedSum, normaliseSum, type SumProblem } from './normalise.js'
import { cutOff, type SearchResult } from './search-result.js'
import type { SumAnswer, SumCertificate, SumMethod, SumWindow } from './sum-answer.js'
import { coreIsDense, witnessCore } from './witness-core.js'
import { defaultWorkBudget, workMeter, type WorkMeter } from './work-meter.js'

/**
 * Say whether a sum within the window is made by no set of the items, by exactly one, or by several.
 *
 * Sets that differ only in which of several equal items they take are one set; so are sets that differ by an item and
 * its exact opposite. The empty set makes the sum zero. Which ways are tried, and in which order, depends on
 * the question alone; the budget only says where to stop, so more of it never changes an answer, it only gives one.
 *
 * @param items - signed minor units of one currency, credits below zero, in order of preference among equals
 * @param budget - work units; the default is a few milliseconds
 * @law the answer is that of looking at every set
 * @law no answer but undecided leaves anything out, and a larger budget only decides what was undecided
 * @law several means two sets that make the sum and differ in amounts
 * @law scaling every amount changes nothing but the sums
 * @law turning every sign round mirrors the answer
 * @law an item larger than every sum asked for changes nothing
 * @law one more item of an amount adds a choice, not an explanation
 * @example
 * decideSum([120_00, 80_00, 45_50], { loMinor: 165_50, hiMinor: 165_50 })
 * // => { _tag: 'Unique', witness: { indices: [0, 2], sumMinor: 165_50, interchangeable: [] },
 * //   certificate: { by: 'bounds', work: 3, exhaustive: true } }
 * @category decisions
 * @since 0.1.0
 */
export const decideSum = (
  items: readonly number[],
  window: SumWindow,
  budget: number = defaultWorkBudget,
): SumAnswer => {
  const meter = workMeter(budget)
  const certificate = (by: SumMethod, exhaustive: boolean): SumCertificate => ({ by, work: meter.spent, exhaustive })
  const isExact = sumsAreExact(items) && Number.isSafeInteger(window.loMinor) && Number.isSafeInteger(window.hiMinor)
  if (!isExact) return { _tag: 'Undecided', reason: 'range', certificate: certificate('bounds', false) }
  meter.spent += items.length
  if (meter.spent > budget) return { _tag: 'Undecided', reason: 'budget', certificate: certificate('bounds', false) }
  const normal = normaliseSum(items, window)
  if (normal === undefined) return { _tag: 'None', certificate: certificate('bounds', true) }
  const { by, result } = searched(normal.problem, meter)
  return answerOf(normal, result, (exhaustive) => certificate(by, exhaustive))
}

const answerOf = (
  { restore }: NormalisedSum,
  { found, exhaustive }: SearchResult,
  certificate: (exhaustive: boolean) => SumCertificate,
): SumAnswer => {
  const [first, second] = found
  if (first !== undefined && second !== undefined)
    return { _tag: 'Multiple', witnesses: [restore(first), restore(second)], certificate: certificate(false) }
  if (!exhaustive) return { _tag: 'Undecided', reason: 'budget', certificate: certificate(false) }
  return first === undefined
    ? { _tag: 'None', certificate: certificate(true) }
    : { _tag: 'Unique', witness: restore(first), certificate: certificate(true) }
}

interface Searched {
  readonly by: SumMethod
  readonly result: SearchResult
}

/** Centibits of sets up to which the two lists are short whatever the amounts. */
const fewSets = 2600

/** Work units for which nothing cleverer is tried. */
const littleWork = 12_500

/**
 * What is certain to be quick comes first. Then, where solutions should be many, two of them. Then whichever way
 * looks at everything for the least work, if the budget allows for it at all.
 */
const searched = (problem: SumProblem, meter: WorkMeter): Searched => {
  if (problem.values.length === 0) return { by: 'bounds', result: { found: [new Int32Array(0)], exhaustive: true } }
  if (problem.bits <= fewSets) return { by: 'meet-in-the-middle', result: meetInTheMiddle(problem, meter) }
  const { by, work, run } = cheapestWay(problem, meter)
  if (work > littleWork && coreIsDense(problem)) {
    const result = witnessCore(problem, meter)
    if (result.found.length === 2 || result.exhaustive || meter.spent > meter.limit)
      return { by: 'witness-core', result }
  }
  return { by, result: meter.spent + work > meter.limit ? cutOff : run() }
}

interface Way {
  readonly by: SumMethod
  readonly work: number
  readonly run: () => SearchResult
}

/** The ways that look at everything, of which the one of least work is taken. */
const cheapestWay = (problem: SumProblem, meter: WorkMeter): Way => {
  const ways: readonly Way[] = [
    { by: 'meet-in-the-middle', work: meetInTheMiddleWork(problem), run: () => meetInTheMiddle(problem, meter) },
    { by: 'bit-plane', work: bitPlaneWork(problem), run: () => bitPlane(problem, meter) },
    ...(problem.lo === problem.hi
      ? [{ by: 'four-lists' as const, work: fourListsWork(problem), run: () => fourLists(problem, problem.lo, meter) }]
      : []),
  ]
  return ways.reduce((least, way) => (way.work < least.work ? way : least))
}
