/**
 * Money between two accounts of one entity. Two streams, so two appends: out first, then in. A crash in
 * between leaves the money in transit, named by the transfer id; running the same transfer again finishes it.
 */
import type {
  RecallCashTransfer,
  ReceiptRecord,
  ReturnCashTransfer,
  TransferCashIn,
  TransferRecord,
} from '@quittance/cash-application'
import { keyedGet, type LocalDate, type Money } from '@quittance/kernel'
import * as E from 'fp-ts/lib/Either.js'
import type { AccountAt } from './account-cache.js'
import type { LedgerFailure, UnreadableHistory } from './failures.js'
import type { CommandMeta } from './prepare-facts.js'
import type { AccountCommand } from '../account/account.js'
import type { Outcome } from './run-commands.js'

/** A movement of money: what, from which receipt, to whom, as which receipt there. To bring it back, only its id, the two accounts, the day and a receipt id for what is in transit are read. @category commands @since 0.1.0 */
export interface CashTransfer {
  readonly transferId: string
  readonly on: LocalDate
  readonly amount: Money
  readonly fromCustomer: string
  readonly fromReceiptId: string
  readonly toCustomer: string
  readonly toReceiptId: string
}

/** Which side of a transfer failed, and why. With `in`, the money is in transit: repeat or return it. @category rejections @since 0.1.0 */
export interface TransferFailure {
  readonly _tag: 'TransferFailure'
  readonly side: 'out' | 'in'
  readonly failure: LedgerFailure | UnreadableHistory
}

/** What of the ledger a transfer needs: to run a command on an account, and to read one. */
interface Accounts {
  readonly run: (
    customer: string,
    command: AccountCommand,
    meta: CommandMeta,
  ) => Promise<E.Either<LedgerFailure, Outcome>>
  readonly account: (customer: string) => Promise<E.Either<UnreadableHistory, AccountAt>>
}

const failedAt = (side: TransferFailure['side'], failure: LedgerFailure): E.Either<TransferFailure, never> =>
  E.left({ _tag: 'TransferFailure', side, failure })

/** @law what an entity received is in its accounts or in transit @internal */
export const moveCash = async (
  accounts: Accounts,
  transfer: CashTransfer,
  meta: CommandMeta,
): Promise<E.Either<TransferFailure, Outcome>> => {
  const { transferId, on, amount, fromCustomer, fromReceiptId, toCustomer } = transfer
  if (fromCustomer === toCustomer) return failedAt('out', { _tag: 'SameAccount', customer: fromCustomer })
  const out = await accounts.run(
    fromCustomer,
    { _tag: 'TransferCashOut', on, transferId, receiptId: fromReceiptId, amount, toCustomer },
    { ...meta, commandId: `${meta.commandId}/out` },
  )
  if (E.isLeft(out)) return failedAt('out', out.left)
  const { receipts, transfers } = out.right.account.state.cash
  const sent = { receipt: keyedGet(receipts, fromReceiptId), record: keyedGet(transfers, transferId) }
  const arrived = await accounts.run(toCustomer, arrival(transfer, sent), {
    ...meta,
    commandId: `${meta.commandId}/in`,
    causationId: `${meta.commandId}/out`,
  })
  return E.isLeft(arrived) ? failedAt('in', arrived.left) : arrived
}

const arrival = (
  { transferId, on, amount, fromCustomer, toReceiptId }: CashTransfer,
  { receipt, record }: { readonly receipt: ReceiptRecord | undefined; readonly record: TransferRecord | undefined },
): TransferCashIn => ({
  _tag: 'TransferCashIn',
  on,
  transferId,
  receiptId: toReceiptId,
  amount,
  fromCustomer,
  ...(receipt === undefined ? {} : { valueOn: receipt.valueOn, ...receipt.words }),
  method: receipt?.method ?? 'other',
  ...(record?.exchange === undefined ? {} : { exchange: record.exchange }),
})

interface Sent {
  readonly transfer: CashTransfer
  readonly record: TransferRecord
  readonly receipt: ReceiptRecord
}

/** The transfer as its source recorded it: only what left may go home or be called back, and only as it left. */
const sentBy = async (accounts: Accounts, transfer: CashTransfer): Promise<E.Either<LedgerFailure, Sent>> => {
  const { transferId, fromCustomer, toCustomer, on } = transfer
  const source = await accounts.account(fromCustomer)
  if (E.isLeft(source)) return source
  const { transfers, receipts } = source.right.state.cash
  const record = keyedGet(transfers, transferId)
  const receipt = record === undefined ? undefined : keyedGet(receipts, record.receiptId)
  if (record?.side !== 'source' || record.counterparty !== toCustomer || receipt === undefined)
    return E.left({ _tag: 'NotFound', kind: 'transfer', id: transferId })
  if (on < record.on) return E.left({ _tag: 'TooEarly', on, notBefore: record.on })
  return E.right({ transfer, record, receipt })
}

/**
 * What is asked of the destination, after letting money in that is still in transit: it must arrive before it can
 * be given back, or a late retry of the transfer would let it arrive after the source has it again.
 */
const atDestination = async (
  accounts: Accounts,
  { transfer, record, receipt }: Sent,
  command: ReturnCashTransfer | RecallCashTransfer,
  meta: CommandMeta,
): Promise<E.Either<LedgerFailure, Outcome>> => {
  const first = await accounts.run(transfer.toCustomer, command, meta)
  const inTransit = E.isLeft(first) && first.left._tag === 'NotFound' && first.left.kind === 'transfer'
  if (!inTransit) return first
  const amount = { currency: receipt.currency, minor: record.amountMinor }
  const arrived = await accounts.run(transfer.toCustomer, arrival({ ...transfer, amount }, { receipt, record }), {
    ...meta,
    commandId: `${meta.commandId}/arrival`,
  })
  return E.isLeft(arrived) ? arrived : accounts.run(transfer.toCustomer, command, meta)
}

/** @internal */
export const returnCash = async (
  accounts: Accounts,
  transfer: CashTransfer,
  reason: string,
  meta: CommandMeta,
): Promise<E.Either<TransferFailure, Outcome>> => {
  const sent = await sentBy(accounts, transfer)
  if (E.isLeft(sent)) return failedAt('out', sent.left)
  const { transferId, on, fromCustomer } = transfer
  const command = { _tag: 'ReturnCashTransfer', on, transferId, reason } as const
  const atIn = { ...meta, commandId: `${meta.commandId}/in` }
  const given = await atDestination(accounts, sent.right, command, atIn)
  if (E.isLeft(given)) {
    // Given back under another command id before, it is on its way home: that is finished here.
    const left = isGivenBack(given.left) ? await beforeItLeft(accounts, transfer) : given.left
    if (left !== undefined) return failedAt('in', left)
  }
  const taken = await accounts.run(fromCustomer, command, { ...meta, commandId: `${meta.commandId}/out` })
  return E.isLeft(taken) ? failedAt('out', taken.left) : taken
}

const isGivenBack = (failure: LedgerFailure): boolean =>
  failure._tag === 'AlreadyEnded' && failure.kind === 'transfer' && failure.ended === 'returned'

/** At home on a day on which the destination still has it, it would be there twice. */
const beforeItLeft = async (
  accounts: Accounts,
  { transferId, toCustomer, on }: CashTransfer,
): Promise<LedgerFailure | undefined> => {
  const destination = await accounts.account(toCustomer)
  if (E.isLeft(destination)) return destination.left
  const endedOn = keyedGet(destination.right.state.cash.transfers, transferId)?.endedOn
  return endedOn !== undefined && on < endedOn ? { _tag: 'TooEarly', on, notBefore: endedOn } : undefined
}

/** @internal */
export const recallCash = async (
  accounts: Accounts,
  transfer: CashTransfer,
  meta: CommandMeta,
  refundClaimId?: string,
): Promise<E.Either<TransferFailure, Outcome>> => {
  const sent = await sentBy(accounts, transfer)
  if (E.isLeft(sent)) return failedAt('out', sent.left)
  const { transferId, on } = transfer
  const { status, endedOn } = sent.right.record
  if (status !== 'recalled' || endedOn === undefined) return failedAt('out', { _tag: 'NotBounced', transferId })
  if (on < endedOn) return failedAt('out', { _tag: 'TooEarly', on, notBefore: endedOn })
  const claim = refundClaimId === undefined ? {} : { refundClaimId }
  const command = { _tag: 'RecallCashTransfer', on, transferId, ...claim } as const
  const recalled = await atDestination(accounts, sent.right, command, meta)
  return E.isLeft(recalled) ? failedAt('in', recalled.left) : recalled
}
