/** What a customer does when something of ours is wrong: dispute, pay less, say so when asked, or wait and say nothing. */
import { addDays, laterOf, type LocalDate } from '@quittance/kernel'
import type { UpstreamError } from './error-kind.js'
import { disputeClaim } from './put-claim.js'
import { putRight } from './put-right.js'
import { rejectInvoice } from './reject-invoice.js'
import { arrive } from './send-invoice.js'
import { deduct } from './short-pay.js'
import { type Bill, type Claim, plan, type Trade, weighted } from './trade.js'

/** @internal */
export const react = (trade: Trade, bill: Bill, error: UpstreamError, claim: Claim | undefined): void => {
  const { luck } = trade
  switch (error) {
    case 'cashMisapplied':
    case 'cashPostedLate':
    case 'cashLeftLying':
      // Paid in time; what is wrong is ours alone.
      bill.payOn = addDays(bill.dueOn, -luck.between(0, 4))
      if (bill.payOn < bill.issuedOn) bill.payOn = bill.issuedOn
      bill.cashError = error
      bill.says = error
      return
    case 'bounced':
    case 'wrongAddress':
      return neverGotIt(trade, bill, error)
    case 'lateInvoice':
      return
    case 'terms':
      return payAsAgreed(trade, bill)
    case 'wrongPo':
      if (trade.trader.channel === 'portal' || luck.perMille(250)) return rejectInvoice(trade, bill, error)
      break
    default:
      break
  }
  if (claim !== undefined) object(trade, bill, claim)
}

const object = (trade: Trade, bill: Bill, claim: Claim): void => {
  const { luck, mix, trader } = trade
  const drawn = weighted(luck, mix.reactions)
  const isLoud = drawn === 'dispute' || drawn === 'shortPay'
  const meek = luck.perMille(500) ? 'excuse' : 'silence'
  const reaction = trader.isMeek && isLoud ? meek : drawn === 'shortPay' && claim.isWhole ? 'dispute' : drawn
  const day = addDays(bill.issuedOn, luck.between(3, Math.max(8, trader.days)))
  switch (reaction) {
    case 'dispute':
      bill.isHeld = true
      plan(trade, day, (today) => disputeClaim(trade, bill, claim, today, 'founded'))
      return
    case 'shortPay':
      // Who takes a discount pays while there is one.
      if (claim.topic === 'discount') bill.payOn = addDays(bill.issuedOn, luck.between(6, 10))
      bill.short = {
        minor: claim.grossMinor,
        after: (today, receiptId) => deduct(trade, bill, claim, today, receiptId, 'founded'),
      }
      return
    case 'excuse':
      bill.says = claim.topic
      return waitAndSee(trade, bill, claim, 20, 70)
    case 'silence':
      return waitAndSee(trade, bill, claim, 30, 100)
  }
}

/** Nothing is paid before somebody of ours has found out, or the customer gives in. */
const waitAndSee = (trade: Trade, bill: Bill, claim: Claim, least: number, most: number): void => {
  bill.isHeld = true
  plan(trade, addDays(bill.dueOn, trade.luck.between(least, most)), (today) => putRight(trade, bill, claim, today, {}))
}

/** The customer has no invoice until somebody asks where the money is, and it is sent again. */
const neverGotIt = (trade: Trade, bill: Bill, error: UpstreamError): void => {
  const { luck, trader } = trade
  bill.isHeld = true
  bill.says = error
  plan(trade, addDays(bill.dueOn, luck.between(-3, 40)), (today) => {
    arrive(trade, bill, today)
    bill.isHeld = false
    bill.payOn = laterThanDue(bill, addDays(today, luck.between(Math.ceil(trader.days / 3), trader.days)))
  })
}

/** Paid on the day that was agreed, whatever the invoice says. */
const payAsAgreed = (trade: Trade, bill: Bill): void => {
  const { luck, trader } = trade
  const base = trader.fromDelivery ? bill.deal.deliveredOn : bill.issuedOn
  bill.says = 'terms'
  bill.payOn = laterThanDue(bill, addDays(base, trader.days - luck.between(0, 4)))
  if (luck.perMille(100))
    plan(trade, addDays(bill.dueOn, luck.between(3, 10)), (on) => {
      const dueOn = addDays(base, trader.days)
      if (trade.days.openMinor(bill.documentId) > 0 && dueOn > bill.dueOn)
        trade.days.run({ _tag: 'ChangeDueDate', on, documentId: bill.documentId, dueOn, reason: 'terms as agreed' })
    })
}

const laterThanDue = ({ dueOn }: Bill, day: LocalDate): LocalDate => laterOf(day, addDays(dueOn, 1))
