/** Area `reversal`: payments that bounce, are charged back, cancelled or refunded, on a real account. */
import { newBooks } from '../books/books.js'
import { currencyOf, minorOf } from '../books/currency.js'
import { daysOf } from '../books/days.js'
import { openBooks } from '../books/opening.js'
import type { Adapter } from '../run/adapter.js'
import { play } from '../run/play.js'
import { customerStatesOf } from './dunning/customer-states.js'
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
  const states = customerStatesOf(given, currency)
  const scene: Reversals = { books, currency, days, opening, today: days.today, payment: undefined }
  return play(given, asked, { acts: reversalActs(scene), answers: () => reversalAnswers(scene, states) })
}
