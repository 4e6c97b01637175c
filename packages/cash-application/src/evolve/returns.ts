/** Money taken back by a bank, a card scheme or a recalled transfer, and given again. */
import { itemBaseOf, keyedGet, type LocalDate, sourceBaseOf } from '@quittance/kernel'
import type { CardPaymentReversed, CashTransferRecalled, ReceiptReturned, ReturnCancelled } from '../events.js'
import { receiptMinorOf, type ReleasedApplication } from '../model.js'
import { exchangeLess } from '../policies/part-of-exchange.js'
import type { CashState } from '../state.js'
import { crossLess } from './applications.js'
import { changeReceipt, itemFor, laterDay } from './records.js'

/** @internal */
export const evolveTakenBack = (
  draft: CashState,
  fact: ReceiptReturned | CardPaymentReversed | CashTransferRecalled,
): void => {
  for (const link of fact.released) release(draft, link, fact.on)
  const transfer = fact._tag === 'CashTransferRecalled' ? keyedGet(draft.transfers, fact.transferId) : undefined
  if (transfer !== undefined) {
    transfer.status = 'recalled'
    transfer.endedOn = fact.on
  }
  changeReceipt(draft, fact.receiptId, fact.on, (receipt) => {
    receipt.appliedMinor -= sumOf(fact.released, receiptMinorOf)
    receipt.pennyMinor -= sumOf(fact.released, ({ pennyMinor }) => pennyMinor)
    receipt.baseUsedMinor -= sumOf(fact.released, ({ exchange }) => sourceBaseOf(exchange))
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
  for (const link of fact.reapplied) putBack(draft, link, fact.on)
  changeReceipt(draft, fact.receiptId, fact.on, (receipt) => {
    receipt.appliedMinor += sumOf(fact.reapplied, receiptMinorOf)
    receipt.pennyMinor += sumOf(fact.reapplied, ({ pennyMinor }) => pennyMinor)
    receipt.baseUsedMinor += sumOf(fact.reapplied, ({ exchange }) => sourceBaseOf(exchange))
    receipt.returnedMinor -= fact.returnedMinor
    receipt.status = 'live'
    receipt.released = []
    receipt.freedOn = laterDay(receipt.freedOn, fact.on)
  })
}

const sumOf = (links: ReadonlyArray<ReleasedApplication>, minorOf: (link: ReleasedApplication) => number): number =>
  links.reduce((so, link) => so + minorOf(link), 0)

const release = (draft: CashState, link: ReleasedApplication, on: LocalDate): void => {
  const { applicationId, itemId, amountMinor, discountMinor, pennyMinor, cross, exchange } = link
  const item = itemFor(draft, itemId)
  item.cashMinor -= amountMinor
  item.discountMinor -= discountMinor
  item.clearedBaseMinor -= itemBaseOf(exchange)
  item.reopenedOn = laterDay(item.reopenedOn, on)
  const application = keyedGet(draft.applications, applicationId)
  if (application === undefined) return
  application.amountMinor -= amountMinor
  application.discountMinor -= discountMinor
  application.pennyMinor -= pennyMinor
  application.cross = crossLess(application.cross, cross)
  application.exchange = exchangeLess(application.exchange, exchange)
}

/** A link put back is all of its application: what a return takes, it takes whole. */
const putBack = (draft: CashState, link: ReleasedApplication, on: LocalDate): void => {
  const { applicationId, itemId, amountMinor, discountMinor, pennyMinor, cross, exchange } = link
  const item = itemFor(draft, itemId)
  item.cashMinor += amountMinor
  item.discountMinor += discountMinor
  item.clearedBaseMinor += itemBaseOf(exchange)
  const application = keyedGet(draft.applications, applicationId)
  if (application === undefined) return
  application.amountMinor += amountMinor
  application.discountMinor += discountMinor
  application.pennyMinor += pennyMinor
  application.cross = cross
  application.exchange = exchange
  // Put back, it stands from now on: taking it back as of its first day would take what a return had taken.
  application.on = laterDay(application.on, on)
}
