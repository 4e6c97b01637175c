/**
 * The interest on an account's late items that a bill asks for on a day: what accrued on each by then, less what earlier
 * bills asked for, and once for each item the fixed sum of a statute.
 */
import type { CurrencyCode, LocalDate } from '@quittance/kernel'
import * as E from 'fp-ts/lib/Either.js'
import { accrueInterest, exactInterest, type InterestTerms } from './accrue-interest.js'
import { type BalanceChange, balanceSteps } from './balance-steps.js'
import type { NoRateKnown } from './dated-rates.js'
import { addExact, roundExact } from './exact-amount.js'
import { type FixedSum, fixedSumMinor } from './statutory-regimes.js'
import { unbilledInterest } from './unbilled-interest.js'

/** What is charged on late items, as data with a name. An account without one is charged nothing. @category policies @since 0.1.0 */
export interface InterestPolicy {
  readonly id: string
  readonly version: number
  readonly terms: InterestTerms
  /** Less than this on an item is not billed yet, in minor units. */
  readonly minimumMinor: number
  /** The note is due so many days after its own date. */
  readonly paymentDays: number
  /** Charged once on each late item in its currency. */
  readonly fixedSum?: FixedSum
}

/** A part of an item with a due day of its own. @category model @since 0.1.0 */
export interface BearingInstalment {
  readonly dueOn: LocalDate
  readonly amountMinor: number
}

/** An item that may bear interest. @category model @since 0.1.0 */
export interface BearingItem {
  readonly itemId: string
  readonly currency: CurrencyCode
  /** In order of their due days. */
  readonly instalments: ReadonlyArray<BearingInstalment>
  /** Money by the day it came, credits by theirs; positive amounts in any order. */
  readonly decreases: ReadonlyArray<{ readonly on: LocalDate; readonly amountMinor: number }>
  /** What is disputed now, since when. A dispute that has ended leaves its days: what was right of it was credited. */
  readonly disputes: ReadonlyArray<{ readonly on: LocalDate; readonly amountMinor: number }>
  /** Interest that earlier bills asked for. */
  readonly billedMinor: number
  readonly fixedSumBilled: boolean
}

/** What a bill asks for on an item. @category model @since 0.1.0 */
export interface InterestLine {
  readonly itemId: string
  /** Accrued up to and including this day. */
  readonly until: LocalDate
  readonly accruedMinor: number
  readonly billedBeforeMinor: number
  /** The difference, or nothing while that is below the minimum. */
  readonly interestMinor: number
  readonly fixedSumMinor: number
}

/**
 * The lines of a bill, without items that nothing is asked for. Interest of an item is rounded once over its instalments
 * unless the terms say otherwise; money takes the earliest instalments first.
 *
 * @rejects NoRateKnown
 * @law interest is never billed twice
 * @law a payment made earlier never raises what is billed
 * @category policies
 * @since 0.1.0
 */
export const interestToBill = (
  items: ReadonlyArray<BearingItem>,
  on: LocalDate,
  policy: InterestPolicy,
): E.Either<NoRateKnown, ReadonlyArray<InterestLine>> => {
  const lines: Array<InterestLine> = []
  for (const item of items) {
    const accrued = accruedOn(item, on, policy.terms)
    if (E.isLeft(accrued)) return accrued
    const { accruedMinor, lateMinor } = accrued.right
    const interestMinor = unbilledInterest(accruedMinor, item.billedMinor, policy)
    const charged = policy.fixedSum?.currency === item.currency && !item.fixedSumBilled
    const sumMinor = charged ? fixedSumMinor(policy.fixedSum, lateMinor) : 0
    if (interestMinor + sumMinor > 0)
      lines.push({
        itemId: item.itemId,
        until: on,
        accruedMinor,
        billedBeforeMinor: item.billedMinor,
        interestMinor,
        fixedSumMinor: sumMinor,
      })
  }
  return E.right(lines)
}

/** What accrued on an item, and how much of it was late for a day at least. */
const accruedOn = (
  item: BearingItem,
  until: LocalDate,
  terms: InterestTerms,
): E.Either<NoRateKnown, { readonly accruedMinor: number; readonly lateMinor: number }> => {
  const exact = []
  let [roundedMinor, lateMinor] = [0, 0]
  for (const { dueOn, balances } of lateParts(item)) {
    const part = { dueOn, until, balances }
    const amount = exactInterest(part, terms)
    if (E.isLeft(amount)) return amount
    const accrual = accrueInterest(part, terms)
    if (E.isLeft(accrual)) return accrual
    exact.push(amount.right)
    roundedMinor += accrual.right.interestMinor
    lateMinor += accrual.right.spans[0]?.principalMinor ?? 0
  }
  return E.right({ accruedMinor: terms.rounding === 'once' ? roundExact(addExact(exact)) : roundedMinor, lateMinor })
}

/** The instalments, each with what was open on it day by day: money, credits and disputes lie on the earliest first. */
const lateParts = ({ instalments, decreases, disputes }: BearingItem) => {
  const paid = allotted(instalments, decreases)
  const disputed = allotted(instalments, disputes)
  return instalments.map(({ dueOn, amountMinor }, at) => {
    const changes: ReadonlyArray<BalanceChange> = [
      ...(paid[at] ?? []).map((one) => ({ on: one.on, openMinor: -one.amountMinor })),
      ...(disputed[at] ?? []).map((one) => ({ on: one.on, disputedMinor: one.amountMinor })),
    ]
    return { dueOn, balances: balanceSteps({ from: dueOn, openMinor: amountMinor }, changes) }
  })
}

type Dated = BearingItem['decreases'][number]

const allotted = (
  instalments: ReadonlyArray<BearingInstalment>,
  amounts: ReadonlyArray<Dated>,
): ReadonlyArray<ReadonlyArray<Dated>> => {
  const left = instalments.map(({ amountMinor }) => amountMinor)
  const parts: ReadonlyArray<Array<Dated>> = instalments.map(() => [])
  for (const { on, amountMinor } of amounts.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))) {
    let restMinor = amountMinor
    for (const [at, part] of parts.entries()) {
      const takenMinor = Math.min(restMinor, left[at] ?? 0)
      if (takenMinor <= 0) continue
      part.push({ on, amountMinor: takenMinor })
      left[at] = (left[at] ?? 0) - takenMinor
      restMinor -= takenMinor
    }
  }
  return parts
}
