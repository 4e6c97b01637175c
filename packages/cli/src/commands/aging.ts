/** `quittance aging`: what is open and how old it is, at any point in time. */
import type { Command } from 'commander'
import { agingReport, type AgingReport, type AgingSums } from '@quittance/projections'
import { CliFailure } from '../failure.js'
import { type ReportOptions, resolveFile, withReportOptions } from '../options.js'
import { agingText } from '../output/aging-text.js'
import type { Output } from '../output/write.js'
import { pointOf } from '../points.js'
import { loadView } from '../store/load-view.js'
import { openStore } from '../store/open-store.js'

interface AgingCommandOptions extends ReportOptions {
  readonly by?: string
  readonly basis: string
  readonly credits: string
}

const bases = { due: 'due', invoice: 'invoice', delivery: 'delivery' } as const
const treatments = { separate: 'separate', 'own-date': 'own-date', fifo: 'fifo' } as const

/** Add the command. @category commands @since 0.1.0 */
export const addAging = (program: Command, output: Output): void => {
  withReportOptions(program.command('aging').description('what is open and how old it is'))
    .option('--by <what>', 'customer: a line for each customer')
    .option('--basis <day>', 'the day that age counts from: due, invoice or delivery', 'due')
    .option('--credits <how>', 'credits: separate, own-date or fifo (display only)', 'separate')
    .addHelpText(
      'after',
      '\nExamples:\n  quittance aging --as-of 2012-12-31\n  quittance aging --as-of 2012-12-31 --known-at 2013-01-15 --by customer\n  quittance aging --json',
    )
    .action(async (options: AgingCommandOptions) => {
      if (options.by !== undefined && options.by !== 'customer') throw new CliFailure(`--by ${options.by}: customer`, 2)
      const report = await runAging(options)
      const byCustomer = options.by === 'customer'
      await output.out(
        options.json === true ? `${agingJson(report, byCustomer)}\n` : `${agingText(report, byCustomer)}\n`,
      )
    })
}

const runAging = async (options: AgingCommandOptions): Promise<AgingReport> => {
  const basis = bases[options.basis as keyof typeof bases]
  const credits = treatments[options.credits as keyof typeof treatments]
  if (basis === undefined) throw new CliFailure(`--basis ${options.basis}: due, invoice or delivery`, 2)
  if (credits === undefined) throw new CliFailure(`--credits ${options.credits}: separate, own-date or fifo`, 2)
  const store = await openStore(options.store, resolveFile, true)
  try {
    const { view } = await loadView(store, options.entity)
    return agingReport(view, pointOf(view, options), { basis, credits })
  } finally {
    await store.close()
  }
}

const keyOfLabel = (label: string): string =>
  label === 'current' ? 'current' : `d${label.replace('-', '_').replace('+', '_plus')}`

const sumsJson = (report: AgingReport, sums: ReadonlyArray<AgingSums>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    sums.map(({ currency, bucketMinor, disputedMinor, unappliedMinor, totalMinor }) => [
      currency,
      {
        ...Object.fromEntries(
          report.scheme.buckets.map(({ label }, index) => [keyOfLabel(label), bucketMinor[index] ?? 0]),
        ),
        disputed: disputedMinor,
        unapplied: unappliedMinor,
        total: totalMinor,
      },
    ]),
  )

/** The report for programs: amounts in minor units. @category commands @since 0.1.0 */
export const agingJson = (report: AgingReport, byCustomer: boolean): string =>
  JSON.stringify({
    asOf: report.at.asOf,
    knownAt: report.at.knownAt,
    currencies: sumsJson(report, report.currencies),
    ...(byCustomer
      ? {
          customers: Object.fromEntries(
            report.customers.map(({ customer, currencies }) => [customer, sumsJson(report, currencies)]),
          ),
        }
      : {}),
  })
