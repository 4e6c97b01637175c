/** Area `invoicing`: totals and tax, credit notes and their caps, debit memos, voids: one account, driven by commands. */
import { documentTotals, type DraftDocument } from '@quittance/invoicing'
import type { CurrencyCode } from '@quittance/kernel'
import { balanceOf } from '../books/balances.js'
import { type Books, newBooks } from '../books/books.js'
import { currencyOf, minorOf, requiredMinor } from '../books/currency.js'
import { type Days, daysOf } from '../books/days.js'
import { linesOfAmounts, linesOfGross } from '../books/documents.js'
import { owedIds } from '../books/in-order.js'
import { termsOf } from '../books/terms.js'
import type { Adapter } from '../run/adapter.js'
import { type Answers, answer } from '../run/ask.js'
import { play } from '../run/play.js'
import type { Reader } from '../run/reader.js'
import { GivenRefused, unsupported } from '../run/unsupported.js'
import { amount } from '../run/value.js'
import { accountAnswers } from './invoicing/account-answers.js'
import { type CreditedInvoice, creditNoteAnswers, issueCreditNotes } from './invoicing/credit-notes.js'
import { draftOf } from './invoicing/draft-of.js'
import { prorationAnswers } from './invoicing/proration.js'
import { invoiceActs, type InvoiceLife } from './invoicing/steps.js'
import { totalsAnswers } from './invoicing/totals-answers.js'

/** Amounts in minor units are whole amounts of a currency without places. */
const minorUnits: CurrencyCode = 'JPY'

/** The adapter of documents and their corrections. */
export const invoicing: Adapter = (given, asked) => {
  const currency = given.oneOf('unit', { cents: minorUnits }) ?? currencyOf(given)
  if (given.has('spans')) return answer(prorationAnswers(given, currency), asked)

  const books = newBooks('account-case_case')
  const days = daysOf(given)
  given.date('as_of')
  const policy = given.map('policy')
  const taxRounding = policy?.oneOf('tax_rounding', { per_group: 'per-group', per_line: 'per-line' } as const)
  const life: InvoiceLife = {
    books,
    currency,
    days,
    voidAllowed: policy?.yes('void_allowed') === true,
    names: new Map(),
    drafts: new Set(),
    lastRefusal: undefined,
  }
  const isCredit = documentIsCredit(given)
  const draft = given.has('lines') || given.has('groups') ? draftOf(given, 'I1', currency, taxRounding) : undefined
  const wholeAnswers = draft === undefined ? {} : issueWhole(draft, isCredit, books, days, given)
  const invoice = given.map('invoice')
  const credited = invoice === undefined ? undefined : issueInvoice(invoice, books, currency, days)
  const notes = issueCreditNotes(given.maps('credit_notes'), credited, books, currency, days.today)
  const memo = given.map('debit_memo')
  if (memo !== undefined) issueDebitMemo(memo, books, currency, days)

  const subject = (): string => owedIds(books)[0] ?? unsupported('an invoice')
  const account = accountAnswers({
    books,
    currency,
    subject,
    asOf: days.today,
    names: life.names,
    lastRefusal: () => life.lastRefusal,
  })
  const answers: Answers = { ...wholeAnswers, ...creditNoteAnswers(notes, currency), ...account }
  return play(given, asked, { acts: invoiceActs(life), answers: () => answers })
}

const documentIsCredit = (given: Reader): boolean => {
  const document = given.oneOf('document', { credit_note: true, invoice: false })
  const type = given.oneOf('type_code', { 381: true, 380: false })
  return document ?? type ?? false
}

/** The document written out in the case; an account takes it at once, and says by how much that moved its balance. */
const issueWhole = (draft: DraftDocument, isCredit: boolean, books: Books, days: Days, given: Reader): Answers => {
  const on = given.date('date') ?? days.before
  const dueOn = given.date('due')
  const attempted = isCredit
    ? books.attempt([{ _tag: 'IssueCreditNote', on, ...draft, reason: 'case' }])
    : books.attempt([
        { _tag: 'IssueInvoice', on, ...draft, dueBeforeIssue: 'accept', ...(dueOn === undefined ? {} : { dueOn }) },
      ])
  const balance = balanceOf(books, draft.currency).balanceMinor
  return {
    ...totalsAnswers(documentTotals(draft), draft.currency),
    receivable_delta: () => {
      if (attempted._tag === 'Left') throw new GivenRefused(JSON.stringify(attempted.left))
      return amount(balance, draft.currency)
    },
  }
}

const issueInvoice = (invoice: Reader, books: Books, currency: CurrencyCode, days: Days): CreditedInvoice => {
  const documentId = invoice.text('id') ?? 'I1'
  const rate = invoice.decimal('rate')
  const netMinor = minorOf(invoice, 'net', currency)
  const grossMinor = minorOf(invoice, 'gross', currency)
  const dueOn = invoice.date('due')
  books.must({
    _tag: 'IssueInvoice',
    on: invoice.date('date') ?? days.before,
    documentId,
    currency,
    lines: linesOfAmounts({ netMinor, grossMinor }, rate, currency),
    dueBeforeIssue: 'accept',
    ...(dueOn === undefined ? {} : { dueOn }),
  })
  return { documentId, rate }
}

const issueDebitMemo = (memo: Reader, books: Books, currency: CurrencyCode, days: Days): void => {
  const corrects = memo.text('corrects')
  const dueOn = memo.date('due')
  const term = memo.map('term')
  books.must({
    _tag: 'IssueDebitNote',
    on: memo.date('date') ?? days.today,
    documentId: memo.text('id') ?? 'D1',
    currency,
    lines: linesOfGross(requiredMinor(memo, 'gross', currency), memo.decimal('rate'), currency),
    reason: 'case',
    ...(corrects === undefined ? {} : { precedingId: corrects }),
    ...(dueOn === undefined ? {} : { dueOn }),
    ...(term === undefined ? {} : { terms: termsOf(term, currency) }),
  })
}
