/** Money taken back by a bank, a card scheme or a recalled transfer, and given again. */
import { keyedGet, type LocalDate } from '@quittance/kernel'
import type { CardPaymentReversed, CashTransferRecalled, ReceiptReturned, ReturnCancelled } from '../events.js'
import type { ReleasedApplication } from '../model.js'
import type { CashState } from '../state.js'
import { changeReceipt, itemFor, laterDay } from './records.js'

/** @internal */
export const evolveTakenBack = (
  draft: CashState,
  fact: ReceiptReturned | CardPaymentReversed | CashTransferRecalled,
): void => {
  const pennyMinor = fact.released.reduce((so, { pennyMinor: penny }) => so + penny, 0)
  const appliedMinor = move(draft, fact.released, fact.on, -1)
  if (fact._tag === 'CashTransferRecalled') {
    const transfer = keyedGet(draft.transfers, fact.transferId)
    if (transfer !== undefined) {
      transfer.status = 'recalled'
      transfer.endedOn = fact.on
    }
  }
  changeReceipt(draft, fact.receiptId, fact.on, (receipt) => {
    receipt.appliedMinor -= appliedMinor
    receipt.pennyMinor -= pennyMinor
    receipt.onAccountMinor -= fact.fromOnAccountMinor
    receipt.returnedMinor += fact.returnedMinor
    if (fact._tag === 'CashTransferRecalled' && fact.side === 'source') {
      receipt.transferredMinor -= fact.returnedMinor
      return
    }
    receipt.status = 'returned'
    receipt.released = fact.released
  })
}

/** @internal */
export const evolveCancelledReturn = (draft: CashState, fact: ReturnCancelled): void => {
  const appliedMinor = move(draft, fact.reapplied, fact.on, 1)
  changeReceipt(draft, fact.receiptId, fact.on, (receipt) => {
    receipt.appliedMinor += appliedMinor
    receipt.pennyMinor += fact.reapplied.reduce((so, { pennyMinor }) => so + pennyMinor, 0)
    receipt.returnedMinor -= fact.returnedMinor
    receipt.status = 'live'
    receipt.released = []
    receipt.freedOn = laterDay(receipt.freedOn, fact.on)
  })
}

const move = (draft: CashState, links: ReadonlyArray<ReleasedApplication>, on: LocalDate, sign: 1 | -1): number => {
  let total = 0
  for (const { applicationId, itemId, amountMinor, discountMinor, pennyMinor } of links) {
    total += amountMinor
    const item = itemFor(draft, itemId)
    item.cashMinor += sign * amountMinor
    item.discountMinor += sign * discountMinor
    if (sign < 0) item.reopenedOn = laterDay(item.reopenedOn, on)
    const application = keyedGet(draft.applications, applicationId)
    if (application === undefined) continue
    application.amountMinor += sign * amountMinor
    application.discountMinor += sign * discountMinor
    application.pennyMinor += sign * pennyMinor
    // Put back, it stands from now on: taking it back as of its first day would take what a return had taken.
    if (sign > 0) application.on = laterDay(application.on, on)
  }
  return total
}
