/**
 * Allocations merged by what they settle: the same items, or interchangeable ones, reached by several routes are
 * one explanation. Of twins those are taken of which the text says most, then those that come first in canonical order.
 */
import type { ItemNotInFull, MatchRoute } from './model.js'
import type { PreparedItems } from './prepared.js'
import type { Proposal } from './proposals.js'
import { withRivals } from './rivals.js'
import type { SameAmounts } from './same-amounts.js'

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
  said: ReadonlyMap<number, number>,
): ReadonlyArray<Merged> => {
  if (proposals.length === 0) return []
  const same = prepared.same()
  const merged = new Map<number, Array<Merging>>()
  const all: Array<Merging> = []
  for (const proposal of proposals)
    for (const { places: taken, route } of withRivals(prepared, proposal)) {
      const { places, interchangeable } = canonical(taken, said, same)
      const name = hashOf(places)
      const alike = merged.get(name)
      const known = alike?.find((one) => isEqual(one.places, places))
      if (known === undefined) {
        const fresh = { places, notInFull: [], pennyMinor: 0, routes: [route], interchangeable }
        all.push(fresh)
        if (alike === undefined) merged.set(name, [fresh])
        else alike.push(fresh)
      } else if (!known.routes.some(({ rule }) => rule === route.rule)) known.routes.push(route)
    }
  return all
}

interface Merging extends Merged {
  readonly routes: Array<MatchRoute>
}

/** Only says where to look: places of the same hash are still compared. */
const hashOf = (places: ReadonlyArray<number>): number => {
  let hash = places.length
  for (const place of places) hash = Math.imul(hash ^ place, 0x01000193)
  return hash
}

const isEqual = (one: ReadonlyArray<number>, other: ReadonlyArray<number>): boolean => {
  if (one.length !== other.length) return false
  for (let at = 0; at < one.length; at += 1) if (one[at] !== other[at]) return false
  return true
}

/** Of twins, as many as are taken, but those of them that the convention says. */
const canonical = (
  places: ReadonlyArray<number>,
  said: ReadonlyMap<number, number>,
  { twins }: SameAmounts,
): Pick<Merged, 'places' | 'interchangeable'> => {
  if (twins.size === 0 || !places.some((place) => twins.has(place))) return { places, interchangeable: [] }
  const wantedOf = new Map<ReadonlyArray<number>, number>()
  const chosen: Array<number> = []
  for (const place of places) {
    const group = twins.get(place)
    if (group === undefined) chosen.push(place)
    else wantedOf.set(group, (wantedOf.get(group) ?? 0) + 1)
  }
  const interchangeable: Array<ReadonlyArray<number>> = []
  for (const [group, wanted] of wantedOf) {
    const isChoice = wanted < group.length
    if (isChoice) interchangeable.push(group)
    const preferred = isChoice ? [...group].sort((a, b) => (said.get(b) ?? 0) - (said.get(a) ?? 0) || a - b) : group
    for (let at = 0; at < wanted; at += 1) chosen.push(preferred[at] as number)
  }
  // By their first place, and not by the way that led here: an explanation reads the same whichever way was first.
  if (interchangeable.length > 1) interchangeable.sort(([a = 0], [b = 0]) => a - b)
  return { places: chosen.sort((a, b) => a - b), interchangeable }
}
