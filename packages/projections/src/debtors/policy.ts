/**
 * What makes a debtor habitual: signals, each with its own numbers, and rules that turn fired signals into a
 * level. Data with an id and a version, so that an old finding can be had again under the old numbers.
 */
import { decimal, type Decimal } from '@quittance/kernel'
import type { EvidenceWindow } from './record.js'

/** Promises with a final verdict were broken too often. @category policies @since 0.1.0 */
export interface BrokenPromisesSignal {
  readonly _tag: 'BrokenPromises'
  readonly name: string
  readonly window?: EvidenceWindow
  /** Fewer settled promises than this say nothing. 0: none needed, and one more broken promise never clears the flag. */
  readonly minSettled: number
  readonly minBroken: number
  /** Broken promises as a share of the settled ones, inclusive. */
  readonly ratePercent: Decimal
  /** How much of a broken one a partly kept one counts. */
  readonly partlyKeptPercent: Decimal
}

/** So many items in a row were paid later than the days of grace. @category policies @since 0.1.0 */
export interface LateInARowSignal {
  readonly _tag: 'LateInARow'
  readonly name: string
  readonly minInARow: number
  readonly graceDays: number
}

/** Days late, weighted by amount, over paid items, are more than so many. Payments before the due day count as 0 days. @category policies @since 0.1.0 */
export interface DaysLateSignal {
  readonly _tag: 'DaysLate'
  readonly name: string
  readonly window?: EvidenceWindow
  readonly minItems: number
  readonly moreThanDays: number
}

/** An item was past due for more than so many days, or was given up. @category policies @since 0.1.0 */
export interface LongPastDueSignal {
  readonly _tag: 'LongPastDue'
  readonly name: string
  readonly moreThanDays: number
}

/** Of the items that fell due or were paid, a share was late or is. @category policies @since 0.1.0 */
export interface LateShareSignal {
  readonly _tag: 'LateShare'
  readonly name: string
  readonly minMatured: number
  readonly ratePercent: Decimal
}

/** The same excuse proved false so many times. @category policies @since 0.1.0 */
export interface FalseExcusesSignal {
  readonly _tag: 'FalseExcuses'
  readonly name: string
  readonly window?: EvidenceWindow
  readonly minFalse: number
}

/** The bank took back so many payments. @category policies @since 0.1.0 */
export interface ReturnedPaymentsSignal {
  readonly _tag: 'ReturnedPayments'
  readonly name: string
  readonly window?: EvidenceWindow
  readonly minReturned: number
}

/** A signal. @category policies @since 0.1.0 */
export type DebtorSignal =
  | BrokenPromisesSignal
  | LateInARowSignal
  | DaysLateSignal
  | LongPastDueSignal
  | LateShareSignal
  | FalseExcusesSignal
  | ReturnedPaymentsSignal

/** What a customer is called. @category policies @since 0.1.0 */
export type DebtorLevel = 'none' | 'promise-breaker' | 'habitual'

/** When a level is reached: all of these signals fired, and one of those, where any are named. @category policies @since 0.1.0 */
export interface LevelRule {
  readonly level: Exclude<DebtorLevel, 'none'>
  readonly allOf: ReadonlyArray<string>
  readonly anyOf: ReadonlyArray<string>
}

/**
 * How a label ends: by promises kept. With such a rule, a label once given lasts as long as a promise not
 * kept lies in the window, so that a lucky week between two broken promises ends nothing. Without it, the numbers of
 * the day alone decide.
 *
 * @category policies
 * @since 0.1.0
 */
export interface ClearingRule {
  /** So many promises kept one after another: those not kept before them count no more. */
  readonly keptInARow: number
  /** More than so many days without one that was not kept, and with one at least that was. */
  readonly cleanDays: number
}

/** The policy. Levels stand most severe first. @category policies @since 0.1.0 */
export interface DebtorPolicy {
  readonly id: string
  readonly version: number
  readonly signals: ReadonlyArray<DebtorSignal>
  readonly levels: ReadonlyArray<LevelRule>
  /** Evidence with one of these causes is set aside, and shown as set aside; `all`: whatever the cause. */
  readonly excludeCauses: ReadonlyArray<string> | 'all'
  readonly clearing?: ClearingRule
}

/**
 * The default: two promises broken within 180 days, and at least half of those settled in that time, make a
 * promise-breaker; with a slow history as well, a habitual debtor.
 *
 * @category policies
 * @since 0.1.0
 */
export const habitualDebtorPolicy: DebtorPolicy = {
  id: 'habitual-debtor',
  version: 1,
  signals: [
    {
      _tag: 'BrokenPromises',
      name: 'broken promises',
      window: { windowDays: 180, includesFirstDay: true },
      minSettled: 0,
      minBroken: 2,
      ratePercent: decimal('50'),
      partlyKeptPercent: decimal('50'),
    },
    {
      _tag: 'DaysLate',
      name: 'slow payment',
      window: { windowDays: 365, includesFirstDay: true },
      minItems: 1,
      moreThanDays: 15,
    },
    { _tag: 'LongPastDue', name: 'long past due', moreThanDays: 90 },
  ],
  levels: [
    { level: 'habitual', allOf: ['broken promises'], anyOf: ['slow payment', 'long past due'] },
    { level: 'promise-breaker', allOf: ['broken promises'], anyOf: [] },
  ],
  excludeCauses: 'all',
  clearing: { keptInARow: 4, cleanDays: 90 },
}

/**
 * Late payers by their share of late items alone, without any promise: at least five matured, half of them late.
 *
 * @category policies
 * @since 0.1.0
 */
export const latePayerPolicy: DebtorPolicy = {
  id: 'late-payer',
  version: 1,
  signals: [{ _tag: 'LateShare', name: 'late share', minMatured: 5, ratePercent: decimal('50') }],
  levels: [{ level: 'habitual', allOf: ['late share'], anyOf: [] }],
  excludeCauses: [],
}
