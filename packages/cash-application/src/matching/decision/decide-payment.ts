/**
 * One payment against the open items of its payer: admit, read, propose, merge, weigh, judge. Whole numbers only; the
 * same question has the same answer on every machine.
 */
import { admit } from './admit.js'
import { judge } from './judge.js'
import { type Merged, mergeProposals } from './merge.js'
import { mergeSettled, settledUnder } from './merge-scenarios.js'
import type { EvidenceRuleSet, MatchAnswer, MatchDecision, MatchPayment } from './model.js'
import { nearMisses } from './near-misses.js'
import type { PreparedItems } from './prepared.js'
import type { Proposal, Proposed } from './proposals.js'
import { byAmount } from './propose/by-amount.js'
import { named } from './propose/named.js'
import { structured } from './propose/structured.js'
import { windowBut } from './propose/window-but.js'
import { withCredits } from './propose/with-credits.js'
import { type Scenario, scenariosOf } from './scenarios.js'
import { isExplained, linkedCredit, shortPays } from './short-pay.js'
import { type PreparedHistory, suspicionsOf } from './suspicion.js'
import { saidOfPlaces, type TextEvidence, textEvidence, withLink } from './text-evidence.js'
import { weighAll } from './weigh.js'

/**
 * Say what a payment settles, or what stands in the way of saying it.
 *
 * @param history - what came before on the account; without it nothing is suspect
 * @law permuting items changes no decision
 * @law no silent guess between equals
 * @law a short payment is never applied without permission
 * @law items of another currency change no decision
 * @law adding a rule never removes candidates
 * @category decisions
 * @since 0.1.0
 */
export const decidePayment = (
  payment: MatchPayment,
  prepared: PreparedItems,
  ruleSet: EvidenceRuleSet,
  history?: PreparedHistory,
): MatchDecision => {
  const admitted = admit(payment, prepared)
  if (admitted._tag === 'Undecided') return admitted
  const read = textEvidence(payment.text, admitted.prepared, ruleSet)
  const text = withLink(read, payment.linkedTo, admitted.prepared, ruleSet)
  const answer = answerOf(payment, { prepared: admitted.prepared, text }, ruleSet)
  const of = history === undefined ? [] : suspicionsOf(payment, text, answer, { history, ruleSet })
  return of.length === 0 ? answer : { _tag: 'Suspect', of, otherwise: answer }
}

interface Read {
  readonly prepared: PreparedItems
  readonly text: TextEvidence
}

const answerOf = (payment: MatchPayment, read: Read, ruleSet: EvidenceRuleSet): MatchAnswer => {
  const { prepared, text } = read
  if (payment.amountMinor <= 0) return { _tag: 'None', because: 'no-amount', nearMisses: [] }
  if (prepared.items.length === 0) return { _tag: 'None', because: 'no-items', nearMisses: [] }
  const scenarios = scenariosOf(prepared, payment, text.sure, ruleSet)
  const found = scenarios.map((scenario) => foundUnder(scenario, text, payment, ruleSet))
  const settled = found.flatMap((one) => one.settled)
  const cut = found.find((one) => one.cut !== undefined)?.cut
  if (settled.length === 0 && cut !== undefined) return { _tag: 'Undecided', because: cut }
  const short = isOn(ruleSet, 'named-short') ? shortPays(scenarios, text.sure) : []
  const linked = isOn(ruleSet, 'linked') ? linkedCredit(scenarios[0], payment.linkedTo) : []
  const several = [...linked, ...settled, ...short]
  const all = scenarios.length === 1 && linked.length === 0 ? several : mergeSettled(several)
  const isRestExplained = short.length > 0 || isExplained(scenarios, text.sure, { prepared })
  const weights = weighAll(all, { prepared, text, isRestExplained }, payment, ruleSet)
  const answer = judge(payment, weights, () => nearMisses(prepared, text, payment, ruleSet), ruleSet)
  // What a cut search did not see could be a rival, or the only set that fits.
  return cut !== undefined && answer._tag !== 'Ambiguous' ? { _tag: 'Undecided', because: cut } : answer
}

/** All that the rules of the rule set propose when items are worth what they are under a scenario. */
const foundUnder = (
  scenario: Scenario,
  text: TextEvidence,
  { receivedOn }: MatchPayment,
  ruleSet: EvidenceRuleSet,
): { readonly settled: ReadonlyArray<Merged>; readonly cut: Proposed['cut'] } => {
  const { prepared, targetMinor } = scenario
  const fromText = named(prepared, text, targetMinor, ruleSet)
  const fromAmount = byAmount(prepared, targetMinor, ruleSet)
  const fromCredits = withCredits(prepared, text, targetMinor, ruleSet)
  const proposals = [
    ...fromText.proposals,
    ...structured(prepared, targetMinor, receivedOn),
    ...windowBut(prepared, text, targetMinor, ruleSet),
    ...fromAmount.proposals,
    ...fromCredits.proposals,
  ].filter(({ route }) => isOn(ruleSet, route.rule))
  const merged = mergeProposals(prepared, proposals, saidOfPlaces(text))
  return { settled: settledUnder(scenario, merged), cut: fromText.cut ?? fromAmount.cut ?? fromCredits.cut }
}

const isOn = ({ priors }: EvidenceRuleSet, rule: Proposal['route']['rule']): boolean => priors[rule] !== undefined
