/** The state of a matching case: an account, the rule set that it runs under, and what was decided so far. */
import type { DecidedWriteOff, MatcherDecision, ReconcileModel } from '@quittance/cash-application'
import type { CurrencyCode } from '@quittance/kernel'
import type { Books } from '../../books/books.js'
import type { Days } from '../../books/days.js'

/** A matching case. */
export interface Matching {
  readonly books: Books
  readonly currency: CurrencyCode
  readonly days: Days
  readonly model: ReconcileModel
  /** What the case calls a step of the rule set. */
  readonly stepWord: (by: string) => string
  /** In the order of the case. */
  readonly invoices: ReadonlyArray<string>
  readonly kinds: ReadonlyMap<string, string | undefined>
  /** In the order of the case; grows as money comes in. */
  readonly payments: Array<string>
  /** What a person decided to give up. */
  readonly decided: ReadonlyArray<DecidedWriteOff>
  /** Debit notes for what was paid on top of items. */
  readonly charges: Array<string>
  /** All decisions so far. */
  readonly decisions: Array<MatcherDecision>
}
