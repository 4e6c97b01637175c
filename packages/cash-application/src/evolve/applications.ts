/** Money and credit put on items, and taken off again. */
import { itemBaseOf, keyedGet, keyedSet, sourceBaseOf } from '@quittance/kernel'
import type { CashApplied, CashUnapplied, CreditApplied, CreditUnapplied } from '../events.js'
import { type CrossAmount, receiptMinorOf } from '../model.js'
import { exchangeLess } from '../policies/part-of-exchange.js'
import type { CashState } from '../state.js'
import { changeReceipt, creditFor, itemFor, laterDay } from './records.js'

/** @internal */
export const evolveApplication = (draft: CashState, fact: CashApplied): void => {
  const { applicationId, receiptId, itemId, currency, amountMinor, pennyMinor, on, cross, exchange } = fact
  const discountMinor = fact.discount?.discountMinor ?? 0
  const item = itemFor(draft, itemId)
  item.cashMinor += amountMinor
  item.discountMinor += discountMinor
  item.clearedBaseMinor += itemBaseOf(exchange)
  changeReceipt(draft, receiptId, on, (receipt) => {
    receipt.appliedMinor += receiptMinorOf(fact)
    receipt.pennyMinor += pennyMinor
    receipt.baseUsedMinor += sourceBaseOf(exchange)
    receipt.applicationIds.push(applicationId)
  })
  keyedSet(draft.applications, applicationId, {
    applicationId,
    source: 'receipt',
    sourceId: receiptId,
    itemId,
    currency,
    on,
    amountMinor,
    discountMinor,
    pennyMinor,
    writeOffIds: [],
    cross,
    exchange,
  })
}

/** @internal */
export const evolveCreditApplication = (draft: CashState, fact: CreditApplied): void => {
  const { applicationId, creditId, itemId, currency, amountMinor, on, exchange } = fact
  const [item, credit] = [itemFor(draft, itemId), creditFor(draft, creditId)]
  item.creditMinor += amountMinor
  item.clearedBaseMinor += itemBaseOf(exchange)
  credit.appliedMinor += amountMinor
  credit.baseUsedMinor += sourceBaseOf(exchange)
  keyedSet(draft.applications, applicationId, {
    applicationId,
    source: 'credit-note',
    sourceId: creditId,
    itemId,
    currency,
    on,
    amountMinor,
    discountMinor: 0,
    pennyMinor: 0,
    writeOffIds: [],
    cross: undefined,
    exchange,
  })
}

/** @internal */
export const evolveUnapplication = (draft: CashState, fact: CashUnapplied | CreditUnapplied): void => {
  const { applicationId, itemId, amountMinor, on, exchange } = fact
  const application = keyedGet(draft.applications, applicationId)
  if (application !== undefined) {
    application.amountMinor -= amountMinor
    application.exchange = exchangeLess(application.exchange, exchange)
  }
  const item = itemFor(draft, itemId)
  item.clearedBaseMinor -= itemBaseOf(exchange)
  item.reopenedOn = laterDay(item.reopenedOn, on)
  if (fact._tag === 'CreditUnapplied') {
    item.creditMinor -= amountMinor
    const credit = creditFor(draft, fact.creditId)
    credit.appliedMinor -= amountMinor
    credit.baseUsedMinor -= sourceBaseOf(exchange)
    credit.freedOn = laterDay(credit.freedOn, on)
    return
  }
  item.cashMinor -= amountMinor
  item.discountMinor -= fact.discountMinor
  if (application !== undefined) {
    application.discountMinor -= fact.discountMinor
    application.pennyMinor -= fact.pennyMinor
    application.cross = crossLess(application.cross, fact.cross)
  }
  changeReceipt(draft, fact.receiptId, on, (receipt) => {
    receipt.appliedMinor -= receiptMinorOf(fact)
    receipt.pennyMinor -= fact.pennyMinor
    receipt.baseUsedMinor -= sourceBaseOf(exchange)
    receipt.freedOn = laterDay(receipt.freedOn, on)
  })
}

/** What is left of what the receipt gave, a part of it given back. @internal */
export const crossLess = (cross: CrossAmount | undefined, part: CrossAmount | undefined): CrossAmount | undefined =>
  cross === undefined ? undefined : { ...cross, amountMinor: cross.amountMinor - (part?.amountMinor ?? 0) }
