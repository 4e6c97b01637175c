/** Area `matching`: payments and open items through a reconciliation model, posted on a real account. */
import { addDays, type CurrencyCode, type LocalDate } from '@quittance/kernel'
import type { IssueInvoice } from '@quittance/invoicing'
import { newBooks } from '../books/books.js'
import { currencyOf, minorOf, requiredMinor, standInWith } from '../books/currency.js'
import { daysOf } from '../books/days.js'
import { openBooks, type OpeningWays } from '../books/opening.js'
import type { Adapter } from '../run/adapter.js'
import { play } from '../run/play.js'
import type { Reader } from '../run/reader.js'
import { unsupported } from '../run/unsupported.js'
import { matchingActs } from './matching/acts.js'
import { matchingAnswers } from './matching/answers.js'
import { matchWaiting } from './matching/match-waiting.js'
import { modelOf } from './matching/model-of.js'
import type { Matching } from './matching/scene.js'

/** The adapter of reconciliation models. */
export const matching: Adapter = (given, asked) => {
  const decimals = given.whole('currency_decimals')
  const currency = decimals === undefined ? currencyOf(given) : standInWith(decimals)
  const days = daysOf(given)
  const books = newBooks('account-case_case')
  const kinds = given.maps('invoices').map((invoice) => invoice.text('kind'))
  const opening = openBooks(given, books, currency, days, {
    undatedPaymentsOn: days.today,
    termsOf: offeredBy(given.map('discount'), currency, days.today),
  })
  const scene: Matching = {
    books,
    currency,
    days,
    ...modelOf(given.map('policy'), currency),
    invoices: opening.invoices,
    kinds: new Map(opening.invoices.map((id, at) => [id, kinds[at]?.replaceAll('_', '-')])),
    payments: [...opening.payments],
    decided: given.maps('write_offs').map((writeOff) => ({
      itemId: writeOff.text('invoice') ?? unsupported(`${writeOff.path} without invoice`),
      amountMinor: requiredMinor(writeOff, 'amount', currency),
    })),
    charges: [],
    decisions: [],
  }
  matchWaiting(scene, days.today)
  return play(given, asked, { acts: matchingActs(scene), answers: () => matchingAnswers(scene) })
}

/**
 * A discount that comes with the payments, as the terms of the invoices: a percentage on each, an amount on the first that
 * is worth more. Earned means that the money came in time, otherwise the day had passed before the invoice was there.
 */
const offeredBy = (
  discount: Reader | undefined,
  currency: CurrencyCode,
  today: LocalDate,
): NonNullable<OpeningWays['termsOf']> => {
  if (discount === undefined) return () => undefined
  const percent = discount.decimal('percent')
  const isEarned = discount.yes('earned') !== false
  let leftMinor = minorOf(discount, 'amount', currency)
  return (_, openMinor, issuedOn) => {
    const amountMinor = leftMinor !== undefined && leftMinor < openMinor ? leftMinor : undefined
    if (percent === undefined && amountMinor === undefined) return undefined
    if (amountMinor !== undefined) leftMinor = undefined
    const until = isEarned ? addDays(today > issuedOn ? today : issuedOn, 1) : addDays(issuedOn, -1)
    return termsWith({ until, ...(percent === undefined ? { amountMinor: amountMinor ?? 0 } : { percent }) })
  }
}

type Terms = NonNullable<IssueInvoice['terms']>

const termsWith = (tier: NonNullable<Terms['discount']>['tiers'][number]): Terms => ({
  id: 'case',
  version: 1,
  parts: [{ share: { _tag: 'Balance' }, due: {} }],
  discount: { taxMode: 'reduce-on-payment', base: 'total', graceDays: 0, tiers: [tier] },
})
