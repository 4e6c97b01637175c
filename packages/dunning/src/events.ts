/**
 * Facts of dunning: what we did about it. `on` is the business day on which it was done or said. Names are the
 * storage format: for ever.
 */
import type { CurrencyCode, LocalDate } from '@quittance/kernel'
import type { Channel, ContactRole, NextAction, TouchOutcome } from './model.js'

interface OfDunning<Tag extends string> {
  readonly _tag: Tag
  readonly on: LocalDate
}

/** Somebody of ours made a contact with the customer, or tried to. @category events @since 0.1.0 */
export interface TouchRecorded extends OfDunning<'TouchRecorded'> {
  readonly touchId: string
  readonly channel: Channel
  readonly role: ContactRole
  /** Who of ours. */
  readonly actor?: string
  readonly outcome: TouchOutcome
  /** The items it was about; absent: the account. */
  readonly items?: ReadonlyArray<string>
  /** What was asked for, in minor units of `currency`. */
  readonly askMinor?: number
  readonly currency?: CurrencyCode
  /** Whom of theirs we reached; personal data, in a field of its own. */
  readonly spokeWith?: string
  /** What was said; personal data, in a field of its own. */
  readonly words?: string
  readonly nextAction?: NextAction
}

/** The customer said why it is not paid. What was asked stays asked. @category events @since 0.1.0 */
export interface ExcuseGiven extends OfDunning<'ExcuseGiven'> {
  readonly excuseId: string
  /** The contact in which it was said. */
  readonly touchId?: string
  /** The items it is about; absent: the account. */
  readonly items?: ReadonlyArray<string>
  /** A code of the embedder's table of excuses. */
  readonly code: string
  /** As it was said; personal data, in a field of its own. */
  readonly words?: string
  /** The day that the customer named: the next contact is on it. */
  readonly resolveOn?: LocalDate
  /** The root cause that it hints at. */
  readonly cause?: string
}

/** Every fact of this room. @category events @since 0.1.0 */
export type DunningFact = TouchRecorded | ExcuseGiven
