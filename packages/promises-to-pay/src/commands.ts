/**
 * Commands on promises. `on` is the business day; terms and calendar come as values, and "time passes" is a
 * command: `AssessPromises`.
 */
import type { BusinessCalendar, CurrencyCode, LocalDate } from '@quittance/kernel'
import type { PromisedItem, PromiseId, PromiseTerms } from './model.js'

/** How a promise came about, as far as it is known. @category commands @since 0.1.0 */
export interface Asked {
  /** What was asked for when this was offered. */
  readonly askedMinor?: number
  readonly channel?: string
  readonly takenBy?: string
  /** Personal data. */
  readonly madeBy?: string
  readonly touchId?: string
}

/** One promised amount and day. @category commands @since 0.1.0 */
export interface PromiseDraft {
  readonly promiseId: PromiseId
  readonly amountMinor: number
  readonly dueOn: LocalDate
  /** The items it is for, whose amounts make up the whole; absent: the balance of the account. */
  readonly items?: ReadonlyArray<PromisedItem>
}

interface Making extends Asked {
  readonly on: LocalDate
  readonly currency: CurrencyCode
  readonly terms: PromiseTerms
  /** Needed where the grace is in business days. */
  readonly calendar?: BusinessCalendar
}

/** The customer promises an amount by a day. What is open on the same items is judged or superseded. @category commands @since 0.1.0 */
export interface MakePromise extends Making, PromiseDraft {
  readonly _tag: 'MakePromise'
}

/** The customer promises instalments: a promise for each part. @category commands @since 0.1.0 */
export interface MakePromisePlan extends Making {
  readonly _tag: 'MakePromisePlan'
  readonly planId: string
  readonly parts: ReadonlyArray<PromiseDraft>
  /** Whether a default on one part makes the rest due. */
  readonly accelerates: boolean
}

/** Open promises are replaced by another: re-dated, merged, or promised differently. @category commands @since 0.1.0 */
export interface SupersedePromise extends Making, PromiseDraft {
  readonly _tag: 'SupersedePromise'
  readonly supersedes: ReadonlyArray<PromiseId>
  readonly reason?: string
}

/** Amount and day were confirmed. @category commands @since 0.1.0 */
export interface ConfirmPromise {
  readonly _tag: 'ConfirmPromise'
  readonly on: LocalDate
  readonly promiseId: PromiseId
  readonly channel: string
  readonly confirmedBy?: string
}

/** A promise is taken back, on its day at the latest. @category commands @since 0.1.0 */
export interface WithdrawPromise {
  readonly _tag: 'WithdrawPromise'
  readonly on: LocalDate
  readonly promiseId: PromiseId
  readonly by: 'customer' | 'us'
  readonly reason: string
}

/** A day has come: record every verdict that is new or has changed. @category commands @since 0.1.0 */
export interface AssessPromises {
  readonly _tag: 'AssessPromises'
  readonly on: LocalDate
}

/** Every command of this room. @category commands @since 0.1.0 */
export type PromisesCommand =
  MakePromise | MakePromisePlan | SupersedePromise | ConfirmPromise | WithdrawPromise | AssessPromises
