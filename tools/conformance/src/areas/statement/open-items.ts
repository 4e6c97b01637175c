/** Statements of open items: what is still owed, line by line, each currency apart. */
import { type CurrencyCode, type LocalDate } from '@quittance/kernel'
import { openItemStatement, type OpenItemTotals } from '@quittance/projections'
import type { Books } from '../../books/books.js'
import { currencyNamed, minorOf, standInFor } from '../../books/currency.js'
import { dayOf, type Days, daysOf } from '../../books/days.js'
import { payItem } from '../../books/movements.js'
import { asOfLatest, booksOf, viewOf } from '../../books/views.js'
import type { Answers, Ask } from '../../run/ask.js'
import type { Reader } from '../../run/reader.js'
import { unsupported } from '../../run/unsupported.js'
import { amount, map, set, text, type Value } from '../../run/value.js'

const customer = 'customer'

/** `rows`, `total`, `past_due` and `totals` of `items` as of a day. */
export const openItemAnswers = (given: Reader): Answers => {
  const books = booksOf(customer)
  const days = daysOf(given)
  const named = given.text('currency') ?? given.text('ccy')
  const usual = named === undefined ? standInFor(given) : currencyNamed(named, 'ccy')
  for (const [index, item] of given.maps('items').entries()) openItem(item, index, books, usual, days)
  const view = viewOf([books])
  const { items, credits, currencies } = openItemStatement(view, customer, asOfLatest(view, days.today))
  const ids = new Set([...items.map(({ itemId }) => itemId), ...credits.map(({ id }) => id)])
  const byCurrency =
    (of: (totals: OpenItemTotals) => number) =>
    (ask: Ask): Value => {
      if (ask.kind === 'map')
        return map(currencies.map((totals): [string, Value] => [totals.currency, amount(of(totals), totals.currency)]))
      const [only, ...others] = currencies
      if (others.length > 0) return unsupported('one total of several currencies')
      return only === undefined ? amount(0, usual) : amount(of(only), only.currency)
    }
  return {
    rows: () => set([...ids].map((id) => text(id))),
    total: byCurrency(({ totalMinor }) => totalMinor),
    totals: byCurrency(({ totalMinor }) => totalMinor),
    past_due: byCurrency(({ pastDueMinor }) => pastDueMinor),
  }
}

const openItem = (item: Reader, index: number, books: Books, usual: CurrencyCode, days: Days): void => {
  const id = item.text('id') ?? `item-${index + 1}`
  const ccy = item.text('ccy')
  const currency = ccy === undefined ? usual : currencyNamed(ccy, `${item.path}.ccy`)
  const on: LocalDate = dayOf(item, 'date', 'day') ?? days.before
  const dueOn = dayOf(item, 'due', 'due_day')
  const openMinor = minorOf(item, 'open', currency)
  const amountMinor = minorOf(item, 'amount', currency) ?? openMinor ?? unsupported(`${item.path} without amount`)
  const paidMinor = amountMinor - (openMinor ?? amountMinor)
  if (amountMinor < 0) {
    const lines = [{ netMinor: 0 - (openMinor ?? amountMinor) }]
    if (openMinor !== 0) books.must({ _tag: 'IssueCreditNote', on, documentId: id, currency, lines, reason: 'case' })
    return
  }
  books.must({
    _tag: 'IssueInvoice',
    on,
    documentId: id,
    currency,
    lines: [{ netMinor: amountMinor }],
    dueBeforeIssue: 'accept',
    ...(dueOn === undefined ? {} : { dueOn }),
  })
  if (paidMinor > 0) payItem(books, id, paidMinor, currency, on)
}
