/** Customers who have a reason of their own not to pay. */
import { addDays, percentOf } from '@quittance/kernel'
import type { CustomerTrouble } from './error-kind.js'
import { claimOver, grossOf, netOf } from './paper.js'
import { disputeClaim } from './put-claim.js'
import { deduct } from './short-pay.js'
import { claimTopics } from './topics.js'
import { type Bill, blame, type Claim, plan, type Trade } from './trade.js'

/** A customer does not pay in time, and we have done nothing wrong. @internal */
export const sufferTrouble = (trade: Trade, bill: Bill, trouble: CustomerTrouble): void => {
  const { luck } = trade
  blame(trade, bill.documentId, trouble, false)
  switch (trouble) {
    case 'cashFlow':
      bill.says = trouble
      bill.payOn = addDays(bill.dueOn, luck.between(15, 110))
      return
    case 'admin':
      bill.says = trouble
      bill.payOn = addDays(bill.dueOn, luck.between(5, 45))
      return
    case 'refusal':
      return refuseToPay(trade, bill)
    case 'lateDiscount':
      return takeLateDiscount(trade, bill)
  }
}

/** Something is claimed that is not so; when that has been looked into, it is paid. */
const refuseToPay = (trade: Trade, bill: Bill): void => {
  const { luck } = trade
  const topic = claimTopics[luck.between(0, claimTopics.length - 1)] ?? 'price'
  const claim = claimOver(bill.paper, topic, Math.max(1, Math.round((netOf(bill.paper) * luck.between(5, 60)) / 100)))
  bill.isHeld = true
  bill.says = 'refusal'
  plan(trade, addDays(bill.dueOn, luck.between(-5, 15)), (today) =>
    disputeClaim(trade, bill, claim, today, 'unfounded'),
  )
}

/** The discount is taken weeks after its last day; the rest is asked for until it comes. */
const takeLateDiscount = (trade: Trade, bill: Bill): void => {
  const { luck } = trade
  const percent = bill.paper.terms.discount?.tiers[0]?.percent ?? { unscaled: 2, scale: 0 }
  const grossMinor = percentOf(grossOf(bill.paper), percent)
  const claim: Claim = { topic: 'lateDiscount', netMinor: 0, grossMinor, isWhole: false }
  const day = addDays(bill.issuedOn, luck.between(13, 30))
  bill.payOn = day > bill.dueOn ? bill.dueOn : day
  bill.short = {
    minor: grossMinor,
    after: (today, receiptId) => deduct(trade, bill, claim, today, receiptId, 'unfounded'),
  }
}
