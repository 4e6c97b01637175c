/** How each fact moves the plain books. */
import type {
  CashFact,
  ReleasedApplication,
  TakenBack,
  WriteOffReversed,
  WrittenOff,
} from '@quittance/cash-application'
import type { CreditNoteIssued } from '@quittance/invoicing'
import type { AccountFact } from '@quittance/receivables'
import { isPromiseFact } from './promise-facts.js'
import type { Books, CreditBook, ItemBook, ReceiptBook } from './books.js'
import { deduct, postDifference, takeOff } from './post-difference.js'
import { onItem, onReceipt, receivable } from './posting.js'

/** Post one fact; the books are changed in place. Facts that move no money are passed over. @category laws @since 0.1.0 */
export const postFact = (books: Books, fact: AccountFact): void => {
  if (isPromiseFact(fact)) return
  switch (fact._tag) {
    case 'InvoiceIssued':
    case 'DebitNoteIssued':
      books.items.set(fact.documentId, newItem(fact.currency, fact.totals.payableMinor))
      return receivable(books, fact.currency, fact.totals.payableMinor)
    case 'CreditNoteIssued':
      return creditNote(books, fact)
    case 'InvoiceVoided':
      return onItem(books, fact.documentId, (item) => {
        item.openMinor -= fact.payableMinor
        item.voidedMinor += fact.payableMinor
        receivable(books, item.currency, -fact.payableMinor)
      })
    case 'AccountOpened':
    case 'AccountClosed':
    case 'AccountReopened':
    case 'DueDateChanged':
    case 'InvoiceDelivered':
    case 'InvoiceBounced':
    case 'InvoiceRejected':
    case 'InvoiceViewed':
    case 'DisputeRaised':
    case 'DisputeResolved':
      return
    default:
      return postCash(books, fact)
  }
}

const creditNote = (
  books: Books,
  { currency, totals, documentId, precedingId, offsetMinor }: CreditNoteIssued,
): void => {
  const creditMinor = totals.grossMinor - offsetMinor
  books.credits.set(documentId, { currency, creditMinor, freeMinor: creditMinor, appliedMinor: 0, refundedMinor: 0 })
  receivable(books, currency, -totals.grossMinor)
  if (precedingId === undefined) return
  onItem(books, precedingId, (item) => {
    item.openMinor -= offsetMinor
    item.offsetMinor += offsetMinor
  })
}

const postCash = (books: Books, fact: CashFact): void => {
  switch (fact._tag) {
    case 'ReceiptRecorded':
    case 'CashTransferredIn':
      books.receipts.set(fact.receiptId, newReceipt(fact.currency, fact.amountMinor))
      return receivable(books, fact.currency, -fact.amountMinor)
    case 'CashApplied': {
      const { applicationId, itemId, amountMinor, pennyMinor } = fact
      const link = { applicationId, itemId, amountMinor, pennyMinor, discountMinor: fact.discount?.discountMinor ?? 0 }
      return moveLink(books, fact.receiptId, link, 1)
    }
    case 'CashUnapplied':
      return moveLink(books, fact.receiptId, fact, -1)
    case 'CreditApplied':
      return creditLink(books, fact.creditId, fact.itemId, fact.amountMinor)
    case 'CreditUnapplied':
      return creditLink(books, fact.creditId, fact.itemId, -fact.amountMinor)
    case 'PaymentMatched':
      return
    case 'PlacedOnAccount':
      return onReceipt(books, fact.receiptId, (receipt) =>
        shift(receipt, 'unappliedMinor', 'onAccountMinor', fact.amountMinor),
      )
    case 'ReleasedFromAccount':
      return onReceipt(books, fact.receiptId, (receipt) =>
        shift(receipt, 'onAccountMinor', 'unappliedMinor', fact.amountMinor),
      )
    case 'WrittenOff':
      return giveUp(books, fact, 1)
    case 'WriteOffReversed':
      return giveUp(books, fact, -1)
    case 'Refunded':
      return refund(books, fact, 1)
    case 'RefundCancelled':
      return refund(books, fact, -1)
    case 'ReceiptReturned':
    case 'CardPaymentReversed':
    case 'ReturnCancelled':
    case 'ReceiptVoided':
    case 'CashTransferredOut':
    case 'CashTransferReturned':
    case 'CashTransferRecalled':
      return postMovement(books, fact)
    default:
      return postDifference(books, fact)
  }
}

type Movement = Extract<
  CashFact,
  {
    readonly _tag:
      | 'ReceiptReturned'
      | 'CardPaymentReversed'
      | 'ReturnCancelled'
      | 'ReceiptVoided'
      | 'CashTransferredOut'
      | 'CashTransferReturned'
      | 'CashTransferRecalled'
  }
>

const postMovement = (books: Books, fact: Movement): void =>
  onReceipt(books, fact.receiptId, (receipt) => {
    switch (fact._tag) {
      case 'ReceiptReturned':
      case 'CardPaymentReversed':
        return takenBack(books, receipt, fact)
      case 'ReturnCancelled':
        shift(receipt, 'returnedMinor', 'unappliedMinor', fact.returnedMinor)
        receivable(books, receipt.currency, -fact.returnedMinor)
        for (const link of fact.reapplied) moveLink(books, fact.receiptId, link, 1)
        return
      case 'ReceiptVoided':
        shift(receipt, 'unappliedMinor', 'voidedMinor', fact.amountMinor)
        return receivable(books, receipt.currency, fact.amountMinor)
      case 'CashTransferredOut':
        shift(receipt, 'unappliedMinor', 'transferredMinor', fact.amountMinor)
        return receivable(books, receipt.currency, fact.amountMinor)
      case 'CashTransferReturned': {
        // At the source the money is there again; at the destination it leaves.
        const outMinor = fact.side === 'source' ? -fact.amountMinor : fact.amountMinor
        shift(receipt, 'unappliedMinor', 'transferredMinor', outMinor)
        return receivable(books, receipt.currency, outMinor)
      }
      case 'CashTransferRecalled':
        if (fact.side === 'source') return shift(receipt, 'transferredMinor', 'returnedMinor', fact.returnedMinor)
        return takenBack(books, receipt, fact)
    }
  })

const takenBack = (books: Books, receipt: ReceiptBook, fact: TakenBack): void => {
  for (const link of fact.released) moveLink(books, fact.receiptId, link, -1)
  shift(receipt, 'onAccountMinor', 'returnedMinor', fact.fromOnAccountMinor)
  shift(receipt, 'unappliedMinor', 'returnedMinor', fact.returnedMinor - fact.fromOnAccountMinor)
  receivable(books, receipt.currency, fact.returnedMinor)
}

/** An application put on or taken off; a discount and a penny move the receivable, the cash itself was there already. */
const moveLink = (books: Books, receiptId: string, link: ReleasedApplication, sign: 1 | -1): void => {
  const { itemId, amountMinor, discountMinor, pennyMinor } = link
  onItem(books, itemId, (item) => {
    item.openMinor -= sign * (amountMinor + discountMinor)
    item.cashMinor += sign * amountMinor
    item.discountMinor += sign * discountMinor
  })
  onReceipt(books, receiptId, (receipt) => {
    shift(receipt, 'unappliedMinor', 'appliedMinor', sign * amountMinor)
    shift(receipt, 'unappliedMinor', 'pennyMinor', sign * pennyMinor)
    receivable(books, receipt.currency, sign * (pennyMinor - discountMinor))
  })
}

const creditLink = (books: Books, creditId: string, itemId: string, amountMinor: number): void => {
  onItem(books, itemId, (item) => {
    item.openMinor -= amountMinor
    item.creditMinor += amountMinor
  })
  const credit = books.credits.get(creditId)
  if (credit !== undefined) shift(credit, 'freeMinor', 'appliedMinor', amountMinor)
}

const giveUp = (books: Books, fact: WrittenOff | WriteOffReversed, sign: 1 | -1): void => {
  takeOff(books, fact.itemId, 'writtenOffMinor', sign * fact.amountMinor)
  deduct(books, fact.itemId, -sign * (fact.deduction?.releasedMinor ?? 0))
}

const refund = (
  books: Books,
  fact: Extract<CashFact, { readonly _tag: 'Refunded' | 'RefundCancelled' }>,
  sign: 1 | -1,
): void => {
  const { source, sourceId, currency, amountMinor, fromOnAccountMinor } = fact
  receivable(books, currency, sign * amountMinor)
  if (source === 'credit-note') {
    const credit = books.credits.get(sourceId)
    if (credit !== undefined) shift(credit, 'freeMinor', 'refundedMinor', sign * amountMinor)
    return
  }
  onReceipt(books, sourceId, (receipt) => {
    shift(receipt, 'onAccountMinor', 'refundedMinor', sign * fromOnAccountMinor)
    shift(receipt, 'unappliedMinor', 'refundedMinor', sign * (amountMinor - fromOnAccountMinor))
  })
}

type Figures<Book> = { readonly [Key in keyof Book]: Book[Key] extends number ? Key : never }[keyof Book]

const shift = <Book extends ReceiptBook | CreditBook>(
  book: Book,
  from: Figures<Book>,
  to: Figures<Book>,
  minor: number,
): void => {
  const figures = book as Record<Figures<Book>, number>
  figures[from] -= minor
  figures[to] += minor
}

const newItem = (currency: string, payableMinor: number): ItemBook => ({
  currency,
  payableMinor,
  openMinor: payableMinor,
  offsetMinor: 0,
  cashMinor: 0,
  creditMinor: 0,
  discountMinor: 0,
  writtenOffMinor: 0,
  transferredMinor: 0,
  nettedMinor: 0,
  deductedMinor: 0,
  voidedMinor: 0,
})

const newReceipt = (currency: string, amountMinor: number): ReceiptBook => ({
  currency,
  amountMinor,
  appliedMinor: 0,
  onAccountMinor: 0,
  unappliedMinor: amountMinor,
  refundedMinor: 0,
  returnedMinor: 0,
  transferredMinor: 0,
  pennyMinor: 0,
  voidedMinor: 0,
})
