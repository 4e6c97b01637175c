/** Allocations by amount alone: one item to four, or all but one or two. Small classes only: a large class proves nothing. */
import type { EvidenceRuleSet, MatchRule } from '../model.js'
import type { PreparedItems } from '../prepared.js'
import type { Proposal } from '../proposals.js'
import { setsBySize } from './sets-by-size.js'

const ruleOfSize = { 1: 'single', 2: 'pair', 3: 'three', 4: 'four' } as const satisfies Record<number, MatchRule>

/** @internal */
export const byAmount = (
  { amounts, totalMinor, sums }: PreparedItems,
  targetMinor: number,
  { membersMost, budget }: EvidenceRuleSet,
): ReadonlyArray<Proposal> => {
  const asked = { membersMost, budget, prepared: sums }
  const few = setsBySize(amounts, targetMinor, asked).flatMap(({ size, sets, membersCentibits }) =>
    sets.map((places): Proposal => ({ places, route: { rule: ruleOfSize[size], membersCentibits } })),
  )
  // What all but one of three are, is a set of two already; so with all but two of five.
  const mostLeftOut = amounts.length > 5 ? 2 : amounts.length > 3 ? 1 : 0
  if (mostLeftOut === 0) return few
  const many = setsBySize(amounts, totalMinor - targetMinor, { ...asked, sizeMost: mostLeftOut }).flatMap(
    ({ sets, membersCentibits }) =>
      sets.map((left): Proposal => ({
        places: [...amounts.keys()].filter((place) => !left.includes(place)),
        route: { rule: 'all-but', membersCentibits },
      })),
  )
  return [...few, ...many]
}
