/** Which of several pieces of evidence names the first cause of an item, and what the others are beside it. */
import { causeEntry, causeStages, type CauseTaxonomy, unknownCause } from '../disputes/cause-taxonomy.js'
import type { CausedItem, CauseTag, LostBy, TagRole } from './caused-item.js'
import { type EvidenceRank, evidenceRanks, type Found } from './cause-rule.js'
import { causeSaid } from './cause-said.js'
import type { CauseRules, EvidenceWeighing } from './cause-rules.js'
import { isContradicted } from './contradicted.js'
import type { ItemDossier } from './item-dossier.js'

/** What a rule found, with the rule. @internal */
export interface Evidence extends Found {
  readonly rule: string
  readonly rank: EvidenceRank
}

/** What evidence makes of an item. @internal */
export type WeighedEvidence = Pick<
  CausedItem,
  'cause' | 'stage' | 'family' | 'department' | 'upstream' | 'confidence' | 'tags' | 'conflicts'
>

interface Candidate extends Omit<CauseTag, 'role' | 'lostBy'> {
  readonly contradicted: boolean
}

/**
 * The kind of evidence decides before all, so nothing weaker ever overwrites. Within the strongest kind that says anything, what we
 * caused upstream comes before what we did not, and of that the earliest event: it made the item unpayable as issued. An earlier
 * event that is much less sure than the surest does not come first. Of one day: the surer, then the earlier stage, then the order of
 * the rules. The order in which facts arrived plays no part.
 *
 * @law stronger evidence of a cause is never outweighed by weaker
 * @internal
 */
export const weighEvidence = (
  dossier: ItemDossier,
  evidence: ReadonlyArray<Evidence>,
  rules: CauseRules,
): WeighedEvidence => {
  const candidates = excusesDoubted(
    evidence.map((one) => candidateOf(dossier, one, rules)),
    rules.weighing,
  )
  const counting = candidates.filter((one) => tooLittle(one, rules.weighing) === undefined)
  const best = counting.reduce((so, one) => Math.min(so, rankOf(one)), evidenceRanks.length)
  const [first] = firstOf(
    counting.filter((one) => rankOf(one) === best),
    rules.weighing,
  )
  const tags = candidates
    .map((one) => tagOf(one, first, rules.weighing))
    .sort((a, b) => Number(b.role === 'first') - Number(a.role === 'first') || rankOf(a) - rankOf(b))
  return { ...causeOf(first, rules.taxonomy), ...confidenceOf(first, tags, rules.weighing), tags }
}

const rankOf = ({ rank }: { readonly rank: EvidenceRank }): number => evidenceRanks.indexOf(rank)

/** Only what somebody says of us can be contradicted by our papers: papers and corrections are not. */
const sayings: ReadonlySet<EvidenceRank> = new Set(['claim', 'excuse'])

const candidateOf = (dossier: ItemDossier, { cause: said, ...found }: Evidence, rules: CauseRules): Candidate => {
  const { cause, rawCode } = causeSaid(said, dossier.customer, rules)
  const contradicted = sayings.has(found.rank) && isContradicted(dossier, cause)
  const { stage, departments, upstream } = causeEntry(rules.taxonomy, cause)
  const [department] = departments
  return {
    rule: found.rule,
    rank: found.rank,
    cause,
    ...(rawCode === undefined ? {} : { rawCode }),
    stage,
    ...(department === undefined ? {} : { department }),
    upstream,
    confidence: contradicted ? Math.min(found.confidence, rules.weighing.contradictedAtMost) : found.confidence,
    happenedOn: found.happenedOn,
    positions: found.positions,
    because: found.because,
    contradicted,
  }
}

/** Who says the same again on another day is more credible than who finds something new each time; only excuses that cost us are doubted. */
const excusesDoubted = (
  candidates: ReadonlyArray<Candidate>,
  { loneExcuseAtMost }: EvidenceWeighing,
): ReadonlyArray<Candidate> => {
  const blaming = candidates.filter(({ rank, upstream }) => rank === 'excuse' && upstream)
  if (blaming.length === 0) return candidates
  const isSteady =
    new Set(blaming.map(({ cause }) => cause)).size === 1 &&
    new Set(blaming.map(({ happenedOn }) => happenedOn)).size > 1
  if (isSteady) return candidates
  return candidates.map((one) =>
    blaming.includes(one) ? { ...one, confidence: Math.min(one.confidence, loneExcuseAtMost) } : one,
  )
}

/** A code that no table has says that there is a cause, and not which: anything else outweighs it. */
const tooLittle = (
  { cause, confidence, contradicted }: Candidate,
  { minConfidence }: EvidenceWeighing,
): LostBy | undefined => {
  if (cause === unknownCause.cause) return 'no-such-cause'
  if (confidence >= minConfidence) return undefined
  return contradicted ? 'contradicted' : 'minimum'
}

/** The candidates of one rank in order of precedence. */
const firstOf = (
  candidates: ReadonlyArray<Candidate>,
  { earlierWithin }: EvidenceWeighing,
): ReadonlyArray<Candidate> => {
  const ours = candidates.filter(({ upstream }) => upstream)
  const eligible = ours.length > 0 ? ours : candidates
  const surest = eligible.reduce((so, { confidence }) => Math.max(so, confidence), 0)
  return eligible.filter(({ confidence }) => confidence >= surest - earlierWithin).sort(earliestFirst)
}

const earliestFirst = (a: Candidate, b: Candidate): number => {
  if (a.happenedOn !== b.happenedOn) return a.happenedOn < b.happenedOn ? -1 : 1
  return b.confidence - a.confidence || causeStages.indexOf(a.stage) - causeStages.indexOf(b.stage)
}

const tagOf = (one: Candidate, first: Candidate | undefined, weighing: EvidenceWeighing): CauseTag => {
  const { contradicted: _, ...tag } = one
  const little = tooLittle(one, weighing)
  if (little !== undefined || first === undefined) return { ...tag, role: 'weak', lostBy: little ?? 'minimum' }
  if (one === first) return { ...tag, role: 'first' }
  return { ...tag, role: roleBeside(one, first), lostBy: lostBy(one, first, weighing) }
}

/** Two errors that papers show can both be true; two reasons given for one refusal cannot, nor can two readings by one rule. */
const roleBeside = (one: Candidate, first: Candidate): TagRole => {
  if (one.cause === first.cause) return 'agrees'
  if (one.rank !== 'computed' || one.rule === first.rule) return 'conflict'
  return first.rank === 'computed' || one.happenedOn > first.happenedOn ? 'knock-on' : 'conflict'
}

const lostBy = (one: Candidate, first: Candidate, { earlierWithin }: EvidenceWeighing): LostBy => {
  if (one.rank !== first.rank) return 'rank'
  if (first.upstream && !one.upstream) return 'not-upstream'
  if (one.confidence < first.confidence - earlierWithin || one.happenedOn < first.happenedOn) return 'confidence'
  if (one.happenedOn > first.happenedOn) return 'day'
  return one.confidence < first.confidence ? 'confidence' : 'order'
}

const causeOf = (
  first: Candidate | undefined,
  taxonomy: CauseTaxonomy,
): Pick<WeighedEvidence, 'cause' | 'stage' | 'family' | 'department' | 'upstream'> => {
  const { cause, stage, family, departments, upstream } = causeEntry(taxonomy, first?.cause ?? unknownCause.cause)
  const [department] = departments
  return { cause, stage, family, ...(department === undefined ? {} : { department }), upstream }
}

const confidenceOf = (
  first: Candidate | undefined,
  tags: ReadonlyArray<CauseTag>,
  { agreementAdds, conflictTakes }: EvidenceWeighing,
): Pick<WeighedEvidence, 'confidence' | 'conflicts'> => {
  if (first === undefined) return { confidence: 0, conflicts: [] }
  const conflicting = tags.filter(({ role }) => role === 'conflict')
  const agreeing = new Set(tags.filter(({ role, rank }) => role === 'agrees' && rank !== first.rank).map(rankOf))
  const asStrong = new Set(conflicting.filter(({ rank }) => rank === first.rank).map(({ cause }) => cause))
  const points = first.confidence + agreementAdds * agreeing.size - conflictTakes * asStrong.size
  const mayReach = Math.max(first.confidence, 99)
  return {
    confidence: Math.max(1, Math.min(points, mayReach)),
    conflicts: [...new Set(conflicting.map(({ cause }) => cause))],
  }
}
