/** The bank or the card scheme takes money back: everything still on the receipt is given up, in the stated order. */
import { acceptAndRequest, keyedGet, type LocalDate } from '@quittance/kernel'
import * as E from 'fp-ts/lib/Either.js'
import type { ReturnFee, ReturnReceipt, ReverseCardPayment } from '../commands.js'
import type { CashDecided } from '../decided.js'
import type { CashTransferRecalled, WriteOffReversed } from '../events.js'
import { takeBackOrder, type TakeBack } from '../policies/take-back-order.js'
import type { CashRejection } from '../rejections.js'
import type { ChargeCustomer } from '../requests.js'
import type { ApplicationRecord, CashState, ReceiptRecord } from '../state.js'
import { arrived, badAmount, liveReceipt, tooEarly } from './checks.js'
import { withdrawnWith } from './write-off-reversed.js'

/** @internal */
export const returnReceipt = (command: ReturnReceipt, state: CashState): CashDecided => {
  const prepared = prepare(command, state)
  if (E.isLeft(prepared)) return prepared
  const { receipt, taken } = prepared.right
  return acceptAndRequest(
    [
      {
        _tag: 'ReceiptReturned',
        on: command.on,
        currency: receipt.currency,
        receiptId: receipt.receiptId,
        returnedMinor: taken.returnedMinor,
        fromUnappliedMinor: taken.fromUnappliedMinor,
        fromOnAccountMinor: taken.fromOnAccountMinor,
        released: taken.released,
        kind: command.kind,
        feeMinor: command.fee?.amountMinor ?? 0,
      },
      ...withdrawnBy(taken, command.on, state),
      ...recalls(receipt, command.on, state),
    ],
    charges(command, receipt, taken),
  )
}

/** @internal */
export const reverseCardPayment = (command: ReverseCardPayment, state: CashState): CashDecided => {
  const prepared = prepare(command, state)
  if (E.isLeft(prepared)) return prepared
  const { receipt, taken } = prepared.right
  return acceptAndRequest(
    [
      {
        _tag: 'CardPaymentReversed',
        on: command.on,
        currency: receipt.currency,
        receiptId: receipt.receiptId,
        returnedMinor: taken.returnedMinor,
        fromUnappliedMinor: taken.fromUnappliedMinor,
        fromOnAccountMinor: taken.fromOnAccountMinor,
        released: taken.released,
        reason: command.reason,
        feeMinor: command.fee?.amountMinor ?? 0,
      },
      ...withdrawnBy(taken, command.on, state),
      ...recalls(receipt, command.on, state),
    ],
    charges(command, receipt, taken),
  )
}

interface Prepared {
  readonly receipt: ReceiptRecord
  readonly taken: TakeBack
}

const prepare = (command: ReturnReceipt | ReverseCardPayment, state: CashState): E.Either<CashRejection, Prepared> => {
  const { fee, receiptId, on } = command
  const bad = fee === undefined ? undefined : badAmount('fee.amountMinor', fee.amountMinor)
  if (bad !== undefined) return E.left(bad)
  if (fee?.chargeTo === 'customer' && fee.documentId === undefined)
    return E.left({ _tag: 'MissingField', field: 'fee.documentId' })
  const found = liveReceipt(state, receiptId)
  if (E.isLeft(found)) return found
  const receipt = found.right
  if (receipt.refundedMinor > 0 && command.refundClaimId === undefined)
    return E.left({ _tag: 'MissingField', field: 'refundClaimId' })
  const byCard = receipt.method === 'card' || receipt.method === 'virtual-card'
  if (command._tag === 'ReverseCardPayment' && !byCard) return E.left({ _tag: 'NotACardPayment', receiptId })
  const refusal = arrived(receipt) ?? tooEarly(on, receipt.lastOn)
  if (refusal !== undefined) return E.left(refusal)
  return E.right({ receipt, taken: takeBackOrder(receipt, applicationsOf(receipt, state)) })
}

/** The applications made from a receipt, in order. @internal */
export const applicationsOf = (receipt: ReceiptRecord, state: CashState): ReadonlyArray<ApplicationRecord> =>
  receipt.applicationIds.flatMap((id) => keyedGet(state.applications, id) ?? [])

/** @internal */
export const withdrawnBy = (
  { released }: Pick<TakeBack, 'released'>,
  on: LocalDate,
  state: CashState,
): ReadonlyArray<WriteOffReversed> =>
  withdrawnWith(
    released.map(({ applicationId }) => applicationId),
    on,
    state,
  )

const recalls = (receipt: ReceiptRecord, on: LocalDate, state: CashState): ReadonlyArray<CashTransferRecalled> =>
  receipt.transferIds.flatMap((transferId) => {
    const transfer = keyedGet(state.transfers, transferId)
    if (transfer === undefined || transfer.status !== 'live') return []
    return {
      _tag: 'CashTransferRecalled',
      on,
      currency: receipt.currency,
      transferId,
      receiptId: receipt.receiptId,
      returnedMinor: transfer.amountMinor,
      fromUnappliedMinor: 0,
      fromOnAccountMinor: 0,
      released: [],
      side: 'source',
    }
  })

const charges = (
  { on, fee, refundClaimId }: { readonly on: LocalDate; readonly fee?: ReturnFee; readonly refundClaimId?: string },
  { currency }: ReceiptRecord,
  { toClaimMinor }: TakeBack,
): ReadonlyArray<ChargeCustomer> => [
  ...(fee?.chargeTo === 'customer' && fee.documentId !== undefined
    ? [charge(on, fee.documentId, currency, fee.amountMinor, 'returned-payment-fee')]
    : []),
  ...(toClaimMinor > 0 && refundClaimId !== undefined
    ? [charge(on, refundClaimId, currency, toClaimMinor, 'refund-of-returned-payment')]
    : []),
]

/** @internal */
export const charge = (
  on: LocalDate,
  documentId: string,
  currency: string,
  amountMinor: number,
  reason: ChargeCustomer['reason'],
): ChargeCustomer => ({ _tag: 'ChargeCustomer', on, documentId, currency, amountMinor, reason })
