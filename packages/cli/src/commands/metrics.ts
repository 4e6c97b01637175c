/** `quittance metrics`: how long money takes, month by month. */
import { addDays, dateOf, endOfMonth, type Instant, partsOf } from '@quittance/kernel'
import {
  averageDaysDelinquent,
  bestPossibleDso,
  collectionEffectiveness,
  type LedgerView,
  type MonthlyDso,
  monthlyDso,
  periodFigures,
  type PointInTime,
} from '@quittance/projections'
import type { Command } from 'commander'
import { CliFailure } from '../failure.js'
import { type ReportOptions, resolveFile, withReportOptions } from '../options.js'
import { fractionsAsNumbers } from '../output/desk-words.js'
import { metricsText, type MonthMetrics } from '../output/metrics-text.js'
import type { Output } from '../output/write.js'
import { pointOf } from '../points.js'
import { loadView } from '../store/load-view.js'
import { openStore } from '../store/open-store.js'

interface MetricsOptions extends ReportOptions {
  readonly months: string
}

/** Add the command. @category commands @since 0.1.0 */
export const addMetrics = (program: Command, output: Output): void => {
  withReportOptions(program.command('metrics').description('how long money takes: DSO in three ways, CEI, by month'))
    .option('--months <n>', 'how many whole months, up to the one that has ended by --as-of', '12')
    .addHelpText('after', '\nExamples:\n  quittance metrics --as-of 2012-12-31\n  quittance metrics --months 24 --json')
    .action(async (options: MetricsOptions) => {
      if (!/^[1-9]\d{0,3}$/.test(options.months))
        throw new CliFailure(`--months ${options.months}: not a number of months`, 2)
      const store = await openStore(options.store, resolveFile, true)
      try {
        const { view } = await loadView(store, options.entity)
        const at = pointOf(view, options)
        const months = metricsOf(view, at, Number(options.months))
        await output.out(
          `${options.json === true ? JSON.stringify({ ...at, months }, fractionsAsNumbers) : metricsText(months, at)}\n`,
        )
      } finally {
        await store.close()
      }
    })
}

/** By currency, the latest whole months that had ended by a day. */
const metricsOf = (view: LedgerView, { asOf, knownAt }: PointInTime, count: number): ReadonlyArray<MonthMetrics> => {
  const { year, month } = partsOf(asOf)
  const to = endOfMonth(asOf) === asOf ? asOf : addDays(dateOf(year, month, 1), -1)
  const currencies = [...new Set(view.subjects.map(({ currency }) => currency))].sort()
  return currencies.flatMap((currency) =>
    monthlyDso(view, currency, to, knownAt)
      .slice(-count)
      .map((row) => ({ currency, ...withPeriod(view, currency, row, knownAt) })),
  )
}

const withPeriod = (
  view: LedgerView,
  currency: string,
  row: MonthlyDso,
  knownAt: Instant,
): Omit<MonthMetrics, 'currency'> => {
  const [year = 0, month = 0] = row.month.split('-').map(Number)
  const from = dateOf(year, month, 1)
  const period = { from, to: endOfMonth(from) }
  const found = periodFigures(view, period, knownAt).find((figures) => figures.currency === currency)
  const { openingMinor = 0, closingCurrentMinor = 0 } = found ?? {}
  const sales = { creditSalesMinor: row.billedMinor, days: partsOf(period.to).day }
  return {
    ...row,
    bestPossible: bestPossibleDso(closingCurrentMinor, sales),
    delinquent: averageDaysDelinquent(closingCurrentMinor, { ...sales, receivablesMinor: row.openAtEndMinor }),
    effectivenessPercent: collectionEffectiveness({
      openingMinor,
      creditSalesMinor: row.billedMinor,
      closingMinor: row.openAtEndMinor,
      closingCurrentMinor,
    }),
  }
}
