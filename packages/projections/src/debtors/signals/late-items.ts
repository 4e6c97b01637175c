/** Items paid late: in a row, on average, for very long, or as a share of all. */
import { daysBetween, type LocalDate } from '@quittance/kernel'
import type { SignalFinding } from '../finding.js'
import type { DaysLateSignal, LateInARowSignal, LateShareSignal, LongPastDueSignal } from '../policy.js'
import { isInWindow, type OwedItemRecord } from '../record.js'
import { reachesPercent } from './shares.js'

/** Days from the due day to the day that closed it; below zero when it was paid early. @category policies @since 0.1.0 */
export const signedDaysLate = ({ dueOn, paidOn }: OwedItemRecord): number =>
  paidOn === undefined ? 0 : daysBetween(dueOn, paidOn)

const byDueDay = (a: OwedItemRecord, b: OwedItemRecord): number =>
  a.dueOn === b.dueOn ? (a.itemId < b.itemId ? -1 : 1) : a.dueOn < b.dueOn ? -1 : 1

/** Fired when so many paid items one after another, by due day, were later than the grace. @category policies @since 0.1.0 */
export const lateInARow = (signal: LateInARowSignal, items: ReadonlyArray<OwedItemRecord>): SignalFinding => {
  let [run, longest]: [ReadonlyArray<string>, ReadonlyArray<string>] = [[], []]
  for (const item of items.filter(({ paidOn }) => paidOn !== undefined).toSorted(byDueDay)) {
    run = signedDaysLate(item) > signal.graceDays ? [...run, item.itemId] : []
    if (run.length > longest.length) longest = run
  }
  return {
    signal: signal.name,
    fired: longest.length >= signal.minInARow,
    measured: { inARow: longest.length },
    evidence: longest,
  }
}

/** What was paid late of one currency: the average is `weightedDays` over `amountMinor`. @category policies @since 0.1.0 */
export interface WeightedDays {
  readonly currency: string
  readonly items: number
  readonly amountMinor: number
  /** Sum of amount times days late; exact, so it may pass the safe range of numbers. */
  readonly weightedDays: bigint
}

/**
 * Days late weighted by amount, per currency. Clamped: paid early counts as 0 days; signed: as days before.
 *
 * @category policies
 * @since 0.1.0
 */
export const weightedDaysLate = (
  items: ReadonlyArray<OwedItemRecord>,
  early: 'clamped' | 'signed',
): ReadonlyArray<WeightedDays> => {
  const sums = new Map<string, { items: number; amountMinor: number; weightedDays: bigint }>()
  for (const item of items) {
    if (item.paidOn === undefined) continue
    const days = early === 'clamped' ? Math.max(0, signedDaysLate(item)) : signedDaysLate(item)
    let sum = sums.get(item.currency)
    if (sum === undefined) sums.set(item.currency, (sum = { items: 0, amountMinor: 0, weightedDays: 0n }))
    sum.items += 1
    sum.amountMinor += item.amountMinor
    sum.weightedDays += BigInt(item.amountMinor) * BigInt(days)
  }
  return [...sums].map(([currency, sum]) => ({ currency, ...sum })).sort((a, b) => (a.currency < b.currency ? -1 : 1))
}

/** Fired when the average of some currency is above the limit; currencies are never averaged together. @category policies @since 0.1.0 */
export const daysLateOnAverage = (
  signal: DaysLateSignal,
  items: ReadonlyArray<OwedItemRecord>,
  asOf: LocalDate,
): SignalFinding => {
  const paid = items.filter(({ paidOn }) => paidOn !== undefined && isInWindow(paidOn, asOf, signal.window))
  const slow = weightedDaysLate(paid, 'clamped').filter(
    ({ items: count, amountMinor, weightedDays }) =>
      count >= signal.minItems && weightedDays > BigInt(amountMinor) * BigInt(signal.moreThanDays),
  )
  const slowIn = new Set(slow.map(({ currency }) => currency))
  return {
    signal: signal.name,
    fired: slow.length > 0,
    measured: { paidItems: paid.length },
    evidence: paid.filter((item) => slowIn.has(item.currency) && signedDaysLate(item) > 0).map(({ itemId }) => itemId),
  }
}

/** Fired when an item was, or is, past due for more than so many days, or was given up. @category policies @since 0.1.0 */
export const longPastDue = (
  signal: LongPastDueSignal,
  items: ReadonlyArray<OwedItemRecord>,
  asOf: LocalDate,
): SignalFinding => {
  const long = items.filter(
    ({ dueOn, paidOn, givenUpOn }) =>
      givenUpOn !== undefined || daysBetween(dueOn, paidOn ?? asOf) > signal.moreThanDays,
  )
  return {
    signal: signal.name,
    fired: long.length > 0,
    measured: { items: long.length },
    evidence: long.map(({ itemId }) => itemId),
  }
}

/**
 * Fired when at least the stated share of matured items was late or is. Matured: past due, or paid. Late: past due
 * and not paid by the due day.
 *
 * @category policies
 * @since 0.1.0
 */
export const lateShare = (
  signal: LateShareSignal,
  items: ReadonlyArray<OwedItemRecord>,
  asOf: LocalDate,
): SignalFinding => {
  const matured = items.filter(({ dueOn, paidOn }) => dueOn < asOf || (paidOn !== undefined && paidOn <= asOf))
  const late = matured.filter(({ dueOn, paidOn }) => dueOn < asOf && (paidOn === undefined || paidOn > dueOn))
  return {
    signal: signal.name,
    fired:
      matured.length > 0 &&
      matured.length >= signal.minMatured &&
      reachesPercent({ numerator: BigInt(late.length), denominator: 1n }, matured.length, signal.ratePercent),
    measured: { matured: matured.length, late: late.length },
    evidence: late.map(({ itemId }) => itemId),
  }
}
