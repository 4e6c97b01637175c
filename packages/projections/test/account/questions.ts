/** Everything the view answers, without the places of things inside the view: for comparing one view with another. */
import {
  agingReport,
  balanceForward,
  heldCredits,
  type LedgerView,
  openItems,
  payerLateness,
  type PointInTime,
} from '../../src/index.js'
import { firstDay } from './histories.js'

const withoutPlace = <A extends { readonly subject: number }>(list: ReadonlyArray<A>): ReadonlyArray<unknown> =>
  list.map((one) => ({ ...one, subject: undefined }))

/** All answers at a point in time. `future` says whether to keep what is known to come after the day. */
export const answersOf = (view: LedgerView, at: PointInTime, future: 'keep' | 'drop' = 'keep'): unknown => {
  const { currencies, customers } = agingReport(view, at)
  const items = openItems(view, at).map(({ futureMinor, remainingMinor, ...rest }) =>
    future === 'keep' ? { ...rest, futureMinor, remainingMinor } : rest,
  )
  return {
    currencies,
    customers,
    items: withoutPlace(items),
    credits: withoutPlace(heldCredits(view, at)),
    payers: payerLateness(view, at),
    statements: ['C-1', 'C-2', 'C-3'].map((customer) =>
      balanceForward(view, customer, { from: firstDay, to: at.asOf, knownAt: at.knownAt }),
    ),
  }
}

/** All of a view as plain data, so that two views can be compared byte by byte. */
export const bytesOf = (view: LedgerView): string => {
  const column = ({ values, length }: { values: ArrayLike<number>; length: number }): ReadonlyArray<number> =>
    Array.from(values).slice(0, length)
  return JSON.stringify({
    ...view,
    accounts: [...view.accounts],
    indexOf: [...view.indexOf],
    dueChanges: [...view.dueChanges],
    deliveries: [...view.deliveries],
    about: [...view.about],
    deltas: Object.entries(view.deltas).map(([name, values]) => [name, column(values)]),
  })
}
