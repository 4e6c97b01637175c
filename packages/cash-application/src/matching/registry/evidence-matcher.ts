/** Decisions by evidence behind the common interface: batches in rounds. */
import { candidatePlan } from '../decision/candidate-plan.js'
import { type DecidedPayment, decideBatch } from '../decision/decide-batch.js'
import { decidePayment } from '../decision/decide-payment.js'
import type { EvidenceRuleSet, MatchAnswer, MatchCandidate } from '../decision/model.js'
import { prepareItems } from '../decision/prepared.js'
import { prepareHistory } from '../decision/suspicion.js'
import type { MatchPlan } from '../plan/model.js'
import { matcherOf } from './matcher-of.js'
import type { Matcher, MatcherAnswer } from './model.js'

/**
 * A rule set of evidence as a matcher. A payment that others contend with, or that seems to have come before, is ambiguous.
 *
 * @category policies
 * @since 0.1.0
 */
export const evidenceMatcher = (ruleSet: EvidenceRuleSet): Matcher => ({
  ...matcherOf(ruleSet, ({ payments, items, history }) =>
    decideBatch(payments, items, ruleSet, history).map((decided) => ({
      paymentId: decided.payment.paymentId,
      answer: answerOf(decided),
    })),
  ),
  weigh: (payment, items, history) => {
    const before = history === undefined ? undefined : prepareHistory(history)
    const decision = decidePayment(payment, prepareItems(items), ruleSet, before)
    return { decision, answer: answerOf({ payment, decision, contended: [], against: items }) }
  },
})

const answerOf = (decided: DecidedPayment): MatcherAnswer => {
  const { decision } = decided
  if (decision._tag !== 'Suspect') return settled(decision, decided)
  return { _tag: 'Ambiguous', because: 'suspect', plans: plansIn(settled(decision.otherwise, decided)) }
}

const plansIn = (answer: MatcherAnswer): ReadonlyArray<MatchPlan> =>
  answer._tag === 'Apply' ? [answer.plan] : answer._tag === 'Ambiguous' ? answer.plans : []

const settled = (answer: MatchAnswer, { payment, against }: DecidedPayment): MatcherAnswer => {
  const plan = (candidate: MatchCandidate): MatchPlan => candidatePlan(candidate, against, payment)
  switch (answer._tag) {
    case 'Apply': {
      const { candidate } = answer
      const { interchangeable } = candidate
      return {
        _tag: 'Apply',
        by: candidate.routes.map(({ rule }) => rule).join(', '),
        plan: plan(candidate),
        ...(interchangeable.length === 0 ? {} : { interchangeable }),
      }
    }
    case 'Ambiguous':
      return { _tag: 'Ambiguous', because: answer.because, plans: answer.candidates.map(plan) }
    case 'Undecided':
      return answer
    case 'None':
      return { _tag: 'None' }
  }
}
