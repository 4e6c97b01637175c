/** Free money of the customer is paid back: never money that an item has. */
import { accept, keyedGet, refuse } from '@quittance/kernel'
import * as E from 'fp-ts/lib/Either.js'
import type { CancelRefund, Refund } from '../commands.js'
import type { CashContext } from '../context.js'
import type { CashDecided } from '../decided.js'
import type { CashRejection } from '../rejections.js'
import { type CashState, unappliedMinor } from '../state.js'
import { badAmount, emptyField, liveReceipt, otherCurrency, spendable, tooEarly } from './checks.js'

/** @internal */
export const refund = (command: Refund, state: CashState, context: CashContext): CashDecided => {
  const { refundId, source, sourceId, amount, on } = command
  const bad = badAmount('amount', amount.minor) ?? emptyField({ refundId })
  if (bad !== undefined) return refuse(bad)
  if (keyedGet(state.refunds, refundId) !== undefined)
    return refuse({ _tag: 'IdAlreadyUsed', kind: 'refund', id: refundId })
  const checked = source === 'receipt' ? ofReceipt(command, state) : ofCredit(command, state, context)
  if (E.isLeft(checked)) return checked
  return accept({
    _tag: 'Refunded',
    on,
    currency: amount.currency,
    refundId,
    source,
    sourceId,
    amountMinor: amount.minor,
    fromOnAccountMinor: checked.right,
  })
}

/** How much of the refund comes from on account: only what unapplied money does not cover. */
const ofReceipt = ({ sourceId, amount, on }: Refund, state: CashState): E.Either<CashRejection, number> => {
  const found = liveReceipt(state, sourceId)
  if (E.isLeft(found)) return found
  const receipt = found.right
  const freeMinor = unappliedMinor(receipt)
  const fromOnAccountMinor = Math.max(amount.minor - freeMinor, 0)
  // Money on account must lie there on every day from the refund on, hence not before the receipt's latest fact.
  const steady = fromOnAccountMinor > 0 ? { ...receipt, freedOn: receipt.lastOn } : receipt
  const refusal = spendable(steady, amount, on, freeMinor + receipt.onAccountMinor)
  return refusal === undefined ? E.right(fromOnAccountMinor) : E.left(refusal)
}

const ofCredit = (
  { sourceId, amount, on }: Refund,
  state: CashState,
  context: CashContext,
): E.Either<CashRejection, number> => {
  const credit = context.creditOf(sourceId)
  if (credit === undefined) return E.left({ _tag: 'NotFound', kind: 'credit-note', id: sourceId })
  const record = keyedGet(state.credits, sourceId)
  const freeMinor = credit.creditMinor - (record?.appliedMinor ?? 0) - (record?.refundedMinor ?? 0)
  const refusal = otherCurrency(credit.currency, amount.currency) ?? tooEarly(on, credit.issuedOn, record?.freedOn)
  if (refusal !== undefined) return E.left(refusal)
  return amount.minor <= freeMinor
    ? E.right(0)
    : E.left({ _tag: 'NotEnoughFree', kind: 'credit-note', id: sourceId, freeMinor, askedMinor: amount.minor })
}

/** @internal */
export const cancelRefund = (command: CancelRefund, state: CashState): CashDecided => {
  const { refundId, on, reason } = command
  const record = keyedGet(state.refunds, refundId)
  if (record === undefined) return refuse({ _tag: 'NotFound', kind: 'refund', id: refundId })
  if (record.cancelled) return refuse({ _tag: 'AlreadyEnded', kind: 'refund', id: refundId, ended: 'cancelled' })
  const { source, sourceId, currency, amountMinor, fromOnAccountMinor } = record
  if (source === 'receipt') {
    const found = liveReceipt(state, sourceId)
    if (E.isLeft(found)) return found
  }
  const early = tooEarly(on, record.on)
  if (early !== undefined) return refuse(early)
  return accept({
    _tag: 'RefundCancelled',
    on,
    currency,
    refundId,
    source,
    sourceId,
    amountMinor,
    fromOnAccountMinor,
    reason,
  })
}
