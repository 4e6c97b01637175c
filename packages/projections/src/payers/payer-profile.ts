/**
 * How a customer pays by habit: on time, sometimes late or always late; how many days they take and how evenly;
 * and when that changed.
 */
import { daysBetween, decimal, type Decimal, type LocalDate } from '@quittance/kernel'
import type { OwedItemRecord } from '../debtors/record.js'
import { signedDaysLate } from '../debtors/signals/late-items.js'

/** When a habit shows, and what it is called. Data with an id and a version. @category policies @since 0.1.0 */
export interface PayerProfilePolicy {
  readonly id: string
  readonly version: number
  /** Fewer paid items than this show no habit. */
  readonly minItems: number
  /** Paid this many days after the due day still counts as on time. */
  readonly graceDays: number
  /** At most this share of items late: pays on time. Inclusive. */
  readonly onTimeMostPercent: Decimal
  /** At least this share late: always late. Inclusive. */
  readonly alwaysLateLeastPercent: Decimal
  /** A change is told by so many items before it and so many after. */
  readonly changeItems: number
  /** The least by which the averages before and after a change differ. */
  readonly changeDays: number
}

/** The default. @category policies @since 0.1.0 */
export const payerProfilePolicy: PayerProfilePolicy = {
  id: 'payer-profile',
  version: 1,
  minItems: 5,
  graceDays: 0,
  onTimeMostPercent: decimal('10'),
  alwaysLateLeastPercent: decimal('50'),
  changeItems: 6,
  changeDays: 7,
}

/** A habit. @category projections @since 0.1.0 */
export type PayerHabit = 'too little history' | 'on time' | 'sometimes late' | 'always late'

/** A change of habit: from the item paid on that day onwards, the average over the next few differs from that of the few before. @category projections @since 0.1.0 */
export interface HabitChange {
  readonly on: LocalDate
  /** Sums of days late over `items` items each, early payment counting below zero. */
  readonly daysBefore: number
  readonly daysAfter: number
  readonly items: number
}

/** A profile. Sums rather than averages, so that nothing is lost by rounding. @category projections @since 0.1.0 */
export interface PayerProfile {
  readonly customer: string
  readonly habit: PayerHabit
  readonly items: number
  readonly late: number
  /** Sum of days from due day to paid day, below zero where paid early; the average is this over `items`. */
  readonly signedDays: number
  /** The same without what was paid early. */
  readonly daysLate: number
  /** Standard deviation of the days from due day to paid day, in hundredths of a day, rounded down. */
  readonly spreadHundredths: number
  /** Sum of days from issue to paid day, over the items whose day of issue is known. */
  readonly daysToPay: number
  readonly daysToPayItems: number
  readonly daysToPaySpreadHundredths: number
  readonly changes: ReadonlyArray<HabitChange>
}

/**
 * The profile over the items that were paid; those with a cause of ours are left out.
 *
 * @law the order of the evidence changes no profile
 * @category projections
 * @since 0.1.0
 */
export const payerProfile = (
  customer: string,
  records: ReadonlyArray<OwedItemRecord>,
  policy: PayerProfilePolicy,
): PayerProfile => {
  const paid = records
    .filter(({ paidOn, cause }) => paidOn !== undefined && cause === undefined)
    .toSorted((a, b) => compare(a.paidOn ?? '', b.paidOn ?? '') || compare(a.itemId, b.itemId))
  const days = paid.map(signedDaysLate)
  const late = days.filter((one) => one > policy.graceDays).length
  const toPay = paid.flatMap(({ issuedOn, paidOn }) =>
    issuedOn === undefined || paidOn === undefined ? [] : [daysBetween(issuedOn, paidOn)],
  )
  return {
    customer,
    habit: habitOf(paid.length, late, policy),
    items: paid.length,
    late,
    signedDays: sum(days),
    daysLate: sum(days.map((one) => Math.max(0, one))),
    spreadHundredths: spreadHundredths(days),
    daysToPay: sum(toPay),
    daysToPayItems: toPay.length,
    daysToPaySpreadHundredths: spreadHundredths(toPay),
    changes: changesIn(paid, days, policy),
  }
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const sum = (numbers: ReadonlyArray<number>): number => numbers.reduce((so, one) => so + one, 0)

const habitOf = (items: number, late: number, policy: PayerProfilePolicy): PayerHabit => {
  if (items < policy.minItems || items === 0) return 'too little history'
  if (shareAgainst(late, items, policy.onTimeMostPercent) <= 0n) return 'on time'
  return shareAgainst(late, items, policy.alwaysLateLeastPercent) >= 0n ? 'always late' : 'sometimes late'
}

/** Below, at or above zero as a part of a whole is below, at or above so many percent; exact. */
const shareAgainst = (part: number, whole: number, percent: Decimal): bigint =>
  BigInt(part) * 100n * 10n ** BigInt(percent.scale) - BigInt(whole) * BigInt(percent.unscaled)

/** Square root of the mean square distance from the mean, by whole numbers: 100 sqrt(n sum x2 - (sum x)2) / n. */
const spreadHundredths = (days: ReadonlyArray<number>): number => {
  const count = BigInt(days.length)
  if (count === 0n) return 0
  const [total, squares] = [BigInt(sum(days)), BigInt(sum(days.map((one) => one * one)))]
  return Number(wholeRoot(10_000n * (count * squares - total * total)) / count)
}

/** The largest whole number whose square is not above. */
const wholeRoot = (value: bigint): bigint => {
  if (value < 2n) return value
  let root = 1n << BigInt((value.toString(2).length + 1) >> 1)
  for (;;) {
    const next = (root + value / root) >> 1n
    if (next >= root) return root
    root = next
  }
}

/** The sharpest changes first, none within the items that told another; then by day. */
const changesIn = (
  paid: ReadonlyArray<OwedItemRecord>,
  days: ReadonlyArray<number>,
  { changeItems, changeDays }: PayerProfilePolicy,
): ReadonlyArray<HabitChange> => {
  const found: Array<HabitChange & { readonly at: number }> = []
  for (let at = changeItems; at + changeItems <= days.length; at += 1) {
    const daysBefore = sum(days.slice(at - changeItems, at))
    const daysAfter = sum(days.slice(at, at + changeItems))
    const on = paid[at]?.paidOn
    if (on !== undefined && Math.abs(daysAfter - daysBefore) >= changeDays * changeItems)
      found.push({ at, on, daysBefore, daysAfter, items: changeItems })
  }
  const sharpest = found.toSorted(
    (a, b) => Math.abs(b.daysAfter - b.daysBefore) - Math.abs(a.daysAfter - a.daysBefore) || a.at - b.at,
  )
  const kept: Array<(typeof found)[number]> = []
  for (const change of sharpest)
    if (kept.every((other) => Math.abs(other.at - change.at) >= changeItems)) kept.push(change)
  return kept.toSorted((a, b) => a.at - b.at).map(({ at: _, ...change }) => change)
}
