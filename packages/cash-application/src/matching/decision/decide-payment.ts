/**
 * One payment against the open items of its payer: propose, merge, weigh, decide. Whole numbers only; the same
 * question has the same answer on every machine.
 */
import { powerOfHalf } from '../solver/centibits.js'
import { chanceOfAmount } from './chance.js'
import { type Merged, mergeProposals } from './merge.js'
import type { EvidenceRuleSet, MatchCandidate, MatchDecision, MatchPayment, MatchTerm } from './model.js'
import type { PreparedItems } from './prepared.js'
import { byAmount } from './propose/by-amount.js'
import { named } from './propose/named.js'
import { structured } from './propose/structured.js'
import { windowBut } from './propose/window-but.js'
import { type TextEvidence, textEvidence, textTerms } from './text-evidence.js'

/**
 * Say what a payment settles, or what stands in the way of saying it.
 *
 * @law permuting items changes no decision
 * @law no silent guess between equals
 * @category decisions
 * @since 0.1.0
 */
export const decidePayment = (
  payment: MatchPayment,
  prepared: PreparedItems,
  ruleSet: EvidenceRuleSet,
): MatchDecision => {
  const { amountMinor, receivedOn } = payment
  if (!Number.isSafeInteger(amountMinor) || !Number.isSafeInteger(prepared.totalMinor))
    return { _tag: 'Undecided', because: 'range' }
  if (amountMinor <= 0 || prepared.items.length === 0) return { _tag: 'None' }
  const text = textEvidence(payment.text, prepared, ruleSet)
  const fromText = named(prepared, text, amountMinor, ruleSet)
  const merged = mergeProposals(
    prepared,
    [
      ...fromText.proposals,
      ...structured(prepared, amountMinor, receivedOn),
      ...windowBut(prepared, text, amountMinor, ruleSet),
      ...byAmount(prepared, amountMinor, ruleSet),
    ],
    new Set(text.mentioned),
  )
  if (merged.length === 0) {
    return fromText.cut === undefined ? { _tag: 'None' } : { _tag: 'Undecided', because: fromText.cut }
  }
  return judge(payment, weighAll(merged, prepared, text, amountMinor, ruleSet), ruleSet)
}

interface Weighed {
  readonly candidate: MatchCandidate
  readonly weight: number
}

interface Judged {
  readonly weighed: ReadonlyArray<Weighed>
  readonly total: number
}

const weighAll = (
  merged: ReadonlyArray<Merged>,
  prepared: PreparedItems,
  text: TextEvidence,
  amountMinor: number,
  ruleSet: EvidenceRuleSet,
): Judged => {
  const scored = merged.map((one) => ({ one, ...scoreOf(one, text, ruleSet) }))
  const chances = [
    ruleSet.nothingFound + chanceOfAmount(amountMinor),
    partlyFound(prepared, text, amountMinor, ruleSet),
  ]
  const highest = Math.max(...chances, ...scored.map(({ best }) => best))
  const chanceWeight = chances.reduce((so, chance) => so + powerOfHalf(highest - chance), 0)
  const weights = scored.map(({ routes }) => routes.reduce((so, score) => so + powerOfHalf(highest - score), 0))
  const total = weights.reduce((so, weight) => so + weight, chanceWeight)
  const weighed = scored
    .map(({ one, terms }, at): Weighed => {
      const weight = weights[at] as number
      return {
        weight,
        candidate: {
          itemIds: one.places.map((place) => prepared.items[place]?.itemId ?? ''),
          routes: one.routes,
          terms,
          posteriorPpm: Number((BigInt(weight) * 1_000_000n) / BigInt(Math.max(total, 1))),
          interchangeable: one.interchangeable.map((group) =>
            group.map((place) => prepared.items[place]?.itemId ?? ''),
          ),
        },
      }
    })
    .sort((a, b) => b.weight - a.weight || compareIds(a.candidate.itemIds, b.candidate.itemIds))
  return { weighed, total }
}

/**
 * The other thing that chance can do: the named items are right, and the rest of the money is for something not
 * found; or the payer held something back from what is named, so that no set of items makes the amount.
 */
const partlyFound = (
  { amounts }: PreparedItems,
  text: TextEvidence,
  amountMinor: number,
  ruleSet: EvidenceRuleSet,
): number => {
  const namedMinor = text.sure.reduce((so, place) => so + (amounts[place] as number), 0)
  const restMinor = amountMinor - namedMinor
  if (text.sure.length === 0 || restMinor === 0) return ruleSet.nothingFound + chanceOfAmount(amountMinor)
  const said = textTerms(text, text.sure, ruleSet).reduce((so, { centibits }) => so + centibits, 0)
  return restMinor > 0
    ? ruleSet.partlyFound - ruleSet.unnamedCost + said + chanceOfAmount(restMinor)
    : ruleSet.shortPaid + said + chanceOfAmount(0 - restMinor)
}

const compareIds = (a: ReadonlyArray<string>, b: ReadonlyArray<string>): number => {
  const [left, right] = [a.join('\u0000'), b.join('\u0000')]
  return left < right ? -1 : left > right ? 1 : 0
}

const scoreOf = (
  { places, routes }: Merged,
  text: TextEvidence,
  ruleSet: EvidenceRuleSet,
): { readonly terms: ReadonlyArray<MatchTerm>; readonly routes: ReadonlyArray<number>; readonly best: number } => {
  const said = textTerms(text, places, ruleSet)
  const evidence = said.reduce((so, { centibits }) => so + centibits, 0)
  const scores = routes.map(({ rule, membersCentibits }) => (ruleSet.priors[rule] ?? 0) - membersCentibits + evidence)
  const terms = [
    ...routes.flatMap(({ rule, membersCentibits }): ReadonlyArray<MatchTerm> => [
      { what: rule, centibits: ruleSet.priors[rule] ?? 0 },
      ...(membersCentibits === 0 ? [] : [{ what: `${rule}: one of many`, centibits: 0 - membersCentibits }]),
    ]),
    ...said,
  ]
  return { terms, routes: scores, best: Math.max(...scores) }
}

const judge = (payment: MatchPayment, { weighed, total }: Judged, ruleSet: EvidenceRuleSet): MatchDecision => {
  const [first, ...rest] = weighed
  if (first === undefined) return { _tag: 'None' }
  const candidates = weighed.map(({ candidate }) => candidate)
  if (payment.fullSatisfactionClaimed !== undefined)
    return { _tag: 'Ambiguous', because: 'full-satisfaction', candidates }
  // Applied iff everything else weighs at most one part in `oneIn`.
  const isSure = BigInt(total - first.weight) * BigInt(ruleSet.oneIn) <= BigInt(total)
  if (isSure) return { _tag: 'Apply', candidate: first.candidate, others: rest.map(({ candidate }) => candidate) }
  const second = rest[0]?.weight ?? 0
  const chance = total - weighed.reduce((so, { weight }) => so + weight, 0)
  return { _tag: 'Ambiguous', because: second > chance ? 'rival' : 'weak', candidates }
}
