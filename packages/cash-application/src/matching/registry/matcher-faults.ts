/** The laws of matchers, tried on one question: what a rule set of one's own is tested with. */
import { canonicalJson } from '@quittance/kernel'
import type { Matcher, MatcherDecision, MatchQuestion } from './model.js'
import { type PlanFault, planFaults } from './plan-faults.js'

/** A law that a rule set breaks on a question, and for which payment, where it is about one. @category laws @since 0.1.0 */
export interface MatcherFault {
  readonly law: string
  readonly paymentId?: string
}

/**
 * Every law that a rule set breaks on a question: an answer for each payment, the same whenever it is asked and in
 * whatever order payments and items come; plans that add up; no item closed twice, and never more of it used than is open.
 *
 * @category laws
 * @since 0.1.0
 */
export const matcherFaults = (matcher: Matcher, question: MatchQuestion): ReadonlyArray<MatcherFault> => {
  const { payments, items } = question
  const decisions = matcher.decide(question)
  const turned = matcher.decide({ ...question, payments: payments.toReversed(), items: items.toReversed() })
  const answered = decisions.map(({ paymentId }) => paymentId)
  const faults: ReadonlyArray<readonly [boolean, string]> = [
    [same([...answered].sort(), payments.map(({ paymentId }) => paymentId).sort()), 'an answer for each payment'],
    [same(decisions, matcher.decide(question)), 'the same question has the same answer'],
    [same(decisions, turned), 'the order of payments and items changes nothing'],
  ]
  return [...faults.flatMap(([holds, law]) => (holds ? [] : [{ law }])), ...inTurn(question, decisions)]
}

const same = (a: unknown, b: unknown): boolean => canonicalJson(a) === canonicalJson(b)

/**
 * What applies is posted in the order of the answers, each on what those before it left open. What is ambiguous is shown on
 * what was open at some moment: when the question was put, at its turn, or at the end.
 */
const inTurn = (
  { payments, items }: MatchQuestion,
  decisions: ReadonlyArray<MatcherDecision>,
): ReadonlyArray<MatcherFault> => {
  const byId = new Map(payments.map((payment) => [payment.paymentId, payment]))
  const moments: Array<Open> = [items]
  const faults = decisions.flatMap(({ paymentId, answer }) => {
    const [payment, left] = [byId.get(paymentId), moments.at(-1) ?? items]
    if (payment === undefined || answer._tag !== 'Apply') return []
    const after = new Map(answer.plan.lines.map(({ itemId, openMinor }) => [itemId, openMinor]))
    moments.push(left.map(({ itemId, openMinor }) => ({ itemId, openMinor: after.get(itemId) ?? openMinor })))
    return faultsOf(paymentId, planFaults(payment, left, answer.plan))
  })
  const shown = decisions.flatMap(({ paymentId, answer }) => {
    const payment = byId.get(paymentId)
    if (payment === undefined || answer._tag !== 'Ambiguous') return []
    return answer.plans.flatMap((plan) => {
      const each = moments.map((open) => planFaults(payment, open, plan))
      return each.some(({ length }) => length === 0) ? [] : faultsOf(paymentId, each[0] ?? [])
    })
  })
  return [...faults, ...shown]
}

type Open = ReadonlyArray<Pick<MatchQuestion['items'][number], 'itemId' | 'openMinor'>>

const faultsOf = (paymentId: string, faults: ReadonlyArray<PlanFault>): ReadonlyArray<MatcherFault> =>
  faults.map(({ law }) => ({ law, paymentId }))
