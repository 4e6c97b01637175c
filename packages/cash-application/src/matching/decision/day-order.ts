/**
 * The items of an account by a day of theirs, with the sums before each day: what follows from the items alone, so that every
 * payment can ask for it.
 */
import type { LocalDate } from '@quittance/kernel'
import type { MatchItem } from './model.js'

/** @internal */
export interface DayOrder {
  /** Places by day; those of one day as they stand. */
  readonly order: ReadonlyArray<number>
  /** Where each place stands in the order. */
  readonly ranks: Int32Array
  readonly days: ReadonlyArray<LocalDate>
  /** Where each day begins in the order; the last one is the end. */
  readonly bounds: ReadonlyArray<number>
  /** What all items before each bound come to. */
  readonly sums: Float64Array
  /** The greatest of the sums at each bound and after it. */
  readonly greatest: Float64Array
}

/** @internal */
export const dayOrder = (items: ReadonlyArray<MatchItem>, dayOf: (item: MatchItem) => LocalDate): DayOrder => {
  const byDay = new Map<LocalDate, Array<number>>()
  for (const [place, item] of items.entries()) {
    const places = byDay.get(dayOf(item))
    if (places === undefined) byDay.set(dayOf(item), [place])
    else places.push(place)
  }
  const days = [...byDay.keys()].sort()
  const order: Array<number> = []
  const bounds = [0]
  const sums = new Float64Array(days.length + 1)
  let sum = 0
  for (const [at, day] of days.entries()) {
    for (const place of byDay.get(day) ?? []) {
      order.push(place)
      sum += items[place]?.openMinor ?? 0
    }
    bounds.push(order.length)
    sums[at + 1] = sum
  }
  return { order, ranks: ranksOf(order), days, bounds, sums, greatest: greatestFromThere(sums) }
}

const ranksOf = (order: ReadonlyArray<number>): Int32Array => {
  const ranks = new Int32Array(order.length)
  for (const [rank, place] of order.entries()) ranks[place] = rank
  return ranks
}

const greatestFromThere = (sums: Float64Array): Float64Array => {
  const greatest = sums.slice()
  for (let at = greatest.length - 2; at >= 0; at -= 1)
    greatest[at] = Math.max(greatest[at] as number, greatest[at + 1] as number)
  return greatest
}

/** The items of a window, from one bound to another, in canonical order and without those at the given ranks. @internal */
export const placesIn = (
  { order, bounds }: DayOrder,
  from: number,
  to: number,
  without: ReadonlyArray<number> = [],
): ReadonlyArray<number> => {
  const places: Array<number> = []
  let inOrder = true
  for (let rank = bounds[from] as number; rank < (bounds[to] as number); rank += 1) {
    if (without.includes(rank)) continue
    const place = order[rank] as number
    inOrder &&= places.length === 0 || place > (places.at(-1) as number)
    places.push(place)
  }
  return inOrder ? places : places.sort((a, b) => a - b)
}
