/**
 * Facts of dunning: what we did about it. `on` is the business day on which it was done or said. Names are the
 * storage format: for ever.
 */
import type { CurrencyCode, LocalDate } from '@quittance/kernel'
import type { ChargeFact } from './events/charges.js'
import type { EscalationFact } from './events/escalations.js'
import type { NoticeFact } from './events/notices.js'
import type { Channel, Checklist, ContactRole, NextAction, ReviewPoint, TouchOutcome } from './model.js'

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
  /** What was asked for, in minor units of `currency`; both, or neither. */
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

/** Somebody listened to a call and went through a checklist. @category events @since 0.1.0 */
export interface CallReviewed extends OfDunning<'CallReviewed'> {
  readonly reviewId: string
  readonly touchId: string
  readonly checklist: Checklist
  readonly points: ReadonlyArray<ReviewPoint>
  readonly reviewedBy: string
  readonly words?: string
}

/** From this day on this person looks after the account. @category events @since 0.1.0 */
export interface CollectorAssigned extends OfDunning<'CollectorAssigned'> {
  readonly collector: string
  readonly role: ContactRole
  /** Minutes a day for all accounts of theirs. */
  readonly capacityMinutes?: number
}

/** Somebody saw or heard a sign that the customer is in trouble. @category events @since 0.1.0 */
export interface DistressSignReported extends OfDunning<'DistressSignReported'> {
  readonly signId: string
  /** A code of the embedder's list: a bounced payment, admitted trouble, a refusal to commit. */
  readonly kind: string
  readonly touchId?: string
  readonly source?: string
  /** As it was said; personal data, in a field of its own. */
  readonly words?: string
}

/** The customer ordered again: an occasion to ask, and for credit control to look. @category events @since 0.1.0 */
export interface OrderPlaced extends OfDunning<'OrderPlaced'> {
  readonly orderId: string
  readonly currency: CurrencyCode
  readonly amountMinor: number
  /** Paid in advance: no part of the exposure. */
  readonly depositMinor?: number
}

/** A fact of contacts and of those who make them. @category events @since 0.1.0 */
export type ContactFact =
  TouchRecorded | ExcuseGiven | CallReviewed | CollectorAssigned | DistressSignReported | OrderPlaced

/** Every fact of this room. @category events @since 0.1.0 */
export type DunningFact = ContactFact | NoticeFact | EscalationFact | ChargeFact
