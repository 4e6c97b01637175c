/** A receipt was an entry error: its applications are taken back as of their own days, and it as of its own. */
import { accept, laterOf, refuse } from '@quittance/kernel'
import * as E from 'fp-ts/lib/Either.js'
import type { VoidReceipt } from '../commands.js'
import type { CashDecided } from '../decided.js'
import type { CashFact } from '../events.js'
import type { CashState } from '../state.js'
import { arrived, liveReceipt, tooEarly } from './checks.js'
import { applicationsOf } from './return-receipt.js'
import { cashUnapplied } from './unapply.js'
import { withdrawnWith } from './write-off-reversed.js'

/** @internal */
export const voidReceipt = (command: VoidReceipt, state: CashState): CashDecided => {
  const { receiptId, reason } = command
  const found = liveReceipt(state, receiptId)
  if (E.isLeft(found)) return found
  const receipt = found.right
  const refusal = arrived(receipt) ?? tooEarly(command.on, receipt.receivedOn)
  if (refusal !== undefined) return refuse(refusal)
  const { refundedMinor, transferredMinor, onAccountMinor } = receipt
  if (refundedMinor > 0 || transferredMinor > 0)
    return refuse({ _tag: 'StillInUse', receiptId, refundedMinor, transferredMinor })

  // Where money had been given back to the receipt on a later day, a void as of its first day would take it twice.
  const on = receipt.freedOn === undefined && onAccountMinor === 0 ? receipt.receivedOn : receipt.lastOn
  const facts: Array<CashFact> = applicationsOf(receipt, state)
    .filter(({ amountMinor }) => amountMinor > 0)
    .flatMap((application): ReadonlyArray<CashFact> => [
      cashUnapplied(application, application.amountMinor, on, 'receipt voided'),
      ...withdrawnWith([application.applicationId], laterOf(on, application.on), state),
    ])
  const { currency } = receipt
  if (onAccountMinor > 0)
    facts.push({ _tag: 'ReleasedFromAccount', on, currency, receiptId, amountMinor: onAccountMinor })
  return accept<CashFact>(...facts, {
    _tag: 'ReceiptVoided',
    on,
    currency,
    receiptId,
    amountMinor: receipt.amountMinor,
    reason,
  })
}
