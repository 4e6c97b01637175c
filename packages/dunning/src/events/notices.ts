/** Facts of notices, holds and ladders. Names are the storage format: for ever. */
import type { CurrencyCode, LocalDate } from '@quittance/kernel'
import type { StepKind } from '../dunning-policy.js'
import type { Channel, ClaimedLine, InstalmentRef, LadderUse, NoticeItem, NoticeOrigin } from '../model.js'
import type { HoldReason } from '../run-question.js'

/**
 * A notice is due: an intent, which somebody claims, sends and reports. `on` is its run day. It raises the level of
 * its items, unless it is ignored or fails.
 *
 * @category events
 * @since 0.1.0
 */
export interface NoticeDue {
  readonly _tag: 'NoticeDue'
  readonly on: LocalDate
  /** Derived from account, ladder, run day, currency and level, so that every machine names it alike; the key under which it is sent. */
  readonly noticeId: string
  readonly origin: NoticeOrigin
  /** What asked for it, with the terms that mattered; absent where a person gave it without one. */
  readonly ladder?: LadderUse
  readonly level: number
  readonly kind: StepKind
  readonly channel: Channel
  readonly currency: CurrencyCode
  /** What is asked in all its lines. */
  readonly amountMinor: number
  readonly lines: ReadonlyArray<NoticeItem>
  /** Credits that stand in it beside what is asked. */
  readonly credits?: ReadonlyArray<{ readonly creditId: string; readonly amountMinor: number }>
  /** The last day on which it may go out, inclusive; absent: it is on record and not for sending. */
  readonly sendBy?: LocalDate
  /** Who gave it, where a person did, and why. */
  readonly by?: string
  readonly because?: string
}

/** Somebody took it on to send a notice, with what is left of it to ask. Nobody else does. @category events @since 0.1.0 */
export interface NoticeClaimed {
  readonly _tag: 'NoticeClaimed'
  readonly on: LocalDate
  readonly noticeId: string
  readonly by: string
  readonly currency: CurrencyCode
  /** What is asked as of the claim: what came in or was disputed since the run is not. */
  readonly amountMinor: number
  readonly lines: ReadonlyArray<ClaimedLine>
}

/** The notice went out. @category events @since 0.1.0 */
export interface NoticeSent {
  readonly _tag: 'NoticeSent'
  readonly on: LocalDate
  readonly noticeId: string
  readonly channel: Channel
  /** Its number at the provider. */
  readonly reference?: string
  /** To whom; personal data, in a field of its own. */
  readonly sentTo?: string
  /** What went with it: statements, copies of invoices. */
  readonly attachments?: ReadonlyArray<string>
}

/** The notice could not be sent. Its level does not count. @category events @since 0.1.0 */
export interface NoticeFailed {
  readonly _tag: 'NoticeFailed'
  readonly on: LocalDate
  readonly noticeId: string
  readonly reason: string
}

/** A notice, or some lines of it, is not to go out. Their level does not count. @category events @since 0.1.0 */
export interface NoticeIgnored {
  readonly _tag: 'NoticeIgnored'
  readonly on: LocalDate
  readonly noticeId: string
  /** The lines; absent: all. */
  readonly lines?: ReadonlyArray<InstalmentRef>
  readonly by: string
  readonly reason: string
}

/** Nothing is to be asked for a while. @category events @since 0.1.0 */
export interface HoldPlaced {
  readonly _tag: 'HoldPlaced'
  readonly on: LocalDate
  readonly holdId: string
  readonly reason: HoldReason
  /** Of these items; absent: of the whole account. */
  readonly items?: ReadonlyArray<string>
  /** Inclusive; absent: until it is lifted. */
  readonly until?: LocalDate
  readonly by: string
  readonly words?: string
}

/** A hold ended early: from this day on it holds nothing. @category events @since 0.1.0 */
export interface HoldLifted {
  readonly _tag: 'HoldLifted'
  readonly on: LocalDate
  readonly holdId: string
  readonly by: string
  readonly words?: string
}

/** The account, or an item, was put on a ladder by hand, at a level where one is named. @category events @since 0.1.0 */
export interface LadderAssigned {
  readonly _tag: 'LadderAssigned'
  readonly on: LocalDate
  readonly ladderId: string
  /** These items; absent: the account. */
  readonly items?: ReadonlyArray<string>
  /** Taken as the level reached on this day; absent: what was reached stays. */
  readonly level?: number
  readonly by: string
  readonly reason: string
}

/** Every fact of notices, holds and ladders. @category events @since 0.1.0 */
export type NoticeFact =
  NoticeDue | NoticeClaimed | NoticeSent | NoticeFailed | NoticeIgnored | HoldPlaced | HoldLifted | LadderAssigned
