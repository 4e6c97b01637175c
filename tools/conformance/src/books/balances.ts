/** What an account says of itself. */
import { type CurrencyCode, keyedGet } from '@quittance/kernel'
import type { DocumentRecord } from '@quittance/invoicing'
import { type AccountBalance, accountBalances, openMinorOf } from '@quittance/receivables'
import { GivenRefused } from '../run/unsupported.js'
import type { Books } from './books.js'

/** The account in one currency. */
export const balanceOf = (books: Books, currency: CurrencyCode): AccountBalance =>
  accountBalances(books.state()).find((balance) => balance.currency === currency) ?? {
    currency,
    openMinor: 0,
    disputedMinor: 0,
    deductedMinor: 0,
    unappliedMinor: 0,
    onAccountMinor: 0,
    creditMinor: 0,
    balanceMinor: 0,
  }

/** What we hold of the customer's and could pay back: unapplied, on account, and left by credit notes. */
export const heldMinor = (books: Books, currency: CurrencyCode): number => {
  const { unappliedMinor, onAccountMinor, creditMinor } = balanceOf(books, currency)
  return unappliedMinor + onAccountMinor + creditMinor
}

/** A document that must be there. */
export const documentOf = (books: Books, documentId: string): DocumentRecord => {
  const document = keyedGet(books.state().invoicing.documents, documentId)
  if (document === undefined) throw new GivenRefused(`there is no document ${documentId}`)
  return document
}

/** What is open of a document. */
export const openOf = (books: Books, documentId: string): number => openMinorOf(books.state(), documentId)
