/**
 * How late each customer pays: over the items they have paid in full.
 */
import { daysBetween, laterOf } from '@quittance/kernel'
import { balancesAt, openAt } from '../ledger-view/balances-at.js'
import { closedOn } from '../ledger-view/closed-on.js'
import { instalmentsAt } from '../ledger-view/due-days.js'
import type { LedgerView } from '../ledger-view/ledger-view.js'
import type { PointInTime } from '../point-in-time.js'

/** A customer's record at a point in time. Days late = max(0, paid day - due day); of several instalments the latest due day counts. @category projections @since 0.1.0 */
export interface PayerLateness {
  readonly customer: string
  /** Items that were settled in full, with money. */
  readonly settled: number
  readonly late: number
  /** Sum of days late over the settled items; the average is this over `settled`. */
  readonly daysLate: number
  readonly worstDaysLate: number
}

/**
 * The payers, the latest on average first; then by number of late items, then by id. An item counts as paid on
 * the day that brought it to zero for the last time; what happens to it later (a dispute ends) makes nobody later.
 *
 * @law a dispute never makes a payer later
 * @category projections
 * @since 0.1.0
 */
export const payerLateness = (view: LedgerView, at: PointInTime): ReadonlyArray<PayerLateness> => {
  const balances = balancesAt(view, at)
  const byCustomer = new Map<string, { settled: number; late: number; daysLate: number; worstDaysLate: number }>()
  for (const [index, { kind, customer }] of view.subjects.entries()) {
    const paid = (balances.paid[index] as number) > 0 || (balances.discounted[index] as number) > 0
    if (kind !== 'item' || !paid || openAt(balances, index) !== 0) continue
    const days = Math.max(0, daysLateOf(view, index, at))
    let record = byCustomer.get(customer)
    if (record === undefined)
      byCustomer.set(customer, (record = { settled: 0, late: 0, daysLate: 0, worstDaysLate: 0 }))
    record.settled += 1
    record.late += days > 0 ? 1 : 0
    record.daysLate += days
    record.worstDaysLate = Math.max(record.worstDaysLate, days)
  }
  return [...byCustomer].map(([customer, record]) => ({ customer, ...record })).sort(latestFirst)
}

const latestFirst = (a: PayerLateness, b: PayerLateness): number => {
  // Averages compared crosswise, in whole numbers.
  const difference = b.daysLate * a.settled - a.daysLate * b.settled
  if (difference !== 0) return difference
  return b.late === a.late ? (a.customer < b.customer ? -1 : 1) : b.late - a.late
}

/** Days from the latest due day to the day that brought it to nothing; below zero is early. @internal */
export const daysLateOf = (view: LedgerView, index: number, at: PointInTime): number => {
  const dueDays = instalmentsAt(view, index, at).map(({ dueOn }) => dueOn)
  const paidOn = closedOn(view, index, at)
  return paidOn === undefined || dueDays.length === 0 ? 0 : daysBetween(dueDays.reduce(laterOf), paidOn)
}
