/** Money and credit put on items, and taken off again. */
import { keyedGet, keyedSet } from '@quittance/kernel'
import type { CashApplied, CashUnapplied, CreditApplied, CreditUnapplied } from '../events.js'
import type { CashState } from '../state.js'
import { changeReceipt, creditFor, itemFor, laterDay } from './records.js'

/** @internal */
export const evolveApplication = (draft: CashState, fact: CashApplied): void => {
  const { applicationId, receiptId, itemId, currency, amountMinor, pennyMinor, on } = fact
  const discountMinor = fact.discount?.discountMinor ?? 0
  const item = itemFor(draft, itemId)
  item.cashMinor += amountMinor
  item.discountMinor += discountMinor
  changeReceipt(draft, receiptId, on, (receipt) => {
    receipt.appliedMinor += amountMinor
    receipt.pennyMinor += pennyMinor
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
  })
}

/** @internal */
export const evolveCreditApplication = (draft: CashState, fact: CreditApplied): void => {
  const { applicationId, creditId, itemId, currency, amountMinor, on } = fact
  itemFor(draft, itemId).creditMinor += amountMinor
  creditFor(draft, creditId).appliedMinor += amountMinor
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
  })
}

/** @internal */
export const evolveUnapplication = (draft: CashState, fact: CashUnapplied | CreditUnapplied): void => {
  const { applicationId, itemId, amountMinor, on } = fact
  const application = keyedGet(draft.applications, applicationId)
  if (application !== undefined) application.amountMinor -= amountMinor
  const item = itemFor(draft, itemId)
  item.reopenedOn = laterDay(item.reopenedOn, on)
  if (fact._tag === 'CreditUnapplied') {
    item.creditMinor -= amountMinor
    const credit = creditFor(draft, fact.creditId)
    credit.appliedMinor -= amountMinor
    credit.freedOn = laterDay(credit.freedOn, on)
    return
  }
  item.cashMinor -= amountMinor
  item.discountMinor -= fact.discountMinor
  if (application !== undefined) {
    application.discountMinor -= fact.discountMinor
    application.pennyMinor -= fact.pennyMinor
  }
  changeReceipt(draft, fact.receiptId, on, (receipt) => {
    receipt.appliedMinor -= amountMinor
    receipt.pennyMinor -= fact.pennyMinor
    receipt.freedOn = laterDay(receipt.freedOn, on)
  })
}
