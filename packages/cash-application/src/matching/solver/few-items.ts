/**
 * Which sets of a few items make one of several sums: the payment itself, the payment without a bank's fee, and so on.
 * And which sets leave out only an item or two.
 */
import { firstOfEach } from './amount-classes.js'
import type { PreparedSums } from './prepare-sums.js'
import { type SmallCardinality, visitSets, visitWork } from './small-sets.js'
import type { SumWindow, SumWitness } from './sum-answer.js'
import { defaultBudget, workMeter, type WorkMeter } from './work-meter.js'

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
 * kSum(prepareSums([100, 250, 400]), [{ loMinor: 350, hiMinor: 350 }], { maxCardinality: 2, cap: 10 })
 * // => { sets: [{ indices: [0, 1], sumMinor: 350, interchangeable: [], cardinality: 2, windows: [0] }],
 * //   completeUpTo: 2, exhaustive: true, work: 6 }
 * @category decisions
 * @since 0.1.0
 */
export const kSum = (
  prepared: PreparedSums,
  windows: readonly SumWindow[],
  limits: FewItemsLimits,
): FewItemsFound => {
  const { maxCardinality, cap, budget = defaultBudget } = limits
  const meter = workMeter(budget)
  const sets: FewItemsSet[] = []
  const spans = joined(windows)
  let completeUpTo: FewItemsFound['completeUpTo'] = 0
  for (const cardinality of cardinalities) {
    if (cardinality > maxCardinality || !prepared.inRange) break
    if (meter.spent + visitWork(prepared, cardinality) * spans.length > budget) break
    const added = setsOf(prepared, spans, cardinality, cap - sets.length, meter)
    for (const { sum, wanted } of added.sets)
      sets.push({ ...firstOfEach(prepared, wanted), cardinality, windows: windowsWith(windows, sum) })
    if (!added.complete) break
    completeUpTo = cardinality
  }
  return { sets, completeUpTo, exhaustive: completeUpTo === maxCardinality, work: meter.spent }
}
