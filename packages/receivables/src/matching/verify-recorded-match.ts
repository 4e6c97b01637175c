/**
 * Checking a decision of the ledger: the question is rebuilt from the account as it stood, the rule set that decided
 * answers it again, and both must be the same bytes. Replay never does this; an auditor does.
 */
import {
  type AnsweredMatch,
  findMatcher,
  type MatcherRegistry,
  type PaymentMatched,
  type ReceiptRecord,
} from '@quittance/cash-application'
import { canonicalJson, foldOwned, keyedGet, type Recorded } from '@quittance/kernel'
import type { AccountFact } from '../account/account.js'
import { evolveRecorded } from '../account/evolve.js'
import { initialAccount } from '../account/state.js'
import { matchPaymentOf } from './match-items.js'
import { answeredOf, askRuleSet, knownOf, questionHash } from './question.js'

/** Whether a recorded decision stands. @category decisions @since 0.1.0 */
export type MatchVerdict =
  | { readonly _tag: 'Stands' }
  /** Nobody here knows that rule set, or knows other data under its version. */
  | { readonly _tag: 'UnknownRuleSet'; readonly ruleSet: string }
  /** The account as it stood does not ask what was asked: the facts were changed, or another code read them. */
  | { readonly _tag: 'OtherQuestion'; readonly recorded: string; readonly now: string }
  /** The same question has another answer; absent, if nothing is applied now. */
  | { readonly _tag: 'Differs'; readonly recorded: AnsweredMatch; readonly now?: AnsweredMatch }

/**
 * Decide again what was decided.
 *
 * @param history - the facts of the account in stream order, at least up to the match
 * @law what was decided is decided again byte for byte
 * @rejects UnknownRuleSet, OtherQuestion, Differs, in this order
 * @category decisions
 * @since 0.1.0
 */
export const verifyRecordedMatch = (
  history: ReadonlyArray<Recorded<AccountFact>>,
  matched: PaymentMatched,
  registry: MatcherRegistry,
): MatchVerdict => {
  const { ruleSet, asked, answered, currency } = matched
  const matcher = findMatcher(registry, ruleSet)
  if (matcher === undefined) return { _tag: 'UnknownRuleSet', ruleSet }
  const before = history.filter(({ revision }) => revision <= asked.revision)
  const state = foldOwned(evolveRecorded, initialAccount(), before)
  const receipt = receiptOf(history, asked.revision, matched.receiptId)
  const payment = receipt === undefined ? undefined : matchPaymentOf(receipt)
  const known = knownOf(state, payment === undefined ? [] : [payment], currency, asked.itemsOn)
  const now = payment === undefined ? 'no receipt' : questionHash(ruleSet, payment, known)
  if (payment === undefined || now !== asked.hash) return { _tag: 'OtherQuestion', recorded: asked.hash, now }
  const reasoned = askRuleSet(matcher, payment, known)
  if (reasoned.answer._tag !== 'Apply') return { _tag: 'Differs', recorded: answered }
  const again = answeredOf(reasoned)
  return canonicalJson(again) === canonicalJson(answered)
    ? { _tag: 'Stands' }
    : { _tag: 'Differs', recorded: answered, now: again }
}

/** The receipt as the decision knew it: as it stood then, or, where it was recorded with the decision, as it came. */
const receiptOf = (
  history: ReadonlyArray<Recorded<AccountFact>>,
  knownRevision: number,
  receiptId: string,
): ReceiptRecord | undefined => {
  const own = history.filter(
    ({ revision, fact }) =>
      revision <= knownRevision ||
      ((fact._tag === 'ReceiptRecorded' || fact._tag === 'CashTransferredIn') && fact.receiptId === receiptId),
  )
  return keyedGet(foldOwned(evolveRecorded, initialAccount(), own).cash.receipts, receiptId)
}
