/** Money paid back to the customer. */
import { keyedGet, keyedSet } from '@quittance/kernel'
import type { RefundCancelled, Refunded } from '../events.js'
import type { CashState } from '../state.js'
import { changeReceipt, creditFor, laterDay } from './records.js'

/** @internal */
export const evolveRefund = (draft: CashState, fact: Refunded): void => {
  const { refundId, source, sourceId, currency, amountMinor, fromOnAccountMinor, on } = fact
  keyedSet(draft.refunds, refundId, {
    source,
    sourceId,
    currency,
    amountMinor,
    fromOnAccountMinor,
    on,
    cancelled: false,
  })
  if (source === 'credit-note') {
    creditFor(draft, sourceId).refundedMinor += amountMinor
    return
  }
  changeReceipt(draft, sourceId, on, (receipt) => {
    receipt.refundedMinor += amountMinor
    receipt.onAccountMinor -= fromOnAccountMinor
  })
}

/** @internal */
export const evolveRefundCancelled = (draft: CashState, fact: RefundCancelled): void => {
  const { refundId, source, sourceId, amountMinor, fromOnAccountMinor, on } = fact
  const refund = keyedGet(draft.refunds, refundId)
  if (refund !== undefined) refund.cancelled = true
  if (source === 'credit-note') {
    const credit = creditFor(draft, sourceId)
    credit.refundedMinor -= amountMinor
    credit.freedOn = laterDay(credit.freedOn, on)
    return
  }
  changeReceipt(draft, sourceId, on, (receipt) => {
    receipt.refundedMinor -= amountMinor
    receipt.onAccountMinor += fromOnAccountMinor
    receipt.freedOn = laterDay(receipt.freedOn, on)
  })
}
