/** Step `net`: what the account and its vendor owe each other is set off, as the account's own policy proposes. */
import { proposeNetting } from '@quittance/cash-application'
import { type CurrencyCode, keyedGet, type LocalDate, money } from '@quittance/kernel'
import { type Books, outcomeOf } from '../../books/books.js'
import { documentOf, openOf } from '../../books/balances.js'
import { minorOf, requiredMinor } from '../../books/currency.js'
import { dayOf, type Days } from '../../books/days.js'
import { freshId } from '../../books/movements.js'
import type { Outcome } from '../../run/play.js'
import type { Reader } from '../../run/reader.js'

/** What we owe the same party. What is open of it shrinks as it is netted: its books are not ours. */
export interface PayableBalance {
  readonly id: string
  readonly dueOn: LocalDate
  openMinor: number
  nettedMinor: number
}

/** The payables of a case; without a due day one is due on its own date. */
export const payablesOf = (given: Reader, currency: CurrencyCode, days: Days): ReadonlyArray<PayableBalance> =>
  given.maps('payables').map((payable, index) => {
    const on = dayOf(payable, 'date', 'day')
    return {
      id: payable.text('id') ?? `V${index + 1}`,
      dueOn: dayOf(payable, 'due', 'due_day') ?? on ?? days.before,
      openMinor: minorOf(payable, 'open', currency) ?? requiredMinor(payable, 'amount', currency),
      nettedMinor: 0,
    }
  })

/** Net all that is open on both sides; where one side owes nothing, nothing is recorded. */
export const netAll = (
  books: Books,
  items: ReadonlyArray<string>,
  payables: ReadonlyArray<PayableBalance>,
  currency: CurrencyCode,
  on: LocalDate,
): Outcome => {
  const receivables = items.map((id) => ({ id, dueOn: dueOf(books, id), openMinor: openOf(books, id) }))
  const { lines } = proposeNetting(receivables, payables)
  if (lines.length === 0) return 'accepted'
  const outcome = outcomeOf(
    books.attempt([
      {
        _tag: 'NetAgainstPayables',
        on,
        nettingId: freshId(books, 'netting'),
        lines: lines.map(({ amountMinor, ...pair }) => ({ ...pair, amount: money(currency, amountMinor) })),
        payables: payables.map(({ id, dueOn, openMinor }) => ({
          payableId: id,
          dueOn,
          open: money(currency, openMinor),
        })),
        policy: { id: 'case', version: 1, agreed: true },
      },
    ]),
  )
  if (outcome === 'refused') return outcome
  for (const payable of payables)
    for (const { payableId, amountMinor } of lines) {
      if (payableId !== payable.id) continue
      payable.openMinor -= amountMinor
      payable.nettedMinor += amountMinor
    }
  return outcome
}

const dueOf = (books: Books, id: string): LocalDate => {
  const { instalments, issuedOn } = documentOf(books, id)
  return instalments[0]?.dueOn ?? issuedOn
}

/** What was netted of each item. */
export const nettedOf = (books: Books, items: ReadonlyArray<string>): ReadonlyArray<readonly [string, number]> =>
  items.map((id) => [id, keyedGet(books.state().cash.items, id)?.nettedMinor ?? 0])
