/** The account of an fx case: invoices and payments with their values in the base currency. */
import { type CurrencyCode, keyedGet, laterOf, type LocalDate, money } from '@quittance/kernel'
import { valueStated } from '../../books/base-values.js'
import type { Books } from '../../books/books.js'
import { currencyNamed, currencyOf, currenciesNamed, requiredMinor, standInFor } from '../../books/currency.js'
import { dayOf, type Days } from '../../books/days.js'
import { booksOf } from '../../books/views.js'
import type { Reader } from '../../run/reader.js'
import { unsupported } from '../../run/unsupported.js'

/** A document or payment of the case. */
export interface Held {
  readonly id: string
  readonly currency: CurrencyCode
  readonly on: LocalDate
}

/** The state of an fx case. */
export interface FxWorld {
  readonly books: Books
  readonly baseCurrency: CurrencyCode
  readonly days: Days
  readonly invoices: ReadonlyArray<Held>
  /** Grows as steps bring money in. */
  readonly payments: Array<Held>
  /** When applications count, and when the ledger learns of them, where the case says so. */
  readonly application: { readonly effective: LocalDate | undefined; readonly recorded: LocalDate | undefined }
}

/** The world as the case opens it. */
export const openFxWorld = (given: Reader, days: Days, baseCurrency: CurrencyCode): FxWorld => {
  const books = booksOf('customer')
  const own = given.text('ccy') ?? given.text('currency')
  const usual = own === undefined ? onlyCurrency(given) : currencyNamed(own, 'ccy')
  const invoices = given.maps('invoices').map((invoice, index) => {
    const held = heldOf(invoice, `I${index + 1}`, usual, days)
    const { id: documentId, currency, on } = held
    const dueOn = dayOf(invoice, 'due', 'due_day')
    books.must({
      _tag: 'IssueInvoice',
      on,
      documentId,
      currency,
      lines: [{ netMinor: requiredMinor(invoice, 'amount', currency) }],
      dueBeforeIssue: 'accept',
      ...(dueOn === undefined ? {} : { dueOn }),
      ...valueStated(invoice, 'base', baseCurrency),
    })
    return held
  })
  const payments = given.maps('payments').map((payment, index) => {
    const held = heldOf(payment, `P${index + 1}`, usual, days)
    receive(books, held, payment, 'amount', baseCurrency)
    return held
  })
  const application = given.map('application')
  return {
    books,
    baseCurrency,
    days,
    invoices,
    payments,
    application: { effective: application?.date('effective'), recorded: application?.date('recorded') },
  }
}

/** Money comes in, with the value that its row states. */
export const receive = (
  books: Books,
  { id: receiptId, currency, on }: Held,
  row: Reader,
  amountKey: string,
  baseCurrency: CurrencyCode,
): void => {
  const amount = money(currency, requiredMinor(row, amountKey, currency))
  const exchange = valueStated(row, 'bank_base', baseCurrency)
  books.must({ _tag: 'RecordReceipt', on, receiptId, amount, method: 'wire', ...exchange })
}

/** What rows without a currency are in: the only one that is named, or a stand-in where none is. */
const onlyCurrency = (given: Reader): CurrencyCode | undefined => {
  const named = new Set(currenciesNamed(given))
  return named.size === 0 ? standInFor(given) : named.size === 1 ? currencyOf(given) : undefined
}

const heldOf = (row: Reader, usualId: string, usual: CurrencyCode | undefined, days: Days): Held => {
  const own = row.text('ccy')
  return {
    id: row.text('id') ?? usualId,
    currency:
      (own === undefined ? usual : currencyNamed(own, `${row.path}.ccy`)) ?? unsupported(`${row.path} without ccy`),
    on: dayOf(row, 'date', 'day') ?? days.before,
  }
}

/** The day on which an application counts: the one named, but never before the money and the item are there (again). */
export const applicationDay = (world: FxWorld, payment: Held, invoice: Held): LocalDate => {
  const { receipts, items } = world.books.state().cash
  return [
    payment.on,
    invoice.on,
    world.application.effective,
    keyedGet(receipts, payment.id)?.freedOn,
    keyedGet(items, invoice.id)?.reopenedOn,
  ].reduce<LocalDate>((so, day) => (day === undefined ? so : laterOf(so, day)), payment.on)
}
