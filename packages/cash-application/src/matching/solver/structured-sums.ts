/**
 * Sums that follow from the order or the grouping of the items. One pass answers them, and because there are so few of
 * them, one that fits means something. Items of amount zero are in no set.
 */
import type { SumWindow } from './sum-answer.js'

/** Some of the items, by their places, ascending, with their sum. @category model @since 0.1.0 */
export interface StructuredSet {
  readonly indices: readonly number[]
  readonly sumMinor: number
}

/** All items of a group. @category model @since 0.1.0 */
export interface GroupSet extends StructuredSet {
  readonly key: string
}

/**
 * All items, when they make a sum of the window; nothing when there are no items.
 *
 * @law structured sums are those that adding up each candidate finds
 * @example
 * wholeSum([100, 250, -50], { loMinor: 300, hiMinor: 300 }) // => [{ indices: [0, 1, 2], sumMinor: 300 }]
 * @category decisions
 * @since 0.1.0
 */
export const wholeSum = (items: readonly number[], window: SumWindow): readonly StructuredSet[] =>
  fits(setOf(items, items.keys()), window)

/**
 * The oldest items up to some item, when they make a sum of the window; the shortest first.
 *
 * @param items - the oldest first
 * @law structured sums are those that adding up each candidate finds
 * @example
 * oldestSums([100, 250, 400], { loMinor: 350, hiMinor: 350 }) // => [{ indices: [0, 1], sumMinor: 350 }]
 * @category decisions
 * @since 0.1.0
 */
export const oldestSums = (items: readonly number[], { loMinor, hiMinor }: SumWindow): readonly StructuredSet[] => {
  const indices: number[] = []
  const found: StructuredSet[] = []
  let sumMinor = 0
  for (const [at, minor] of items.entries()) {
    if (minor === 0) continue
    indices.push(at)
    sumMinor += minor
    if (loMinor <= sumMinor && sumMinor <= hiMinor) found.push({ indices: [...indices], sumMinor })
  }
  return found
}

/**
 * Items that follow each other in a given order, when they make a sum of the window: by the place of the last, and among
 * those with the same last the longest first.
 *
 * One look into a table of the sums before each item, for every sum of the window; a window wider than the list is
 * walked over instead.
 *
 * @param order - places of the items, each at most once; by due day, by document day, by delivery
 * @param cap - most sets given back
 * @law structured sums are those that adding up each candidate finds
 * @example
 * runSums([100, 250, 400, 70], [0, 1, 2, 3], { loMinor: 650, hiMinor: 650 }, 10)
 * // => [{ indices: [1, 2], sumMinor: 650 }]
 * @category decisions
 * @since 0.1.0
 */
export const runSums = (
  items: readonly number[],
  order: readonly number[],
  { loMinor, hiMinor }: SumWindow,
  cap: number,
): readonly StructuredSet[] => {
  const real = order.filter((at) => items[at] !== 0)
  const sums = [0]
  for (const at of real) sums.push((sums.at(-1) as number) + (items[at] as number))
  const before = new Map<number, number[]>()
  const found: StructuredSet[] = []
  for (let end = 1; end <= real.length; end += 1) {
    addPlace(before, sums[end - 1] as number, end - 1)
    const starts = startsOf(before, sums, end, { loMinor, hiMinor })
    for (const start of starts) {
      if (found.length === cap) return found
      found.push(setOf(items, real.slice(start, end)))
    }
  }
  return found
}

const addPlace = (before: Map<number, number[]>, sum: number, place: number): void => {
  const places = before.get(sum)
  if (places === undefined) before.set(sum, [place])
  else places.push(place)
}

/** Where a run that ends here may begin. */
const startsOf = (
  before: ReadonlyMap<number, readonly number[]>,
  sums: readonly number[],
  end: number,
  { loMinor, hiMinor }: SumWindow,
): readonly number[] => {
  const sum = sums[end] as number
  const starts: number[] = []
  if (hiMinor - loMinor < end) {
    for (let wanted = sum - hiMinor; wanted <= sum - loMinor; wanted += 1) starts.push(...(before.get(wanted) ?? []))
    return starts.sort((one, other) => one - other)
  }
  for (let start = 0; start < end; start += 1) {
    const run = sum - (sums[start] as number)
    if (loMinor <= run && run <= hiMinor) starts.push(start)
  }
  return starts
}

/**
 * Whole groups that make a sum of the window, in order of first appearance: an order, a statement, a location.
 *
 * @param keys - the group of each item; one without a group has none
 * @law structured sums are those that adding up each candidate finds
 * @example
 * groupSums([100, 250, 400], ['PO-1', 'PO-2', 'PO-1'], { loMinor: 500, hiMinor: 500 })
 * // => [{ indices: [0, 2], sumMinor: 500, key: 'PO-1' }]
 * @category decisions
 * @since 0.1.0
 */
export const groupSums = (
  items: readonly number[],
  keys: readonly (string | undefined)[],
  window: SumWindow,
): readonly GroupSet[] => {
  const groups = new Map<string, number[]>()
  for (const [at, key] of keys.entries()) {
    if (key === undefined) continue
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [at])
    else group.push(at)
  }
  return [...groups].flatMap(([key, places]) => fits(setOf(items, places), window).map((set) => ({ ...set, key })))
}

const setOf = (items: readonly number[], places: Iterable<number>): StructuredSet => {
  const indices = [...places].filter((at) => (items[at] ?? 0) !== 0).sort((one, other) => one - other)
  return { indices, sumMinor: indices.reduce((so, at) => so + (items[at] as number), 0) }
}

const fits = (set: StructuredSet, { loMinor, hiMinor }: SumWindow): readonly StructuredSet[] =>
  set.indices.length > 0 && loMinor <= set.sumMinor && set.sumMinor <= hiMinor ? [set] : []
