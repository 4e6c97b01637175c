/** Allocations that the text points to: what it names, a part of it, or it and a few items that it leaves out. */
import { decideSum } from '../../solver/decide-sum.js'
import { log2Centibits } from '../../solver/centibits.js'
import type { EvidenceRuleSet } from '../model.js'
import type { PreparedItems } from '../prepared.js'
import { allProposed, noProposals, type Proposal, proposed, type Proposed } from '../proposals.js'
import type { TextEvidence } from '../text-evidence.js'
import { setsBySize } from './sets-by-size.js'

/** @internal */
export const named = (
  prepared: PreparedItems,
  text: TextEvidence,
  targetMinor: number,
  ruleSet: EvidenceRuleSet,
): Proposed => {
  if (text.mentioned.length === 0) return noProposals
  const { amounts } = prepared
  const sum = (places: ReadonlyArray<number>): number =>
    places.reduce((so, place) => so + (amounts[place] as number), 0)
  const whole = [text.sure, text.mentioned].filter((places) => places.length > 0 && sum(places) === targetMinor)
  const missing = targetMinor - sum(text.sure)
  const found = allProposed(
    proposed(whole.map((places): Proposal => ({ places, route: { rule: 'named', membersCentibits: 0 } }))),
    partOf(prepared, text.mentioned, targetMinor, ruleSet),
    missing > 0 && text.sure.length > 0 ? withMore(prepared, text.sure, missing, ruleSet) : noProposals,
  )
  return found.proposals.length > 0
    ? found
    : { ...found, proposals: partWithMore(prepared, text, targetMinor, ruleSet) }
}

/** The sets of mentioned items that make the amount: none, one, or two that show there is a choice. */
const partOf = (
  { amounts }: PreparedItems,
  mentioned: ReadonlyArray<number>,
  targetMinor: number,
  ruleSet: EvidenceRuleSet,
): Proposed => {
  const window = { loMinor: targetMinor, hiMinor: targetMinor }
  const answer = decideSum(
    mentioned.map((place) => amounts[place] as number),
    window,
    ruleSet.budget,
  )
  const route = { rule: 'named-part', membersCentibits: mentioned.length * 100 } as const
  const proposal = ({ indices }: { readonly indices: ReadonlyArray<number> }): Proposal => ({
    places: indices.map((index) => mentioned[index] as number),
    route,
  })
  switch (answer._tag) {
    case 'None':
      return noProposals
    case 'Unique':
      return { proposals: [proposal(answer.witness)], cut: undefined }
    case 'Multiple':
      return { proposals: answer.witnesses.map(proposal), cut: undefined }
    case 'Undecided':
      return { proposals: [], cut: answer.reason }
  }
}

const most = 12

/**
 * All that is surely named, and up to four items more: of any day, and of those among the named ones or right
 * after them, as long as the sets of so many are few enough to mean something.
 */
const withMore = (
  prepared: PreparedItems,
  sure: ReadonlyArray<number>,
  missingMinor: number,
  ruleSet: EvidenceRuleSet,
): Proposed => {
  const taken = new Set(sure)
  const rest = [...prepared.amounts.keys()].filter((place) => !taken.has(place))
  // Places are in order of due day, and so do payers list items; a bank's text field cuts the end of the list.
  const [first, last] = [sure[0] as number, sure.at(-1) as number]
  const near = rest.filter((place) => place > first && place <= last + ruleSet.nearBeyond)
  return allProposed(
    among(prepared, sure, rest, missingMinor, 'named-and-more', ruleSet),
    near.length === rest.length ? noProposals : among(prepared, sure, near, missingMinor, 'named-and-near', ruleSet),
    anyOfFew(prepared, sure, near, missingMinor, ruleSet),
  )
}

/** Any number of the items near by, where those are so few that all their sets together still mean something. */
const anyOfFew = (
  { amounts }: PreparedItems,
  sure: ReadonlyArray<number>,
  near: ReadonlyArray<number>,
  missingMinor: number,
  ruleSet: EvidenceRuleSet,
): Proposed => {
  const membersCentibits = near.length * 100
  if (near.length < 5 || membersCentibits > ruleSet.membersMost) return noProposals
  const window = { loMinor: missingMinor, hiMinor: missingMinor }
  const answer = decideSum(
    near.map((place) => amounts[place] as number),
    window,
    ruleSet.budget,
  )
  const witnesses = answer._tag === 'Unique' ? [answer.witness] : answer._tag === 'Multiple' ? answer.witnesses : []
  const proposals = witnesses.map(({ indices }): Proposal => ({
    places: [...sure, ...indices.map((index) => near[index] as number)].sort((one, other) => one - other),
    route: { rule: 'named-and-near', membersCentibits },
  }))
  return { proposals, cut: answer._tag === 'Undecided' ? answer.reason : undefined }
}

const among = (
  { amounts }: PreparedItems,
  sure: ReadonlyArray<number>,
  others: ReadonlyArray<number>,
  missingMinor: number,
  rule: 'named-and-more' | 'named-and-near',
  ruleSet: EvidenceRuleSet,
): Proposed => {
  const { sizes, cut } = setsBySize(
    others.map((place) => amounts[place] as number),
    missingMinor,
    ruleSet,
  )
  const proposals = sizes.flatMap(({ sets, membersCentibits }) =>
    sets.map((set): Proposal => ({
      places: [...sure, ...set.map((at) => others[at] as number)].sort((one, other) => one - other),
      route: { rule, membersCentibits },
    })),
  )
  return { proposals, cut }
}

/** Each sure mention left out in turn, for one that meant something else, and one item more. */
const partWithMore = (
  prepared: PreparedItems,
  text: TextEvidence,
  targetMinor: number,
  ruleSet: EvidenceRuleSet,
): ReadonlyArray<Proposal> => {
  const { sure, mentioned } = text
  if (sure.length < 2 || sure.length > 60) return []
  const elsewhere = prepared.amounts.length - mentioned.length
  const members = log2Centibits(Math.max(elsewhere * sure.length, 1))
  if (members > ruleSet.membersMost) return []
  const named = new Set(mentioned)
  const total = sure.reduce((so, place) => so + (prepared.amounts[place] as number), 0)
  return sure.flatMap((left) => {
    const missing = targetMinor - total + (prepared.amounts[left] as number)
    const others = (prepared.same().places.get(missing) ?? []).filter((place) => !named.has(place))
    return others.slice(0, most).map((place) => ({
      places: [...sure.filter((one) => one !== left), place].sort((a, b) => a - b),
      route: { rule: 'named-and-more' as const, membersCentibits: members },
    }))
  })
}
