/**
 * Why this room refuses, in order of precedence: where several apply, the first in this list is given.
 * First the command's own words, then what it names, then how that stands, then time, then money.
 */
import type { LocalDate } from '@quittance/kernel'
import type { EscalationHold } from './policies/escalation/escalate.js'
import type { FinalDemandFault } from './policies/escalation/final-demand-faults.js'
import type { FeeWithoutRate } from './policies/fees/notice-fee.js'
import type { NoRateKnown } from './policies/interest/dated-rates.js'

/** A word that must be there is missing. @category rejections @since 0.1.0 */
export interface MissingField {
  readonly _tag: 'MissingField'
  readonly field: string
}

/** An amount or number that cannot be: below its least, or not whole. @category rejections @since 0.1.0 */
export interface InvalidAmount {
  readonly _tag: 'InvalidAmount'
  readonly field: string
  readonly amountMinor: number
}

/** The ladder contradicts itself. @category rejections @since 0.1.0 */
export interface InvalidLadder {
  readonly _tag: 'InvalidLadder'
  readonly problem: string
}

/** What is to come lies before the day on which it was said. @category rejections @since 0.1.0 */
export interface DayInThePast {
  readonly _tag: 'DayInThePast'
  readonly field: string
  readonly on: LocalDate
  readonly day: LocalDate
}

/** What this room knows by an id. @category rejections @since 0.1.0 */
export type DunningKind =
  | 'touch'
  | 'excuse'
  | 'review'
  | 'distress-sign'
  | 'order'
  | 'notice'
  | 'hold'
  | 'demand'
  | 'placement'
  | 'remittance'
  | 'bill'

/** The id is taken by another of the kind on this account. @category rejections @since 0.1.0 */
export interface IdAlreadyUsed {
  readonly _tag: 'IdAlreadyUsed'
  readonly kind: DunningKind
  readonly id: string
}

/** The account knows nothing of that id. @category rejections @since 0.1.0 */
export interface NotFound {
  readonly _tag: 'NotFound'
  readonly kind: DunningKind
  readonly id: string
}

/** The account owes no such item or instalment, or it was voided. @category rejections @since 0.1.0 */
export interface ItemUnknown {
  readonly _tag: 'ItemUnknown'
  readonly itemId: string
}

/** The thing is over: sent, failed, ignored, lifted, recalled, carried out. @category rejections @since 0.1.0 */
export interface AlreadyEnded {
  readonly _tag: 'AlreadyEnded'
  readonly kind: DunningKind
  readonly id: string
  readonly ended: string
}

/** Somebody else has taken it on to send the notice. @category rejections @since 0.1.0 */
export interface NoticeClaimedBefore {
  readonly _tag: 'NoticeClaimedBefore'
  readonly noticeId: string
  readonly by: string
}

/** Nobody has claimed the notice: what is sent is claimed first. @category rejections @since 0.1.0 */
export interface NoticeNotClaimed {
  readonly _tag: 'NoticeNotClaimed'
  readonly noticeId: string
}

/** The notice is on record only: a later one of the same catch-up asks for all of it. @category rejections @since 0.1.0 */
export interface NoticeNotForSending {
  readonly _tag: 'NoticeNotForSending'
  readonly noticeId: string
}

/** The item is in another currency. @category rejections @since 0.1.0 */
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

/** The last day to send the notice has passed. @category rejections @since 0.1.0 */
export interface NoticeExpired {
  readonly _tag: 'NoticeExpired'
  readonly noticeId: string
  readonly sendBy: LocalDate
}

/** Missed run days need the account as it was known then, and whoever asks has not brought its facts. @category rejections @since 0.1.0 */
export interface HistoryNotAtHand {
  readonly _tag: 'HistoryNotAtHand'
  readonly runDay: LocalDate
}

/** Money of theirs lies here unapplied: it is matched before anybody is threatened. @category rejections @since 0.1.0 */
export interface MoneyUnmatched {
  readonly _tag: 'MoneyUnmatched'
  readonly currency: string
  readonly inHandMinor: number
}

/** A final demand must not go out like this, and everything that is wrong with it. @category rejections @since 0.1.0 */
export interface DemandNotReady {
  readonly _tag: 'DemandNotReady'
  readonly faults: ReadonlyArray<FinalDemandFault>
}

/** An item that is not placed, and why. @category model @since 0.1.0 */
export interface KeptFromAgency {
  readonly itemId: string
  /** `final-demand`: none went out, or its days have not passed. */
  readonly reason: EscalationHold | 'hold' | 'not-past-due' | 'below-minimum' | 'final-demand'
}

/** It is not the time to give these items to an agency, or something keeps them back. @category rejections @since 0.1.0 */
export interface PlacementNotReady {
  readonly _tag: 'PlacementNotReady'
  readonly held: ReadonlyArray<KeptFromAgency>
}

/** The item is with an agency. @category rejections @since 0.1.0 */
export interface ItemPlaced {
  readonly _tag: 'ItemPlaced'
  readonly itemId: string
  readonly placementId: string
}

/** The item is not in that placement. @category rejections @since 0.1.0 */
export interface ItemNotPlaced {
  readonly _tag: 'ItemNotPlaced'
  readonly itemId: string
  readonly placementId: string
}

/** More is asked than is open and free to ask for; or nothing is. @category rejections @since 0.1.0 */
export interface NothingToAsk {
  readonly _tag: 'NothingToAsk'
  readonly itemId: string
  readonly askableMinor: number
}

/** No run day was missed, or none of them has anything to ask for: there is nothing to record. @category rejections @since 0.1.0 */
export interface NothingDue {
  readonly _tag: 'NothingDue'
  readonly on: LocalDate
}

/** The notice has had its fee. @category rejections @since 0.1.0 */
export interface FeeChargedBefore {
  readonly _tag: 'FeeChargedBefore'
  readonly noticeId: string
  readonly billId: string
}

/** No interest has accrued that was not billed, or the notice costs nothing. @category rejections @since 0.1.0 */
export interface NothingToBill {
  readonly _tag: 'NothingToBill'
  readonly on: LocalDate
  readonly currency: string
}

/** Every refusal of this room. @category rejections @since 0.1.0 */
export type DunningRejection =
  | MissingField
  | InvalidAmount
  | InvalidLadder
  | DayInThePast
  | IdAlreadyUsed
  | NotFound
  | ItemUnknown
  | AlreadyEnded
  | NoticeClaimedBefore
  | NoticeNotClaimed
  | NoticeNotForSending
  | CurrencyMismatch
  | TooEarly
  | NoticeExpired
  | HistoryNotAtHand
  | MoneyUnmatched
  | FeeChargedBefore
  | NoRateKnown
  | FeeWithoutRate
  | ItemPlaced
  | ItemNotPlaced
  | NothingToAsk
  | DemandNotReady
  | PlacementNotReady
  | NothingDue
  | NothingToBill
