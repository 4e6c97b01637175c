/**
 * The sums of a class of sets that lie around an amount: how many there are in so many places, and what they leave by the
 * hundred, the thousand and the like.
 */
import type { PreparedSums } from './prepare-sums.js'
import { type SmallCardinality, visitSets, visitWork } from './small-sets.js'
import { defaultWorkBudget, workMeter } from './work-meter.js'

/** All sums of a class within a distance of an amount, the amount itself left out. @category model @since 0.1.0 */
export type SumsAround = (distance: number) => NearbySums

/** How many sums lie near an amount, and how they end. @category model @since 0.1.0 */
export interface NearbySums {
  readonly count: number
  /** Of each modulus, how many sums leave what the amount leaves. */
  readonly alike: readonly number[]
}

/** What people and price lists count in, in minor units. @category model @since 0.1.0 */
export const roundSteps: readonly number[] = [100, 500, 1000, 5000, 10_000]

/** Enough sums to tell how dense they lie, and so many that a smaller distance must do. */
const enough = 1000
const tooMany = 16_000

/**
 * The sums around an amount, at the smallest distance that holds about a thousand of them.
 *
 * @param steps - the distance is a multiple of `least`, grows fourfold, and ends at `most`
 * @category policies
 * @since 0.1.0
 */
export const sumsAtFittingDistance = (
  around: SumsAround,
  steps: { readonly first: number; readonly least: number; readonly most: number },
): NearbySums & { readonly distance: number } => {
  let distance = Math.min(Math.max(steps.first, steps.least), steps.most)
  let found = around(distance)
  while (found.count < enough && distance < steps.most) {
    distance = Math.min(distance * 4, steps.most)
    found = around(distance)
  }
  while (found.count > tooMany && distance > steps.least) {
    distance = Math.max(Math.floor(distance / 4 / steps.least) * steps.least, steps.least)
    found = around(distance)
  }
  return { ...found, distance }
}

/** Count given sums. @category policies @since 0.1.0 */
export const aroundListed =
  (sums: readonly number[], target: number): SumsAround =>
  (distance) => {
    const counter = counterFor(target)
    for (const sum of sums) if (Math.abs(sum - target) <= distance) counter.count(sum)
    return counter.found()
  }

/** Count the sums of all sets of so many items; undefined when these are too many to walk over. @category policies @since 0.1.0 */
export const aroundSmallSets = (
  prepared: PreparedSums,
  cardinality: SmallCardinality,
  target: number,
): SumsAround | undefined => {
  if (visitWork(prepared, cardinality) > defaultWorkBudget) return undefined
  return (distance) => {
    const counter = counterFor(target)
    visitSets(prepared, cardinality, [target - distance, target + distance], workMeter(Infinity), (sum) => {
      return counter.count(sum) <= tooMany
    })
    return counter.found()
  }
}

interface Counter {
  /** Gives how many there are now. */
  readonly count: (sum: number) => number
  readonly found: () => NearbySums
}

const counterFor = (target: number): Counter => {
  const leaves = roundSteps.map((step) => remainder(target, step))
  const alike = roundSteps.map(() => 0)
  let count = 0
  return {
    count: (sum) => {
      if (sum === target) return count
      count += 1
      for (let at = 0; at < roundSteps.length; at += 1)
        if (remainder(sum, roundSteps[at] as number) === leaves[at]) alike[at] = (alike[at] as number) + 1
      return count
    },
    found: () => ({ count, alike }),
  }
}

/** What is left over, never below zero. */
const remainder = (sum: number, step: number): number => ((sum % step) + step) % step
