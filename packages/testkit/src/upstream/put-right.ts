/** How an error ends: credited, credited and billed again, turned down, or left as it is for a long time. */
import { addDays, type LocalDate, money } from '@quittance/kernel'
import { billAgain } from './issue.js'
import { netOf, rightPaper } from './paper.js'
import { causeOf, wordings } from './topics.js'
import { type Bill, type Claim, currency, nextId, openOf, plan, shows, type Trade, weighted } from './trade.js'
import type { Ending } from './upstream-mix.js'

/** The case that ends with it, if there is one. @internal */
export interface Case {
  readonly disputeId?: string
  readonly deductionId?: string
}

/** @internal */
export const putRight = (trade: Trade, bill: Bill, claim: Claim, on: LocalDate, by: Case): void => {
  if (openOf(trade, bill) <= 0) return
  const drawn = weighted(trade.luck, trade.mix.endings)
  end(trade, bill, claim, on, by, possible(trade, claim, drawn))
  if (drawn !== 'unsettled' && trade.luck.perMille(trade.mix.records.confirmations)) confirm(trade, bill, claim, on)
}

/** Nothing is billed again that should never have been billed; tax and purchase orders cannot be credited in part. */
const possible = ({ luck }: Trade, { topic }: Claim, drawn: Ending): Ending => {
  if (drawn === 'rebill' && (topic === 'duplicate' || topic === 'lateGoods')) return 'credit'
  if (drawn !== 'credit' || (topic !== 'tax' && topic !== 'wrongPo')) return drawn
  return topic === 'wrongPo' && luck.perMille(500) ? 'rejected' : 'rebill'
}

const end = (trade: Trade, bill: Bill, claim: Claim, on: LocalDate, by: Case, ending: Ending): void => {
  const { luck } = trade
  switch (ending) {
    case 'credit':
      return credit(trade, bill, claim, on, by)
    case 'rebill':
      return creditAndBillAgain(trade, bill, claim, on, by)
    case 'rejected':
      return giveIn(trade, bill, claim, on, by)
    case 'unsettled':
      return plan(trade, addDays(on, luck.between(90, 250)), (today) => {
        if (openOf(trade, bill) > 0) end(trade, bill, claim, today, by, possible(trade, claim, 'credit'))
      })
  }
}

const reasonOf = ({ luck, mix }: Trade, { topic }: Claim): string =>
  luck.perMille(mix.noise.vagueReasons) ? 'as agreed with the customer' : wordings[topic].reason

const credit = (trade: Trade, bill: Bill, claim: Claim, on: LocalDate, { disputeId, deductionId }: Case): void => {
  const { luck, days } = trade
  const { paper } = bill
  if (deductionId !== undefined) {
    // Something else has been credited meanwhile: it is left for somebody to sort out.
    if (openOf(trade, bill) !== claim.grossMinor) return
    const lines = [{ netMinor: claim.netMinor, tax: paper.tax }]
    days.run({ _tag: 'AcceptDeduction', on, deductionId, creditNoteId: nextId(trade, 'GS'), lines })
    return settleRest(trade, bill, on)
  }
  const isPart = !claim.isWhole && luck.perMille(120)
  const netMinor = isPart ? Math.max(1, Math.floor(claim.netMinor / 2)) : claim.netMinor
  const creditNoteId = nextId(trade, 'GS')
  const whole = claim.netMinor >= netOf(paper)
  days.run({
    _tag: 'IssueCreditNote',
    on,
    documentId: creditNoteId,
    currency,
    lines: whole ? allOf(bill) : [{ netMinor, tax: paper.tax, ...lineOf(claim, luck.perMille(700)) }],
    reason: reasonOf(trade, claim),
    precedingId: bill.documentId,
  })
  shows(trade, bill.documentId, on)
  const outcome = isPart ? 'partly-accepted' : 'accepted'
  if (disputeId !== undefined) days.run({ _tag: 'ResolveDispute', on, disputeId, outcome, creditNoteId })
  settleRest(trade, bill, on)
}

const lineOf = ({ lineNo }: Claim, isNamed: boolean): { readonly creditsLineNo?: number } =>
  lineNo !== undefined && isNamed ? { creditsLineNo: lineNo } : {}

/** Every line of an invoice, taken back; its freight as a line of its own. */
const allOf = ({ paper }: Bill) => [
  ...paper.lines.map(({ quantity, unitMinor }, index) => ({
    netMinor: quantity * unitMinor,
    tax: paper.tax,
    creditsLineNo: index + 1,
  })),
  ...(paper.freightMinor > 0 ? [{ netMinor: paper.freightMinor, tax: paper.tax }] : []),
]

const creditAndBillAgain = (trade: Trade, bill: Bill, claim: Claim, on: LocalDate, { disputeId }: Case): void => {
  const { luck, mix, days } = trade
  const paper = rightPaper(bill.deal.right, claim)
  if (paper === undefined) return credit(trade, bill, claim, on, disputeId === undefined ? {} : { disputeId })
  const creditNoteId = nextId(trade, 'GS')
  const openMinor = openOf(trade, bill)
  days.run({
    _tag: 'IssueCreditNote',
    on,
    documentId: creditNoteId,
    currency,
    lines: allOf(bill),
    reason: reasonOf(trade, claim),
    precedingId: bill.documentId,
  })
  shows(trade, bill.documentId, on)
  if (disputeId !== undefined) days.run({ _tag: 'ResolveDispute', on, disputeId, outcome: 'accepted', creditNoteId })
  const again = billAgain(trade, bill, paper, on, luck.perMille(mix.noise.oldDueDateKept))
  // What had been paid of the wrong one is left as a credit, for the right one.
  const fact = days.recorded().findLast((one) => one.fact._tag === 'CreditNoteIssued')?.fact
  const grossMinor = fact?._tag === 'CreditNoteIssued' ? fact.totals.grossMinor : openMinor
  const overMinor = Math.min(grossMinor - openMinor, openOf(trade, again))
  if (overMinor <= 0) return
  const lines = [{ applicationId: nextId(trade, 'AP'), itemId: again.documentId, amount: money(currency, overMinor) }]
  days.run({ _tag: 'ApplyCredit', on, creditId: creditNoteId, lines })
}

/** We say no, or nothing at all; the customer gives in, mostly. */
const giveIn = (trade: Trade, bill: Bill, claim: Claim, on: LocalDate, { disputeId, deductionId }: Case): void => {
  const { luck, days } = trade
  if (disputeId !== undefined) days.run({ _tag: 'ResolveDispute', on, disputeId, outcome: 'rejected' })
  if (deductionId !== undefined) days.run({ _tag: 'RejectDeduction', on, deductionId, reason: 'not as agreed' })
  // Nobody pays the same goods twice.
  if (claim.topic === 'duplicate' || luck.perMille(250)) return
  delete bill.short
  bill.isHeld = false
  bill.payOn = addDays(on, luck.between(3, 40))
}

const settleRest = (trade: Trade, bill: Bill, on: LocalDate): void => {
  delete bill.short
  bill.isHeld = false
  bill.payOn = addDays(on, trade.luck.between(1, 12))
}

const confirm = (trade: Trade, bill: Bill, { topic }: Claim, on: LocalDate): void => {
  const { documentId } = bill
  const cause = causeOf(topic)
  trade.days.run({ _tag: 'ConfirmRootCause', on, documentId, cause, by: 'controller', because: 'gone through by hand' })
  shows(trade, documentId, on)
}
