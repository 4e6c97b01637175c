/** Agings as tables for people. */
import type { AgingReport, AgingScheme, AgingSums, CreditTreatment } from '@quittance/projections'
import { moment } from './moment.js'
import { type Column, figure, headingOf, table } from './table.js'

const creditsInWords: Readonly<Record<CreditTreatment, string>> = {
  separate: 'credits stand apart, as unapplied',
  'own-date': 'credits stand in the column of their own day',
  fifo: 'credits are set against the oldest items first (display only)',
  'own-rows': 'credits have rows of their own',
}

const columnsOf = (scheme: AgingScheme): ReadonlyArray<Column> => [
  { heading: 'Currency' },
  ...[...scheme.buckets.map(({ label }) => headingOf(label)), 'Unapplied', 'Total', 'Disputed'].map((heading) => ({
    heading,
    figures: true,
  })),
]

const cellsOf = (sums: AgingSums): ReadonlyArray<string> => [
  sums.currency,
  ...[...sums.bucketMinor, sums.unappliedMinor, sums.totalMinor, sums.disputedMinor].map((minor) =>
    figure(minor, sums.currency),
  ),
]

const howToRead = ({ basis, credits }: AgingReport): string =>
  [
    `Age is counted from the ${basis === 'due' ? 'due day' : `${basis} day`}; ${creditsInWords[credits]}.`,
    'Total = the age columns less unapplied. Disputed is part of the age columns.',
  ].join('\n')

/** The report for people. @category commands @since 0.1.0 */
export const agingText = (report: AgingReport, byCustomer: boolean): string => {
  const columns = [...(byCustomer ? [{ heading: 'Customer' }] : []), ...columnsOf(report.scheme)]
  const customers = byCustomer
    ? report.customers.flatMap(({ customer, currencies }) => currencies.map((sums) => [customer, ...cellsOf(sums)]))
    : []
  const totals = report.currencies.map((sums) => [...(byCustomer ? ['Total'] : []), ...cellsOf(sums)])
  const head = `Aging as of ${report.at.asOf}, as known at ${moment(report.at.knownAt)}`
  const body = totals.length === 0 ? 'Nothing is open.' : table(columns, [...customers, ...totals])
  return `${head}\n${howToRead(report)}\n\n${body}`
}

/**
 * Agings of several days under each other, made with the same scheme, basis and treatment of credits.
 *
 * @param reports - at least one, in the order to print them
 * @category commands
 * @since 0.1.0
 */
export const agingDaysText = (reports: ReadonlyArray<AgingReport>): string => {
  const [first] = reports
  if (first === undefined) return 'Nothing is open.'
  const rows = reports.flatMap(({ at, currencies }) => currencies.map((sums) => [at.asOf, ...cellsOf(sums)]))
  return `${howToRead(first)}\n\n${table([{ heading: 'As of' }, ...columnsOf(first.scheme)], rows)}`
}
