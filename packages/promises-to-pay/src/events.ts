/**
 * Facts of promises to pay. `on` is the business day: of a promise the day on which it was given, of a verdict
 * the day as of which it was given. Names are the storage format: for ever.
 */
import type { CurrencyCode, LocalDate } from '@quittance/kernel'
import type {
  CountsAs,
  PlanPlace,
  PromisedItem,
  PromiseId,
  PromiseTerms,
  ReopenCause,
  VerdictProof,
  VerdictState,
} from './model.js'

interface OfPromise<Tag extends string> {
  readonly _tag: Tag
  readonly on: LocalDate
  readonly promiseId: PromiseId
}

/** The customer promised to pay so much by a day. The terms it will be judged by stand in the fact. @category events @since 0.1.0 */
export interface PromiseMade extends OfPromise<'PromiseMade'> {
  readonly currency: CurrencyCode
  readonly amountMinor: number
  readonly dueOn: LocalDate
  /** The promised day and its grace, inclusive, worked out once by the calendar of then. */
  readonly windowEndsOn: LocalDate
  /** The items it is for; none: the balance of the account. */
  readonly items: ReadonlyArray<PromisedItem>
  readonly terms: PromiseTerms
  /** 1 for a first promise; one more each time it is promised again unkept. */
  readonly level: number
  readonly plan?: PlanPlace
  /** The warning that more was promised than was owed, by so much. */
  readonly beyondOpenMinor?: number
  /** Receipts of this very day that were on record before the promise: their money was not promised. */
  readonly receivedBefore?: ReadonlyArray<string>
  /** What was asked for when this was offered. */
  readonly askedMinor?: number
  readonly channel?: string
  /** The collector. */
  readonly takenBy?: string
  /** Who promised; personal data, in a field of its own. */
  readonly madeBy?: string
  readonly touchId?: string
}

/** Amount and day were confirmed to the customer, and by them. @category events @since 0.1.0 */
export interface PromiseConfirmed extends OfPromise<'PromiseConfirmed'> {
  readonly channel: string
  readonly confirmedBy?: string
}

/** Another promise took its place, or the place of some of its items. After its day it counts as what the money says. @category events @since 0.1.0 */
export interface PromiseSuperseded extends OfPromise<'PromiseSuperseded'> {
  readonly byPromiseId: PromiseId
  readonly currency: CurrencyCode
  /** The items taken over; none: the whole promise. */
  readonly itemIds: ReadonlyArray<string>
  /** So much of the promise was replaced. */
  readonly replacedMinor: number
  /** So much of that had been paid by then. */
  readonly keptMinor: number
  readonly countsAs: CountsAs
  readonly reason?: string
}

/** The promise was taken back before its day. @category events @since 0.1.0 */
export interface PromiseWithdrawn extends OfPromise<'PromiseWithdrawn'> {
  readonly by: 'customer' | 'us'
  readonly reason: string
}

/** The money came in time. @category events @since 0.1.0 */
export interface PromiseKept extends OfPromise<'PromiseKept'>, VerdictProof {
  /** The day whose money made it enough. */
  readonly reachedOn: LocalDate
}

/** A default that makes the rest of a plan due. @category events @since 0.1.0 */
export interface Acceleration {
  readonly promiseIds: ReadonlyArray<PromiseId>
  /** The day after the window of the part that was not kept; without further grace. */
  readonly dueOn: LocalDate
}

/** A part of the money came in time. @category events @since 0.1.0 */
export interface PromisePartlyKept extends OfPromise<'PromisePartlyKept'>, VerdictProof {
  /** The rest of its plan, and the day on which that is due now. */
  readonly accelerates?: Acceleration
}

/** Nothing came in time. @category events @since 0.1.0 */
export interface PromiseBroken extends OfPromise<'PromiseBroken'>, VerdictProof {
  /** The rest of its plan, and the day on which that is due now. */
  readonly accelerates?: Acceleration
}

/** There was nothing left to pay: what it was for had been credited, written off or voided in time. It counts for nobody and against nobody. @category events @since 0.1.0 */
export interface PromiseVoided extends OfPromise<'PromiseVoided'>, VerdictProof {
  readonly _tag: 'PromiseVoided'
}

/** The verdict given before does not stand any more; a new one follows at once where there is one. @category events @since 0.1.0 */
export interface PromiseReopened extends OfPromise<'PromiseReopened'> {
  readonly was: Exclude<VerdictState, 'open'>
  readonly because: ReopenCause
}

/** A recorded verdict. @category events @since 0.1.0 */
export type PromiseVerdictFact = PromiseKept | PromisePartlyKept | PromiseBroken | PromiseVoided

/** Every fact of this room. @category events @since 0.1.0 */
export type PromisesFact =
  PromiseMade | PromiseConfirmed | PromiseSuperseded | PromiseWithdrawn | PromiseVerdictFact | PromiseReopened
