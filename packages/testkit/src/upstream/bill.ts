/** Orders are billed: at once, late, or twice. */
import { addDays, type LocalDate } from '@quittance/kernel'
import type { UpstreamError } from './error-kind.js'
import { issue } from './issue.js'
import { wholeClaim, type Spoiled } from './paper.js'
import { react } from './react.js'
import { sendInvoice } from './send-invoice.js'
import { type Bill, blame, currency, type Deal, type Fate, nextId, plan, shows, type Trade } from './trade.js'
import { sufferTrouble } from './trouble.js'

/** What there is to bill. @internal */
export interface ToBill {
  readonly deal: Deal
  readonly spoiled: Spoiled
  readonly fate: Fate
  /** The proof of delivery is on record and exact. */
  readonly tells: boolean
}

/** @internal */
export const billNow = (trade: Trade, { deal, spoiled, fate, tells }: ToBill, on: LocalDate): void => {
  const { error, trouble, lookAlike } = fate
  const bill = issue(trade, deal, spoiled.billed, on)
  const isSpoiled = error !== undefined && error !== 'duplicate'
  if (isSpoiled) blame(trade, bill.documentId, error, true)
  if (isSpoiled && papersTell(trade, deal, error, tells)) shows(trade, bill.documentId, on)
  sendInvoice(trade, bill, isSpoiled ? error : undefined, lookAlike === 'quickResend')
  if (lookAlike === 'bonus')
    plan(trade, addDays(on, trade.luck.between(10, 60)), (day) => creditBonus(trade, bill, day))
  if (isSpoiled) return react(trade, bill, error, spoiled.claim)
  if (trouble !== undefined) sufferTrouble(trade, bill, trouble)
}

/** Whether the papers on record, laid beside each other, show the error. */
const papersTell = ({ agreed }: Trade, deal: Deal, error: UpstreamError, tells: boolean): boolean => {
  switch (error) {
    case 'price':
      return (
        (deal.isOrderKnown && deal.isPriceOrdered) || deal.right.lines.every(({ productId }) => agreed.has(productId))
      )
    case 'quantity':
    case 'wrongPo':
    case 'terms':
    case 'discount':
    case 'tax':
    case 'wrongAddress':
    case 'freight':
      return deal.isOrderKnown
    case 'shortage':
    case 'damage':
    case 'wrongProduct':
      return tells
    case 'lateGoods':
      return tells && deal.isOrderKnown
    default:
      return false
  }
}

/** The invoice comes when the goods are long there: issued late, where terms count from the goods; or issued, and sent late. */
export const billLate = (trade: Trade, deal: Deal, deliveredOn: LocalDate, tells: boolean): void => {
  const { luck, trader } = trade
  const late = Math.max(9, Math.round((trader.days * luck.between(60, 98)) / 100))
  const isIssuedLate = deal.right.terms.id.includes('-goods')
  plan(trade, addDays(deliveredOn, isIssuedLate ? late : luck.between(0, 2)), (on) => {
    const bill = issue(trade, deal, deal.right, on, deliveredOn)
    blame(trade, bill.documentId, 'lateInvoice', true)
    const sentOn = isIssuedLate ? on : addDays(on, late)
    if (isIssuedLate && tells) shows(trade, bill.documentId, on)
    sendInvoice(trade, bill, 'lateInvoice', false, sentOn)
    bill.says = 'lateInvoice'
    bill.payOn = addDays(sentOn, Math.round((trader.days * luck.between(60, 110)) / 100))
    react(trade, bill, 'lateInvoice', undefined)
  })
}

/** The same goods are billed again, under a number of its own, mostly with the same papers. */
export const billTwice = (trade: Trade, deal: Deal, on: LocalDate): void =>
  plan(trade, on, (today) => {
    const bill = issue(trade, deal, deal.right, today)
    blame(trade, bill.documentId, 'duplicate', true)
    // The same order and delivery billed twice, line for line.
    shows(trade, bill.documentId, today)
    sendInvoice(trade, bill, 'duplicate', false)
    react(trade, bill, 'duplicate', wholeClaim(deal.right, 'duplicate'))
  })

/** A bonus for the year, credited on an invoice that happens to be open; nothing was wrong with it. */
const creditBonus = (trade: Trade, bill: Bill, on: LocalDate): void => {
  const netMinor = Math.max(1, Math.round(trade.luck.between(1, 3) * 10 * trade.luck.between(1, 5)))
  if (trade.days.openMinor(bill.documentId) <= netMinor * 2 || bill.isHeld) return
  trade.days.run({
    _tag: 'IssueCreditNote',
    on,
    documentId: nextId(trade, 'GS'),
    currency,
    lines: [{ netMinor, tax: bill.paper.tax }],
    reason: 'annual bonus',
    precedingId: bill.documentId,
  })
}
