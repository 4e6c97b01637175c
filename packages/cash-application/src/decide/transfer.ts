/** Money moves between accounts of one entity, by paired facts under one transfer id. */
import { accept, earlierOf, isCurrencyCode, keyedGet, refuse } from '@quittance/kernel'
import * as E from 'fp-ts/lib/Either.js'
import type { ReturnCashTransfer, TransferCashIn, TransferCashOut } from '../commands.js'
import type { CashDecided } from '../decided.js'
import { wordsOf } from '../receipt-words.js'
import { type CashState, unappliedMinor } from '../state.js'
import { badAmount, emptyField, liveReceipt, spendable, tooEarly } from './checks.js'

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
  return accept({
    _tag: 'CashTransferredOut',
    on,
    currency: amount.currency,
    transferId,
    receiptId,
    amountMinor: amount.minor,
    toCustomer,
  })
}

/** @internal */
export const transferCashIn = (command: TransferCashIn, state: CashState): CashDecided => {
  const { transferId, receiptId, amount, on, fromCustomer, method } = command
  const bad = badAmount('amount', amount.minor) ?? emptyField({ transferId, receiptId, fromCustomer })
  if (bad !== undefined) return refuse(bad)
  if (!isCurrencyCode(amount.currency)) return refuse({ _tag: 'MissingField', field: 'amount.currency' })
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
  })
}

/** @internal */
export const returnCashTransfer = (command: ReturnCashTransfer, state: CashState): CashDecided => {
  const { transferId, on, reason } = command
  const transfer = keyedGet(state.transfers, transferId)
  if (transfer === undefined) return refuse({ _tag: 'NotFound', kind: 'transfer', id: transferId })
  if (transfer.status !== 'live')
    return refuse({ _tag: 'AlreadyEnded', kind: 'transfer', id: transferId, ended: transfer.status })
  const { side, receiptId, amountMinor } = transfer
  const found = liveReceipt(state, receiptId)
  if (E.isLeft(found)) return found
  const { currency } = found.right
  const refusal =
    tooEarly(on, transfer.on) ??
    (side === 'destination'
      ? spendable(found.right, { currency, minor: amountMinor }, on, unappliedMinor(found.right))
      : undefined)
  if (refusal !== undefined) return refuse(refusal)
  return accept({ _tag: 'CashTransferReturned', on, currency, transferId, receiptId, amountMinor, side, reason })
}
