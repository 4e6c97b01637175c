/**
 * Who the payers are, as the ledger's own facts tell: the names on record, the bank accounts that money came from before, and
 * whose the documents are that a payment may name. The directory belongs to its caller and changes in place.
 */
import {
  addIdentifiers,
  addName,
  emptyIdentifierIndex,
  emptyNameIndex,
  type IdentifierIndex,
  identifyPayer,
  type NameIndex,
  type PayerClue,
  plainAccount,
  type ReceiptWords,
} from '@quittance/cash-application'
import type { AccountFact } from '../account/account.js'
import { documentNames } from './match-items.js'
import { isSuspense } from './suspense.js'

/** Customers by what a bank may say of them. @category model @since 0.1.0 */
export interface PayerDirectory {
  readonly customers: Set<string>
  /** Those with a name on record. */
  readonly named: Set<string>
  readonly names: NameIndex
  readonly byAccount: Map<string, Set<string>>
  /** Whose a document is, and what it may be called. */
  readonly documents: Map<string, { readonly customer: string; readonly identifiers: ReadonlyArray<string> }>
  /** Made when it is first needed, over the documents known by then. */
  index: IdentifierIndex | undefined
}

/** Who paid. Of `Several` a person chooses. @category decisions @since 0.1.0 */
export type FoundPayer =
  | { readonly _tag: 'Known'; readonly customer: string; readonly by: 'customer' | PayerClue }
  | { readonly _tag: 'Several'; readonly customers: ReadonlyArray<string>; readonly by: PayerClue }
  | { readonly _tag: 'Unknown' }

/** A directory of nobody. @category model @since 0.1.0 */
export const emptyPayerDirectory = (): PayerDirectory => ({
  customers: new Set(),
  named: new Set(),
  names: emptyNameIndex(),
  byAccount: new Map(),
  documents: new Map(),
  index: undefined,
})

/** Take in what a fact of a customer's account says. Suspense accounts teach nothing. @category model @since 0.1.0 */
export const noteCustomer = (directory: PayerDirectory, customer: string, fact: AccountFact): void => {
  if (isSuspense(customer)) return
  directory.customers.add(customer)
  switch (fact._tag) {
    case 'AccountOpened':
      if (fact.name === undefined) return
      directory.named.add(customer)
      return addName(directory.names, customer, fact.name)
    case 'InvoiceIssued':
    case 'DebitNoteIssued':
      directory.documents.set(fact.documentId, { customer, identifiers: documentNames(fact) })
      directory.index = undefined
      return
    case 'ReceiptRecorded':
    case 'CashTransferredIn':
      return noteAccount(directory, customer, fact)
    default:
      return
  }
}

const noteAccount = ({ byAccount }: PayerDirectory, customer: string, { payer }: ReceiptWords): void => {
  const account = plainAccount(payer?.account ?? '')
  if (account === '') return
  const holders = byAccount.get(account)
  if (holders === undefined) byAccount.set(account, new Set([customer]))
  else holders.add(customer)
}

/** Customers without a name on record are known by their ids; called once, when all facts are in. @category model @since 0.1.0 */
export const nameTheUnnamed = (directory: PayerDirectory): void => {
  for (const customer of directory.customers)
    if (!directory.named.has(customer)) addName(directory.names, customer, customer)
}

/**
 * Who paid: the customer that is given, if the ledger knows it; else by bank account, name and the documents that the text names, as
 * `identifyPayer` weighs them.
 *
 * @param customer - as whoever sent the payment on says; taken at its word
 * @category policies
 * @since 0.1.0
 */
export const findPayer = (directory: PayerDirectory, words: ReceiptWords, customer?: string): FoundPayer => {
  const { customers, names, byAccount, documents } = directory
  if (customer !== undefined)
    return customers.has(customer) ? { _tag: 'Known', customer, by: 'customer' } : { _tag: 'Unknown' }
  const { payer, remittanceText } = words
  const found = identifyPayer(
    {
      ...(payer?.account === undefined ? {} : { payerAccount: payer.account }),
      ...(payer?.name === undefined ? {} : { payerName: payer.name }),
      text: remittanceText ?? '',
    },
    {
      byAccount,
      byRemitter: new Map(),
      names,
      ownerOf: (itemId) => documents.get(itemId)?.customer,
      relatives: new Map(),
    },
    indexOf(directory),
  )
  switch (found._tag) {
    case 'KnownPayer':
      return { _tag: 'Known', customer: found.customer, by: found.by }
    case 'AmbiguousPayer':
      return { _tag: 'Several', customers: found.customers, by: found.by }
    case 'UnknownPayer':
      return { _tag: 'Unknown' }
  }
}

const indexOf = (directory: PayerDirectory): IdentifierIndex => {
  if (directory.index !== undefined) return directory.index
  const index = emptyIdentifierIndex()
  for (const [documentId, { identifiers }] of directory.documents) addIdentifiers(index, documentId, identifiers)
  directory.index = index
  return index
}
