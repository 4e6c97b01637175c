/** What an item asks for on a day, found by letting a copy of the account take a receipt of all that is open. */
import type { CashApplied } from '@quittance/cash-application'
import { type LocalDate, money } from '@quittance/kernel'
import { documentOf, openOf } from '../../books/balances.js'
import type { Books } from '../../books/books.js'
import { plainPolicy } from '../../books/plain-policy.js'

/** The application that would close an item on a day; nothing when it is closed. */
export const closingApplication = (books: Books, documentId: string, on: LocalDate): CashApplied | undefined => {
  const openMinor = openOf(books, documentId)
  if (openMinor <= 0) return undefined
  const copy = books.copy()
  const amount = money(documentOf(copy, documentId).currency, openMinor)
  copy.must({ _tag: 'RecordReceipt', on, receiptId: 'what-if', amount, method: 'wire' })
  const facts = copy.must({
    _tag: 'ApplyCash',
    on,
    receiptId: 'what-if',
    lines: [
      {
        applicationId: 'what-if',
        itemId: documentId,
        amount,
        discount: { _tag: 'Allowed', policy: plainPolicy },
      },
    ],
  })
  return facts.find((fact) => fact._tag === 'CashApplied')
}

/** The cash that an item asks for on a day. */
export const askedMinor = (books: Books, documentId: string, on: LocalDate): number =>
  closingApplication(books, documentId, on)?.amountMinor ?? 0
