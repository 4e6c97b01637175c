/** Measures month by month, as a table. */
import type { Fraction } from '@quittance/kernel'
import type { MonthlyDso, PointInTime } from '@quittance/projections'
import { places } from './desk-words.js'
import { figure, table } from './table.js'

/** A month with all its measures; `null` is a measure that has nothing to divide by. @category model @since 0.1.0 */
export interface MonthMetrics extends MonthlyDso {
  readonly currency: string
  readonly bestPossible: Fraction | null
  readonly delinquent: Fraction | null
  readonly effectivenessPercent: Fraction | null
}

/** Days with one place, rounded half away from zero; a dash where there is none. @category commands @since 0.1.0 */
export const metricsText = (months: ReadonlyArray<MonthMetrics>, { asOf, knownAt }: PointInTime): string => {
  const head = `Days of sales outstanding up to ${asOf}, as known at ${knownAt}`
  if (months.length === 0) return `${head}\n\nNo whole month yet.`
  const rows = months.map((month) => [
    month.month,
    month.currency,
    figure(month.billedMinor, month.currency),
    figure(month.openAtEndMinor, month.currency),
    places(month.simple, 1),
    places(month.rolling3 ?? null, 1),
    month.countback._tag === 'CountedBack' ? places(month.countback.days, 1) : `over ${month.countback.atLeastDays}`,
    places(month.bestPossible, 1),
    places(month.delinquent, 1),
    places(month.effectivenessPercent, 1),
  ])
  const columns = [
    { heading: 'Month' },
    { heading: '' },
    ...['Billed', 'Open', 'DSO', '3 months', 'Count-back', 'Best', 'Late', 'CEI %'].map((heading) => ({
      heading,
      figures: true,
    })),
  ]
  return `${head}\n\n${table(columns, rows)}`
}
