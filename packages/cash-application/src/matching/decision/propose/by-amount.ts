/** Allocations by amount alone: one item to four, or all but one or two. Small classes only: a large class proves nothing. */
import type { EvidenceRuleSet, MatchRule } from '../model.js'
import type { PreparedItems } from '../prepared.js'
import type { Proposal, Proposed } from '../proposals.js'
import { setsBySize } from './sets-by-size.js'

const ruleOfSize = { 1: 'single', 2: 'pair', 3: 'three', 4: 'four' } as const satisfies Record<number, MatchRule>

/** @internal */
export const byAmount = (
  { amounts, totalMinor, sums }: PreparedItems,
  targetMinor: number,
  { membersMost, budget }: EvidenceRuleSet,
): Proposed => {
  const asked = { membersMost, budget, prepared: sums }
  const few = setsBySize(amounts, targetMinor, asked)
  const some = few.sizes.flatMap(({ size, sets, membersCentibits }) =>
    sets.map((places): Proposal => ({ places, route: { rule: ruleOfSize[size], membersCentibits } })),
  )
  // What all but one of three are, is a set of two already; so with all but two of five.
  const mostLeftOut = amounts.length > 5 ? 2 : amounts.length > 3 ? 1 : 0
  if (mostLeftOut === 0) return { proposals: some, cut: few.cut }
  const left = setsBySize(amounts, totalMinor - targetMinor, { ...asked, sizeMost: mostLeftOut })
  const many = left.sizes.flatMap(({ sets, membersCentibits }) =>
    sets.map((out): Proposal => ({
      places: [...amounts.keys()].filter((place) => !out.includes(place)),
      route: { rule: 'all-but', membersCentibits },
    })),
  )
  return { proposals: [...some, ...many], cut: few.cut ?? left.cut }
}
