/** A fact as a sentence for people from accounts receivable. */
import type { CashFact } from '@quittance/cash-application'
import { formatMinor } from '@quittance/kernel'
import type { LedgerFact } from '../ledger-view/deltas-of-fact.js'

/**
 * One line that says what happened, with its amounts.
 *
 * @param documentCurrency - of the document a dispute is about, for the dispute's own fact names none
 * @category projections
 * @since 0.1.0
 */
export const describeFact = (fact: LedgerFact, documentCurrency = 'XXX'): string => {
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
      return `Rejected by the customer: ${fact.reason}`
    case 'InvoiceViewed':
      return 'Viewed by the customer'
    case 'DisputeRaised':
      return `Dispute ${fact.disputeId} raised over ${amount(fact.disputedMinor, documentCurrency)}, cause ${fact.cause}`
    case 'DisputeResolved':
      return `Dispute ${fact.disputeId} ended: ${fact.outcome}`
    case 'ReceiptRecorded':
    case 'CashApplied':
    case 'CashUnapplied':
    case 'CreditApplied':
    case 'CreditUnapplied':
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
  }
}

const amount = (minor: number, currency: string): string => `${formatMinor(minor, currency)} ${currency}`

const describeCash = (fact: CashFact): string => {
  switch (fact._tag) {
    case 'ReceiptRecorded':
      return `Receipt ${fact.receiptId} of ${amount(fact.amountMinor, fact.currency)} by ${fact.method}`
    case 'CashApplied': {
      const discount =
        fact.discount === undefined
          ? ''
          : `, ${fact.discount.kind} discount ${amount(fact.discount.discountMinor, fact.currency)}`
      return `${amount(fact.amountMinor, fact.currency)} of receipt ${fact.receiptId} applied to ${fact.itemId}${discount}`
    }
    case 'CashUnapplied':
      return `${amount(fact.amountMinor, fact.currency)} of receipt ${fact.receiptId} taken back from ${fact.itemId}: ${fact.reason}`
    case 'CreditApplied':
      return `${amount(fact.amountMinor, fact.currency)} of credit ${fact.creditId} applied to ${fact.itemId}`
    case 'CreditUnapplied':
      return `${amount(fact.amountMinor, fact.currency)} of credit ${fact.creditId} taken back from ${fact.itemId}: ${fact.reason}`
    case 'PlacedOnAccount':
      return `${amount(fact.amountMinor, fact.currency)} of receipt ${fact.receiptId} left on account`
    case 'ReleasedFromAccount':
      return `${amount(fact.amountMinor, fact.currency)} of receipt ${fact.receiptId} taken off account`
    case 'ReceiptReturned':
      return `Receipt ${fact.receiptId} returned by the bank (${fact.kind}): ${amount(fact.returnedMinor, fact.currency)}`
    case 'CardPaymentReversed':
      return `Card payment ${fact.receiptId} reversed: ${amount(fact.returnedMinor, fact.currency)}`
    case 'ReturnCancelled':
      return `Return of receipt ${fact.receiptId} cancelled`
    case 'ReceiptVoided':
      return `Receipt ${fact.receiptId} voided as an entry error: ${fact.reason}`
    case 'Refunded':
      return `${amount(fact.amountMinor, fact.currency)} of ${fact.sourceId} refunded`
    case 'RefundCancelled':
      return `Refund ${fact.refundId} cancelled: ${fact.reason}`
    case 'WrittenOff':
      return `${amount(fact.amountMinor, fact.currency)} of ${fact.itemId} written off (${fact.reason})`
    case 'WriteOffReversed':
      return `Write-off ${fact.writeOffId} reversed: ${fact.reason}`
    case 'CashTransferredOut':
      return `${amount(fact.amountMinor, fact.currency)} of receipt ${fact.receiptId} sent to account ${fact.toCustomer}`
    case 'CashTransferredIn':
      return `Receipt ${fact.receiptId} of ${amount(fact.amountMinor, fact.currency)} from account ${fact.fromCustomer}`
    case 'CashTransferReturned':
      return `Transfer ${fact.transferId} sent back: ${fact.reason}`
    case 'CashTransferRecalled':
      return `Transfer ${fact.transferId} recalled: ${amount(fact.returnedMinor, fact.currency)}`
  }
}
