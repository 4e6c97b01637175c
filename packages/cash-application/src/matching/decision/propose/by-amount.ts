/** Allocations by amount alone: one item to four, or all but one or two. Small classes only: a large class proves nothing. */
import type { EvidenceRuleSet, MatchRule } from '../model.js'
import type { PreparedItems } from '../prepared.js'
import type { Proposal, Proposed } from '../proposals.js'
import { setsBySize } from './small-sets.js'

const most = 12

const ruleOfSize: ReadonlyArray<MatchRule> = ['single', 'pair', 'three', 'four']

/** @internal */
export const byAmount = (prepared: PreparedItems, targetMinor: number, ruleSet: EvidenceRuleSet): Proposed => {
  const { amounts, totalMinor } = prepared
  const proposals: Array<Proposal> = []
  for (const [size, { sets, membersCentibits }] of setsBySize(
    amounts,
    targetMinor,
    most,
    ruleSet.membersMost,
  ).entries())
    for (const places of sets)
      proposals.push({ places, route: { rule: ruleOfSize[size] as MatchRule, membersCentibits } })

  const all = [...amounts.keys()]
  // What all but one or two of three or four items are is a set of one or two already.
  const leftOut = amounts.length > 3 ? setsBySize(amounts, totalMinor - targetMinor, most, ruleSet.membersMost) : []
  for (const { sets, membersCentibits } of leftOut.slice(0, amounts.length > 5 ? 2 : 1))
    for (const left of sets)
      proposals.push({
        places: all.filter((place) => !left.includes(place)),
        route: { rule: 'all-but', membersCentibits },
      })
  return { proposals, cut: undefined }
}
