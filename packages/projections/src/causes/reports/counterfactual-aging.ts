/** The aging as it would be had we made no errors: what is past due by our own doing, beside the rest. */
import { type AgingReport, agingReport } from '../../aging/aging-report.js'
import { type AgingScheme, fiveBuckets } from '../../aging/scheme.js'
import type { LedgerView } from '../../ledger-view/ledger-view.js'
import type { PointInTime } from '../../point-in-time.js'
import { compareTexts } from './compare-texts.js'

/** How much of an item an error made late: all of it, or only what the customer objects to, in a dispute or by deducting. An item that nobody objects to is late as a whole. @category policies @since 0.1.0 */
export type BlamedPart = 'whole-items' | 'objected-parts'

/** The aging of a currency in three rows, bucket by bucket: real = without + ours. @category projections @since 0.1.0 */
export interface CounterfactualAging {
  readonly currency: string
  readonly realMinor: ReadonlyArray<number>
  /** What would be there without errors of ours. */
  readonly withoutMinor: ReadonlyArray<number>
  /** What is past due by errors of ours. */
  readonly oursMinor: ReadonlyArray<number>
  /** The items of that, as indices in the ledger view, for `because`. */
  readonly subjects: ReadonlyArray<number>
}

/**
 * The aging with what an upstream error made late taken out, by due day. Only what is past due leaves; what is not due yet stays, for it is
 * late by nobody's doing. Money that we hold is not set off.
 *
 * @param rows - of the same point: which item is past due by whose doing
 * @law with and without errors of ours add up to the aging
 * @category projections
 * @since 0.1.0
 */
export const counterfactualAging = (
  view: LedgerView,
  at: PointInTime,
  rows: ReadonlyArray<{ readonly subject: number; readonly upstream: boolean }>,
  {
    scheme = fiveBuckets,
    blamed = 'whole-items',
  }: { readonly scheme?: AgingScheme; readonly blamed?: BlamedPart } = {},
): ReadonlyArray<CounterfactualAging> => {
  const ours = new Set(rows.filter(({ upstream }) => upstream).map(({ subject }) => subject))
  const report = agingReport(view, at, { scheme })
  const currencies = new Set(report.rows.map(({ currency }) => currency))
  return [...currencies].sort(compareTexts).map((currency) => split(report, currency, ours, blamed))
}

const split = (
  { rows, scheme }: AgingReport,
  currency: string,
  ours: ReadonlySet<number>,
  blamed: BlamedPart,
): CounterfactualAging => {
  const [realMinor, oursMinor] = [scheme.buckets.map(() => 0), scheme.buckets.map(() => 0)]
  const subjects = new Set<number>()
  for (const row of rows) {
    if (row.currency !== currency || row.item === undefined) continue
    realMinor[row.bucket] = (realMinor[row.bucket] ?? 0) + row.openMinor
    if (row.ageDays <= 0 || row.openMinor <= 0 || !ours.has(row.item.subject)) continue
    subjects.add(row.item.subject)
    const objectedMinor = Math.min(row.disputedMinor + row.deductedMinor, row.openMinor)
    const minor = blamed === 'whole-items' || objectedMinor === 0 ? row.openMinor : objectedMinor
    oursMinor[row.bucket] = (oursMinor[row.bucket] ?? 0) + minor
  }
  return {
    currency,
    realMinor,
    withoutMinor: realMinor.map((minor, bucket) => minor - (oursMinor[bucket] ?? 0)),
    oursMinor,
    subjects: [...subjects],
  }
}
