/** Money came in. */
import { accept, isCurrencyCode, keyedGet, refuse, valueInBase } from '@quittance/kernel'
import * as E from 'fp-ts/lib/Either.js'
import type { RecordReceipt } from '../commands.js'
import type { CashDecided } from '../decided.js'
import { wordsOf } from '../receipt-words.js'
import type { CashState } from '../state.js'
import { badAmount } from './checks.js'

/** @internal */
export const recordReceipt = (command: RecordReceipt, state: CashState): CashDecided => {
  const { receiptId, amount } = command
  const refusal = badAmount('amount', amount.minor)
  if (refusal !== undefined) return refuse(refusal)
  if (receiptId === '') return refuse({ _tag: 'MissingField', field: 'receiptId' })
  if (!isCurrencyCode(amount.currency)) return refuse({ _tag: 'MissingField', field: 'amount.currency' })
  const valued = command.exchange === undefined ? undefined : valueInBase(amount, command.exchange)
  if (valued !== undefined && E.isLeft(valued)) return valued
  if (keyedGet(state.receipts, receiptId) !== undefined)
    return refuse({ _tag: 'IdAlreadyUsed', kind: 'receipt', id: receiptId })
  return accept({
    _tag: 'ReceiptRecorded',
    on: command.on,
    currency: amount.currency,
    receiptId,
    amountMinor: amount.minor,
    method: command.method,
    ...wordsOf(command),
    ...(valued === undefined ? {} : { exchange: valued.right }),
  })
}
