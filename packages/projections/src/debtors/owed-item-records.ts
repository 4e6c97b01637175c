/** What is known of the items that each customer owed, for a finding about how they pay. */
import { laterOf, type LocalDate } from '@quittance/kernel'
import { balancesAt, type BalancesAt, openAt } from '../ledger-view/balances-at.js'
import { closedOn } from '../ledger-view/closed-on.js'
import { instalmentsAt } from '../ledger-view/due-days.js'
import { knownBy } from '../ledger-view/known-by.js'
import type { LedgerView } from '../ledger-view/ledger-view.js'
import type { PointInTime } from '../point-in-time.js'
import { disputesAgainstUs } from './disputes-against-us.js'
import type { OwedItemRecord } from './record.js'

/** Why an item's delay is not held against its customer. @category projections @since 0.1.0 */
export type ItemExcuse = 'dispute open' | 'dispute accepted'

/**
 * The items by customer, those closed without money left out. Of several instalments the latest due day counts. An
 * item carries a cause where it was in dispute while it was late, unless the dispute was rejected or withdrawn.
 *
 * @law a dispute that was rejected excuses nothing
 * @category projections
 * @since 0.1.0
 */
export const owedItemRecords = (
  view: LedgerView,
  at: PointInTime,
): ReadonlyMap<string, ReadonlyArray<OwedItemRecord>> => {
  const balances = balancesAt(view, at)
  const byCustomer = new Map<string, Array<OwedItemRecord>>()
  for (const [index, { kind, customer }] of view.subjects.entries()) {
    if (kind !== 'item') continue
    const record = recordOf(view, balances, index, at)
    if (record === undefined) continue
    const known = byCustomer.get(customer)
    if (known === undefined) byCustomer.set(customer, [record])
    else known.push(record)
  }
  return byCustomer
}

const recordOf = (
  view: LedgerView,
  balances: BalancesAt,
  index: number,
  at: PointInTime,
): OwedItemRecord | undefined => {
  const subject = view.subjects[index]
  const owedMinor = balances.owed[index] as number
  const [dueOn, ...later] = instalmentsAt(view, index, at).map((instalment) => instalment.dueOn)
  if (subject === undefined || dueOn === undefined || owedMinor <= 0) return undefined
  const isOpen = openAt(balances, index) !== 0
  const wasPaid = (balances.paid[index] as number) > 0 || (balances.discounted[index] as number) > 0
  const givenUpOn = givenUpDay(view, index, at)
  if (!isOpen && !wasPaid && givenUpOn === undefined) return undefined
  const lastDueOn = later.reduce(laterOf, dueOn)
  // An item that was written off was not paid, whatever closed it in the end.
  const paidOn = isOpen || givenUpOn !== undefined ? undefined : closedOn(view, index, at)
  const cause = disputeCause(view, index, lastDueOn, at)
  return {
    itemId: subject.id,
    currency: subject.currency,
    amountMinor: owedMinor,
    issuedOn: subject.on,
    dueOn: lastDueOn,
    ...(paidOn === undefined ? {} : { paidOn }),
    ...(givenUpOn === undefined ? {} : { givenUpOn }),
    ...(cause === undefined ? {} : { cause }),
  }
}

/** The first day on which a part of it was given up that was not taken back since. */
const givenUpDay = (view: LedgerView, index: number, at: PointInTime): LocalDate | undefined => {
  const notes = knownBy(view.givenUp.get(index), at)
  return notes.reduce((so, { minor }) => so + minor, 0) > 0 ? notes[0]?.on : undefined
}

/** In dispute at some time after the due day: from the raising to the end of it, if it has ended. */
const disputeCause = (view: LedgerView, index: number, dueOn: LocalDate, at: PointInTime): ItemExcuse | undefined => {
  const late = disputesAgainstUs(view, index, at).filter(({ endedOn }) => endedOn === undefined || endedOn > dueOn)
  if (late.length === 0) return undefined
  return late.some(({ endedOn }) => endedOn === undefined) ? 'dispute open' : 'dispute accepted'
}
