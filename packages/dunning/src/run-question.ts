/** What a run asks of an account, and what it would send: no fact yet, so that a person can look at it first. */
import type { CurrencyCode, LocalDate } from '@quittance/kernel'
import type { StepKind } from './dunning-policy.js'
import type { Channel } from './model.js'

/** Why nothing is asked although a step has come. @category model @since 0.1.0 */
export type HoldReason =
  'dispute' | 'promise' | 'money-in-hand' | 'insolvency' | 'court' | 'placement' | 'plan' | 'manual'

/** That nothing is asked for a while. @category model @since 0.1.0 */
export interface DunningHold {
  readonly reason: HoldReason
  /** Inclusive. */
  readonly from: LocalDate
  /** Inclusive; absent: until it is lifted. */
  readonly until?: LocalDate
}

/** The level an item has reached, and on which day: of the latest notice that was neither ignored nor failed. @category model @since 0.1.0 */
export interface ReachedLevel {
  readonly level: number
  readonly on: LocalDate
}

/** An item, or an instalment of one, as dunning sees it on a day. @category model @since 0.1.0 */
export interface DunnableItem {
  readonly itemId: string
  /** 1 for an item without instalments. */
  readonly instalmentNo: number
  readonly currency: CurrencyCode
  readonly openMinor: number
  readonly dueOn: LocalDate
  readonly issuedOn: LocalDate
  /** When the customer first had it; absent: nobody knows. */
  readonly deliveredOn?: LocalDate
  readonly disputedMinor: number
  /** Promised and not broken; `until` is the last day in time, inclusive. */
  readonly promised?: { readonly amountMinor: number; readonly until: LocalDate }
  readonly holds: ReadonlyArray<DunningHold>
  readonly lastNotice?: ReachedLevel
}

/** Money or a credit note of the customer's that is not applied. @category model @since 0.1.0 */
export interface UnappliedCredit {
  readonly creditId: string
  readonly currency: CurrencyCode
  readonly amountMinor: number
  /** Since when we have it. */
  readonly since: LocalDate
  /** The item it belongs to, where it says so. */
  readonly relatesTo?: string
}

/** A run day and the account as known on it. @category model @since 0.1.0 */
export interface RunQuestion {
  readonly on: LocalDate
  /** Everything open, due or not. */
  readonly items: ReadonlyArray<DunnableItem>
  readonly credits: ReadonlyArray<UnappliedCredit>
  /** Holds of the whole account. */
  readonly holds: ReadonlyArray<DunningHold>
}

/** An item asked for. @category model @since 0.1.0 */
export interface NoticeLine {
  readonly itemId: string
  readonly instalmentNo: number
  readonly currency: CurrencyCode
  readonly level: number
  readonly kind: StepKind
  readonly channel: Channel
  /** What is asked: what is open without what is disputed, promised for later or in hand. Above 0. */
  readonly amountMinor: number
  readonly openMinor: number
  readonly dueOn: LocalDate
  /** 0 or less: not past due yet. */
  readonly daysPastDue: number
}

/** A credit that stands in a notice beside what is asked. @category model @since 0.1.0 */
export interface NoticeCredit {
  readonly creditId: string
  readonly currency: CurrencyCode
  readonly level: number
  /** Above 0; it comes off what is asked. */
  readonly amountMinor: number
}

/** An item whose step has come and which is not asked for. @category model @since 0.1.0 */
export interface HeldItem {
  readonly itemId: string
  readonly instalmentNo: number
  readonly reason: HoldReason
  /** The last day of the hold, where it is known. */
  readonly until?: LocalDate
}

/** An item whose step has come and which is too small to ask for. @category model @since 0.1.0 */
export interface SkippedItem {
  readonly itemId: string
  readonly instalmentNo: number
  readonly reason: 'within-tolerance' | 'below-minimum'
}

/** What a run would ask for, and what it would not, and why. @category model @since 0.1.0 */
export interface NoticeProposal {
  readonly on: LocalDate
  readonly lines: ReadonlyArray<NoticeLine>
  readonly credits: ReadonlyArray<NoticeCredit>
  readonly held: ReadonlyArray<HeldItem>
  readonly skipped: ReadonlyArray<SkippedItem>
}
