/** Which items the question is about: those past due, those settled too late, or all of them. */
import { daysBetween, epochDay, instantMillis, laterOf, type LocalDate } from '@quittance/kernel'
import { type BalancesAt, openAt } from '../ledger-view/balances-at.js'
import { closedOn } from '../ledger-view/closed-on.js'
import { instalmentsAt } from '../ledger-view/due-days.js'
import type { LedgerView } from '../ledger-view/ledger-view.js'
import { openItemsOf } from '../open-items/open-items.js'
import type { PointInTime } from '../point-in-time.js'
import type { ItemStanding } from './item-dossier.js'

/** `past-due`: open after their due day; `late`: those, and those settled after it; `all`: every item that is owed or was. @category model @since 0.1.0 */
export type CauseScope = 'past-due' | 'late' | 'all'

/** The items of a scope, in the order of the view. @internal */
export const lateItems = (
  view: LedgerView,
  at: PointInTime,
  balances: BalancesAt,
  scope: CauseScope,
): ReadonlyArray<ItemStanding> => {
  const pastDue = pastDueItems(view, at, balances)
  if (scope === 'past-due') return [...pastDue.values()].sort((a, b) => a.subject - b.subject)
  const items: Array<ItemStanding> = []
  for (const subject of view.subjects.keys()) {
    const item = pastDue.get(subject) ?? otherItem(view, at, balances, subject)
    if (item !== undefined && (scope === 'all' || item.state !== 'in-time')) items.push(item)
  }
  return items
}

/** What is past due of each item, its instalments together, with the due day of the oldest. */
const pastDueItems = (view: LedgerView, at: PointInTime, balances: BalancesAt): ReadonlyMap<number, ItemStanding> => {
  const bySubject = new Map<number, ItemStanding>()
  for (const { subject, daysPastDue, openMinor, dueOn } of openItemsOf(view, at, balances)) {
    if (daysPastDue <= 0 || openMinor <= 0) continue
    const so = bySubject.get(subject)
    if (so !== undefined) bySubject.set(subject, { ...so, openMinor: so.openMinor + openMinor })
    else bySubject.set(subject, { subject, dueOn, state: 'past-due', openMinor, daysLate: daysPastDue })
  }
  return bySubject
}

const otherItem = (
  view: LedgerView,
  at: PointInTime,
  balances: BalancesAt,
  subject: number,
): ItemStanding | undefined => {
  if (view.subjects[subject]?.kind !== 'item' || !isOnFile(view, subject, at)) return undefined
  const dueOn = instalmentsAt(view, subject, at)
    .map((instalment) => instalment.dueOn)
    .reduce<LocalDate | undefined>((last, day) => (last === undefined ? day : laterOf(last, day)), undefined)
  if (dueOn === undefined) return undefined
  const settledOn = openAt(balances, subject) === 0 ? closedOn(view, subject, at) : undefined
  const daysLate = settledOn === undefined ? 0 : Math.max(0, daysBetween(dueOn, settledOn))
  const state = daysLate > 0 ? 'settled-late' : 'in-time'
  return { subject, dueOn, state, ...(settledOn === undefined ? {} : { settledOn }), openMinor: 0, daysLate }
}

/** Whether its issue had happened and was known by then: its first movement is what was owed by it. */
const isOnFile = (view: LedgerView, subject: number, { asOf, knownAt }: PointInTime): boolean => {
  const at = view.firstDelta[subject] ?? -1
  if (at < 0) return false
  const { effectiveDay, recordedMillis } = view.deltas
  return (
    (effectiveDay.values[at] as number) <= epochDay(asOf) &&
    (recordedMillis.values[at] as number) <= instantMillis(knownAt)
  )
}
