/** Records of an account in the order in which they came to be; its keyed collections promise no order. */
import type { ApplicationRecord, ReceiptRecord, RefundRecord } from '@quittance/cash-application'
import { keyedGet } from '@quittance/kernel'
import type { Books } from './books.js'

/** Receipts, also those that came by transfer. */
export const receiptsOf = (books: Books): ReadonlyArray<ReceiptRecord> =>
  books
    .recorded()
    .flatMap(({ fact }) =>
      fact._tag === 'ReceiptRecorded' || fact._tag === 'CashTransferredIn'
        ? (keyedGet(books.state().cash.receipts, fact.receiptId) ?? [])
        : [],
    )

/** Applications of cash and credit, with what is left of each. */
export const applicationsOf = (books: Books): ReadonlyArray<ApplicationRecord> =>
  books
    .recorded()
    .flatMap(({ fact }) =>
      fact._tag === 'CashApplied' || fact._tag === 'CreditApplied'
        ? (keyedGet(books.state().cash.applications, fact.applicationId) ?? [])
        : [],
    )

/** Refunds by id. */
export const refundsOf = (books: Books): ReadonlyArray<readonly [string, RefundRecord]> =>
  books.recorded().flatMap(({ fact }): ReadonlyArray<readonly [string, RefundRecord]> => {
    const refund = fact._tag === 'Refunded' ? keyedGet(books.state().cash.refunds, fact.refundId) : undefined
    return refund === undefined || fact._tag !== 'Refunded' ? [] : [[fact.refundId, refund]]
  })

/** Ids of what is owed to us: invoices and debit notes, voided or not. */
export const owedIds = (books: Books): ReadonlyArray<string> =>
  books
    .recorded()
    .flatMap(({ fact }) => (fact._tag === 'InvoiceIssued' || fact._tag === 'DebitNoteIssued' ? [fact.documentId] : []))
