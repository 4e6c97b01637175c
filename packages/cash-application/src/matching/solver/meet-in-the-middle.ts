/**
 * Splits the values into two halves, lists all sums of each, and walks the two lists towards each other. Looks at
 * everything, for any window; the lists grow with the square root of the number of sets.
 */
import { balancedGroups } from './balanced-groups.js'
import type { SumProblem } from './normalise.js'
import { cutOff, type SearchResult } from './search-result.js'
import { setsWithin } from './sum-histogram.js'
import { setsMaking, type SumLists, sumLists } from './sum-lists.js'
import { countSteps, stepsPerUnit, type WorkMeter } from './work-meter.js'

/** Longest lists that are begun: eight million sums. */
const longest = 1 << 23

/** Work units that a search takes, about; infinite when the lists would need too much room. @category policies @since 0.1.0 */
export const meetInTheMiddleWork = (problem: SumProblem): number => {
  let work = 0
  for (const half of halves(problem)) {
    const sets = setsWithin(valuesAt(problem, half), copiesAt(problem, half), Math.max(problem.hi, 1), longest)
    work += sets.together + sets.last
  }
  return Math.ceil(work / stepsPerUnit)
}

/** Find up to two solutions, all of them known when it ends by itself. @category policies @since 0.1.0 */
export const meetInTheMiddle = (problem: SumProblem, meter: WorkMeter): SearchResult => {
  const [left, right] = halves(problem)
  const leftLists = listsOf(problem, left, meter)
  const rightLists = leftLists && listsOf(problem, right, meter)
  if (leftLists === undefined || rightLists === undefined) return cutOff
  const pairs = pairsWithin(leftLists.levels.at(-1) as Float64Array, rightLists.levels.at(-1) as Float64Array, problem)
  const found = [...new Map(pairs.map((pair) => [pair.join(), pair])).values()]
    .flatMap(([leftSum, rightSum]) => together(leftLists, leftSum, rightLists, rightSum))
    .slice(0, 2)
    .map(([leftCounts, rightCounts]) => {
      const counts = new Int32Array(problem.values.length)
      for (const [order, at] of left.entries()) counts[at] = leftCounts[order] as number
      for (const [order, at] of right.entries()) counts[at] = rightCounts[order] as number
      return counts
    })
  const [leftLength, rightLength] = [lastLength(leftLists), lastLength(rightLists)]
  return countSteps(meter, leftLength + rightLength) ? { found, exhaustive: true } : cutOff
}

/** Larger values first within a half, so that sums beyond the window are dropped early. */
const halves = ({ copies }: SumProblem): readonly [readonly number[], readonly number[]] => {
  const [left = [], right = []] = balancedGroups(copies, 2)
  return [left, right]
}

const listsOf = (problem: SumProblem, places: readonly number[], meter: WorkMeter): SumLists | undefined =>
  sumLists(valuesAt(problem, places), copiesAt(problem, places), problem.hi, meter)

const valuesAt = ({ values }: SumProblem, places: readonly number[]): readonly number[] =>
  places.map((at) => values[at] as number)

const copiesAt = ({ copies }: SumProblem, places: readonly number[]): readonly number[] =>
  places.map((at) => copies[at] as number)

const lastLength = ({ levels }: SumLists): number => levels.at(-1)?.length ?? 0

/** The first two pairs, one sum from each list, that lie in the window together; equal pairs stand for different sets. */
const pairsWithin = (
  left: Float64Array,
  right: Float64Array,
  { lo, hi }: SumProblem,
): readonly (readonly [number, number])[] => {
  const pairs: (readonly [number, number])[] = []
  let top = right.length - 1
  for (let at = 0; at < left.length && top >= 0; at += 1) {
    const sum = left[at] as number
    while (top >= 0 && (right[top] as number) > hi - sum) top -= 1
    for (let down = top; down >= 0 && (right[down] as number) >= lo - sum; down -= 1) {
      pairs.push([sum, right[down] as number])
      if (pairs.length === 2) return pairs
    }
  }
  return pairs
}

type Halves = readonly [readonly number[], readonly number[]]

/** Up to two ways to make the one sum on the left and the other on the right. */
const together = (left: SumLists, leftSum: number, right: SumLists, rightSum: number): readonly Halves[] => {
  const lefts = setsMaking(left, leftSum, 2)
  const rights = setsMaking(right, rightSum, 2)
  return lefts.flatMap((one) => rights.map((other): Halves => [one, other])).slice(0, 2)
}
