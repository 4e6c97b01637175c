/**
 * Why this room refuses, in order of precedence: where several apply, the first in this list is given.
 * First the command's own words, then what it names, then currency, time and money.
 */
import type { LocalDate } from '@quittance/kernel'
import type { PromiseId, PromiseStanding } from './model.js'

/** A word that must be there is missing. @category rejections @since 0.1.0 */
export interface MissingField {
  readonly _tag: 'MissingField'
  readonly field: string
}

/** A promise for nothing, or an amount that is not whole, or parts that do not make up the whole. @category rejections @since 0.1.0 */
export interface InvalidAmount {
  readonly _tag: 'InvalidAmount'
  readonly field: string
  readonly amountMinor: number
}

/** Terms that cannot be used: a negative grace, a tolerance beyond the amount, business days without a calendar. @category rejections @since 0.1.0 */
export interface InvalidPromiseTerms {
  readonly _tag: 'InvalidPromiseTerms'
  readonly problem: string
}

/** Promised for a day before it was promised. @category rejections @since 0.1.0 */
export interface PromisedForThePast {
  readonly _tag: 'PromisedForThePast'
  readonly promiseId: PromiseId
  readonly on: LocalDate
  readonly dueOn: LocalDate
}

/** The id is taken by another promise of this account, or named twice. @category rejections @since 0.1.0 */
export interface PromiseAlreadyMade {
  readonly _tag: 'PromiseAlreadyMade'
  readonly promiseId: PromiseId
}

/** The account has no such promise. @category rejections @since 0.1.0 */
export interface PromiseUnknown {
  readonly _tag: 'PromiseUnknown'
  readonly promiseId: PromiseId
}

/** The account owes no such item, or it was voided. @category rejections @since 0.1.0 */
export interface ItemUnknown {
  readonly _tag: 'ItemUnknown'
  readonly itemId: string
}

/** The promise is not open any more. @category rejections @since 0.1.0 */
export interface PromiseEnded {
  readonly _tag: 'PromiseEnded'
  readonly promiseId: PromiseId
  readonly standing: PromiseStanding
}

/** The promise was confirmed before: nothing would change. @category rejections @since 0.1.0 */
export interface PromiseAlreadyConfirmed {
  readonly _tag: 'PromiseAlreadyConfirmed'
  readonly promiseId: PromiseId
}

/** The promise is in another currency than what it is for, or than the promise it replaces. @category rejections @since 0.1.0 */
export interface CurrencyMismatch {
  readonly _tag: 'CurrencyMismatch'
  readonly expected: string
  readonly got: string
}

/** The command's day lies before something that it builds on. @category rejections @since 0.1.0 */
export interface TooEarly {
  readonly _tag: 'TooEarly'
  readonly on: LocalDate
  readonly notBefore: LocalDate
}

/** A promise may not be taken back after its day: then it is judged. @category rejections @since 0.1.0 */
export interface PromiseDayPassed {
  readonly _tag: 'PromiseDayPassed'
  readonly promiseId: PromiseId
  readonly dueOn: LocalDate
}

/** Nothing is open on the item. @category rejections @since 0.1.0 */
export interface NothingOwed {
  readonly _tag: 'NothingOwed'
  readonly itemId: string
}

/** More is promised than is owed, and the terms do not allow that. @category rejections @since 0.1.0 */
export interface MorePromisedThanOwed {
  readonly _tag: 'MorePromisedThanOwed'
  readonly itemId?: string
  readonly openMinor: number
  readonly promisedMinor: number
}

/** No verdict is new or has changed: there is nothing to record. @category rejections @since 0.1.0 */
export interface NothingToAssess {
  readonly _tag: 'NothingToAssess'
  readonly on: LocalDate
}

/** Every refusal of this room. @category rejections @since 0.1.0 */
export type PromisesRejection =
  | MissingField
  | InvalidAmount
  | InvalidPromiseTerms
  | PromisedForThePast
  | PromiseAlreadyMade
  | PromiseUnknown
  | ItemUnknown
  | PromiseEnded
  | PromiseAlreadyConfirmed
  | CurrencyMismatch
  | TooEarly
  | PromiseDayPassed
  | NothingOwed
  | MorePromisedThanOwed
  | NothingToAssess
