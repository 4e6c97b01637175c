/**
 * Commands of dunning. `on` is the business day; policies and calendars come as values, and "time passes" is a
 * command of its own.
 */
import type { CurrencyCode, LocalDate } from '@quittance/kernel'
import type { Channel, ContactRole, NextAction, TouchOutcome } from './model.js'

/** A contact is put on record, also one that reached nobody. @category commands @since 0.1.0 */
export interface RecordTouch {
  readonly _tag: 'RecordTouch'
  readonly on: LocalDate
  readonly touchId: string
  readonly channel: Channel
  readonly role: ContactRole
  readonly actor?: string
  readonly outcome: TouchOutcome
  readonly items?: ReadonlyArray<string>
  /** With `currency`, or not at all. */
  readonly askMinor?: number
  readonly currency?: CurrencyCode
  readonly spokeWith?: string
  readonly words?: string
  readonly nextAction?: NextAction
}

/** What the customer said instead of paying is put on record. @category commands @since 0.1.0 */
export interface RecordExcuse {
  readonly _tag: 'RecordExcuse'
  readonly on: LocalDate
  readonly excuseId: string
  readonly touchId?: string
  readonly items?: ReadonlyArray<string>
  readonly code: string
  readonly words?: string
  readonly resolveOn?: LocalDate
  readonly cause?: string
}

/** Every command of this room. @category commands @since 0.1.0 */
export type DunningCommand = RecordTouch | RecordExcuse
