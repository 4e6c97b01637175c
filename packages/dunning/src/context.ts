/**
 * What this room needs to know of the rest of the account, filled from the same revision by whoever composes it.
 */
import type { CurrencyCode, LocalDate } from '@quittance/kernel'
import type { NoticeDue } from './events/notices.js'
import type { BearingItem } from './policies/interest/interest-to-bill.js'
import type { DunnableItem, UnappliedCredit } from './run-question.js'
import type { DunningState } from './state.js'

/** An invoice or debit note that we may ask for. @category model @since 0.1.0 */
export interface AskableItem {
  readonly itemId: string
  readonly currency: CurrencyCode
  readonly issuedOn: LocalDate
  readonly voided: boolean
}

/** What is open on an instalment, how much of it is disputed, and how much is promised. @category model @since 0.1.0 */
export type OwedInstalment = Omit<DunnableItem, 'holds' | 'lastNotice'>

/** An item that was owed, with what came off it when; whether it bears interest is for a policy to say. @category model @since 0.1.0 */
export type OwedOverTime = Omit<BearingItem, 'billedMinor' | 'fixedSumBilled'>

/** The account at one point of its history. @category model @since 0.1.0 */
export interface AccountOnDay {
  /** Everything open, due or not. */
  readonly items: ReadonlyArray<OwedInstalment>
  readonly credits: ReadonlyArray<UnappliedCredit>
  readonly dunning: DunningState
  /** What was owed when, for counts that end when nothing is past due; absent: not at hand, and no count ends. */
  readonly owedOverTime?: (currency: CurrencyCode) => ReadonlyArray<OwedOverTime>
}

/** Read-only look-ups. @category decisions @since 0.1.0 */
export interface DunningContext {
  /** A credit note is no such item. */
  readonly itemOf: (itemId: string) => AskableItem | undefined
  /** Every invoice and debit note of a currency that is not voided, paid or not. */
  readonly bearing: (currency: CurrencyCode) => ReadonlyArray<OwedOverTime>
  /** The account as it stands; promises are looked at as of the day. */
  readonly asItStands: (on: LocalDate) => AccountOnDay
  /**
   * The account as it was known by the end of a day, with the notices of all run days up to it: those on record and
   * those just decided. Asked with rising days; an answer is read before the next is asked for. Nothing: the facts of
   * then are not at hand.
   */
  readonly knownBy: (day: LocalDate, decided: ReadonlyArray<NoticeDue>) => AccountOnDay | undefined
}
