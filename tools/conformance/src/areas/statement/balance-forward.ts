/** Statements of movements: what was owed before, what moved, what is owed now. */
import { addDays, type CurrencyCode, type LocalDate, money } from '@quittance/kernel'
import { type BalanceForward, balanceForward } from '@quittance/projections'
import type { Books } from '../../books/books.js'
import { currencyOf, minorOf, requiredMinor } from '../../books/currency.js'
import { daysOf, dayZero } from '../../books/days.js'
import { freshId } from '../../books/movements.js'
import { asOfLatest, booksOf, viewOf } from '../../books/views.js'
import type { Answers } from '../../run/ask.js'
import type { Reader } from '../../run/reader.js'
import { GivenRefused, unsupported } from '../../run/unsupported.js'
import { amount, fields, list } from '../../run/value.js'

const customer = 'customer'

/** `period`, `opening` and `movements` of one statement. */
export const periodAnswers = (given: Reader): Answers => {
  const currency = currencyOf(given)
  const books = booksOf(customer)
  const { before, today } = daysOf(given)
  const [from, to, ...more] = given.dates('period')
  if (given.has('period') && (to === undefined || more.length > 0)) return unsupported('a period that is no [from, to]')
  post(books, minorOf(given, 'opening', currency) ?? 0, undefined, currency, addDays(before, -1))
  for (const movement of given.maps('movements')) postMovement(movement, books, currency, today)
  const worked = statementOf(books, from ?? before, to ?? today, currency)
  return {
    running: () =>
      list(
        [worked.openingMinor, ...worked.movements.map(({ runningMinor }) => runningMinor)].map((minor) =>
          amount(minor, currency),
        ),
      ),
    opening: () => amount(worked.openingMinor, currency),
    closing: () => amount(worked.closingMinor, currency),
  }
}

/** `statements`: each opens where the one before closed. Movements without dates stand on their statement's day. */
export const chainedAnswers = (given: Reader): Answers => {
  const currency = currencyOf(given)
  const books = booksOf(customer)
  const worked = given.maps('statements').map((one, index): BalanceForward => {
    const [own, end] = one.dates('period')
    const from = own ?? addDays(dayZero, index)
    const to = end ?? from
    const opening = minorOf(one, 'opening', currency)
    if (index === 0) post(books, opening ?? 0, undefined, currency, addDays(from, -1))
    for (const movement of one.maps('movements')) postMovement(movement, books, currency, from)
    const statement = statementOf(books, from, to, currency)
    if (opening !== undefined && opening !== statement.openingMinor)
      throw new GivenRefused(`${one.path}.opening is not the closing before it`)
    return statement
  })
  return {
    statements: () =>
      list(
        worked.map(({ openingMinor, closingMinor, movements }) =>
          fields({
            opening: amount(openingMinor, currency),
            closing: amount(closingMinor, currency),
            running: list(
              [openingMinor, ...movements.map(({ runningMinor }) => runningMinor)].map((minor) =>
                amount(minor, currency),
              ),
            ),
          }),
        ),
      ),
  }
}

const statementOf = (books: Books, from: LocalDate, to: LocalDate, currency: CurrencyCode): BalanceForward => {
  const view = viewOf([books])
  const period = { from, to, knownAt: asOfLatest(view, to).knownAt }
  const empty: BalanceForward = { currency, openingMinor: 0, movements: [], closingMinor: 0 }
  return balanceForward(view, customer, period).find((one) => one.currency === currency) ?? empty
}

const postMovement = (movement: Reader, books: Books, currency: CurrencyCode, undated: LocalDate): void =>
  post(
    books,
    requiredMinor(movement, 'amount', currency),
    movement.text('kind'),
    currency,
    movement.date('date') ?? undated,
  )

/** A movement by its sign: up is an invoice or another debit, down is money or another credit. */
const post = (books: Books, minor: number, kind: string | undefined, currency: CurrencyCode, on: LocalDate): void => {
  const documentId = freshId(books, 'document')
  const lines = [{ netMinor: Math.abs(minor) }]
  if (minor > 0 && (kind ?? 'invoice') === 'invoice')
    books.must({ _tag: 'IssueInvoice', on, documentId, currency, lines })
  else if (minor > 0) books.must({ _tag: 'IssueDebitNote', on, documentId, currency, lines, reason: kind ?? 'case' })
  else if (minor < 0 && (kind ?? 'payment') === 'payment')
    books.must({
      _tag: 'RecordReceipt',
      on,
      receiptId: documentId,
      amount: money(currency, 0 - minor),
      method: 'wire',
    })
  else if (minor < 0) books.must({ _tag: 'IssueCreditNote', on, documentId, currency, lines, reason: kind ?? 'case' })
}
