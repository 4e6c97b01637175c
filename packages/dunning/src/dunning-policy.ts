/**
 * What is asked when, as data with an id and a version: ladders that speak of items, states and campaigns that
 * speak of customers.
 */
import type { CurrencyCode, Decimal, LocalDate, Money } from '@quittance/kernel'
import type { Channel } from './model.js'

/**
 * From when a step counts its days: from the due day, from it to the end of the month then reached, from the notice
 * of the step before, or from the day on which the customer first had the document; a document that nobody is known
 * to have has no such day, and the step does not come.
 *
 * @category policies
 * @since 0.1.0
 */
export type StepMode = 'net-days' | 'end-of-month' | 'previous-date' | 'delivered-days'

/** What a step of a ladder is, the mildest first. @category policies @since 0.1.0 */
export type StepKind =
  'reminder' | 'past-due-notice' | 'call' | 'executive-contact' | 'final-demand' | 'hold-advice' | 'placement'

/** One step of a ladder. @category policies @since 0.1.0 */
export interface LadderStep {
  /** 1 or more; no two steps of a ladder share a level, and a higher level presses harder. */
  readonly level: number
  readonly kind: StepKind
  readonly channel: Channel
  readonly mode: StepMode
  /** Days in the step's mode, inclusive; below 0 (before the due day, R-115) in `net-days` only. */
  readonly delayDays: number
  /** What the items of this level must come to in their currency, inclusive; they fall back to the step below else. */
  readonly minimums?: ReadonlyArray<Money>
  /** What they must come to as a share of all that is open in the currency, inclusive. */
  readonly minimumPercent?: Decimal
}

/** On which days a policy runs. @category policies @since 0.1.0 */
export type RunDays =
  | { readonly _tag: 'EveryDays'; readonly from: LocalDate; readonly days: number }
  /** ISO days of the week, 1 Monday to 7 Sunday. */
  | { readonly _tag: 'Weekdays'; readonly weekdays: ReadonlyArray<number> }
  /** 1 to 31; a day that a month does not have is its last. */
  | { readonly _tag: 'DaysOfMonth'; readonly days: ReadonlyArray<number> }
  | { readonly _tag: 'ListedDays'; readonly days: ReadonlyArray<LocalDate> }

/** What becomes of credit that is not applied yet: it is matched first, stands in the notice, or is left aside. @category policies @since 0.1.0 */
export type CreditTreatment = 'matched-first' | 'in-notice' | 'left-aside'

/** A ladder: every item climbs it by itself. @category policies @since 0.1.0 */
export interface ItemLadder {
  readonly _tag: 'ItemLadder'
  readonly id: string
  readonly version: number
  /** Without steps nothing is ever asked. */
  readonly steps: ReadonlyArray<LadderStep>
  /** Step after step, one a run; else straight to the highest step whose days have passed. */
  readonly sequential: boolean
  /** An item is not past due to us before more than so many days; steps before the due day are not held up. */
  readonly graceDays: number
  /** No item of a customer is asked for before one of them is so many days past due. */
  readonly minArrearsDays?: number
  /** So many days lie between two notices of an item, at least. */
  readonly intervalDays?: number
  /** An item is asked for when more than this is to be asked. A currency not named: more than nothing. */
  readonly tolerances: ReadonlyArray<Money>
  /** At the last step the notice is repeated at every run that the interval allows. */
  readonly repeatsLastStep: boolean
  readonly credits: CreditTreatment
  /** Credit in hand for longer than so many days holds nothing up any more. Absent: it always does. */
  readonly postingWindowDays?: number
  readonly runDays: RunDays
  /** A notice not sent so many days after its run day goes out no more. */
  readonly sendWithinDays: number
}

/** What decides the state of a customer. @category policies @since 0.1.0 */
export type StateMeasure = 'oldest-due-age' | 'invoice-age' | 'unpaid-count' | 'unpaid-balance'

/** A state and from which value it holds, inclusive: days, items, or minor units. @category policies @since 0.1.0 */
export interface StateThreshold {
  readonly name: string
  readonly from: number
}

/** States of a customer, in each currency, by one measure of what is unpaid. @category policies @since 0.1.0 */
export interface AccountStates {
  readonly _tag: 'AccountStates'
  readonly id: string
  readonly version: number
  readonly by: StateMeasure
  /** In any order: the highest threshold that is reached is the most severe. */
  readonly states: ReadonlyArray<StateThreshold>
  /** The currency whose thresholds these are; absent: they hold for each. */
  readonly currency?: CurrencyCode
  readonly runDays: RunDays
}

/** So many attempts, so far apart, for a customer who owes at least so much past due in a currency. @category policies @since 0.1.0 */
export interface DunningCampaign {
  readonly _tag: 'DunningCampaign'
  readonly id: string
  readonly version: number
  /** From what is past due in a currency it is asked for, inclusive; a currency not named never is. */
  readonly thresholds: ReadonlyArray<Money>
  readonly maxAttempts: number
  readonly daysBetween: number
  /** Whether `daysBetween` days are enough, or more than that must have passed. */
  readonly gap: 'at-least' | 'more-than'
  /** Whether the days count from the last attempt in the same currency, or in any. */
  readonly spacing: 'per-currency' | 'per-account'
  readonly channel: Channel
  readonly runDays: RunDays
  readonly sendWithinDays: number
}

/** A policy of dunning. @category policies @since 0.1.0 */
export type DunningPolicy = ItemLadder | AccountStates | DunningCampaign
