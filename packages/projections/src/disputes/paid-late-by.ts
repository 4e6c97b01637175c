/** How items of one kind were paid beside those of another: by what stands on the document, its day, or whether it was disputed. */
import { balancesAt, openAt } from '../ledger-view/balances-at.js'
import type { LedgerView, Subject } from '../ledger-view/ledger-view.js'
import { daysLateOf } from '../payers/payer-lateness.js'
import type { PointInTime } from '../point-in-time.js'
import { disputeRegister } from './dispute-register.js'

/** What an item is grouped by. @category model @since 0.1.0 */
export interface GroupedItem {
  readonly document: Subject
  /** Whether it was ever disputed, as far as known. */
  readonly wasDisputed: boolean
}

/** Items of one group and currency. `late` over `settled` is the late share, `daysLate` over `settled` the average. @category projections @since 0.1.0 */
export interface LateGroup {
  readonly group: string
  readonly currency: string
  readonly items: number
  readonly billedMinor: number
  /** Items that were settled in full, with money. */
  readonly settled: number
  readonly late: number
  /** Sum of max(0, paid day - due day) over the settled items. */
  readonly daysLate: number
}

/**
 * Groups by name, then currency. Of several instalments the latest due day counts; an item for which `groupOf` has no answer is in no group.
 *
 * @law groups that take every item lose none
 * @category projections
 * @since 0.1.0
 */
export const paidLateBy = (
  view: LedgerView,
  at: PointInTime,
  groupOf: (item: GroupedItem) => string | undefined,
): ReadonlyArray<LateGroup> => {
  const disputed = new Set(disputeRegister(view, at).map(({ subject }) => subject))
  const balances = balancesAt(view, at)
  const groups = new Map<string, LateGroup>()
  for (const [index, document] of view.subjects.entries()) {
    const billedMinor = balances.owed[index] as number
    if (document.kind !== 'item' || billedMinor <= 0) continue
    const group = groupOf({ document, wasDisputed: disputed.has(index) })
    if (group === undefined) continue
    const { currency } = document
    const key = JSON.stringify([group, currency])
    const so = groups.get(key) ?? { group, currency, items: 0, billedMinor: 0, settled: 0, late: 0, daysLate: 0 }
    const wasPaid = (balances.paid[index] as number) > 0 || (balances.discounted[index] as number) > 0
    const settled = wasPaid && openAt(balances, index) === 0
    const daysLate = settled ? Math.max(0, daysLateOf(view, index, at)) : 0
    groups.set(key, {
      ...so,
      items: so.items + 1,
      billedMinor: so.billedMinor + billedMinor,
      settled: so.settled + (settled ? 1 : 0),
      late: so.late + (daysLate > 0 ? 1 : 0),
      daysLate: so.daysLate + daysLate,
    })
  }
  return [...groups.values()].sort((a, b) =>
    a.group === b.group ? (a.currency < b.currency ? -1 : 1) : a.group < b.group ? -1 : 1,
  )
}
