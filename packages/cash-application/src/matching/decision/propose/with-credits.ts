/** Allocations that use up a credit: all that the text names less a credit or two, or a few items less one. */
import { log2Centibits } from '../../solver/centibits.js'
import { prepareSums } from '../../solver/prepare-sums.js'
import type { EvidenceRuleSet } from '../model.js'
import { once } from '../once.js'
import type { PreparedItems } from '../prepared.js'
import { noProposals, type Proposal, type Proposed } from '../proposals.js'
import type { TextEvidence } from '../text-evidence.js'
import { setsBySize } from './sets-by-size.js'

/** @internal */
export const withCredits = (
  { amounts }: PreparedItems,
  { sure }: TextEvidence,
  targetMinor: number,
  ruleSet: EvidenceRuleSet,
): Proposed => {
  const credits = [...amounts.keys()].filter((place) => (amounts[place] as number) < 0)
  if (credits.length === 0) return noProposals
  const named = namedLess(amounts, credits, { sure, targetMinor }, ruleSet)
  const few = fewAndOne(amounts, credits, targetMinor, ruleSet)
  return { proposals: [...named.proposals, ...few.proposals], cut: named.cut ?? few.cut }
}

/** All that the text surely names, less one or two credits that it leaves out. */
const namedLess = (
  amounts: ReadonlyArray<number>,
  credits: ReadonlyArray<number>,
  { sure, targetMinor }: { readonly sure: ReadonlyArray<number>; readonly targetMinor: number },
  ruleSet: EvidenceRuleSet,
): Proposed => {
  const overMinor = sure.reduce((so, place) => so + (amounts[place] as number), 0) - targetMinor
  if (sure.length === 0 || overMinor <= 0) return noProposals
  const free = credits.filter((place) => !sure.includes(place))
  const off = free.map((place) => 0 - (amounts[place] as number))
  const found = setsBySize(off, overMinor, { ...ruleSet, sizeMost: 2 })
  const proposals = found.sizes.flatMap(({ sets, membersCentibits }) =>
    sets.map((set) => together('named-and-credit', sure, placesOf(set, free), membersCentibits)),
  )
  return { proposals, cut: found.cut }
}

/** One to four charges and one credit; a charge and its exact opposite explain nothing. */
const fewAndOne = (
  amounts: ReadonlyArray<number>,
  credits: ReadonlyArray<number>,
  targetMinor: number,
  ruleSet: EvidenceRuleSet,
): Proposed => {
  const charges = [...amounts.keys()].filter((place) => (amounts[place] as number) > 0)
  const owed = charges.map((place) => amounts[place] as number)
  const among = log2Centibits(credits.length)
  const membersMost = ruleSet.membersMost - among
  const prepared = once(() => prepareSums(owed))
  const searches = credits.map((credit) => {
    const creditMinor = 0 - (amounts[credit] as number)
    const asked = { membersMost, budget: ruleSet.budget, prepared }
    return { credit, creditMinor, found: setsBySize(owed, targetMinor + creditMinor, asked) }
  })
  const proposals = searches.flatMap(({ credit, creditMinor, found }) =>
    found.sizes.flatMap(({ sets, membersCentibits }) =>
      sets
        .filter((set) => !set.some((at) => owed[at] === creditMinor))
        .map((set) => together('few-and-credit', [credit], placesOf(set, charges), membersCentibits + among)),
    ),
  )
  return { proposals, cut: searches.find(({ found }) => found.cut !== undefined)?.found.cut }
}

const placesOf = (set: ReadonlyArray<number>, places: ReadonlyArray<number>): ReadonlyArray<number> =>
  set.map((at) => places[at] as number)

const together = (
  rule: 'named-and-credit' | 'few-and-credit',
  some: ReadonlyArray<number>,
  more: ReadonlyArray<number>,
  membersCentibits: number,
): Proposal => ({ places: [...some, ...more].sort((a, b) => a - b), route: { rule, membersCentibits } })
