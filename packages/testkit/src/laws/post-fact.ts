/** How each fact moves the plain books. */
import type {
  CashFact,
  CrossAmount,
  ReleasedApplication,
  TakenBack,
  WriteOffReversed,
  WrittenOff,
} from '@quittance/cash-application'
import type { CreditNoteIssued } from '@quittance/invoicing'
import type { LinkExchange } from '@quittance/kernel'
import type { AccountFact } from '@quittance/receivables'
import { type BaseBook, type Books, newItem, newReceipt, type ReceiptBook, shift } from './books.js'
import { newBase, postExchange, useBase } from './post-exchange.js'
import { isDunningFact } from './dunning-facts.js'
import { isPromiseFact } from './promise-facts.js'
import { deduct, postDifference, takeOff } from './post-difference.js'
import { onItem, onReceipt, receivable } from './posting.js'

/** Post one fact; the books are changed in place. Facts that move no money are passed over. @category laws @since 0.1.0 */
export const postFact = (books: Books, fact: AccountFact): void => {
  if (isPromiseFact(fact) || isDunningFact(fact)) return
  switch (fact._tag) {
    case 'InvoiceIssued':
    case 'DebitNoteIssued':
      books.items.set(fact.documentId, newItem(fact.currency, fact.totals.payableMinor, newBase(fact.exchange)))
      return receivable(books, fact.currency, fact.totals.payableMinor)
    case 'CreditNoteIssued':
      return creditNote(books, fact)
    case 'InvoiceVoided':
      return onItem(books, fact.documentId, (item) => {
        item.openMinor -= fact.payableMinor
        item.voidedMinor += fact.payableMinor
        useBase(item.base, item.base?.leftBaseMinor ?? 0)
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
    case 'DisputeSubstantiated':
    case 'DisputeAssigned':
    case 'DisputeCauseTagged':
    case 'DisputeResolved':
    case 'OrderAccepted':
    case 'GoodsDelivered':
    case 'PriceAgreed':
    case 'RootCauseConfirmed':
      return
    default:
      return postCash(books, fact)
  }
}

const creditNote = (books: Books, fact: CreditNoteIssued): void => {
  const { currency, totals, documentId, precedingId, offsetMinor, exchange, offsetExchange } = fact
  const creditMinor = totals.grossMinor - offsetMinor
  const credit = { currency, creditMinor, freeMinor: creditMinor, appliedMinor: 0, refundedMinor: 0 }
  const base = newBase(exchange)
  books.credits.set(documentId, { ...credit, base })
  receivable(books, currency, -totals.grossMinor)
  if (precedingId === undefined) return
  onItem(books, precedingId, (item) => {
    item.openMinor -= offsetMinor
    item.offsetMinor += offsetMinor
    postExchange(
      books,
      `credit note ${documentId}`,
      { amountMinor: offsetMinor, exchange: offsetExchange },
      item.base,
      base,
      1,
    )
  })
}

const postCash = (books: Books, fact: CashFact): void => {
  switch (fact._tag) {
    case 'ReceiptRecorded':
    case 'CashTransferredIn':
      books.receipts.set(fact.receiptId, newReceipt(fact.currency, fact.amountMinor, newBase(fact.exchange)))
      return receivable(books, fact.currency, -fact.amountMinor)
    case 'CashApplied':
      return moveLink(books, fact.receiptId, { ...fact, discountMinor: fact.discount?.discountMinor ?? 0 }, 1)
    case 'CashUnapplied':
      return moveLink(books, fact.receiptId, fact, -1)
    case 'CreditApplied':
      return creditLink(books, fact, 1)
    case 'CreditUnapplied':
      return creditLink(books, fact, -1)
    case 'PaymentMatched':
    case 'RemittanceRecorded':
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
        useBase(receipt.base, fact.exchange?.baseMinor ?? 0)
        return receivable(books, receipt.currency, fact.amountMinor)
      case 'CashTransferReturned': {
        // At the source the money is there again; at the destination it leaves.
        const outMinor = fact.side === 'source' ? -fact.amountMinor : fact.amountMinor
        shift(receipt, 'unappliedMinor', 'transferredMinor', outMinor)
        useBase(receipt.base, (fact.side === 'source' ? -1 : 1) * (fact.exchange?.baseMinor ?? 0))
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

/**
 * An application put on or taken off; a discount and a penny move the receivable, the cash itself was there already,
 * but across currencies it leaves the one and reaches the other.
 */
const moveLink = (books: Books, receiptId: string, link: ReleasedApplication, sign: 1 | -1): void => {
  const { applicationId, itemId, amountMinor, discountMinor, pennyMinor } = link
  const receiptMinor = givenMinor(link.cross, amountMinor)
  let base: BaseBook | undefined
  onItem(books, itemId, (item) => {
    item.openMinor -= sign * (amountMinor + discountMinor)
    item.cashMinor += sign * amountMinor
    item.discountMinor += sign * discountMinor
    receivable(books, item.currency, -sign * (amountMinor + discountMinor))
    base = item.base
  })
  onReceipt(books, receiptId, (receipt) => {
    shift(receipt, 'unappliedMinor', 'appliedMinor', sign * receiptMinor)
    shift(receipt, 'unappliedMinor', 'pennyMinor', sign * pennyMinor)
    receivable(books, receipt.currency, sign * (receiptMinor + pennyMinor))
    postExchange(books, `application ${applicationId}`, link, base, receipt.base, sign)
  })
}

/** What a receipt gave for an item: in its own currency, where that is another. */
const givenMinor = (cross: CrossAmount | undefined, amountMinor: number): number =>
  cross === undefined ? amountMinor : cross.amountMinor

interface CreditLink {
  readonly applicationId: string
  readonly creditId: string
  readonly itemId: string
  readonly amountMinor: number
  readonly exchange?: LinkExchange
}

const creditLink = (books: Books, link: CreditLink, sign: 1 | -1): void => {
  const amountMinor = sign * link.amountMinor
  const credit = books.credits.get(link.creditId)
  onItem(books, link.itemId, (item) => {
    item.openMinor -= amountMinor
    item.creditMinor += amountMinor
    postExchange(books, `application ${link.applicationId}`, link, item.base, credit?.base, sign)
  })
  if (credit !== undefined) shift(credit, 'freeMinor', 'appliedMinor', amountMinor)
}

const giveUp = (books: Books, fact: WrittenOff | WriteOffReversed, sign: 1 | -1): void => {
  takeOff(books, fact.itemId, 'writtenOffMinor', sign * fact.amountMinor, sign * (fact.exchange?.clearedBaseMinor ?? 0))
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
