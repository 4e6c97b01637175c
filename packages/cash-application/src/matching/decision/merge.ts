/**
 * Allocations merged by what they settle: the same items, or interchangeable ones, reached by several routes are
 * one explanation. Named twins are taken first, then those that come first in canonical order.
 */
import type { ItemNotInFull, MatchItem, MatchRoute } from './model.js'
import type { PreparedItems } from './prepared.js'
import type { Proposal } from './proposals.js'
import { isTwin, type SameAmounts, sameAmounts, withRivals } from './rivals.js'

/** @internal */
export interface Merged {
  readonly places: ReadonlyArray<number>
  readonly notInFull: ReadonlyArray<ItemNotInFull>
  readonly pennyMinor: number
  readonly routes: ReadonlyArray<MatchRoute>
  readonly interchangeable: ReadonlyArray<ReadonlyArray<number>>
}

/** @internal */
export const mergeProposals = (
  prepared: PreparedItems,
  proposals: ReadonlyArray<Proposal>,
  named: ReadonlySet<number>,
): ReadonlyArray<Merged> => {
  const same = sameAmounts(prepared)
  const merged = new Map<
    string,
    { places: ReadonlyArray<number>; routes: Array<MatchRoute>; twins: ReadonlyArray<ReadonlyArray<number>> }
  >()
  for (const proposal of proposals.flatMap((one) => withRivals(prepared, one, same))) {
    const { places, twins } = canonical(prepared, proposal.places, named, same)
    const key = places.join(',')
    const known = merged.get(key)
    if (known === undefined) merged.set(key, { places, routes: [proposal.route], twins })
    else if (!known.routes.some(({ rule }) => rule === proposal.route.rule)) known.routes.push(proposal.route)
  }
  return [...merged.values()].map(({ places, routes, twins }) => ({
    places,
    notInFull: [],
    pennyMinor: 0,
    routes,
    interchangeable: twins,
  }))
}

const canonical = (
  { items }: PreparedItems,
  places: ReadonlyArray<number>,
  named: ReadonlySet<number>,
  same: SameAmounts,
): { readonly places: ReadonlyArray<number>; readonly twins: ReadonlyArray<ReadonlyArray<number>> } => {
  const taken = new Set(places)
  const done = new Set<number>()
  const twins: Array<ReadonlyArray<number>> = []
  const chosen: Array<number> = []
  for (const place of places) {
    if (done.has(place)) continue
    const own = items[place] as MatchItem
    const group = (same.get(own.openMinor) ?? []).filter((other) => isTwin(own, items[other] as MatchItem))
    for (const one of group) done.add(one)
    const wanted = group.filter((one) => taken.has(one)).length
    if (wanted === group.length) chosen.push(...group)
    else {
      chosen.push(...[...group].sort((a, b) => Number(named.has(b)) - Number(named.has(a)) || a - b).slice(0, wanted))
      twins.push(group)
    }
  }
  return { places: chosen.sort((a, b) => a - b), twins }
}
