/** An aging report as plain text, as an accountant would read it on paper. */
import { formatMinor } from '@quittance/kernel'
import type { AgingReport, AgingRow, AgingSums } from '../src/index.js'

export const printAging = (report: AgingReport): string => {
  const { at, scheme, basis, credits, currencies } = report
  const lines = [
    `Aged receivables as of ${at.asOf}, as known at ${at.knownAt}`,
    `Buckets ${scheme.id} version ${scheme.version}, ${scheme.edges}, by ${basis} day; credits ${credits}`,
    '',
    ...currencies.flatMap((total) => [...tableOf(report, total), '', ...listOf(report, total.currency), '']),
  ]
  return `${lines.join('\n').trimEnd()}\n`
}

const tableOf = ({ scheme, customers }: AgingReport, total: AgingSums): ReadonlyArray<string> => {
  const amount = (minor: number): string => formatMinor(minor, total.currency)
  const row = (name: string, sums: AgingSums): string =>
    columns(name, [...sums.bucketMinor.map(amount), amount(sums.unappliedMinor), amount(sums.totalMinor)])
  return [
    columns(total.currency, [...scheme.buckets.map(({ label }) => label), 'unapplied', 'total']),
    ...customers.flatMap(({ customer, currencies }) =>
      currencies.filter(({ currency }) => currency === total.currency).map((sums) => row(customer, sums)),
    ),
    row('All customers', total),
    columns('Open items', [...total.bucketCount.map(String), '', String(total.bucketCount.reduce((a, b) => a + b, 0))]),
  ]
}

const listOf = ({ rows, scheme }: AgingReport, currency: string): ReadonlyArray<string> => [
  `${'Document'.padEnd(14)}${'Customer'.padEnd(14)}${'Due'.padEnd(12)}${'Days'.padStart(5)}  ${'Bucket'.padEnd(9)}${'Open'.padStart(11)}`,
  ...rows
    .filter((row) => row.currency === currency)
    .map(
      ({ id, customer, basisOn, ageDays, bucket, openMinor }: AgingRow) =>
        `${id.padEnd(14)}${customer.padEnd(14)}${basisOn.padEnd(12)}${String(ageDays).padStart(5)}  ` +
        `${(scheme.buckets[bucket]?.label ?? '').padEnd(9)}${formatMinor(openMinor, currency).padStart(11)}`,
    ),
]

const columns = (name: string, cells: ReadonlyArray<string>): string =>
  `${name.padEnd(14)}${cells.map((cell) => cell.padStart(11)).join('')}`
