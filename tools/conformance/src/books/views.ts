/** The projections' view of several accounts. */
import { accountStream, type Instant, instantOn, type LocalDate, localDate } from '@quittance/kernel'
import { addFact, emptyLedgerView, type LedgerView, type PointInTime } from '@quittance/projections'
import { type Books, newBooks } from './books.js'

/** An empty account of a customer. */
export const booksOf = (customer: string): Books => newBooks(accountStream('case', customer))

/** All facts of the accounts in one view, as a store with all of them would give. */
export const viewOf = (accounts: Iterable<Books>): LedgerView => {
  const view = emptyLedgerView()
  let position = 0
  for (const books of accounts)
    for (const recorded of books.recorded()) {
      position += 1
      addFact(view, { ...recorded, position })
    }
  return view
}

/** As of a day, with all that was ever recorded. */
export const asOfLatest = (view: LedgerView, asOf: LocalDate): PointInTime => ({
  asOf,
  knownAt: view.latestRecordedAt ?? endOf(asOf),
})

/** Every day there is. */
export const everyDay: { readonly from: LocalDate; readonly to: LocalDate } = {
  from: localDate('0001-01-01'),
  to: localDate('9999-12-30'),
}

/** The last instant of a day. */
export const endOf = (day: LocalDate): Instant => instantOn(day, '23:59:59.999')
