/**
 * What was promised, and what became of it: an amount, a calendar day, an acknowledgement, and a verdict that
 * names the receipts which prove it.
 *
 * Amounts are whole minor units of the promise's currency, days are business days.
 */
import type { CurrencyCode, Decimal, LocalDate } from '@quittance/kernel'

/** An id of a promise, unique within the account. @category model @since 0.1.0 */
export type PromiseId = string

/** By which day money counts: the day it was received (our late posting hurts nobody) or the day it was applied. @category model @since 0.1.0 */
export type CountingBasis = 'receipt-date' | 'application-date'

/**
 * Where money goes that comes after a promise's window: to promises still active, so that a broken one is only
 * repaid by what nobody else needs, or to the earliest one still unpaid, even late.
 *
 * @category model
 * @since 0.1.0
 */
export type LateMoney = 'active-first' | 'earliest-unpaid-first'

/** How a promise is judged: copied into the fact, so that a later policy rewrites no old verdict. @category policies @since 0.1.0 */
export interface PromiseTerms {
  readonly id: string
  readonly version: number
  /** Days after the promised one that are still in time, inclusive; from 0. */
  readonly graceDays: number
  readonly graceIn: 'calendar-days' | 'business-days'
  /** So much less than promised still keeps the promise; absent: none. At most one of the two is given. */
  readonly toleranceMinor?: number
  /** The same in percent of the promised amount, rounded half away from zero; 0 to 100. */
  readonly tolerancePercent?: Decimal
  readonly basis: CountingBasis
  readonly lateMoney: LateMoney
  /** Whether more may be promised than is owed; accepted, it is marked in the fact. */
  readonly beyondOpen: 'accept' | 'refuse'
}

/** Three calendar days of grace, no tolerance, by the day of receipt. @category policies @since 0.1.0 */
export const defaultPromiseTerms: PromiseTerms = {
  id: 'default-promise-terms',
  version: 1,
  graceDays: 3,
  graceIn: 'calendar-days',
  basis: 'receipt-date',
  lateMoney: 'active-first',
  beyondOpen: 'accept',
}

/** How much of a promise is for one item. @category model @since 0.1.0 */
export interface PromisedItem {
  readonly itemId: string
  readonly amountMinor: number
}

/** The place of a promise in an instalment plan. @category model @since 0.1.0 */
export interface PlanPlace {
  readonly planId: string
  /** From 1, by due day. */
  readonly no: number
  readonly of: number
  /** A default on one part makes the rest due on the day after that part's window. */
  readonly accelerates: boolean
}

/** Money that a verdict counted: of this receipt, on this day, so much. @category model @since 0.1.0 */
export interface CountedReceipt {
  readonly receiptId: string
  /** The item that the money lies on, where the promise was for items. */
  readonly itemId?: string
  readonly countedOn: LocalDate
  readonly amountMinor: number
}

/** What a promise is at a point in time, judged by the money. @category model @since 0.1.0 */
export type VerdictState = 'open' | 'kept' | 'partly-kept' | 'broken' | 'void'

/** How a promise stands: a verdict, or ended before one. @category model @since 0.1.0 */
export type PromiseStanding = VerdictState | 'superseded' | 'withdrawn'

/** What a promise is taken for when it was replaced: nothing before its day, after it what the money says. @category model @since 0.1.0 */
export type CountsAs = 'nothing' | 'partly-kept' | 'broken'

/** The verdict on one item of a promise. @category model @since 0.1.0 */
export interface ItemVerdict {
  readonly itemId: string
  readonly state: VerdictState
  readonly promisedMinor: number
  readonly expectedMinor: number
  readonly keptMinor: number
}

/** Why a verdict that had been given does not stand any more. @category model @since 0.1.0 */
export type ReopenReason =
  | 'receipt-returned'
  | 'receipt-voided'
  | 'money-moved'
  | 'payment-applied-late'
  | 'payment-recorded-late'
  | 'item-reduced'
  | 'plan-changed'
  | 'allotment-changed'

/** The cause of a reopening, with the receipt where there is one. @category model @since 0.1.0 */
export interface ReopenCause {
  readonly reason: ReopenReason
  readonly receiptId?: string
}

/** The proof of a verdict: what was expected by when, and the money that counted. @category model @since 0.1.0 */
export interface VerdictProof {
  readonly currency: CurrencyCode
  readonly promisedMinor: number
  /** Promised, less what could not be paid any more because its item was credited, discounted, written off or voided in time. */
  readonly expectedMinor: number
  readonly keptMinor: number
  /** Expected and not paid in time; 0 on a kept promise, whose shortfall lies within the tolerance. */
  readonly shortMinor: number
  readonly toleranceMinor: number
  readonly basis: CountingBasis
  /** The first day whose money counts, inclusive. */
  readonly countsFrom: LocalDate
  /** The last day whose money counts, inclusive: the promised day and the grace. */
  readonly windowEndsOn: LocalDate
  readonly counted: ReadonlyArray<CountedReceipt>
  /** For each item, where the promise was for items. */
  readonly items?: ReadonlyArray<ItemVerdict>
}
