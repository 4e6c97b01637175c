/** Commands on notices, holds and ladders. */
import type { CurrencyCode, LocalDate } from '@quittance/kernel'
import type { DunningCampaign, ItemLadder, StepKind } from '../dunning-policy.js'
import type {
  HoldLifted,
  HoldPlaced,
  LadderAssigned,
  NoticeFailed,
  NoticeIgnored,
  NoticeSent,
} from '../events/notices.js'
import type { Channel, InstalmentRef } from '../model.js'

/**
 * A day has come: every run day of the ladder that the account has not had is worked through, in order, each with
 * what was known by then.
 *
 * @law any chunking of the same run days gives the same notices
 * @law of several notices that were caught up on only the last asks for an item
 * @category commands
 * @since 0.1.0
 */
export interface RunDunning {
  readonly _tag: 'RunDunning'
  /** The last day to look at, inclusive; it need not be a run day. */
  readonly on: LocalDate
  /** Names the account among all of the entity's, the same on every machine: notices are named after it. */
  readonly account: string
  readonly ladder: ItemLadder
  /** Run days up to and including this one are over for this account: the day before the ladder came into force, or the last day that a run over all accounts has finished. */
  readonly after: LocalDate
  /** Whether items that nobody put on a ladder are on this one; default yes. */
  readonly forUnassigned?: boolean
}

/**
 * A day has come for a campaign: the same for a customer, who is asked for what is past due in a currency. The level of a notice is the
 * number of the attempt.
 *
 * @law any chunking of the same run days gives the same attempts
 * @category commands
 * @since 0.1.0
 */
export interface RunCampaign extends Omit<RunDunning, '_tag' | 'ladder'> {
  readonly _tag: 'RunCampaign'
  readonly campaign: DunningCampaign
}

/** A notice is given by hand, or brought in from another system. @category commands @since 0.1.0 */
export interface GiveNotice {
  readonly _tag: 'GiveNotice'
  readonly on: LocalDate
  readonly noticeId: string
  readonly currency: CurrencyCode
  readonly level: number
  readonly kind: StepKind
  readonly channel: Channel
  /** Without an amount all that may be asked. */
  readonly items: ReadonlyArray<InstalmentRef & { readonly amountMinor?: number }>
  /** Absent: it is on record only. */
  readonly sendBy?: LocalDate
  /** It went out already, in another system. */
  readonly sent?: boolean
  readonly by: string
  readonly because: string
}

/** Somebody takes it on to send a notice. @category commands @since 0.1.0 */
export interface ClaimNotice {
  readonly _tag: 'ClaimNotice'
  readonly on: LocalDate
  readonly noticeId: string
  readonly by: string
}

/** A notice went out. @category commands @since 0.1.0 */
export interface ReportNoticeSent extends Omit<NoticeSent, '_tag'> {
  readonly _tag: 'ReportNoticeSent'
}

/** A notice could not be sent. @category commands @since 0.1.0 */
export interface ReportNoticeFailed extends Omit<NoticeFailed, '_tag'> {
  readonly _tag: 'ReportNoticeFailed'
}

/** A notice, or some of its lines, is not to go out. @category commands @since 0.1.0 */
export interface IgnoreNotice extends Omit<NoticeIgnored, '_tag'> {
  readonly _tag: 'IgnoreNotice'
}

/** Nothing is to be asked for a while. @category commands @since 0.1.0 */
export interface PlaceHold extends Omit<HoldPlaced, '_tag'> {
  readonly _tag: 'PlaceHold'
}

/** A hold ends early. @category commands @since 0.1.0 */
export interface LiftHold extends Omit<HoldLifted, '_tag'> {
  readonly _tag: 'LiftHold'
}

/** The account, or some items, are put on a ladder by hand. @category commands @since 0.1.0 */
export interface AssignLadder extends Omit<LadderAssigned, '_tag'> {
  readonly _tag: 'AssignLadder'
}

/** Every command on notices, holds and ladders. @category commands @since 0.1.0 */
export type NoticeCommand =
  | RunDunning
  | RunCampaign
  | GiveNotice
  | ClaimNotice
  | ReportNoticeSent
  | ReportNoticeFailed
  | IgnoreNotice
  | PlaceHold
  | LiftHold
  | AssignLadder
