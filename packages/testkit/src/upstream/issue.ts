/** An invoice is written; also a right one in the place of a wrong one. */
import { addDays, type LocalDate } from '@quittance/kernel'
import type { DraftLine } from '@quittance/invoicing'
import { meantToPay } from './meant-to-pay.js'
import { sendInvoice } from './send-invoice.js'
import { type Bill, blame, currency, type Deal, nextId, type Paper, shows, type Trade } from './trade.js'

/** A right invoice in the place of a wrong one; with terms of its own, or due when the wrong one was. @internal */
export const billAgain = (trade: Trade, wrong: Bill, paper: Paper, on: LocalDate, keepsDueDay: boolean): Bill => {
  const preceding = wrong.documentId
  const dueOn = keepsDueDay ? wrong.dueOn : undefined
  const bill = issue(trade, wrong.deal, paper, on, undefined, {
    preceding,
    ...(dueOn === undefined ? {} : { dueOn }),
  })
  sendInvoice(trade, bill, undefined, false)
  const kind = trade.truth.get(preceding)?.kind
  // Due before the customer had it, or as good as: late by the error that it repairs. Terms that count from the goods give no new time.
  // With a due day of its own it is as good as any other.
  if (bill.dueOn <= wrong.dueOn && kind !== undefined) {
    blame(trade, bill.documentId, kind, true)
    shows(trade, bill.documentId, on)
    bill.payOn = addDays(on, trade.luck.between(5, 25))
  }
  return bill
}

interface Again {
  readonly preceding?: string
  readonly dueOn?: LocalDate
}

/** @internal */
export const issue = (
  trade: Trade,
  deal: Deal,
  paper: Paper,
  on: LocalDate,
  deliveredOn: LocalDate = deal.deliveredOn,
  { preceding, dueOn }: Again = {},
): Bill => {
  const { days, trader } = trade
  const documentId = nextId(trade, 'RE')
  days.run({
    _tag: 'IssueInvoice',
    on,
    documentId,
    currency,
    lines: linesOf(paper),
    ...(paper.freightMinor > 0
      ? { charges: [{ reason: 'freight', code: 'freight', amountMinor: paper.freightMinor, tax: paper.tax }] }
      : {}),
    terms: paper.terms,
    deliveredOn,
    dueBeforeIssue: 'accept',
    ...(dueOn === undefined ? {} : { dueOn }),
    references: {
      order: deal.orderId,
      delivery: deal.deliveryId,
      ...(paper.purchaseOrder === undefined ? {} : { purchaseOrder: paper.purchaseOrder }),
      ...(preceding === undefined ? {} : { preceding }),
    },
    billTo: paper.billTo,
    salesRepId: trader.salesRepId,
    attributes: { branch: trader.branch },
  })
  const fact = days.recorded().at(-1)?.fact
  const first = fact?._tag === 'InvoiceIssued' ? fact.instalments[0]?.dueOn : undefined
  const due = first ?? addDays(on, trader.days)
  const bill: Bill = { documentId, deal, paper, issuedOn: on, dueOn: due, payOn: due, isHeld: false, saidTimes: 0 }
  bill.payOn = meantToPay(trade, on, due)
  trade.bills.push(bill)
  return bill
}

/** @internal */
export const linesOf = ({ lines, tax }: Paper): ReadonlyArray<DraftLine> =>
  lines.map(({ orderLineNo, productId, quantity, unitMinor }) => ({
    productId,
    orderLineNo,
    quantity: { unscaled: quantity, scale: 0 },
    unitPrice: { unscaled: unitMinor, scale: 2 },
    tax,
  }))
