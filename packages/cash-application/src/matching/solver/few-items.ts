/**
 * Which sets of a few items make one of several sums: the payment itself, the payment without a bank's fee, and so on.
 * And which sets leave out only an item or two.
 */
import { type TakenOfClass, witnessOf } from './amount-classes.js'
import type { PreparedSums } from './prepare-sums.js'
import { type SmallCardinality, type VisitSet, visitSets, visitWork } from './small-sets.js'
import type { SumWindow, SumWitness } from './sum-answer.js'
import { defaultWorkBudget, workMeter } from './work-meter.js'

/** How far to search. @category model @since 0.1.0 */
export interface FewItemsLimits {
  /** Most items of a set; for `allBut`, most items left out. */
  readonly maxCardinality: SmallCardinality
  /** Most sets given back. */
  readonly cap: number
  /** Work units; a few milliseconds unless given. */
  readonly budget?: number
}

/** A set that was found. @category model @since 0.1.0 */
export interface FewItemsSet extends SumWitness {
  /** Items in the set; for `allBut`, items left out of it. */
  readonly cardinality: SmallCardinality
  /** Which of the windows the sum lies in, ascending. */
  readonly windows: readonly number[]
}

/**
 * What was found, the smallest sets first, and how far the search came.
 *
 * @category model
 * @since 0.1.0
 */
export interface FewItemsFound {
  readonly sets: readonly FewItemsSet[]
  /** Sets of so many items are all there; 0 when not even single items are. */
  readonly completeUpTo: 0 | SmallCardinality
  /** Whether every set up to the greatest number of items is there. */
  readonly exhaustive: boolean
  /** Work units spent. */
  readonly work: number
}

/**
 * Every set of one to so many items whose sum lies in at least one of the windows.
 *
 * Sets are told apart by amounts, as in `decideSum`; none holds an item and its exact opposite. A search that is
 * cut off by the cap or the budget gives the same sets as a longer one, only fewer.
 *
 * @law small sets are those that looking at every choice finds
 * @law removing an item removes exactly the small sets that need it
 * @law a cap or a budget only shortens the list
 * @example
 * kSum(prepareSums([100, 250, 400]), [{ loMinor: 350, hiMinor: 350 }], { maxCardinality: 2, cap: 10 }).sets
 * // => [{ indices: [0, 1], sumMinor: 350, interchangeable: [], cardinality: 2, windows: [0] }]
 * @category decisions
 * @since 0.1.0
 */
export const kSum = (prepared: PreparedSums, windows: readonly SumWindow[], limits: FewItemsLimits): FewItemsFound => {
  const found = searchFew(prepared, windows, limits)
  const sets = found.sets.map(({ sum, places, cardinality }): FewItemsSet => ({
    ...witnessOf(takenOf(prepared, places)),
    cardinality,
    windows: windowsWith(windows, sum),
  }))
  return { ...found, sets }
}

/**
 * Every set of all items but one to so many, whose sum lies in at least one of the windows: what a customer pays who
 * pays everything except what he disputes.
 *
 * Of equal items the last are left out. Items of amount zero are in no set.
 *
 * @param limits - `maxCardinality` counts the items left out
 * @law all but a few are the small sets of what is left over
 * @example
 * allBut(prepareSums([100, 250, 400]), [{ loMinor: 500, hiMinor: 500 }], { maxCardinality: 1, cap: 10 }).sets
 * // => [{ indices: [0, 2], sumMinor: 500, interchangeable: [], cardinality: 1, windows: [0] }]
 * @category decisions
 * @since 0.1.0
 */
export const allBut = (
  prepared: PreparedSums,
  windows: readonly SumWindow[],
  limits: FewItemsLimits,
): FewItemsFound => {
  const { totalMinor } = prepared
  const leftOver = windows.map(({ loMinor, hiMinor }) => ({
    loMinor: totalMinor - hiMinor,
    hiMinor: totalMinor - loMinor,
  }))
  const found = searchFew(prepared, leftOver, limits)
  const sets = found.sets.map(({ sum, places, cardinality }): FewItemsSet => ({
    ...witnessOf(allWithout(prepared, places)),
    cardinality,
    windows: windowsWith(leftOver, sum),
  }))
  return { ...found, sets }
}

/** A set as the walk gives it: places of values, ascending, one for each item. */
interface RawSet {
  readonly sum: number
  readonly places: readonly number[]
  readonly cardinality: SmallCardinality
}

const cardinalities: readonly SmallCardinality[] = [1, 2, 3, 4]

/** One number of items after the other; the first that is not complete is the last. */
const searchFew = (
  prepared: PreparedSums,
  windows: readonly SumWindow[],
  { maxCardinality, cap, budget = defaultWorkBudget }: FewItemsLimits,
): Omit<FewItemsFound, 'sets'> & { readonly sets: readonly RawSet[] } => {
  const meter = workMeter(budget)
  const spans = joined(windows)
  const sets: RawSet[] = []
  let completeUpTo: FewItemsFound['completeUpTo'] = 0
  for (const cardinality of cardinalities) {
    if (cardinality > maxCardinality || !prepared.inRange) break
    if (meter.spent + visitWork(prepared, cardinality) * spans.length > budget) break
    const visit: VisitSet = (sum, ...all) => {
      if (sets.length === cap) return false
      sets.push({ sum, places: all.slice(0, cardinality), cardinality })
      return true
    }
    if (!spans.every((span) => visitSets(prepared, cardinality, span, meter, visit))) break
    completeUpTo = cardinality
  }
  return { sets, completeUpTo, exhaustive: completeUpTo === maxCardinality, work: meter.spent }
}

/** The windows in order, those that overlap made one, so that no set is found twice. */
const joined = (windows: readonly SumWindow[]): readonly (readonly [number, number])[] => {
  const spans: [number, number][] = []
  for (const { loMinor, hiMinor } of [...windows].sort((one, other) => one.loMinor - other.loMinor)) {
    const last = spans.at(-1)
    if (loMinor > hiMinor) continue
    if (last !== undefined && loMinor <= last[1] + 1) last[1] = Math.max(last[1], hiMinor)
    else spans.push([loMinor, hiMinor])
  }
  return spans
}

const windowsWith = (windows: readonly SumWindow[], sum: number): readonly number[] =>
  windows.flatMap(({ loMinor, hiMinor }, at) => (loMinor <= sum && sum <= hiMinor ? [at] : []))

const classOf = ({ values, places }: PreparedSums, at: number): Omit<TakenOfClass, 'count'> => ({
  minor: values[at] as number,
  places: places[at] ?? [],
})

const takenOf = (prepared: PreparedSums, places: readonly number[]): readonly TakenOfClass[] =>
  [...new Set(places)].map((at) => ({ ...classOf(prepared, at), count: timesIn(places, at) }))

const allWithout = (prepared: PreparedSums, places: readonly number[]): readonly TakenOfClass[] =>
  prepared.places
    .map((all, at) => ({ ...classOf(prepared, at), count: all.length - timesIn(places, at) }))
    .filter(({ count }) => count > 0)

const timesIn = (places: readonly number[], wanted: number): number =>
  places.reduce((so, at) => (at === wanted ? so + 1 : so), 0)
