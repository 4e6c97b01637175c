/** Whatever was reached by amount alone could as well have meant items of equal amount and other dates. */
import type { MatchRule } from './model.js'
import type { PreparedItems } from './prepared.js'
import type { Proposal } from './proposals.js'

const byAmountOnly: ReadonlySet<MatchRule> = new Set([
  'named-part',
  'named-and-more',
  'named-and-near',
  'named-and-credit',
  'few-and-credit',
  'single',
  'pair',
  'three',
  'four',
  'all-but',
])

const most = 6

/** A proposal and the allocations that swap one of its items for another of the same amount. @internal */
export const withRivals = (prepared: PreparedItems, proposal: Proposal): ReadonlyArray<Proposal> => {
  if (!byAmountOnly.has(proposal.route.rule)) return [proposal]
  const { amounts } = prepared
  const { places: samePlaces, twins } = prepared.same()
  if (samePlaces.size === amounts.length) return [proposal]
  const taken = new Set(proposal.places)
  const freeOf = new Map<number, ReadonlyArray<number>>()
  const all: Array<Proposal> = [proposal]
  for (const [at, place] of proposal.places.entries()) {
    const minor = amounts[place] as number
    const equal = samePlaces.get(minor) ?? []
    if (equal.length < 2) continue
    const free = freeOf.get(minor) ?? equal.filter((other) => !taken.has(other))
    freeOf.set(minor, free)
    const own = twins.get(place)
    // When all of the amount are twins there is no rival among them.
    if (own?.length === equal.length) continue
    for (const other of free) {
      if (own !== undefined && twins.get(other) === own) continue
      if (all.length > most) return all
      all.push({ places: swapped(proposal.places, at, other), route: proposal.route })
    }
  }
  return all
}

/** The places with another one instead of that at a position, still ascending. */
const swapped = (places: ReadonlyArray<number>, at: number, other: number): ReadonlyArray<number> => {
  const left = places.filter((_, position) => position !== at)
  const before = left.findIndex((place) => place > other)
  left.splice(before < 0 ? left.length : before, 0, other)
  return left
}
