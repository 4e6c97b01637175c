/** A run of matching as a whole: the rows and their sums by decision. */
import type { PointInTime } from '@quittance/projections'
import type { MatchRow, RowDecision } from './run-match.js'

/** So many payments of a decision, in one currency. @category model @since 0.1.0 */
export interface DecisionTotal {
  readonly decision: RowDecision | 'failed'
  readonly currency: string
  readonly count: number
  readonly amountMinor: number
}

/** What a run found, and whether it was recorded. @category model @since 0.1.0 */
export interface MatchReport {
  /** `id@version#hash` of the rule set. */
  readonly matcher: string
  readonly point: PointInTime | undefined
  readonly isPosted: boolean
  readonly rows: ReadonlyArray<MatchRow>
  readonly totals: ReadonlyArray<DecisionTotal>
}

const order: ReadonlyArray<DecisionTotal['decision']> = [
  'apply',
  'ambiguous',
  'suspect',
  'contended',
  'undecided',
  'none',
  'unknown-payer',
  'refused',
  'already',
  'failed',
]

/** A decision in words. @category model @since 0.1.0 */
export const describeRow = (decision: DecisionTotal['decision']): string =>
  ({
    apply: 'apply',
    ambiguous: 'ambiguous: choose or confirm',
    suspect: 'suspect: paid twice?',
    contended: 'contended by another payment',
    undecided: 'undecided: the search was cut',
    none: 'none: nothing explains it',
    'unknown-payer': 'payer unknown: in suspense',
    refused: 'refused by the account',
    already: 'in the ledger already',
    failed: 'failed: not recorded',
  })[decision]

/** Sums by decision and currency; currencies are never added. @category projections @since 0.1.0 */
export const totalsOf = (rows: ReadonlyArray<MatchRow>): ReadonlyArray<DecisionTotal> => {
  const totals = new Map<string, DecisionTotal>()
  for (const { decision, failure, amount } of rows) {
    const own = failure === undefined ? decision : 'failed'
    const key = `${own} ${amount.currency}`
    const known = totals.get(key) ?? { decision: own, currency: amount.currency, count: 0, amountMinor: 0 }
    totals.set(key, { ...known, count: known.count + 1, amountMinor: known.amountMinor + amount.minor })
  }
  return [...totals.values()].sort(
    (a, b) =>
      order.indexOf(a.decision) - order.indexOf(b.decision) ||
      (a.currency < b.currency ? -1 : a.currency > b.currency ? 1 : 0),
  )
}
