/**
 * Twins and rivals. Items of equal amount and dates are interchangeable: taking one or the other is the same
 * explanation. Items of equal amount and other dates are rivals: whatever was reached by amount alone could as
 * well have meant them.
 */
import type { MatchItem, MatchRule } from './model.js'
import type { PreparedItems } from './prepared.js'
import type { Proposal } from './proposals.js'

const byAmountOnly: ReadonlySet<MatchRule> = new Set([
  'named-part',
  'named-and-more',
  'named-and-near',
  'single',
  'pair',
  'three',
  'four',
  'all-but',
])

const most = 6

/** A proposal and the allocations that swap one of its items for another of the same amount. @internal */
export const withRivals = (
  prepared: PreparedItems,
  proposal: Proposal,
  samePlaces: SameAmounts,
): ReadonlyArray<Proposal> => {
  if (!byAmountOnly.has(proposal.route.rule)) return [proposal]
  const taken = new Set(proposal.places)
  const rivals: Array<Proposal> = []
  for (const place of proposal.places) {
    const own = prepared.items[place] as MatchItem
    for (const other of samePlaces.get(own.openMinor) ?? []) {
      if (taken.has(other) || isTwin(own, prepared.items[other] as MatchItem)) continue
      if (rivals.length >= most) return [proposal, ...rivals]
      rivals.push({
        places: proposal.places.map((one) => (one === place ? other : one)).sort((a, b) => a - b),
        route: proposal.route,
      })
    }
  }
  return [proposal, ...rivals]
}

/** Places by amount. @internal */
export type SameAmounts = ReadonlyMap<number, ReadonlyArray<number>>

/** @internal */
export const sameAmounts = ({ amounts }: PreparedItems): SameAmounts => {
  const places = new Map<number, Array<number>>()
  for (const [place, minor] of amounts.entries()) {
    const known = places.get(minor)
    if (known === undefined) places.set(minor, [place])
    else known.push(place)
  }
  return places
}

/** @internal */
export const isTwin = (a: MatchItem, b: MatchItem): boolean =>
  a.openMinor === b.openMinor && a.on === b.on && a.dueOn === b.dueOn
