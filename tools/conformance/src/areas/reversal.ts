/** Area `reversal`: payments that bounce, are charged back, cancelled or refunded, on a real account. */
import type { CurrencyCode } from '@quittance/kernel'
import type { OverdueMeasure, OverdueStates } from '@quittance/receivables'
import { newBooks } from '../books/books.js'
import { currencyOf, minorOf } from '../books/currency.js'
import { daysOf } from '../books/days.js'
import { openBooks } from '../books/opening.js'
import type { Adapter } from '../run/adapter.js'
import { play } from '../run/play.js'
import type { Reader } from '../run/reader.js'
import { unsupported } from '../run/unsupported.js'
import { chargedBack, reversalActs, type Reversals } from './reversal/acts.js'
import { reversalAnswers } from './reversal/answers.js'
import { customerCreditId } from './reversal/refund.js'

/** The adapter of reversals and refunds. */
export const reversal: Adapter = (given, asked) => {
  const currency = currencyOf(given)
  const days = daysOf(given)
  const books = newBooks('account-case_case')
  const byCard = chargedBack(given)
  const opening = openBooks(given, books, currency, days, { isCard: (id) => byCard.has(id) })
  const creditMinor = minorOf(given, 'customer_credit', currency) ?? 0
  if (creditMinor > 0)
    books.must({
      _tag: 'IssueCreditNote',
      on: days.before,
      documentId: customerCreditId,
      currency,
      lines: [{ netMinor: creditMinor }],
      reason: 'case',
    })
  given.map('policy')
  const states = statesOf(given, currency)
  const scene: Reversals = { books, currency, days, opening, today: days.today, payment: undefined }
  return play(given, asked, { acts: reversalActs(scene), answers: () => reversalAnswers(scene, states) })
}

const measures: Readonly<Record<string, OverdueMeasure>> = {
  invoice_age: 'invoice-age',
  unpaid_count: 'unpaid-count',
  unpaid_balance: 'unpaid-balance',
}

const statesOf = (given: Reader, currency: CurrencyCode): OverdueStates | undefined => {
  const by = given.oneOf('states_by', measures)
  const states = given.map('states')
  if (by === undefined || states === undefined) return undefined
  return {
    by,
    states: states.keys().map((name) => ({
      name,
      from:
        (by === 'unpaid-balance' ? minorOf(states, name, currency) : states.whole(name)) ??
        unsupported(`states.${name} without threshold`),
    })),
  }
}
