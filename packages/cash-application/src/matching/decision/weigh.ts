/** What each explanation weighs beside the others and beside chance. Whole numbers only. */
import { canonicalJson } from '@quittance/kernel'
import { powerOfHalf } from '../solver/centibits.js'
import { chanceOfAmount } from './chance.js'
import type { Merged } from './merge.js'
import type { EvidenceRuleSet, MatchCandidate, MatchPayment, MatchRoute, MatchTerm } from './model.js'
import type { PayerAccount } from '../payer/model.js'
import { unbundled } from './net-credits.js'
import type { PreparedItems } from './prepared.js'
import { type TextEvidence, textTerms } from './text-evidence.js'

/** A candidate and its weight, in parts of the heaviest. @internal */
export interface Weighed {
  readonly candidate: MatchCandidate
  readonly weight: number
}

/** All that was found, the heaviest first, and all that it stands against. @internal */
export interface Weights {
  readonly weighed: ReadonlyArray<Weighed>
  /** Of everything, chance included. */
  readonly total: number
  readonly chance: number
}

interface Read {
  readonly prepared: PreparedItems
  readonly text: TextEvidence
  /** Whether some candidate says what the difference is between the payment and what the text names. */
  readonly isRestExplained: boolean
}

/** @internal */
export const weighAll = (
  merged: ReadonlyArray<Merged>,
  { prepared, text, isRestExplained }: Read,
  { amountMinor, accounts = [] }: MatchPayment,
  ruleSet: EvidenceRuleSet,
): Weights => {
  const scored = merged.map((one) => {
    const others = otherAccounts(one, prepared, accounts)
    return { one, others, ...scoreOf(one, others, text, ruleSet) }
  })
  const chances = [
    ruleSet.nothingFound + chanceOfAmount(amountMinor),
    ...(isRestExplained ? [] : [partlyFound(prepared, text, amountMinor, ruleSet)]),
  ]
  const highest = Math.max(...chances, ...scored.map(({ best }) => best))
  const chance = chances.reduce((so, one) => so + powerOfHalf(highest - one), 0)
  const weights = scored.map(({ routes }) => routes.reduce((so, score) => so + powerOfHalf(highest - score), 0))
  const total = weights.reduce((so, weight) => so + weight, chance)
  const weighed = scored
    .map(({ one, others, terms }, at): Weighed => {
      const weight = weights[at] as number
      const posteriorPpm = Number((BigInt(weight) * 1_000_000n) / BigInt(Math.max(total, 1)))
      return { weight, candidate: { ...candidateOf(one, others, prepared), terms, posteriorPpm } }
    })
    .sort((a, b) => b.weight - a.weight || compareKeys(a.candidate, b.candidate))
  return { weighed, total, chance }
}

const candidateOf = (
  merged: Merged,
  others: ReadonlyArray<PayerAccount>,
  { items, bundles }: PreparedItems,
): Omit<MatchCandidate, 'terms' | 'posteriorPpm'> => {
  const idOf = (place: number): string => items[place]?.itemId ?? ''
  return {
    ...unbundled(merged.places.map(idOf), merged.notInFull, bundles),
    pennyMinor: merged.pennyMinor,
    ...(others.length === 0 ? {} : { otherAccounts: others.map(({ customer }) => customer) }),
    routes: merged.routes,
    interchangeable: merged.interchangeable.map((group) => group.map(idOf)),
  }
}

/** Accounts of the family, other than the payer's own, on which items of a set stand. */
const otherAccounts = (
  { places }: Merged,
  { items }: PreparedItems,
  [, ...family]: ReadonlyArray<PayerAccount>,
): ReadonlyArray<PayerAccount> =>
  family.length === 0 ? [] : family.filter(({ customer }) => places.some((place) => items[place]?.account === customer))

/**
 * The other thing that chance can do: the named items are right, and the rest of the money is for something not
 * found; or the payer held something back from what is named, and no single item is left to have it open.
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
    : ruleSet.heldBack + said + chanceOfAmount(0 - restMinor)
}

const compareKeys = (a: MatchCandidate, b: MatchCandidate): number => {
  const [left, right] = [keyOf(a), keyOf(b)]
  return left < right ? -1 : left > right ? 1 : 0
}

const keyOf = ({ itemIds, notInFull, pennyMinor }: MatchCandidate): string =>
  notInFull.length === 0 && pennyMinor === 0
    ? itemIds.join('\u0000')
    : `${itemIds.join('\u0000')}\u0001${canonicalJson([notInFull, pennyMinor])}`

const scoreOf = (
  { places, routes }: Merged,
  others: ReadonlyArray<PayerAccount>,
  text: TextEvidence,
  ruleSet: EvidenceRuleSet,
): { readonly terms: ReadonlyArray<MatchTerm>; readonly routes: ReadonlyArray<number>; readonly best: number } => {
  const said = [
    ...textTerms(text, places, ruleSet),
    ...others.map(({ customer, costCentibits }) => ({ what: `account of ${customer}`, centibits: 0 - costCentibits })),
  ]
  const evidence = said.reduce((so, { centibits }) => so + centibits, 0)
  const ways = routes.map((route) => wayTerms(route, ruleSet))
  const scores = ways.map((terms) => terms.reduce((so, { centibits }) => so + centibits, evidence))
  const terms = [...ways.flat(), ...said]
  return { terms, routes: scores, best: Math.max(...scores) }
}

/** How often payments come about in this way, among how many, and with which differences. */
const wayTerms = (
  { rule, membersCentibits, adjustments = [] }: MatchRoute,
  ruleSet: EvidenceRuleSet,
): ReadonlyArray<MatchTerm> => [
  { what: rule, centibits: ruleSet.priors[rule] ?? 0 },
  ...(membersCentibits === 0 ? [] : [{ what: `${rule}: one of many`, centibits: 0 - membersCentibits }]),
  ...adjustments.map((one) => ({ what: `${rule}: ${one}`, centibits: ruleSet.adjustments[one] ?? 0 })),
]
