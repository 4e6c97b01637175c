/** Checking a recorded decision: the pinned rule set runs again on the recorded question and must answer byte for byte the same. */
import { canonicalJson } from '@quittance/kernel'
import { decidePayment } from './decide-payment.js'
import type { EvidenceRuleSet, MatchDecision, MatchItem, MatchPayment } from './model.js'
import { prepareItems } from './prepared.js'
import { ruleSetName } from './rule-set-identity.js'
import { type MatchHistory, prepareHistory } from './suspicion.js'

/** A decision with all that it was made from. @category decisions @since 0.1.0 */
export interface RecordedMatch {
  readonly payment: MatchPayment
  readonly items: ReadonlyArray<MatchItem>
  readonly history?: MatchHistory
  /** `id@version#hash` of the rule set. */
  readonly ruleSet: string
  readonly decision: MatchDecision
}

/** Whether a recorded decision stands. @category decisions @since 0.1.0 */
export type Verdict =
  | { readonly _tag: 'Stands' }
  | { readonly _tag: 'OtherRuleSet'; readonly recorded: string; readonly given: string }
  | { readonly _tag: 'Differs'; readonly recorded: MatchDecision; readonly now: MatchDecision }

/** Record a decision with its question. @category decisions @since 0.1.0 */
export const recordMatch = (
  payment: MatchPayment,
  items: ReadonlyArray<MatchItem>,
  ruleSet: EvidenceRuleSet,
  history?: MatchHistory,
): RecordedMatch => {
  const question = { payment, items, ...(history === undefined ? {} : { history }) }
  return { ...question, ruleSet: ruleSetName(ruleSet), decision: decided(question, ruleSet) }
}

const decided = (
  { payment, items, history }: Pick<RecordedMatch, 'payment' | 'items' | 'history'>,
  ruleSet: EvidenceRuleSet,
): MatchDecision =>
  decidePayment(payment, prepareItems(items), ruleSet, history === undefined ? undefined : prepareHistory(history))

/**
 * Run the rule set again on what was recorded.
 *
 * @law deciding again gives the same bytes
 * @category decisions
 * @since 0.1.0
 */
export const verifyMatch = (recorded: RecordedMatch, ruleSet: EvidenceRuleSet): Verdict => {
  const given = ruleSetName(ruleSet)
  if (given !== recorded.ruleSet) return { _tag: 'OtherRuleSet', recorded: recorded.ruleSet, given }
  const now = decided(recorded, ruleSet)
  return canonicalJson(now) === canonicalJson(recorded.decision)
    ? { _tag: 'Stands' }
    : { _tag: 'Differs', recorded: recorded.decision, now }
}
