/** Payments to their accounts, accounts to their proposals, proposals to the ledger where that is asked. */
import type { Matcher } from '@quittance/cash-application'
import { keyedGet, type LocalDate, type Money } from '@quittance/kernel'
import type { PointInTime } from '@quittance/projections'
import {
  findPayer,
  type FoundPayer,
  freeReceipts,
  isSuspense,
  type LedgerFailure,
  type MatchProposal,
  type PaymentToMatch,
  postMatches,
  type PostingPolicies,
  proposeMatches,
  type ProposalStatus,
  suspenseCustomer,
} from '@quittance/receivables'
import * as E from 'fp-ts/lib/Either.js'
import { describeLedgerFailure } from '../describe-failure.js'
import { CliFailure } from '../failure.js'
import type { IncomingPayment } from '../import/read-payments.js'
import { accountAtPoint, type Desk } from './desk.js'

/** How a payment stands: what the rule set says of it, or that its payer is not known. @category model @since 0.1.0 */
export type RowDecision = ProposalStatus | 'unknown-payer'

/** One payment with all that a clerk needs. @category model @since 0.1.0 */
export interface MatchRow {
  readonly paymentId: string
  readonly on: LocalDate
  readonly amount: Money
  readonly payerName: string | undefined
  readonly payerAccount: string | undefined
  /** The customer that the file names. */
  readonly customerGiven: string | undefined
  readonly payer: FoundPayer
  /** The account that the payment is in, or would be recorded in. */
  readonly account: string
  readonly decision: RowDecision
  readonly proposal: MatchProposal
  /** It could not be posted. */
  readonly failure: LedgerFailure | undefined
}

/** How to match. @category model @since 0.1.0 */
export interface MatchSettings {
  readonly matcher: Matcher
  readonly policies?: PostingPolicies
  readonly on?: LocalDate
  /** Look at the accounts as they were known then; never with posting. */
  readonly point?: PointInTime
  readonly post?: { readonly correlationId: string }
  readonly onProgress: (step: string, done: number, total: number) => Promise<void>
}

interface Located {
  readonly account: string
  readonly payer: FoundPayer
  readonly payment: PaymentToMatch
  readonly incoming: IncomingPayment
}

/** Match what a file brings. @category commands @since 0.1.0 */
export const matchIncoming = async (
  desk: Desk,
  payments: ReadonlyArray<IncomingPayment>,
  settings: MatchSettings,
): Promise<ReadonlyArray<MatchRow>> => {
  const located: Array<Located> = []
  for (const incoming of payments) located.push(await locate(desk, incoming, settings))
  return matchLocated(desk, located, settings)
}

/**
 * Match what waits in the ledger: receipts with free money, those of suspense accounts too.
 *
 * @param only - look at these accounts; at all, if absent
 * @category commands
 * @since 0.1.0
 */
export const matchWaiting = async (
  desk: Desk,
  settings: MatchSettings,
  only?: ReadonlySet<string>,
): Promise<ReadonlyArray<MatchRow>> => {
  const accounts = new Set(desk.view.subjects.flatMap(({ kind, customer }) => (kind === 'receipt' ? [customer] : [])))
  const located: Array<Located> = []
  for (const account of [...accounts].filter((one) => only?.has(one) !== false).sort()) {
    const { state } = await accountAtPoint(desk, account, settings.point)
    for (const { receiptId, currency, amountMinor, receivedOn, words, method } of freeReceipts(state)) {
      const amount = { currency, minor: amountMinor }
      const record = { _tag: 'RecordReceipt', on: receivedOn, receiptId, amount, method, ...words } as const
      const payer: FoundPayer = isSuspense(account)
        ? findPayer(desk.directory, words)
        : { _tag: 'Known', customer: account, by: 'customer' }
      located.push({ account, payer, payment: { _tag: 'Waiting', receiptId }, incoming: { record } })
    }
  }
  return matchLocated(desk, located, settings)
}

/** A receipt that the ledger has is in its account, whatever the file says now; it must be the same money. */
const locate = async (desk: Desk, incoming: IncomingPayment, { point }: MatchSettings): Promise<Located> => {
  const { record, customer, bankAccount } = incoming
  const payment: PaymentToMatch = { _tag: 'New', record }
  const holder = point === undefined ? await desk.ledger.customerOfReceipt(record.receiptId) : undefined
  if (holder !== undefined) {
    const { state } = await accountAtPoint(desk, holder)
    const known = keyedGet(state.cash.receipts, record.receiptId)
    const isSame =
      known?.amountMinor === record.amount.minor &&
      known.currency === record.amount.currency &&
      known.receivedOn === record.on
    if (!isSame)
      throw new CliFailure(
        `payment ${record.receiptId} is in the account of ${holder} already, with another amount or day; nothing was recorded`,
      )
    return { account: holder, payer: { _tag: 'Known', customer: holder, by: 'customer' }, payment, incoming }
  }
  const payer = findPayer(desk.directory, record, customer)
  const account = payer._tag === 'Known' ? payer.customer : suspenseCustomer(bankAccount, record.on)
  return { account, payer, payment, incoming }
}

const matchLocated = async (
  desk: Desk,
  located: ReadonlyArray<Located>,
  settings: MatchSettings,
): Promise<ReadonlyArray<MatchRow>> => {
  const byAccount = new Map<string, Array<Located>>()
  for (const one of located) {
    const group = byAccount.get(one.account)
    if (group === undefined) byAccount.set(one.account, [one])
    else group.push(one)
  }
  const rows: Array<MatchRow> = []
  const groups = [...byAccount].sort(([a], [b]) => compare(a, b))
  for (const [index, [account, group]] of groups.entries()) {
    await settings.onProgress(`${index} of ${groups.length} accounts`, index, groups.length)
    for (const answered of await answersOf(desk, account, group, settings)) {
      const one = group.find(({ incoming }) => incoming.record.receiptId === answered.proposal.payment.paymentId)
      if (one !== undefined) rows.push(rowOf(one, answered))
    }
  }
  return rows.sort((a, b) => compare(a.on, b.on) || compare(a.paymentId, b.paymentId))
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

interface Answered {
  readonly proposal: MatchProposal
  readonly failure?: LedgerFailure
}

const answersOf = async (
  desk: Desk,
  account: string,
  group: ReadonlyArray<Located>,
  { matcher, policies, on, point, post }: MatchSettings,
): Promise<ReadonlyArray<Answered>> => {
  const payments = group.map(({ payment }) => payment)
  const terms = { matcher, ...(policies === undefined ? {} : { policies }), ...(on === undefined ? {} : { on }) }
  if (post === undefined) {
    const proposals = proposeMatches(await accountAtPoint(desk, account, point), payments, terms)
    return proposals.map((proposal) => ({ proposal }))
  }
  const posted = await postMatches(desk.ledger, account, payments, terms, { actor: 'match', ...post })
  if (E.isLeft(posted)) throw new CliFailure(`account ${account}: ${describeLedgerFailure(posted.left)}`)
  return posted.right
}

const rowOf = ({ account, payer, incoming }: Located, { proposal, failure }: Answered): MatchRow => ({
  paymentId: incoming.record.receiptId,
  on: incoming.record.on,
  amount: { currency: proposal.currency, minor: proposal.payment.amountMinor },
  payerName: incoming.record.payer?.name,
  payerAccount: incoming.record.payer?.account,
  customerGiven: incoming.customer,
  payer,
  account,
  decision: isSuspense(account) && proposal.status !== 'already' ? 'unknown-payer' : proposal.status,
  proposal,
  failure,
})
