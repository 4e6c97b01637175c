/** Decisions by evidence behind the common interface: batches in rounds, whole items in cash. */
import { decideBatch } from '../decision/decide-batch.js'
import type { EvidenceRuleSet, MatchCandidate, MatchDecision } from '../decision/model.js'
import type { MatchPlan } from '../plan/model.js'
import { matcherOf } from './matcher-of.js'
import type { Matcher, MatcherAnswer, MatchQuestion } from './model.js'

/**
 * A rule set of evidence as a matcher. A payment that others contend with is ambiguous.
 *
 * @category policies
 * @since 0.1.0
 */
export const evidenceMatcher = (ruleSet: EvidenceRuleSet): Matcher =>
  matcherOf(ruleSet, (question) =>
    decideBatch(question.payments, question.items, ruleSet).map(({ payment, decision }) => ({
      paymentId: payment.paymentId,
      answer: answerOf(decision, question),
    })),
  )

const answerOf = (decision: MatchDecision, question: MatchQuestion): MatcherAnswer => {
  const plan = (candidate: MatchCandidate): MatchPlan => wholeItems(candidate, question)
  switch (decision._tag) {
    case 'Apply':
      return {
        _tag: 'Apply',
        by: decision.candidate.routes.map(({ rule }) => rule).join(', '),
        plan: plan(decision.candidate),
      }
    case 'Ambiguous':
      return { _tag: 'Ambiguous', because: decision.because, plans: decision.candidates.map(plan) }
    case 'Undecided':
      return decision
    case 'None':
      return decision
  }
}

/** A candidate makes the amount to the cent, from whole open items. */
const wholeItems = ({ itemIds }: MatchCandidate, { items }: MatchQuestion): MatchPlan => {
  const openMinor = new Map(items.map((item) => [item.itemId, item.openMinor]))
  return {
    lines: itemIds.map((itemId) => ({
      itemId,
      cashMinor: openMinor.get(itemId) ?? 0,
      differences: [],
      openMinor: 0,
    })),
    pennyMinor: 0,
    remainderMinor: 0,
    remainder: 'unapplied',
  }
}
