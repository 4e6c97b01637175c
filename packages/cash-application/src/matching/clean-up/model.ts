/**
 * Clearing up an account: what can be settled, given up or paid back without asking anybody, as proposals that each can be
 * taken back; and why the rest is left.
 */
import type { CurrencyCode, LocalDate } from '@quittance/kernel'
import type { CashCommand } from '../../commands.js'
import type { PolicyRef } from '../../model.js'

/** An open invoice or debit note. @category model @since 0.1.0 */
export interface CleanUpDebit {
  readonly itemId: string
  /** Above zero. */
  readonly openMinor: number
  readonly on: LocalDate
  readonly dueOn: LocalDate
  /** What it may be called: its number, a purchase order, a delivery. */
  readonly identifiers: ReadonlyArray<string>
  readonly disputed?: boolean
  /** The customer promised to pay it, in time until this day, inclusive: it is not given up meanwhile. */
  readonly promisedUntil?: LocalDate
}

/** Money or credit of the customer that nothing has used. @category model @since 0.1.0 */
export type CleanUpCredit =
  | {
      readonly _tag: 'Receipt'
      readonly creditId: string
      readonly on: LocalDate
      readonly unappliedMinor: number
      /** Set aside on purpose. */
      readonly onAccountMinor: number
      /** All that the payer wrote. */
      readonly text: string
      /** Words that claim this settles everything: such money is for a person. */
      readonly fullSatisfactionClaimed?: string
    }
  | {
      readonly _tag: 'CreditNote'
      readonly creditId: string
      readonly on: LocalDate
      readonly freeMinor: number
      readonly identifiers: ReadonlyArray<string>
      /** The document that it was issued for. */
      readonly relatesTo?: string
    }

/** How far clearing up may go. Both bounds of a small balance are inclusive. @category policies @since 0.1.0 */
export interface CleanUpPolicy extends PolicyRef {
  /** Small debits are given up when they are so many days past due. */
  readonly smallDebit: { readonly maxMinor: number; readonly minDaysPastDue: number }
  /** Small credits, so many days old, are paid back or carried; never taken to income. */
  readonly smallCredit: { readonly maxMinor: number; readonly minAgeDays: number; readonly becomes: 'refund' | 'carry' }
  /** Whether the customer agreed that credit notes go to the oldest items. */
  readonly oldestFirstAgreed: boolean
}

/** An account in one currency, and the day and the terms of clearing it up. @category model @since 0.1.0 */
export interface CleanUpQuestion {
  readonly currency: CurrencyCode
  /** What is dated later is not looked at; commands are of this day. */
  readonly asOf: LocalDate
  readonly debits: ReadonlyArray<CleanUpDebit>
  readonly credits: ReadonlyArray<CleanUpCredit>
  readonly policy: CleanUpPolicy
  /** In whose name small debits are given up. */
  readonly requestedBy: string
  /** Names the run: ids of what its commands make begin with it, so that a run after one that was taken back can be done too. */
  readonly runId: string
}

/** What led to a proposal, in the order in which it is looked for. @category policies @since 0.1.0 */
export type CleanUpRule =
  | 'reference-and-amount'
  | 'reference'
  | 'relates-to'
  | 'equal-amount'
  | 'oldest-first'
  | 'same-reference'
  | 'account-zero'
  | 'small-debit'
  | 'small-credit'

/** So much of a credit to a debit. @category model @since 0.1.0 */
export interface CleanUpPair {
  readonly creditId: string
  readonly itemId: string
  readonly amountMinor: number
}

/** What is proposed: every application is a pair of one credit and one item. @category model @since 0.1.0 */
export type CleanUpAct =
  | { readonly _tag: 'Allocate'; readonly pairs: ReadonlyArray<CleanUpPair> }
  | { readonly _tag: 'GiveUp'; readonly itemId: string; readonly amountMinor: number }
  | { readonly _tag: 'PayBack'; readonly creditId: string; readonly amountMinor: number }

/** One thing to do, and how to take it back. @category decisions @since 0.1.0 */
export interface CleanUpProposal {
  /** The rule and what it joins: the same account always gives the same ids. */
  readonly id: string
  readonly rule: CleanUpRule
  readonly act: CleanUpAct
  /** What is left of every debit and credit that it touches, once it and those before it are done. */
  readonly leaves: ReadonlyArray<{ readonly id: string; readonly leftMinor: number }>
  /** Proposals that touch the same debits and credits and come first. */
  readonly after: ReadonlyArray<string>
  /** To be run all or nothing. */
  readonly commands: ReadonlyArray<CashCommand>
  /** Takes it back, as long as nothing has been built on it. */
  readonly undo: ReadonlyArray<CashCommand>
}

/** Why something is left as it is. `rivals` are those that fit as well. @category model @since 0.1.0 */
export type LeftBecause =
  | { readonly _tag: 'Ambiguous'; readonly rivals: ReadonlyArray<string> }
  | { readonly _tag: 'Disputed' }
  | { readonly _tag: 'Promised'; readonly until: LocalDate }
  | { readonly _tag: 'FullSatisfactionClaimed' }
  | { readonly _tag: 'TooYoung'; readonly days: number; readonly minDays: number }
  | { readonly _tag: 'Carried' }
  | { readonly _tag: 'NothingFits' }

/** A debit or credit that stays, and why. @category model @since 0.1.0 */
export interface LeftOver {
  readonly id: string
  readonly side: 'debit' | 'credit'
  readonly leftMinor: number
  readonly because: LeftBecause
}

/** What clearing up an account comes to. @category decisions @since 0.1.0 */
export interface CleanUp {
  /** In the order in which they are to be done. */
  readonly proposals: ReadonlyArray<CleanUpProposal>
  readonly left: ReadonlyArray<LeftOver>
}
