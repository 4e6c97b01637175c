/** What became of a payment: where its receipt is, by which decision it was applied, and what happened to it since. */
import type { PaymentMatched, ReceiptRecord } from '@quittance/cash-application'
import { accountStream, keyedGet, type Recorded } from '@quittance/kernel'
import { type AccountFact, readFacts } from '@quittance/receivables'
import * as E from 'fp-ts/lib/Either.js'
import { describeLedgerFailure } from '../describe-failure.js'
import { CliFailure } from '../failure.js'
import { accountAtPoint, type Desk } from './desk.js'

/** A receipt in one account, with the facts about it in stream order. @category projections @since 0.1.0 */
export interface PaymentStory {
  readonly customer: string
  readonly receipt: ReceiptRecord
  readonly facts: ReadonlyArray<Recorded<AccountFact>>
  readonly matches: ReadonlyArray<PaymentMatched>
  /** All facts of the account: what a check is made from. */
  readonly history: ReadonlyArray<Recorded<AccountFact>>
}

/** The story of a payment, first where it came in, then in each account that its money went on to. @category projections @since 0.1.0 */
export const paymentStory = async (desk: Desk, paymentId: string): Promise<ReadonlyArray<PaymentStory>> => {
  const stories: Array<PaymentStory> = []
  const asked = [paymentId]
  for (const receiptId of asked) {
    const customer = await desk.ledger.customerOfReceipt(receiptId)
    if (customer === undefined || stories.some((one) => one.receipt.receiptId === receiptId)) continue
    const story = await storyIn(desk, customer, receiptId)
    stories.push(story)
    asked.push(...(await arrivals(desk, story)))
  }
  if (stories.length === 0) throw new CliFailure(`no payment ${paymentId} in the ledger of ${desk.entity}`)
  return stories
}

const storyIn = async (desk: Desk, customer: string, receiptId: string): Promise<PaymentStory> => {
  const { facts } = await desk.store.read(accountStream(desk.entity, customer))
  const history = readFacts(facts)
  if (E.isLeft(history)) throw new CliFailure(`account ${customer}: ${describeLedgerFailure(history.left)}`)
  const { state } = await accountAtPoint(desk, customer)
  const receipt = keyedGet(state.cash.receipts, receiptId)
  if (receipt === undefined) throw new CliFailure(`account ${customer}: receipt ${receiptId} is claimed and not there`)
  const own = history.right.filter(({ fact }) => isAbout(fact, receiptId))
  const matches = own.flatMap(({ fact }) => (fact._tag === 'PaymentMatched' ? [fact] : []))
  return { customer, receipt, facts: own, matches, history: history.right }
}

const isAbout = (fact: AccountFact, receiptId: string): boolean =>
  ('receiptId' in fact && fact.receiptId === receiptId) ||
  ('sourceId' in fact && fact.source === 'receipt' && fact.sourceId === receiptId)

/** The receipts that the money is in the accounts it was sent to. */
const arrivals = async (desk: Desk, { receipt, facts }: PaymentStory): Promise<ReadonlyArray<string>> => {
  const ids: Array<string> = []
  for (const { fact } of facts) {
    if (fact._tag !== 'CashTransferredOut' || !receipt.transferIds.includes(fact.transferId)) continue
    const { state } = await accountAtPoint(desk, fact.toCustomer)
    const arrived = keyedGet(state.cash.transfers, fact.transferId)
    if (arrived !== undefined) ids.push(arrived.receiptId)
  }
  return ids
}
