/** The signs of a customer, from the facts of the ledger and from what people reported. */
import { instantMillis, type LocalDate } from '@quittance/kernel'
import type { DebtorView } from '../debtors/debtor-view.js'
import type { PayerRecord } from '../debtors/record.js'
import { because } from '../ledger-view/because.js'
import { indexesOf } from '../ledger-view/ledger-view.js'
import type { PointInTime } from '../point-in-time.js'
import { type DistressPolicy, type DistressSign, distressSigns, type MoreSigns } from './distress-signs.js'

/**
 * The signs at a point in time.
 *
 * @param entity - whose books; the record says which customer
 * @category projections
 * @since 0.1.0
 */
export const signsOfPayer = (
  view: DebtorView,
  entity: string,
  record: PayerRecord,
  at: PointInTime,
  reported: MoreSigns['reported'],
  policy: DistressPolicy,
): ReadonlyArray<DistressSign> =>
  distressSigns(
    record,
    {
      partlyPaid: record.items.flatMap(({ itemId, amountMinor }) => {
        const on = firstPart(view, entity, itemId, amountMinor, at)
        return on === undefined ? [] : [{ itemId, on }]
      }),
      plans: plansOf(view, record.customer, at),
      reported,
    },
    at.asOf,
    policy,
  )

/** The first day on which money came for it that left something open. */
const firstPart = (
  view: DebtorView,
  entity: string,
  itemId: string,
  owedMinor: number,
  at: PointInTime,
): LocalDate | undefined => {
  const index = indexesOf(view.ledger, entity, 'item').get(itemId)
  if (index === undefined) return undefined
  const days = new Map<LocalDate, number>()
  for (const { on, measure, minor } of because(view.ledger, index, at))
    if (measure !== 'owed' && measure !== 'disputed' && measure !== 'deducted')
      days.set(on, (days.get(on) ?? 0) + minor)
  let takenMinor = 0
  for (const [on, minor] of [...days].sort(([a], [b]) => (a < b ? -1 : 1))) {
    takenMinor += minor
    if (minor > 0 && takenMinor > 0 && takenMinor < owedMinor) return on
  }
  return undefined
}

const plansOf = (view: DebtorView, customer: string, { asOf, knownAt }: PointInTime): MoreSigns['plans'] => {
  const plans = new Map<string, LocalDate>()
  for (const notes of view.promises.get(customer)?.values() ?? [])
    for (const { fact, recordedMillis } of notes)
      if (
        fact._tag === 'PromiseMade' &&
        fact.plan !== undefined &&
        fact.on <= asOf &&
        recordedMillis <= instantMillis(knownAt)
      )
        plans.set(fact.plan.planId, fact.on)
  return [...plans].map(([planId, on]) => ({ planId, on }))
}
