/** How the account stands after the documents and steps of a case. */
import { type CurrencyCode, daysBetween, type LocalDate, sumMinor } from '@quittance/kernel'
import { creditableMinor } from '@quittance/invoicing'
import type { AccountRejection } from '@quittance/receivables'
import { balanceOf, documentOf, heldMinor, openOf } from '../../books/balances.js'
import type { Books } from '../../books/books.js'
import { owedIds } from '../../books/in-order.js'
import type { Answers } from '../../run/ask.js'
import { unsupported } from '../../run/unsupported.js'
import { amount, fields, list, map, text, type Value, whole } from '../../run/value.js'

/** What the answers are about. */
export interface AccountScene {
  readonly books: Books
  readonly currency: CurrencyCode
  /** The invoice that the case is about. */
  readonly subject: () => string
  readonly asOf: LocalDate
  /** Names by which the case calls documents that have a number. */
  readonly names: ReadonlyMap<string, string>
  readonly lastRefusal: () => AccountRejection | undefined
}

/** Balances, items and what is left to credit. */
export const accountAnswers = (scene: AccountScene): Answers => {
  const { books, currency } = scene
  return {
    invoice_open: () => amount(openOf(books, scene.subject()), currency),
    creditable_left: () => amount(creditableMinor(documentOf(books, scene.subject())), currency),
    credited_total: () => amount(sumMinor(creditNotesOf(books)), currency),
    customer_balance: () => amount(balanceOf(books, currency).balanceMinor, currency),
    max_refundable: () => amount(heldMinor(books, currency), currency),
    items: () => map(owedIds(books).flatMap((id) => namesOf(id, scene).map((name) => [name, itemOf(id, scene)]))),
    allowed_instead: () => list(allowedInstead(scene.lastRefusal(), books)),
  }
}

const creditNotesOf = (books: Books): ReadonlyArray<number> =>
  books.recorded().flatMap(({ fact }) => (fact._tag === 'CreditNoteIssued' ? [fact.totals.grossMinor] : []))

const namesOf = (documentId: string, { names }: AccountScene): ReadonlyArray<string> => [
  documentId,
  ...[...names].filter(([, number]) => number === documentId).map(([name]) => name),
]

const itemOf = (documentId: string, { books, currency, asOf }: AccountScene): Value => {
  const dueOn = documentOf(books, documentId).instalments[0]?.dueOn ?? unsupported(`${documentId} without due date`)
  return fields({
    open: amount(openOf(books, documentId), currency),
    due: text(dueOn),
    days_past_due: whole(daysBetween(dueOn, asOf)),
  })
}

/** What a refused void names as the way to take. */
const allowedInstead = (refusal: AccountRejection | undefined, books: Books): ReadonlyArray<Value> => {
  if (refusal?._tag !== 'VoidNotAllowed' || refusal.creditInsteadMinor === 0) return []
  const { documentId, creditInsteadMinor } = refusal
  const { grossMinor, currency } = documentOf(books, documentId)
  return creditInsteadMinor === grossMinor
    ? [fields({ full_credit_note_for: text(documentId) })]
    : [fields({ credit_note_for: text(documentId), amount: amount(creditInsteadMinor, currency) })]
}
