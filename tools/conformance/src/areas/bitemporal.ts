/** Area `bitemporal`: what was open as of a day, as known on a day; and that replaying a history gives one answer. */
import { type CurrencyCode, type LocalDate, money } from '@quittance/kernel'
import { openItems, type PointInTime } from '@quittance/projections'
import { sumMinor } from '@quittance/kernel'
import { amounts } from '../books/amounts.js'
import { applicationsOf } from '../books/in-order.js'
import type { Books } from '../books/books.js'
import { currencyOf, requiredMinor } from '../books/currency.js'
import { type Days, daysOf } from '../books/days.js'
import { applyInOrder } from '../books/movements.js'
import { asOfLatest, booksOf, endOf, viewOf } from '../books/views.js'
import type { Adapter } from '../run/adapter.js'
import { type Answers, answer, type Ask } from '../run/ask.js'
import type { Reader } from '../run/reader.js'
import { unsupported } from '../run/unsupported.js'
import { list, nothing, type Value, whole } from '../run/value.js'
import { streamAnswers } from './bitemporal/stream.js'

/** The adapter of as-of and known-at questions. */
export const bitemporal: Adapter = (given, asked) => {
  const currency = currencyOf(given)
  const days = daysOf(given)
  if (given.has('stream')) return answer(streamAnswers(given, currency), asked)
  const books = booksOf('customer')
  const invoice = given.map('invoice') ?? unsupported('a case without invoice')
  const invoiceId = issue(invoice, books, currency, days)
  const application = given.map('application')
  if (application !== undefined) applyCash(application, invoiceId, books, currency, days)
  const undo = given.map('undo')
  if (undo !== undefined) undoLatest(undo, books, days)
  return answer(queryAnswers(given, books, currency, days), asked)
}

const issue = (invoice: Reader, books: Books, currency: CurrencyCode, days: Days): string => {
  const documentId = invoice.text('id') ?? 'I1'
  const dueOn = invoice.date('due')
  books.must({
    _tag: 'IssueInvoice',
    on: invoice.date('date') ?? days.before,
    documentId,
    currency,
    lines: [{ netMinor: requiredMinor(invoice, 'amount', currency) }],
    dueBeforeIssue: 'accept',
    ...(dueOn === undefined ? {} : { dueOn }),
  })
  return documentId
}

/** When something was true, and when the ledger learned of it. */
const timesOf = (reader: Reader, days: Days): { readonly on: LocalDate; readonly recordedOn: LocalDate } => {
  const on = reader.date('effective') ?? days.today
  return { on, recordedOn: reader.date('recorded') ?? on }
}

const applyCash = (application: Reader, invoiceId: string, books: Books, currency: CurrencyCode, days: Days): void => {
  const { on, recordedOn } = timesOf(application, days)
  const minor = requiredMinor(application, 'amount', currency)
  const amount = money(currency, minor)
  books.must({ _tag: 'RecordReceipt', on, receiptId: 'P1', amount, method: 'wire' }, recordedOn)
  const apply = applyInOrder(books, 'P1', minor, [invoiceId], currency, on)
  if (apply !== undefined) books.must(apply, recordedOn)
}

const undoLatest = (undo: Reader, books: Books, days: Days): void => {
  const { on, recordedOn } = timesOf(undo, days)
  const applicationId = applicationsOf(books).at(-1)?.applicationId ?? unsupported('undo of nothing')
  books.must({ _tag: 'Unapply', on, applicationId, because: 'reallocation', reason: 'case' }, recordedOn)
}

/** A report run on a later day asks the same question: `run_on` changes nothing, for there is no clock. */
const queryAnswers = (given: Reader, books: Books, currency: CurrencyCode, days: Days): Answers => {
  const view = viewOf([books])
  const queries = given.maps('queries').map((query): PointInTime => {
    const [asOf, knownAt] = [query.date('as_of') ?? days.today, query.date('known_at')]
    query.date('run_on')
    return knownAt === undefined ? asOfLatest(view, asOf) : { asOf, knownAt: endOf(knownAt) }
  })
  const asked = queries.length === 0 ? [asOfLatest(view, days.today)] : queries
  const found = asked.map((at) => openItems(view, at))
  const each = (ask: Ask, values: ReadonlyArray<Value>): Value =>
    ask.kind === 'one' && values.length === 1 ? (values[0] ?? nothing) : list(values)
  return {
    open: (ask) => {
      const open = found.map((items, index): readonly [string, number] => [
        String(index),
        sumMinor(items.map(({ openMinor }) => openMinor)),
      ])
      return ask.kind === 'one' && open.length > 1
        ? unsupported('one open for several queries')
        : amounts(ask, open, currency)
    },
    days_past_due: (ask) =>
      each(
        ask,
        found.map(([item]) => (item === undefined ? nothing : whole(item.daysPastDue))),
      ),
  }
}
