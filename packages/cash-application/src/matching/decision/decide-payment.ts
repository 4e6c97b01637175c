/**
 * One payment against the open items of its payer: admit, read, propose, merge, weigh, judge. Whole numbers only; the
 * same question has the same answer on every machine.
 */
import { admit } from './admit.js'
import { judge } from './judge.js'
import { mergeProposals } from './merge.js'
import type { EvidenceRuleSet, MatchAnswer, MatchDecision, MatchPayment } from './model.js'
import { nearMisses } from './near-misses.js'
import type { PreparedItems } from './prepared.js'
import type { Proposal, Proposed } from './proposals.js'
import { byAmount } from './propose/by-amount.js'
import { named } from './propose/named.js'
import { structured } from './propose/structured.js'
import { windowBut } from './propose/window-but.js'
import { shortPay } from './short-pay.js'
import { type PreparedHistory, suspicionsOf } from './suspicion.js'
import { type TextEvidence, textEvidence } from './text-evidence.js'
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
  const text = textEvidence(payment.text, admitted.prepared, ruleSet)
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
  const { proposals, cut } = propose(payment, read, ruleSet)
  const merged = mergeProposals(prepared, proposals, new Set(text.mentioned))
  if (merged.length === 0 && cut !== undefined) return { _tag: 'Undecided', because: cut }
  const short = isOn(ruleSet, 'named-short') ? shortPay(prepared, text.sure, payment.amountMinor) : undefined
  const all = short === undefined ? merged : [...merged, short]
  const weights = weighAll(all, read, payment, ruleSet)
  return judge(payment, weights, () => nearMisses(prepared, text, payment, ruleSet), ruleSet)
}

/** All that the rules of the rule set propose. */
const propose = (payment: MatchPayment, { prepared, text }: Read, ruleSet: EvidenceRuleSet): Proposed => {
  const { amountMinor, receivedOn } = payment
  const fromText = named(prepared, text, amountMinor, ruleSet)
  const proposals = [
    ...fromText.proposals,
    ...structured(prepared, amountMinor, receivedOn),
    ...windowBut(prepared, text, amountMinor, ruleSet),
    ...byAmount(prepared, amountMinor, ruleSet),
  ]
  return { proposals: proposals.filter(({ route }) => isOn(ruleSet, route.rule)), cut: fromText.cut }
}

const isOn = ({ priors }: EvidenceRuleSet, rule: Proposal['route']['rule']): boolean => priors[rule] !== undefined
