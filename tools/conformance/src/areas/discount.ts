/** Area `discount`: early-payment discounts on a real account: offered by terms, asked for by day, taken by payments. */
import type { CurrencyCode, LocalDate, StatedValue } from '@quittance/kernel'
import { compareDecimals, decimal, money, percentOf, scaleMinor } from '@quittance/kernel'
import { baseCurrencyOf, valueStated } from '../books/base-values.js'
import { type Books } from '../books/books.js'
import { currencyOf, minorOf } from '../books/currency.js'
import { dayOf, namesDates } from '../books/days.js'
import { creditItem, targetOf } from '../books/movements.js'
import { booksOf } from '../books/views.js'
import { plainPolicy } from '../books/plain-policy.js'
import type { Adapter } from '../run/adapter.js'
import { answer } from '../run/ask.js'
import type { Reader } from '../run/reader.js'
import { GivenRefused, unsupported } from '../run/unsupported.js'
import { discountAnswers } from './discount/answers.js'
import { askedMinor } from './discount/asked-on.js'
import { type Discounted, issueInvoices } from './discount/issue-invoices.js'
import { payInvoices, payParts, type PayingRules } from './discount/pay.js'

/** The adapter of early-payment discounts. */
export const discount: Adapter = (given, asked) => {
  const currency = currencyOf(given)
  const books = booksOf('case')
  const baseCurrency = baseCurrencyOf(given)
  const invoices = issueInvoices(given, books, currency, baseCurrency)
  const issued = books.copy()
  creditBefore(given, books, invoices, currency)
  const credited = books.copy()
  const payments = paymentsOf(given, invoices, currency, baseCurrency)
  const rules = rulesOf(given, currency)
  const shareOfAll = given.decimal('settle_share')
  const allOn = given.date('pay_all_on')
  const firstOn = allOn ?? payments[0]?.on ?? undatedDay(given, invoices)
  const share = shareOfAll ?? decimal('1')
  const askedThen = invoices.map(({ documentId, issuedOn }): readonly [string, number] => [
    documentId,
    partOf(askedMinor(credited, documentId, firstOn ?? issuedOn), share),
  ])
  if (allOn !== undefined) {
    const partial = shareOfAll === undefined ? rules.policy.partialDiscount : true
    payParts(books, askedThen, currency, allOn, { ...rules, policy: { ...rules.policy, partialDiscount: partial } })
  }
  for (const { on, amountMinor, exchange } of payments) {
    const minor = amountMinor ?? invoices.reduce((so, { documentId }) => so + askedMinor(books, documentId, on), 0)
    if (minor > 0) payInvoices(books, invoices, { amount: money(currency, minor), on, exchange }, rules)
  }
  return answer(
    discountAnswers({
      currency,
      baseCurrency,
      invoices,
      issued,
      credited,
      paid: books,
      askedThen,
      hasPayments: payments.length > 0 || allOn !== undefined,
      namesDates: namesDates(given),
    }),
    asked,
  )
}

/** A part of an amount: up to 1 a share, above it a percent. */
const partOf = (minor: number, share: ReturnType<typeof decimal>): number =>
  compareDecimals(share, decimal('1')) <= 0
    ? scaleMinor(minor, share.unscaled, 10 ** share.scale)
    : percentOf(minor, share)

const creditBefore = (
  given: Reader,
  books: Books,
  invoices: ReadonlyArray<Discounted>,
  currency: CurrencyCode,
): void => {
  const note = given.map('credit_note')
  if (note === undefined) return
  const minor = minorOf(note, 'amount', currency) ?? unsupported('credit_note without amount')
  const item = targetOf(
    note,
    invoices.map(({ documentId }) => documentId),
  )
  const on = note.date('date') ?? invoices.find(({ documentId }) => documentId === item)?.issuedOn
  const linked = note.yes('linked') !== false
  const attempt = creditItem(
    books,
    linked ? item : undefined,
    minor,
    currency,
    on ?? unsupported(`credit_note: ${item}`),
  )
  if (attempt._tag === 'Left') throw new GivenRefused(`credit_note refused: ${attempt.left._tag}`)
}

interface Payment {
  readonly on: LocalDate
  /** Absent: what is asked for on that day. */
  readonly amountMinor: number | undefined
  readonly exchange: StatedValue | undefined
}

const paymentsOf = (
  given: Reader,
  invoices: ReadonlyArray<Discounted>,
  currency: CurrencyCode,
  baseCurrency: CurrencyCode,
): ReadonlyArray<Payment> =>
  given.maps('payments').map((payment) => {
    payment.text('id')
    const on = dayOf(payment, 'date', 'day') ?? undatedDay(given, invoices) ?? unsupported('a payment without invoice')
    const { exchange } = valueStated(payment, 'bank_base', baseCurrency)
    return { on, amountMinor: minorOf(payment, 'amount', currency), exchange }
  })

/** The day of a payment without one: in time, unless the case says that the window is over. */
const undatedDay = (given: Reader, invoices: ReadonlyArray<Discounted>): LocalDate | undefined => {
  const inWindow = given.yes('in_window') !== false
  return invoices
    .map(({ issuedOn, lateOn }) => (inWindow ? issuedOn : lateOn))
    .sort()
    .at(-1)
}

const rulesOf = (given: Reader, currency: CurrencyCode): PayingRules => {
  const policy = given.map('policy')
  policy?.oneOf('claimed_discount', { earned_part: true })
  const words = { due_date: 'due_date', better_discount: 'better_discount' } as const
  const order = (policy?.texts('invoice_order') ?? []).map((word) =>
    Object.hasOwn(words, word) ? words[word as keyof typeof words] : unsupported(`policy.invoice_order: ${word}`),
  )
  return {
    policy: {
      ...plainPolicy,
      partialDiscount: policy?.yes('partial_discount') === true,
      overpayment:
        policy?.oneOf('overpayment', { specific: 'specific', unspecific: 'unspecific' } as const) ?? 'specific',
      maxPennyMinor: (policy === undefined ? undefined : minorOf(policy, 'max_overpayment', currency)) ?? 0,
    },
    invoiceOrder: order,
    claimedPercent: given.decimal('claimed_percent'),
  }
}
