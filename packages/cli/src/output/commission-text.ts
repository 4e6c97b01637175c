/** Commissions as a person reads them. */
import type { CommissionOutcome, CommissionRow, OutcomeSum, PointInTime, RepCommission } from '@quittance/projections'
import { moment } from './moment.js'
import { figure, table } from './table.js'

const headOf = ({ asOf, knownAt }: PointInTime, policy: string): string =>
  `Commission as of ${asOf}, as known at ${moment(knownAt)}, by ${policy}`

/** What each representative has earned, may still earn and has lost. @category commands @since 0.1.0 */
export const commissionByRepText = (reps: ReadonlyArray<RepCommission>, at: PointInTime, policy: string): string => {
  if (reps.length === 0) return `${headOf(at, policy)}\n\nNo invoice names a sales representative.`
  const columns = [
    { heading: 'Sales rep' },
    { heading: 'Currency' },
    ...['Billed', 'Earned', 'Open', 'Late', 'Short', 'Sales fault', 'Voided', 'Give back'].map((heading) => ({
      heading,
      figures: true,
    })),
  ]
  const rows = reps.map(({ salesRepId, currency, billedMinor, outcomes, clawback }) => {
    const cell = ({ invoices, billedMinor: minor }: OutcomeSum): string =>
      invoices === 0 ? '-' : `${figure(minor, currency)} (${invoices})`
    return [
      salesRepId,
      currency,
      figure(billedMinor, currency),
      cell(outcomes['paid-in-full']),
      cell(outcomes.open),
      cell(outcomes.late),
      cell(outcomes.short),
      cell(outcomes['sales-fault']),
      outcomes.voided.invoices === 0 ? '-' : `(${outcomes.voided.invoices})`,
      cell(clawback),
    ]
  })
  return `${headOf(at, policy)}\n\n${table(columns, rows)}\n\nBilled amounts, with the number of invoices. Give back: an advance on these may no longer be kept.`
}

const words: Readonly<Record<CommissionOutcome, string>> = {
  'paid-in-full': 'earned',
  open: 'open',
  late: 'late',
  short: 'short',
  'sales-fault': 'sales fault',
  voided: 'voided',
}

/** Every invoice of one representative. @category commands @since 0.1.0 */
export const commissionOfRepText = (
  invoices: ReadonlyArray<CommissionRow>,
  rep: string,
  at: PointInTime,
  policy: string,
): string => {
  const head = `${headOf(at, policy)}, of ${rep}`
  if (invoices.length === 0) return `${head}\n\nNo invoice names them.`
  const columns = [
    { heading: 'Invoice' },
    { heading: 'Customer' },
    { heading: 'Issued' },
    { heading: 'Billed', figures: true },
    { heading: 'Paid', figures: true },
    { heading: 'Currency' },
    { heading: 'Earns until' },
    { heading: 'Outcome' },
    { heading: 'Give back from' },
  ]
  const rows = invoices.map((one) => [
    one.itemId,
    one.customer,
    one.issuedOn,
    figure(one.billedMinor, one.currency),
    figure(one.paidMinor, one.currency),
    one.currency,
    one.earnsUntil,
    one.daysLate === undefined ? words[one.outcome] : `${words[one.outcome]} by ${one.daysLate}`,
    one.clawbackOn ?? '-',
  ])
  return `${head}\n\n${table(columns, rows)}`
}
