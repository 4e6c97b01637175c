/** One payment asked of one rule set on one state, and the answer in the form in which the ledger keeps it. */
import type {
  AnsweredMatch,
  MatchCandidate,
  MatchDecision,
  MatchedCandidate,
  MatchedDifference,
  Matcher,
  MatcherAnswer,
  MatcherItem,
  MatchPayment,
  MatchPlan,
} from '@quittance/cash-application'
import { canonicalJson, invariant, sha256Hex } from '@quittance/kernel'

/** An answer with its reasons where the rule set gives them. @category decisions @since 0.1.0 */
export interface ReasonedAnswer {
  readonly answer: MatcherAnswer
  readonly decision: MatchDecision | undefined
}

/** Ask a rule set about one payment. @internal */
export const askRuleSet = (
  matcher: Matcher,
  payment: MatchPayment,
  items: ReadonlyArray<MatcherItem>,
): ReasonedAnswer => {
  if (matcher.weigh !== undefined) return matcher.weigh(payment, items)
  const [decided] = matcher.decide({ payments: [payment], items })
  invariant(decided !== undefined, 'a rule set answers for each payment')
  return { answer: decided.answer, decision: undefined }
}

/** SHA-256 of what is asked: the payment, the items in the order of their ids, the rule set's name. @internal */
export const questionHash = (matcher: string, payment: MatchPayment, items: ReadonlyArray<MatcherItem>): string =>
  sha256Hex(canonicalJson({ ruleSet: matcher, payment, items: [...items].sort(byId) }))

const byId = (a: MatcherItem, b: MatcherItem): number => (a.itemId < b.itemId ? -1 : a.itemId > b.itemId ? 1 : 0)

/** So many rivals are kept with a decision; the hash covers all of them. */
const mostOthers = 3

/** An answer that applies, as the ledger keeps it. @internal */
export const answeredOf = ({ answer, decision }: ReasonedAnswer): AnsweredMatch => {
  invariant(answer._tag === 'Apply', 'only what is applied is put on record')
  const hash = sha256Hex(canonicalJson(decision ?? answer))
  if (decision?._tag !== 'Apply') return { chosen: planned(answer.by, answer.plan), others: [], otherCount: 0, hash }
  return {
    chosen: { ...weighed(decision.candidate), ...differencesOf(answer.plan) },
    others: decision.others.slice(0, mostOthers).map(weighed),
    otherCount: decision.others.length,
    hash,
  }
}

const weighed = ({ itemIds, routes, terms, posteriorPpm, interchangeable }: MatchCandidate): MatchedCandidate => ({
  itemIds,
  routes: routes.map(({ rule, membersCentibits }) => ({ rule, membersCentibits })),
  terms: terms.map(({ what, centibits }) => ({ what, centibits })),
  posteriorPpm,
  interchangeable,
})

const planned = (by: string, plan: MatchPlan): MatchedCandidate => ({
  itemIds: plan.lines.map(({ itemId }) => itemId),
  routes: [{ rule: by, membersCentibits: 0 }],
  terms: [],
  interchangeable: [],
  ...differencesOf(plan),
})

const differencesOf = ({ lines, charges = [], pennyMinor }: MatchPlan): Pick<MatchedCandidate, 'differences'> => {
  const differences: ReadonlyArray<MatchedDifference> = [
    ...lines.flatMap(({ itemId, differences: own, openMinor }) => [
      ...own.map((difference) => ({ itemId, ...named(difference) })),
      ...(openMinor > 0 ? [{ itemId, what: 'stays-open' as const, amountMinor: openMinor }] : []),
    ]),
    ...charges.map(({ itemId, kind, amountMinor }) => ({ itemId, what: 'charge' as const, amountMinor, reason: kind })),
    ...(pennyMinor === 0 ? [] : [{ what: 'penny' as const, amountMinor: pennyMinor }]),
  ]
  return differences.length === 0 ? {} : { differences }
}

const named = (difference: MatchPlan['lines'][number]['differences'][number]): Omit<MatchedDifference, 'itemId'> => {
  const { amountMinor } = difference
  switch (difference._tag) {
    case 'Discount':
      return { what: difference.kind === 'earned' ? 'earned-discount' : 'unearned-discount', amountMinor }
    case 'SmallDifference':
      return { what: 'small-difference', amountMinor }
    case 'BankFee':
      return { what: 'bank-fee', amountMinor }
    case 'Deduction':
      return { what: 'deduction', amountMinor, reason: difference.reason }
    case 'Chargeback':
      return { what: 'chargeback', amountMinor, reason: difference.reason }
  }
}
