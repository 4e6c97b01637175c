/**
 * What a rule set proposes for payments of one customer, and the commands that would post it. Pure: each proposal is
 * decided on the state that the proposals before it leave, so that posting them one by one finds what was foreseen.
 */
import {
  type CashCommand,
  type Matcher,
  type MatcherAnswer,
  type MatchPayment,
  planCommands,
  type PlannedThing,
  type PlanObstacle,
  type RecordReceipt,
} from '@quittance/cash-application'
import { foldShared, keyedGet, laterOf, type LocalDate } from '@quittance/kernel'
import * as E from 'fp-ts/lib/Either.js'
import type { AccountCommand, AccountRejection } from '../account/account.js'
import { decideAccount } from '../account/decide.js'
import { evolveAccount } from '../account/evolve.js'
import type { AccountState } from '../account/state.js'
import type { AccountAt } from '../ledger/account-cache.js'
import { matchPaymentOf, paymentWith } from './match-items.js'
import { cautiousPosting, type PostingPolicies } from './posting-policies.js'
import { answeredOf, askRuleSet, type Known, knownOf, questionHash, type ReasonedAnswer } from './question.js'

/** A payment to match: one that is still to be recorded, or a receipt of the account that has free money. @category model @since 0.1.0 */
export type PaymentToMatch =
  { readonly _tag: 'New'; readonly record: RecordReceipt } | { readonly _tag: 'Waiting'; readonly receiptId: string }

/**
 * How a payment stands. `suspect`: it seems to have come before. `contended`: sure by itself, but others of the same day want the same items. `already`: the
 * receipt is in the ledger. `refused`: the account refuses to apply it. Only `apply` is posted without a person.
 *
 * @category decisions
 * @since 0.1.0
 */
export type ProposalStatus =
  'apply' | 'suspect' | 'contended' | 'refused' | 'ambiguous' | 'undecided' | 'none' | 'already'

/** What is proposed for one payment. @category decisions @since 0.1.0 */
export interface MatchProposal {
  readonly payment: MatchPayment
  readonly currency: string
  readonly status: ProposalStatus
  /** Absent where nothing was asked. */
  readonly reasoned?: ReasonedAnswer
  /** Why the account refuses what is proposed, or why it has no commands. */
  readonly refusal?: AccountRejection | PlanObstacle
  /** The account's revision that this was decided on. */
  readonly atRevision: number
  /** What posting does, in one append; nothing, if there is nothing to do. */
  readonly commands: ReadonlyArray<AccountCommand>
}

/** How to match. @category model @since 0.1.0 */
export interface MatchTerms {
  readonly matcher: Matcher
  /** Under which terms differences are posted; `cautiousPosting`, if absent. */
  readonly policies?: PostingPolicies
  /** The day of the match; without it each payment's own value date. Items dated later are not looked at. */
  readonly on?: LocalDate
}

/**
 * Propose for each payment, by value date, then id. Payments of one day are decided together first, so that none wins by
 * coming first; what they contend for is left to a person.
 *
 * @law permuting payments changes no proposal
 * @law a proposal is posted as it was foreseen
 * @category decisions
 * @since 0.1.0
 */
export const proposeMatches = (
  account: AccountAt,
  payments: ReadonlyArray<PaymentToMatch>,
  terms: MatchTerms,
): ReadonlyArray<MatchProposal> => {
  const reached: Reached = { state: account.state, revision: account.revision }
  const asked = inOrder(payments, account.state)
  const groups = new Map<string, Array<Asked>>()
  for (const one of asked) {
    const key = `${one.payment.receivedOn} ${one.currency}`
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [one])
    else group.push(one)
  }
  return [...groups.values()].flatMap((group) => {
    const together = decideTogether(group, reached.state, terms)
    return group.map((one) => propose(one, together.get(one.payment.paymentId), reached, terms))
  })
}

/** The payments in the order in which proposals come and postings go. @internal */
export const inOrder = (payments: ReadonlyArray<PaymentToMatch>, state: AccountState): ReadonlyArray<Asked> =>
  payments
    .flatMap((one) => askedOf(one, state))
    .sort(
      (a, b) =>
        compare(a.payment.receivedOn, b.payment.receivedOn) ||
        compare(a.currency, b.currency) ||
        compare(a.payment.paymentId, b.payment.paymentId),
    )

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** @internal */
export interface Asked {
  readonly from: PaymentToMatch
  readonly payment: MatchPayment
  readonly currency: string
}

interface Reached {
  state: AccountState
  revision: number
}

const askedOf = (from: PaymentToMatch, state: AccountState): ReadonlyArray<Asked> => {
  if (from._tag === 'Waiting') {
    const receipt = keyedGet(state.cash.receipts, from.receiptId)
    return receipt === undefined ? [] : [{ from, payment: matchPaymentOf(receipt), currency: receipt.currency }]
  }
  const { receiptId, amount, on } = from.record
  return [{ from, payment: paymentWith(from.record, receiptId, amount, on), currency: amount.currency }]
}

const dayOf = ({ receivedOn }: MatchPayment, { on }: MatchTerms): LocalDate =>
  on === undefined ? receivedOn : laterOf(on, receivedOn)

/** A payment that is alone on its day is not contended. */
const decideTogether = (
  group: ReadonlyArray<Asked>,
  state: AccountState,
  terms: MatchTerms,
): ReadonlyMap<string, MatcherAnswer> => {
  const open = group.filter((one) => !isThere(one, state))
  const [first] = open
  if (first === undefined || open.length === 1) return new Map()
  const payments = open.map(({ payment }) => payment)
  const known = knownOf(state, payments, first.currency, dayOf(first.payment, terms))
  const decisions = terms.matcher.decide({ payments, ...known })
  return new Map(decisions.map(({ paymentId, answer }) => [paymentId, answer]))
}

const isThere = ({ from, payment }: Asked, state: AccountState): boolean => {
  const receipt = keyedGet(state.cash.receipts, payment.paymentId)
  return from._tag === 'New' ? receipt !== undefined : payment.amountMinor <= 0 || receipt?.status !== 'live'
}

const propose = (
  one: Asked,
  together: MatcherAnswer | undefined,
  reached: Reached,
  terms: MatchTerms,
): MatchProposal => {
  const { from, payment, currency } = one
  const base = { payment, currency, atRevision: reached.revision }
  if (isThere(one, reached.state)) return { ...base, status: 'already', commands: [] }
  const record = from._tag === 'New' ? [from.record] : []
  const known = knownOf(reached.state, [payment], currency, dayOf(payment, terms))
  const reasoned = askRuleSet(terms.matcher, payment, known)
  const status = statusOf(reasoned.answer, together)
  if (status === 'apply') {
    const posting = postingOf(one, reasoned, known, reached, terms)
    const refusal = E.isLeft(posting) ? posting.left : step(reached, [...record, ...posting.right])
    if (refusal === undefined && E.isRight(posting))
      return { ...base, status, reasoned, commands: [...record, ...posting.right] }
    step(reached, record)
    return { ...base, status: 'refused', reasoned, ...(refusal === undefined ? {} : { refusal }), commands: record }
  }
  const refusal = step(reached, record)
  return refusal === undefined
    ? { ...base, status, reasoned, commands: record }
    : { ...base, status: 'refused', reasoned, refusal, commands: record }
}

const statusOf = (alone: MatcherAnswer, together: MatcherAnswer | undefined): ProposalStatus => {
  switch (alone._tag) {
    case 'Apply':
      return together === undefined || isSame(alone, together) ? 'apply' : 'contended'
    case 'Ambiguous':
      return alone.because === 'suspect' ? 'suspect' : 'ambiguous'
    case 'Undecided':
      return 'undecided'
    case 'None':
      return 'none'
  }
}

/** What the payments of a day were given together stands, if each gets the same by itself once the others are posted. */
const isSame = (alone: Extract<MatcherAnswer, { readonly _tag: 'Apply' }>, together: MatcherAnswer): boolean =>
  together._tag === 'Apply' &&
  alone.plan.lines.length === together.plan.lines.length &&
  alone.plan.lines.every(({ itemId }, at) => together.plan.lines[at]?.itemId === itemId)

const postingOf = (
  { payment, currency }: Asked,
  reasoned: ReasonedAnswer,
  known: Known,
  { state, revision }: Reached,
  terms: MatchTerms,
): E.Either<PlanObstacle, ReadonlyArray<AccountCommand>> => {
  if (reasoned.answer._tag !== 'Apply') return E.right([])
  const { matcher, policies = cautiousPosting } = terms
  const on = dayOf(payment, terms)
  const receiptId = payment.paymentId
  const first = (keyedGet(state.cash.receipts, receiptId)?.applicationIds.length ?? 0) + 1
  const dueOn = new Map(known.items.map((item) => [item.itemId, item.dueOn]))
  const idOf = (thing: PlannedThing, no: number): string =>
    thing === 'application' ? `${receiptId}/${first + no - 1}` : `${receiptId}/${first}/${thing}/${no}`
  const requestedBy = matcher.name.split('#', 1)[0] ?? matcher.name
  const applying = planCommands(
    reasoned.answer.plan,
    { receiptId, currency, idOf, dueOnOf: (itemId) => dueOn.get(itemId) },
    on,
    { ...policies, requestedBy },
  )
  if (E.isLeft(applying)) return applying
  const asked = { revision, itemsOn: on, hash: questionHash(matcher.name, payment, known) }
  const applicationIds = applying.right.flatMap(applicationsIn)
  const answered = answeredOf(reasoned)
  const record = { _tag: 'RecordMatch', on, receiptId, ruleSet: matcher.name, asked, answered, applicationIds } as const
  return E.right([...applying.right, record])
}

const applicationsIn = (command: CashCommand): ReadonlyArray<string> =>
  command._tag === 'ApplyCash' || command._tag === 'ApplyCredit'
    ? command.lines.map(({ applicationId }) => applicationId)
    : []

/** Move on by the commands, all or none; the first refusal is given back. */
const step = (reached: Reached, commands: ReadonlyArray<AccountCommand>): AccountRejection | undefined => {
  let { state, revision } = reached
  for (const command of commands) {
    const facts = decideAccount(command, state)
    if (E.isLeft(facts)) return facts.left
    state = foldShared(evolveAccount, state, facts.right)
    revision += facts.right.length
  }
  reached.state = state
  reached.revision = revision
  return undefined
}
