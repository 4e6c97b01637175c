/** The share that we caused over time, and the aging without our errors, as a person reads them. */
import { type CounterfactualAging, fiveBuckets, type PointInTime, type TrendPoint } from '@quittance/projections'
import { moment } from './moment.js'
import { share } from './share.js'
import { figure, headingOf, table } from './table.js'

/** Month by month. @category commands @since 0.1.0 */
export const trendText = (points: ReadonlyArray<TrendPoint>, { knownAt }: PointInTime, rules: string): string => {
  const head = `Past due by errors of ours, as known at ${moment(knownAt)}, by ${rules}`
  const rows = points.flatMap(({ on, currencies }) =>
    currencies.map(({ currency, share: parts }) => [
      on,
      currency,
      figure(parts.totalMinor, currency),
      figure(parts.upstreamMinor, currency),
      share(parts.upstreamMinor, parts.totalMinor),
      share(parts.unexplainedMinor, parts.totalMinor),
    ]),
  )
  if (rows.length === 0) return `${head}\n\nNothing was past due.`
  const columns = [
    { heading: 'On' },
    { heading: 'Currency' },
    { heading: 'Past due', figures: true },
    { heading: 'By us', figures: true },
    { heading: 'Share', figures: true },
    { heading: 'Unexplained', figures: true },
  ]
  return `${head}\n\n${table(columns, rows)}`
}

/** Three rows for each currency: as it is, by our errors, and without them. @category commands @since 0.1.0 */
export const counterfactualText = (
  aging: ReadonlyArray<Omit<CounterfactualAging, 'subjects'>>,
  { asOf, knownAt }: PointInTime,
  rules: string,
): string => {
  const head = `Aging without errors of ours, as of ${asOf}, as known at ${moment(knownAt)}, by ${rules}`
  if (aging.length === 0) return `${head}\n\nNothing is open.`
  const columns = [
    { heading: 'Currency' },
    { heading: '' },
    ...fiveBuckets.buckets.map(({ label }) => ({ heading: headingOf(label), figures: true })),
    { heading: 'Total', figures: true },
  ]
  const rows = aging.flatMap(({ currency, realMinor, oursMinor, withoutMinor }) =>
    [
      ['as it is', realMinor] as const,
      ['by errors of ours', oursMinor] as const,
      ['without them', withoutMinor] as const,
    ].map(([words, minors]) => [
      currency,
      words,
      ...minors.map((minor) => figure(minor, currency)),
      figure(
        minors.reduce((so, minor) => so + minor, 0),
        currency,
      ),
    ]),
  )
  return `${head}\n\n${table(columns, rows)}\n\nAge is counted from the due day; money that we hold is not set off.`
}
