/** Money moves between accounts of one entity, by paired facts under one transfer id. */
import {
  accept,
  type BaseValue,
  drawBase,
  earlierOf,
  type InvalidExchange,
  isCurrencyCode,
  keyedGet,
  type Money,
  refuse,
} from '@quittance/kernel'
import * as E from 'fp-ts/lib/Either.js'
import type { ReturnCashTransfer, TransferCashIn, TransferCashOut } from '../commands.js'
import type { CashDecided } from '../decided.js'
import { wordsOf } from '../receipt-words.js'
import { type CashState, type ReceiptRecord, unappliedMinor } from '../state.js'
import { badAmount, emptyField, liveReceipt, spendable, tooEarly } from './checks.js'
import { poolOf, receiptSide } from './link-values.js'

/** @internal */
export const transferCashOut = (command: TransferCashOut, state: CashState): CashDecided => {
  const { transferId, receiptId, amount, on, toCustomer } = command
  const bad = badAmount('amount', amount.minor) ?? emptyField({ transferId, toCustomer })
  if (bad !== undefined) return refuse(bad)
  if (keyedGet(state.transfers, transferId) !== undefined)
    return refuse({ _tag: 'IdAlreadyUsed', kind: 'transfer', id: transferId })
  const found = liveReceipt(state, receiptId)
  if (E.isLeft(found)) return found
  const refusal = spendable(found.right, amount, on, unappliedMinor(found.right))
  if (refusal !== undefined) return refuse(refusal)
  const exchange = valueSent(found.right, amount)
  return accept({
    _tag: 'CashTransferredOut',
    on,
    currency: amount.currency,
    transferId,
    receiptId,
    amountMinor: amount.minor,
    toCustomer,
    ...(exchange === undefined ? {} : { exchange }),
  })
}

/** The part of the receipt's base value that goes with so much of its money. */
const valueSent = (receipt: ReceiptRecord, { minor }: Money): BaseValue | undefined => {
  const pool = receipt.exchange === undefined ? undefined : poolOf(receiptSide(receipt), undefined)
  return pool === undefined ? undefined : { baseCurrency: pool.baseCurrency, baseMinor: drawBase(pool, minor) }
}

/** @internal */
export const transferCashIn = (command: TransferCashIn, state: CashState): CashDecided => {
  const { transferId, receiptId, amount, on, fromCustomer, method, exchange } = command
  const bad = badAmount('amount', amount.minor) ?? emptyField({ transferId, receiptId, fromCustomer })
  if (bad !== undefined) return refuse(bad)
  if (!isCurrencyCode(amount.currency)) return refuse({ _tag: 'MissingField', field: 'amount.currency' })
  const unusable = exchange === undefined ? undefined : unusableValue(exchange)
  if (unusable !== undefined) return refuse(unusable)
  if (keyedGet(state.transfers, transferId) !== undefined)
    return refuse({ _tag: 'IdAlreadyUsed', kind: 'transfer', id: transferId })
  if (keyedGet(state.receipts, receiptId) !== undefined)
    return refuse({ _tag: 'IdAlreadyUsed', kind: 'receipt', id: receiptId })
  return accept({
    _tag: 'CashTransferredIn',
    on,
    currency: amount.currency,
    transferId,
    receiptId,
    amountMinor: amount.minor,
    fromCustomer,
    valueOn: command.valueOn === undefined ? on : earlierOf(command.valueOn, on),
    method,
    ...wordsOf(command),
    ...(exchange === undefined ? {} : { exchange }),
  })
}

/** A value that was reckoned at the source is taken as it is: a part of a rounded value need not be what a rate gives. */
const unusableValue = ({ baseCurrency, baseMinor }: BaseValue): InvalidExchange | undefined => {
  if (!isCurrencyCode(baseCurrency))
    return { _tag: 'InvalidExchange', field: 'exchange.baseCurrency', problem: 'unknown-currency' }
  return Number.isSafeInteger(baseMinor) && baseMinor >= 0
    ? undefined
    : { _tag: 'InvalidExchange', field: 'exchange.baseMinor', problem: 'not-positive' }
}

/** @internal */
export const returnCashTransfer = (command: ReturnCashTransfer, state: CashState): CashDecided => {
  const { transferId, on, reason } = command
  const transfer = keyedGet(state.transfers, transferId)
  if (transfer === undefined) return refuse({ _tag: 'NotFound', kind: 'transfer', id: transferId })
  if (transfer.status !== 'live')
    return refuse({ _tag: 'AlreadyEnded', kind: 'transfer', id: transferId, ended: transfer.status })
  const { side, receiptId, amountMinor, exchange } = transfer
  const found = liveReceipt(state, receiptId)
  if (E.isLeft(found)) return found
  const { currency } = found.right
  const refusal =
    tooEarly(on, transfer.on) ??
    (side === 'destination'
      ? spendable(found.right, { currency, minor: amountMinor }, on, unappliedMinor(found.right))
      : undefined)
  if (refusal !== undefined) return refuse(refusal)
  return accept({
    _tag: 'CashTransferReturned',
    on,
    currency,
    transferId,
    receiptId,
    amountMinor,
    side,
    reason,
    ...(exchange === undefined ? {} : { exchange }),
  })
}
