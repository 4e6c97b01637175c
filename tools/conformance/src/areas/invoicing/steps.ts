/** Steps of an invoice's life: draft, issue, pay, credit, void. */
import { type CurrencyCode } from '@quittance/kernel'
import type { AccountRejection } from '@quittance/receivables'
import * as E from 'fp-ts/lib/Either.js'
import { type Attempt, type Books, outcomeOf } from '../../books/books.js'
import { minorOf, requiredMinor } from '../../books/currency.js'
import { type Days } from '../../books/days.js'
import { linesOfAmounts } from '../../books/documents.js'
import { creditItem, payItem, stepDay, targetOf } from '../../books/movements.js'
import { owedIds } from '../../books/in-order.js'
import type { Acts, Outcome } from '../../run/play.js'
import type { Reader } from '../../run/reader.js'
import { unsupported } from '../../run/unsupported.js'

/** What the steps act on and remember. */
export interface InvoiceLife {
  readonly books: Books
  readonly currency: CurrencyCode
  readonly days: Days
  readonly voidAllowed: boolean
  /** Number of a document by the name that the case gave its draft. */
  readonly names: Map<string, string>
  readonly drafts: Set<string>
  lastRefusal: AccountRejection | undefined
}

/** The acts of the area. */
export const invoiceActs = (life: InvoiceLife): Acts => {
  const ended = (attempt: Attempt): Outcome => {
    life.lastRefusal = E.isLeft(attempt) ? attempt.left : undefined
    return outcomeOf(attempt)
  }
  const target = (step: Reader): string => {
    const id = targetOf(step, owedIds(life.books))
    return life.names.get(id) ?? id
  }
  const { books, currency, days } = life
  return {
    draft: (step) => draft(step, life),
    issue: (step) => ended(issue(step, life)),
    pay: (step) =>
      ended(payItem(books, target(step), requiredMinor(step, 'pay', currency), currency, stepDay(step, days))),
    credit_note: (step) => {
      const item = step.yes('linked') === false ? undefined : target(step)
      return ended(creditItem(books, item, requiredMinor(step, 'credit_note', currency), currency, stepDay(step, days)))
    },
    void: (step) => voidDocument(step, life, ended),
  }
}

/** A draft is not on the ledger yet: it asks nothing of the account. */
const draft = (step: Reader, { drafts }: InvoiceLife): Outcome => {
  drafts.add(step.text('draft') ?? unsupported(`${step.path}.draft`))
  step.date('date')
  return 'accepted'
}

const issue = (step: Reader, life: InvoiceLife): Attempt => {
  const { books, currency, days, names } = life
  const name = step.text('issue') ?? unsupported(`${step.path}.issue`)
  const documentId = step.text('number') ?? name
  const rate = step.decimal('rate')
  const netMinor = minorOf(step, 'net', currency)
  const grossMinor = minorOf(step, 'gross', currency)
  const dueOn = step.date('due')
  const lines = linesOfAmounts({ netMinor, grossMinor }, rate, currency)
  names.set(name, documentId)
  return books.attempt([
    {
      _tag: 'IssueInvoice',
      on: step.date('date') ?? days.before,
      documentId,
      currency,
      lines,
      dueBeforeIssue: 'accept',
      ...(dueOn === undefined ? {} : { dueOn }),
    },
  ])
}

const voidDocument = (step: Reader, life: InvoiceLife, ended: (attempt: Attempt) => Outcome): Outcome => {
  const name = step.text('void') ?? unsupported(`${step.path}.void`)
  const documentId = life.names.get(name) ?? name
  if (life.drafts.has(name) && !life.names.has(name)) return unsupported('void of a draft, which is on no ledger')
  const policy = { voidAllowed: life.voidAllowed }
  const on = stepDay(step, life.days)
  return ended(life.books.attempt([{ _tag: 'VoidInvoice', on, documentId, reason: 'case', policy }]))
}
