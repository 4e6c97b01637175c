/** How long disputes take, as a person reads it. */
import { scaleMinor } from '@quittance/kernel'
import type { DisputeGrouping, DisputeTimes, PointInTime } from '@quittance/projections'
import { moment } from './moment.js'
import { figure, headingOf, table } from './table.js'

/** By department, person, cause or customer. @category commands @since 0.1.0 */
export const disputeTimesText = (
  times: ReadonlyArray<DisputeTimes>,
  { asOf, knownAt }: PointInTime,
  by: DisputeGrouping,
): string => {
  const head = `Disputes by ${by} as of ${asOf}, as known at ${moment(knownAt)}`
  if (times.length === 0) return `${head}\n\nThere were none.`
  const columns = [
    { heading: headingOf(by) },
    { heading: 'Currency' },
    ...[
      'Disputes',
      'Amount',
      'Open',
      'Open amount',
      'Oldest',
      'Ended',
      'They were right',
      'Days',
      'From invoice',
      'Past answer day',
    ].map((heading) => ({ heading, figures: true })),
  ]
  const rows = times.map((one) => [
    one.group ?? '(nobody)',
    one.currency,
    String(one.disputes),
    figure(one.disputedMinor, one.currency),
    String(one.open),
    figure(one.openMinor, one.currency),
    one.oldestOpenDays === undefined ? '-' : String(one.oldestOpenDays),
    String(one.ended),
    String(one.accepted),
    average(one.daysFromDispute, one.ended),
    average(one.daysFromInvoice, one.ended),
    String(one.late),
  ])
  return `${head}\n\n${table(columns, rows)}\n\nDays: on average from the dispute to its end, and from the invoice; open ones are in neither.`
}

/** To one place, rounded half away from zero. */
const average = (days: number, count: number): string => {
  if (count === 0) return '-'
  const tenths = scaleMinor(days, 10, count)
  return `${Math.trunc(tenths / 10)}.${tenths % 10}`
}
