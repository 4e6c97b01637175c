/**
 * Why this room refuses, in order of precedence: where several apply, the first in this list is given.
 * First the command's own words, then what it names, then time.
 */
import type { LocalDate } from '@quittance/kernel'

/** A word that must be there is missing. @category rejections @since 0.1.0 */
export interface MissingField {
  readonly _tag: 'MissingField'
  readonly field: string
}

/** An ask for nothing, or for no whole amount. @category rejections @since 0.1.0 */
export interface InvalidAmount {
  readonly _tag: 'InvalidAmount'
  readonly field: string
  readonly amountMinor: number
}

/** What is to come lies before the day on which it was said. @category rejections @since 0.1.0 */
export interface DayInThePast {
  readonly _tag: 'DayInThePast'
  readonly field: string
  readonly on: LocalDate
  readonly day: LocalDate
}

/** The id is taken by another contact of this account. @category rejections @since 0.1.0 */
export interface TouchAlreadyRecorded {
  readonly _tag: 'TouchAlreadyRecorded'
  readonly touchId: string
}

/** The id is taken by another excuse of this account. @category rejections @since 0.1.0 */
export interface ExcuseAlreadyGiven {
  readonly _tag: 'ExcuseAlreadyGiven'
  readonly excuseId: string
}

/** The account has no such contact on record. @category rejections @since 0.1.0 */
export interface TouchUnknown {
  readonly _tag: 'TouchUnknown'
  readonly touchId: string
}

/** The account owes no such item, or it was voided. @category rejections @since 0.1.0 */
export interface ItemUnknown {
  readonly _tag: 'ItemUnknown'
  readonly itemId: string
}

/** The command's day lies before something that it builds on. @category rejections @since 0.1.0 */
export interface TooEarly {
  readonly _tag: 'TooEarly'
  readonly on: LocalDate
  readonly notBefore: LocalDate
}

/** Every refusal of this room. @category rejections @since 0.1.0 */
export type DunningRejection =
  | MissingField
  | InvalidAmount
  | DayInThePast
  | TouchAlreadyRecorded
  | ExcuseAlreadyGiven
  | TouchUnknown
  | ItemUnknown
  | TooEarly
