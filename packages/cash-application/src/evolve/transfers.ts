/** Money that moves between accounts of one entity. */
import { keyedGet, keyedSet } from '@quittance/kernel'
import type { CashTransferredIn, CashTransferredOut, CashTransferReturned } from '../events.js'
import type { CashState } from '../state.js'
import { changeReceipt, laterDay, newReceipt } from './records.js'

/** @internal */
export const evolveTransferOut = (draft: CashState, fact: CashTransferredOut): void => {
  const { transferId, receiptId, amountMinor, toCustomer, on } = fact
  keyedSet(draft.transfers, transferId, {
    side: 'source',
    receiptId,
    amountMinor,
    counterparty: toCustomer,
    exchange: fact.exchange,
    on,
    status: 'live',
    endedOn: undefined,
  })
  changeReceipt(draft, receiptId, on, (receipt) => {
    receipt.transferredMinor += amountMinor
    receipt.baseUsedMinor += fact.exchange?.baseMinor ?? 0
    receipt.transferIds.push(transferId)
  })
}

/** @internal */
export const evolveTransferIn = (draft: CashState, fact: CashTransferredIn): void => {
  const { transferId, receiptId, amountMinor, fromCustomer, on } = fact
  keyedSet(draft.transfers, transferId, {
    side: 'destination',
    receiptId,
    amountMinor,
    counterparty: fromCustomer,
    exchange: fact.exchange,
    on,
    status: 'live',
    endedOn: undefined,
  })
  keyedSet(draft.receipts, receiptId, newReceipt(fact))
}

/** @internal */
export const evolveTransferReturn = (draft: CashState, fact: CashTransferReturned): void => {
  const { transferId, receiptId, amountMinor, side, on, exchange } = fact
  const transfer = keyedGet(draft.transfers, transferId)
  if (transfer !== undefined) {
    transfer.status = 'returned'
    transfer.endedOn = on
  }
  changeReceipt(draft, receiptId, on, (receipt) => {
    if (side === 'source') {
      receipt.transferredMinor -= amountMinor
      receipt.baseUsedMinor -= exchange?.baseMinor ?? 0
      receipt.freedOn = laterDay(receipt.freedOn, on)
    } else {
      receipt.transferredMinor += amountMinor
      receipt.baseUsedMinor += exchange?.baseMinor ?? 0
    }
  })
}
