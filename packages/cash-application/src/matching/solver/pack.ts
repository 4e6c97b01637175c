/**
 * Several payments may be explained by the same items. What goes with what is settled together for payments that
 * compete, and the second best choice is told beside the best, because the difference is what certainty there is.
 */
import type { PackOption } from './item-prices.js'
import { bestTwo, type Packing } from './pack-group.js'
import { defaultWorkBudget, workMeter } from './work-meter.js'

/** One explanation of one payment. Payments and items are numbers of the caller's choice. @category model @since 0.1.0 */
export interface PackCandidate {
  readonly payment: number
  /** The items it uses up, each once. */
  readonly items: readonly number[]
  /** A whole number; how much better it is than leaving the payment unexplained, in centibits. */
  readonly weightCentibits: number
}

/**
 * Payments that compete for items with each other and with no others, and how they are explained best.
 *
 * `second` is missing when there is nothing to choose. Equal weights of both mean that there is no best choice.
 *
 * @category model
 * @since 0.1.0
 */
export type PackedGroup = {
  /** The candidates of the group by their places, ascending. */
  readonly candidates: readonly number[]
  readonly work: number
} & (
  | { readonly _tag: 'Decided'; readonly best: Packing; readonly second: Packing | undefined }
  | { readonly _tag: 'Undecided'; readonly reason: 'budget' }
)

/** All groups, in order of their first candidate; and the best two choices over all, when every group is decided. @category model @since 0.1.0 */
export interface Packed {
  readonly groups: readonly PackedGroup[]
  readonly best: Packing | undefined
  readonly second: Packing | undefined
  /** Work units spent on all groups. */
  readonly work: number
}

/**
 * Choose explanations, at most one for each payment and none that share an item, of the greatest weight together.
 *
 * Nothing is broken by the order in which the candidates come: best and second best weigh the same in any order, and a
 * group that is too much work is undecided in any order.
 *
 * @param budget - work units for each group
 * @law the best and the second best choice are those of looking at every choice
 * @law the order of candidates changes no weight
 * @law a larger budget for packing only decides what was undecided
 * @example
 * pack([
 *   { payment: 1, items: [10], weightCentibits: 900 },
 *   { payment: 2, items: [10], weightCentibits: 700 },
 *   { payment: 2, items: [11], weightCentibits: 300 },
 * ]).best
 * // => { chosen: [0, 2], weight: 1200 }
 * @category decisions
 * @since 0.1.0
 */
export const pack = (candidates: readonly PackCandidate[], budget: number = defaultWorkBudget): Packed => {
  const groups = groupsOf(candidates).map((places) => packed(candidates, places, budget))
  const work = groups.reduce((so, group) => so + group.work, 0)
  const decided = groups.flatMap((group) => (group._tag === 'Decided' ? [group] : []))
  if (decided.length < groups.length) return { groups, best: undefined, second: undefined, work }
  const best = union(decided.map((group) => group.best))
  return { groups, best, second: secondOf(decided), work }
}

type Decided = Extract<PackedGroup, { readonly _tag: 'Decided' }>

/** The best everywhere but in the group where the second best costs least. */
const secondOf = (groups: readonly Decided[]): Packing | undefined => {
  const loss = ({ best, second }: Decided): number => (second === undefined ? Infinity : best.weight - second.weight)
  const least = groups.reduce<Decided | undefined>(
    (so, group) => (so === undefined || loss(group) < loss(so) ? group : so),
    undefined,
  )
  if (least?.second === undefined) return undefined
  return union(groups.map((group) => (group === least && group.second !== undefined ? group.second : group.best)))
}

const union = (packings: readonly Packing[]): Packing => ({
  chosen: packings.flatMap(({ chosen }) => chosen).sort((one, other) => one - other),
  weight: packings.reduce((so, { weight }) => so + weight, 0),
})

/** Places of candidates that hang together by payments and items. */
const groupsOf = (candidates: readonly PackCandidate[]): readonly (readonly number[])[] => {
  const heads = candidates.map((_, place) => place)
  const headOf = (place: number): number => {
    let head = place
    while (heads[head] !== head) head = heads[head] as number
    heads[place] = head
    return head
  }
  const firstWith = new Map<string, number>()
  for (const [place, { payment, items }] of candidates.entries())
    for (const key of [`payment ${payment}`, ...items.map((item) => `item ${item}`)]) {
      const first = firstWith.get(key)
      if (first === undefined) firstWith.set(key, place)
      else {
        const [one, other] = [headOf(first), headOf(place)]
        heads[Math.max(one, other)] = Math.min(one, other)
      }
    }
  const groups = new Map<number, number[]>()
  for (const place of candidates.keys()) groups.set(headOf(place), [...(groups.get(headOf(place)) ?? []), place])
  return [...groups.values()]
}

const packed = (candidates: readonly PackCandidate[], places: readonly number[], budget: number): PackedGroup => {
  const meter = workMeter(budget)
  const { payments, itemCount } = optionsOf(candidates, places)
  const found = bestTwo(payments, itemCount, meter)
  const group = { candidates: places, work: meter.spent }
  return found === undefined
    ? { ...group, _tag: 'Undecided', reason: 'budget' }
    : { ...group, _tag: 'Decided', ...found }
}

/** Candidates by payment in an order of their own, so that the work does not depend on that of the list. */
const optionsOf = (
  candidates: readonly PackCandidate[],
  places: readonly number[],
): { readonly payments: readonly (readonly PackOption[])[]; readonly itemCount: number } => {
  const numberOf = new Map<number, number>()
  const byPayment = new Map<number, PackOption[]>()
  const sorted = [...places].sort((one, other) =>
    inOrder(candidates[one] as PackCandidate, candidates[other] as PackCandidate),
  )
  for (const place of sorted) {
    const { payment, items, weightCentibits } = candidates[place] as PackCandidate
    for (const item of items) if (!numberOf.has(item)) numberOf.set(item, numberOf.size)
    const option = { place, weight: weightCentibits, items: items.map((item) => numberOf.get(item) as number) }
    const options = byPayment.get(payment)
    if (options === undefined) byPayment.set(payment, [option])
    else options.push(option)
  }
  return { payments: [...byPayment.values()], itemCount: numberOf.size }
}

/** By payment, then the heavier first, then by items. */
const inOrder = (one: PackCandidate, other: PackCandidate): number => {
  if (one.payment !== other.payment) return one.payment - other.payment
  if (one.weightCentibits !== other.weightCentibits) return other.weightCentibits - one.weightCentibits
  const [mine, theirs] = [sortedItems(one), sortedItems(other)]
  for (let at = 0; at < Math.min(mine.length, theirs.length); at += 1)
    if (mine[at] !== theirs[at]) return (mine[at] as number) - (theirs[at] as number)
  return mine.length - theirs.length
}

const sortedItems = ({ items }: PackCandidate): readonly number[] => [...items].sort((one, other) => one - other)
