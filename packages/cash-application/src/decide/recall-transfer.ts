/** At the destination of a transfer: the money behind it bounced and is given up in the stated order. */
import { acceptAndRequest, keyedGet, refuse } from '@quittance/kernel'
import * as E from 'fp-ts/lib/Either.js'
import type { RecallCashTransfer } from '../commands.js'
import type { CashDecided } from '../decided.js'
import { takeBackOrder } from '../policies/take-back-order.js'
import type { CashState } from '../state.js'
import { liveReceipt, tooEarly } from './checks.js'
import { applicationsOf, charge, withdrawnBy } from './return-receipt.js'

/** @internal */
export const recallCashTransfer = (command: RecallCashTransfer, state: CashState): CashDecided => {
  const { transferId, on, refundClaimId } = command
  const transfer = keyedGet(state.transfers, transferId)
  if (transfer === undefined || transfer.side === 'source')
    return refuse({ _tag: 'NotFound', kind: 'transfer', id: transferId })
  if (transfer.status !== 'live')
    return refuse({ _tag: 'AlreadyEnded', kind: 'transfer', id: transferId, ended: transfer.status })
  const found = liveReceipt(state, transfer.receiptId)
  if (E.isLeft(found)) return found
  const receipt = found.right
  if (receipt.refundedMinor > 0 && refundClaimId === undefined)
    return refuse({ _tag: 'MissingField', field: 'refundClaimId' })
  const early = tooEarly(on, receipt.lastOn)
  if (early !== undefined) return refuse(early)
  if (receipt.transferredMinor > 0)
    return refuse({
      _tag: 'StillInUse',
      receiptId: receipt.receiptId,
      refundedMinor: receipt.refundedMinor,
      transferredMinor: receipt.transferredMinor,
    })
  const { toClaimMinor, ...taken } = takeBackOrder(receipt, applicationsOf(receipt, state))
  return acceptAndRequest(
    [
      {
        _tag: 'CashTransferRecalled',
        on,
        currency: receipt.currency,
        transferId,
        receiptId: receipt.receiptId,
        ...taken,
        side: 'destination',
      },
      ...withdrawnBy(taken, on, state),
    ],
    toClaimMinor > 0 && refundClaimId !== undefined
      ? [charge(on, refundClaimId, receipt.currency, toClaimMinor, 'refund-of-returned-payment')]
      : [],
  )
}
