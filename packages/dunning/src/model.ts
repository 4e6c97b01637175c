/** What we did about it: the values of contacts, as the people who make them name them. */
import type { LocalDate } from '@quittance/kernel'
import type { CreditTreatment, StepMode } from './dunning-policy.js'

/** By which way somebody was reached, or not. @category model @since 0.1.0 */
export type Channel = 'e-mail' | 'text' | 'letter' | 'statement' | 'call' | 'visit' | 'portal'

/** In which role somebody of ours made a contact. @category model @since 0.1.0 */
export type ContactRole = 'collector' | 'credit-manager' | 'sales' | 'executive' | 'system'

/** What came of a contact. @category model @since 0.1.0 */
export type TouchOutcome =
  | 'sent'
  | 'reached'
  | 'voicemail'
  | 'no-answer'
  | 'gatekeeper'
  | 'hostile'
  | 'refused'
  | 'wrong-contact'
  | 'promised'
  | 'paid'
  | 'disputed'

/** What is to be done next, and when: every open item is to have exactly one. @category model @since 0.1.0 */
export interface NextAction {
  readonly kind: string
  readonly on: LocalDate
}

/** A list of what is to be seen and heard on a call, by name and version. @category model @since 0.1.0 */
export interface Checklist {
  readonly id: string
  readonly version: number
}

/** A point of a checklist, and whether it was met. @category model @since 0.1.0 */
export interface ReviewPoint {
  readonly code: string
  readonly met: boolean
}

/** An instalment of an item; 1 where there is only one. @category model @since 0.1.0 */
export interface InstalmentRef {
  readonly itemId: string
  readonly instalmentNo: number
}

/** How a notice came about: a run of a ladder, a person, or another system's history. @category model @since 0.1.0 */
export type NoticeOrigin = 'run' | 'manual' | 'imported'

/** The ladder behind a notice, with the terms of it that mattered. @category model @since 0.1.0 */
export interface LadderUse {
  readonly id: string
  readonly version: number
  readonly mode: StepMode
  readonly delayDays: number
  readonly sequential: boolean
  readonly graceDays: number
  readonly intervalDays?: number
  readonly credits: CreditTreatment
  readonly postingWindowDays?: number
  /** Of a campaign: how many attempts it makes, and from what is past due in the notice's currency. */
  readonly campaign?: { readonly attempts: number; readonly thresholdMinor: number }
}

/** What a notice asks for an instalment. @category model @since 0.1.0 */
export interface NoticeItem extends InstalmentRef {
  readonly dueOn: LocalDate
  /** 0 or less: not past due yet. */
  readonly daysPastDue: number
  readonly openMinor: number
  /** Asked: open without what was disputed, promised for later or in hand. */
  readonly amountMinor: number
  /** A later notice, of a run day that was caught up on together with this one, asks for it instead. */
  readonly supersededBy?: string
}

/** What is asked for an instalment as of a claim. @category model @since 0.1.0 */
export interface ClaimedLine extends InstalmentRef {
  readonly amountMinor: number
}

/** An item, and what is asked of it. @category model @since 0.1.0 */
export interface AskedItem {
  readonly itemId: string
  readonly amountMinor: number
}
