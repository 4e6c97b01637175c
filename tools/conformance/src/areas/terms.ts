/** Area `terms`: when parts of an invoice are due and how much each is, by `instalmentsOf`; whether a due date is allowed, by issuing. */
import { type Instalment, instalmentsOf } from '@quittance/invoicing'
import type { CurrencyCode, LocalDate } from '@quittance/kernel'
import * as E from 'fp-ts/lib/Either.js'
import { newBooks, outcomeOf } from '../books/books.js'
import { currencyOf, minorOf } from '../books/currency.js'
import { daysOf } from '../books/days.js'
import { calendarOf, termsOf } from '../books/terms.js'
import type { Adapter } from '../run/adapter.js'
import { type Answers, answer, type Ask } from '../run/ask.js'
import type { Reader } from '../run/reader.js'
import { GivenRefused, unsupported } from '../run/unsupported.js'
import { amount, list, text, type Value } from '../run/value.js'

/** The adapter of payment terms. */
export const terms: Adapter = (given, asked) => {
  const currency = currencyOf(given)
  return answer(given.has('term') ? answersOf(given, currency) : dueAllowed(given, currency), asked)
}

/** One invoice, or one of several, worked out by the terms. */
type Worked = E.Either<string, ReadonlyArray<Instalment>>

const answersOf = (given: Reader, currency: CurrencyCode): Answers => {
  const term = given.map('term') ?? unsupported('term')
  const inParts = term.has('parts') || term.has('equal_parts')
  const { worked, several } = workedOf(given, term, currency)
  const partsOf = (one: Worked): Value => list(allowed(one).map(({ amountMinor }) => amount(amountMinor, currency)))
  const dueOf = (one: Worked): Value => {
    const days = allowed(one).map(({ dueOn }) => text(dueOn))
    return inParts ? list(days) : (days[0] ?? unsupported('due'))
  }
  const each = (of: (one: Worked) => Value): Value => {
    const [only] = worked
    return several || only === undefined ? list(worked.map(of)) : of(only)
  }
  return {
    due: () => each(dueOf),
    parts: () => each(partsOf),
    outcome: (ask: Ask) =>
      ask.kind === 'list' ? list(worked.map(outcome)) : text(worked.every(E.isRight) ? 'accepted' : 'refused'),
  }
}

const outcome = (one: Worked): Value => text(E.isRight(one) ? 'accepted' : 'refused')

const allowed = (one: Worked): ReadonlyArray<Instalment> => {
  if (E.isLeft(one)) throw new GivenRefused(one.left)
  return one.right
}

const workedOf = (
  given: Reader,
  term: Reader,
  currency: CurrencyCode,
): { readonly worked: ReadonlyArray<Worked>; readonly several: boolean } => {
  const paymentTerms = termsOf(term, currency)
  const calendar = calendarOf(given)
  const [net, tax] = [minorOf(given, 'net', currency), minorOf(given, 'tax', currency)]
  const gross = minorOf(given, 'gross', currency)
  const work = (
    issuedOn: LocalDate,
    grossMinor = gross ?? (net ?? 0) + (tax ?? 0),
    netMinor = net ?? grossMinor,
  ): Worked => instalmentsOf(paymentTerms, { payableMinor: grossMinor, netMinor }, { issuedOn }, calendar)

  if (given.has('invoices'))
    return {
      several: true,
      worked: given.maps('invoices').map((invoice) => {
        invoice.text('id')
        const date = invoice.date('date') ?? unsupported(`${invoice.path} without date`)
        const [own, ownNet] = [minorOf(invoice, 'gross', currency), minorOf(invoice, 'net', currency)]
        const ownTax = minorOf(invoice, 'tax', currency)
        return own === undefined && ownNet === undefined
          ? work(date)
          : work(date, own ?? (ownNet ?? 0) + (ownTax ?? 0), ownNet)
      }),
    }
  if (given.has('members')) return { several: true, worked: memberDates(given).map((date) => work(date)) }
  if (given.has('dates')) return { several: true, worked: given.dates('dates').map((date) => work(date)) }
  return { several: false, worked: [work(given.date('date') ?? daysOf(given).before)] }
}

/** A consolidated invoice leaves its members their own dates, unless the group is a new document that re-dates them. */
const memberDates = (given: Reader): ReadonlyArray<LocalDate> => {
  const members = given.dates('members')
  const groupDate = given.date('group_date')
  const redates = given.map('policy')?.yes('group_redates_members') === true
  return redates && groupDate !== undefined ? members.map(() => groupDate) : members
}

const dueAllowed = (given: Reader, currency: CurrencyCode): Answers => {
  const on = given.date('date') ?? unsupported('date')
  const dueOn = given.date('due') ?? unsupported('terms without term')
  const netMinor = minorOf(given, 'gross', currency) ?? 1
  const attempt = newBooks('account-case_case').attempt([
    { _tag: 'IssueInvoice', on, documentId: 'I1', currency, lines: [{ netMinor }], dueOn },
  ])
  return { outcome: () => text(outcomeOf(attempt)) }
}
