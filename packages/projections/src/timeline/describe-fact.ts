/** A fact as a sentence for people from accounts receivable. */
import type { CashFact } from '@quittance/cash-application'
import type { InvoicingFact } from '@quittance/invoicing'
import { isDunningFact } from '../contacts/dunning-facts.js'
import type { LedgerFact } from '../ledger-view/deltas-of-fact.js'
import { amount, describeCash } from './describe-cash.js'
import { describeDifference } from './describe-difference.js'
import { describeDunning } from './describe-dunning.js'
import { describeDispute } from './describe-dispute.js'
import { describePromise } from './describe-promise.js'
import { describeUpstream } from './describe-upstream.js'

/**
 * One line that says what happened, with its amounts.
 *
 * @param documentCurrency - of the document a dispute is about, for the dispute's own fact names none
 * @category projections
 * @since 0.1.0
 */
export const describeFact = (fact: LedgerFact, documentCurrency = 'XXX'): string => {
  if ('promiseId' in fact) return describePromise(fact)
  return isDunningFact(fact) ? describeDunning(fact) : describeMoney(fact, documentCurrency)
}

const describeMoney = (fact: InvoicingFact | CashFact, documentCurrency: string): string => {
  if ('disputeId' in fact) return describeDispute(fact, documentCurrency)
  switch (fact._tag) {
    case 'InvoiceIssued':
    case 'DebitNoteIssued': {
      const what = fact._tag === 'InvoiceIssued' ? 'Invoice' : 'Debit note'
      const due = fact.instalments.map(({ dueOn }) => dueOn).join(', ')
      return `${what} ${fact.documentId} issued over ${amount(fact.totals.payableMinor, fact.currency)}, due ${due}`
    }
    case 'CreditNoteIssued': {
      const of = fact.precedingId === undefined ? '' : ` for ${fact.precedingId}`
      return `Credit note ${fact.documentId} issued${of} over ${amount(fact.totals.grossMinor, fact.currency)}: ${fact.reason}`
    }
    case 'InvoiceVoided':
      return `Voided: ${fact.reason}`
    case 'DueDateChanged':
      return `Due day moved from ${fact.from} to ${fact.to}: ${fact.reason}`
    case 'InvoiceDelivered':
      return `Delivered by ${fact.channel}`
    case 'InvoiceBounced':
      return `Came back from ${fact.channel}: ${fact.reason}`
    case 'InvoiceRejected':
      return `Rejected by the customer${fact.code === undefined ? '' : `, code ${fact.code}`}: ${fact.reason}`
    case 'InvoiceViewed':
      return 'Viewed by the customer'
    case 'OrderAccepted':
    case 'GoodsDelivered':
    case 'PriceAgreed':
    case 'RootCauseConfirmed':
      return describeUpstream(fact)
    case 'ReceiptRecorded':
    case 'RemittanceRecorded':
    case 'CashApplied':
    case 'CashUnapplied':
    case 'CreditApplied':
    case 'CreditUnapplied':
    case 'PaymentMatched':
    case 'PlacedOnAccount':
    case 'ReleasedFromAccount':
    case 'ReceiptReturned':
    case 'CardPaymentReversed':
    case 'ReturnCancelled':
    case 'ReceiptVoided':
    case 'Refunded':
    case 'RefundCancelled':
    case 'WrittenOff':
    case 'WriteOffReversed':
    case 'CashTransferredOut':
    case 'CashTransferredIn':
    case 'CashTransferReturned':
    case 'CashTransferRecalled':
      return describeCash(fact)
    default:
      return describeDifference(fact)
  }
}
