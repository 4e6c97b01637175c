/** Signs that a customer may be struggling: each with its day and with what shows it. */
import { addDays, daysBetween, type LocalDate } from '@quittance/kernel'
import type { OwedItemRecord, PayerRecord } from '../debtors/record.js'
import { type HabitChange, payerProfile, type PayerProfilePolicy, payerProfilePolicy } from './payer-profile.js'

/** What a sign says. `reported` ones are told by people. @category projections @since 0.1.0 */
export type DistressKind =
  | 'pays slower'
  | 'pays irregularly'
  | 'pays in parts'
  | 'pays small items while large ones age'
  | 'promise broken'
  | 'asks for instalments'
  | 'payment returned'
  | 'item given up'
  | 'reported'

/** A sign. @category projections @since 0.1.0 */
export interface DistressSign {
  readonly on: LocalDate
  readonly kind: DistressKind
  /** Ids of the items, promises or receipts that show it. */
  readonly shownBy: ReadonlyArray<string>
  /** The words of who reported it. */
  readonly words?: string
}

/** What signs are told by. Data with an id and a version. @category policies @since 0.1.0 */
export interface DistressPolicy {
  readonly id: string
  readonly version: number
  /** Signs of so many days before the day asked for, inclusive. */
  readonly windowDays: number
  /** Irregular: the spread of the last few payments is so many times that of the few before, and at least so many days. */
  readonly irregularTimes: number
  readonly irregularLeastDays: number
  /** Large: so many times the amount of what was paid instead. */
  readonly largeTimes: number
  /** Ages: past due for more than so many days. */
  readonly agesDays: number
  readonly profile: PayerProfilePolicy
}

/** The default. @category policies @since 0.1.0 */
export const distressPolicy: DistressPolicy = {
  id: 'distress-signs',
  version: 1,
  windowDays: 90,
  irregularTimes: 2,
  irregularLeastDays: 7,
  largeTimes: 3,
  agesDays: 30,
  profile: payerProfilePolicy,
}

/** What the record alone does not say. @category projections @since 0.1.0 */
export interface MoreSigns {
  /** Items that were paid in parts, with the day of the first part that left something open. */
  readonly partlyPaid: ReadonlyArray<{ readonly itemId: string; readonly on: LocalDate }>
  /** Promises of instalments. */
  readonly plans: ReadonlyArray<{ readonly planId: string; readonly on: LocalDate }>
  readonly reported: ReadonlyArray<{ readonly on: LocalDate; readonly words: string }>
}

/**
 * The signs within the window, by day. Part payments are a sign only where none was made in the year before; what was
 * late for a cause of ours is none.
 *
 * @law a sign lies in its window and names what shows it
 * @category projections
 * @since 0.1.0
 */
export const distressSigns = (
  record: PayerRecord,
  more: MoreSigns,
  asOf: LocalDate,
  policy: DistressPolicy,
): ReadonlyArray<DistressSign> => {
  const items = record.items.filter(({ cause }) => cause === undefined)
  const first = addDays(asOf, 0 - policy.windowDays)
  const signs: ReadonlyArray<DistressSign> = [
    ...slower(record.customer, items, policy),
    ...irregular(items, policy),
    ...newParts(more.partlyPaid, policy),
    ...smallBeforeLarge(items, policy),
    ...record.promises
      .filter(({ state, cause }) => state === 'broken' && cause === undefined)
      .map(({ settledOn, promiseId }) => sign(settledOn, 'promise broken', promiseId)),
    ...more.plans.map(({ planId, on }) => sign(on, 'asks for instalments', planId)),
    ...record.returns.map(({ on, receiptId }) => sign(on, 'payment returned', receiptId)),
    ...items.flatMap(({ itemId, givenUpOn }) =>
      givenUpOn === undefined ? [] : [sign(givenUpOn, 'item given up', itemId)],
    ),
    ...more.reported.map(({ on, words }) => ({ ...sign(on, 'reported'), words })),
  ]
  return signs
    .filter(({ on }) => on >= first && on <= asOf)
    .toSorted((a, b) => compare(a.on, b.on) || compare(a.kind, b.kind) || compare(a.shownBy.join(), b.shownBy.join()))
}

const sign = (on: LocalDate, kind: DistressKind, ...shownBy: ReadonlyArray<string>): DistressSign => ({
  on,
  kind,
  shownBy,
})

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const slower = (
  customer: string,
  items: ReadonlyArray<OwedItemRecord>,
  { profile }: DistressPolicy,
): ReadonlyArray<DistressSign> =>
  payerProfile(customer, items, profile)
    .changes.filter(({ daysBefore, daysAfter }: HabitChange) => daysAfter > daysBefore)
    .map(({ on }) => sign(on, 'pays slower', ...paidOnDay(items, on)))

const paidOnDay = (items: ReadonlyArray<OwedItemRecord>, on: LocalDate): ReadonlyArray<string> =>
  items
    .filter(({ paidOn }) => paidOn === on)
    .map(({ itemId }) => itemId)
    .toSorted(compare)

/** The last few payments against the few before them; told on the day of the last. */
const irregular = (items: ReadonlyArray<OwedItemRecord>, policy: DistressPolicy): ReadonlyArray<DistressSign> => {
  const { changeItems } = policy.profile
  const paid = items
    .filter(({ paidOn }) => paidOn !== undefined)
    .toSorted((a, b) => compare(a.paidOn ?? '', b.paidOn ?? '') || compare(a.itemId, b.itemId))
  const [last, before] = [paid.slice(-changeItems), paid.slice(-2 * changeItems, -changeItems)]
  const on = last.at(-1)?.paidOn
  if (on === undefined || before.length < changeItems) return []
  const [now, then] = [last, before].map((few) => payerProfile('', few, policy.profile).spreadHundredths)
  return (now ?? 0) >= policy.irregularTimes * (then ?? 0) && (now ?? 0) >= 100 * policy.irregularLeastDays
    ? [sign(on, 'pays irregularly', ...last.map(({ itemId }) => itemId))]
    : []
}

const newParts = (partlyPaid: MoreSigns['partlyPaid'], { windowDays }: DistressPolicy): ReadonlyArray<DistressSign> =>
  partlyPaid
    .filter(
      ({ on }) =>
        !partlyPaid.some(
          (other) => other.on < addDays(on, 0 - windowDays) && other.on >= addDays(on, -365 - windowDays),
        ),
    )
    .map(({ on, itemId }) => sign(on, 'pays in parts', itemId))

const smallBeforeLarge = (
  items: ReadonlyArray<OwedItemRecord>,
  { largeTimes, agesDays }: DistressPolicy,
): ReadonlyArray<DistressSign> =>
  items.flatMap((small) => {
    const { paidOn } = small
    if (paidOn === undefined) return []
    const large = items.find(
      (other) =>
        other.currency === small.currency &&
        other.amountMinor >= largeTimes * small.amountMinor &&
        daysBetween(other.dueOn, paidOn) > agesDays &&
        (other.paidOn === undefined || other.paidOn > paidOn),
    )
    return large === undefined
      ? []
      : [sign(paidOn, 'pays small items while large ones age', small.itemId, large.itemId)]
  })
