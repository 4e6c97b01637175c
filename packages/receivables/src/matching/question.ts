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
  MatchHistory,
  MatchPayment,
  MatchPlan,
} from '@quittance/cash-application'
import { canonicalJson, invariant, type LocalDate, sha256Hex } from '@quittance/kernel'
import type { AccountState } from '../account/state.js'
import { matchHistoryOf } from './match-history.js'
import { matchItemsOf } from './match-items.js'

/** An answer with its reasons where the rule set gives them. @category decisions @since 0.1.0 */
export interface ReasonedAnswer {
  readonly answer: MatcherAnswer
  readonly decision: MatchDecision | undefined
}

/** What of the account a decision knows. @internal */
export interface Known {
  readonly items: ReadonlyArray<MatcherItem>
  readonly history: MatchHistory
}

/** @internal */
export const knownOf = (
  state: AccountState,
  payments: ReadonlyArray<MatchPayment>,
  currency: string,
  on: LocalDate,
): Known => ({
  items: matchItemsOf(state, currency, on),
  history: matchHistoryOf(state, currency, payments),
})

/** Ask a rule set about one payment. @internal */
export const askRuleSet = (matcher: Matcher, payment: MatchPayment, { items, history }: Known): ReasonedAnswer => {
  if (matcher.weigh !== undefined) return matcher.weigh(payment, items, history)
  const [decided] = matcher.decide({ payments: [payment], items, history })
  invariant(decided !== undefined, 'a rule set answers for each payment')
  return { answer: decided.answer, decision: undefined }
}

/** SHA-256 of what is asked: the payment, the items in the order of their ids, what came before, the rule set's name. @internal */
export const questionHash = (ruleSet: string, payment: MatchPayment, { items, history }: Known): string =>
  sha256Hex(canonicalJson({ ruleSet, payment, items: [...items].sort(byId), history }))

const byId = (a: MatcherItem, b: MatcherItem): number => (a.itemId < b.itemId ? -1 : a.itemId > b.itemId ? 1 : 0)

/** So many rivals are kept with a decision; the hash covers all of them. */
const mostOthers = 3

/** An answer that applies, as the ledger keeps it. @internal */
export const answeredOf = ({ answer, decision }: ReasonedAnswer): AnsweredMatch => {
  invariant(answer._tag === 'Apply', 'only what is applied is put on record')
  const hash = sha256Hex(canonicalJson(decision ?? answer))
  if (decision?._tag !== 'Apply') return { chosen: planned(answer.by, answer.plan), others: [], otherCount: 0, hash }
  return {
    chosen: weighed(decision.candidate),
    others: decision.others.slice(0, mostOthers).map(weighed),
    otherCount: decision.others.length,
    hash,
  }
}

const weighed = (candidate: MatchCandidate): MatchedCandidate => {
  const { itemIds, routes, terms, posteriorPpm, interchangeable, notInFull, pennyMinor } = candidate
  return {
    itemIds,
    routes: routes.map(({ rule, membersCentibits }) => ({ rule, membersCentibits })),
    terms: terms.map(({ what, centibits }) => ({ what, centibits })),
    posteriorPpm,
    interchangeable,
    ...differencesOf({ lines: notInFull, pennyMinor }),
  }
}

const planned = (by: string, plan: MatchPlan): MatchedCandidate => ({
  itemIds: plan.lines.map(({ itemId }) => itemId),
  routes: [{ rule: by, membersCentibits: 0 }],
  terms: [],
  interchangeable: [],
  ...differencesOf(plan),
})

interface NotInFull {
  readonly lines: ReadonlyArray<Omit<MatchPlan['lines'][number], 'cashMinor'>>
  readonly charges?: MatchPlan['charges']
  readonly pennyMinor: number
}

const differencesOf = ({ lines, charges = [], pennyMinor }: NotInFull): Pick<MatchedCandidate, 'differences'> => {
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
