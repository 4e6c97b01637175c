/**
 * A decision of a rule set as the ledger keeps it: what was asked, in a form that tells whether the same can be
 * asked again, and what was answered, with its reasons and its rivals. Replay reads it and never decides anew.
 */
import type { LocalDate } from '@quittance/kernel'

/** What of an item is not simply paid in full, or was paid too much by so little that it is kept. @category model @since 0.1.0 */
export interface MatchedDifference {
  readonly itemId?: string
  readonly what:
    | 'earned-discount'
    | 'unearned-discount'
    | 'small-difference'
    | 'bank-fee'
    | 'deduction'
    | 'chargeback'
    | 'stays-open'
    | 'charge'
    | 'penny'
  readonly amountMinor: number
  readonly reason?: string
}

/** An explanation of a payment as it was weighed: the items, the ways to them, the terms of the score. @category model @since 0.1.0 */
export interface MatchedCandidate {
  readonly itemIds: ReadonlyArray<string>
  readonly routes: ReadonlyArray<{ readonly rule: string; readonly membersCentibits: number }>
  readonly terms: ReadonlyArray<{ readonly what: string; readonly centibits: number }>
  /** Share of all that was found or could be chance, in parts per million; absent where the rule set does not weigh. */
  readonly posteriorPpm?: number
  readonly interchangeable: ReadonlyArray<ReadonlyArray<string>>
  /** Absent where all items are paid in full. */
  readonly differences?: ReadonlyArray<MatchedDifference>
}

/** What the rule set was asked: the account as it stood after a revision, with the items dated on a day or before. @category model @since 0.1.0 */
export interface AskedMatch {
  /** The last revision of the account that the decision knew. */
  readonly revision: number
  /** The last day of the items that were looked at, inclusive. */
  readonly itemsOn: LocalDate
  /** SHA-256 of the canonical question: payment, items and rule set. */
  readonly hash: string
}

/** What the rule set answered. @category model @since 0.1.0 */
export interface AnsweredMatch {
  readonly chosen: MatchedCandidate
  /** What else explained the payment, the runner-up first; at most the first few. */
  readonly others: ReadonlyArray<MatchedCandidate>
  /** How many there were in all. */
  readonly otherCount: number
  /** SHA-256 of the canonical decision, all others included: a check must give the same bytes. */
  readonly hash: string
}
