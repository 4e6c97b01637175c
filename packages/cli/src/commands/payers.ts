/** `quittance payers`: who pays late, and how late. */
import type { Command } from 'commander'
import { payerLateness, type PayerLateness } from '@quittance/projections'
import { CliFailure } from '../failure.js'
import { type ReportOptions, resolveFile, withReportOptions } from '../options.js'
import { table } from '../output/table.js'
import type { Output } from '../output/write.js'
import { pointOf } from '../points.js'
import { loadView } from '../store/load-view.js'
import { openStore } from '../store/open-store.js'

interface PayersOptions extends ReportOptions {
  readonly top: string
}

/** Add the command. @category commands @since 0.1.0 */
export const addPayers = (program: Command, output: Output): void => {
  withReportOptions(program.command('payers').description('who pays late: the latest on average first'))
    .option('--top <count>', 'how many', '10')
    .addHelpText('after', '\nExample:\n  quittance payers --top 20 --as-of 2013-12-31')
    .action(async (options: PayersOptions) => {
      const top = Number(options.top)
      if (!Number.isSafeInteger(top) || top < 1) throw new CliFailure(`--top ${options.top}: a whole number from 1`, 2)
      const store = await openStore(options.store, resolveFile, true)
      try {
        const { view } = await loadView(store, options.entity)
        const payers = payerLateness(view, pointOf(view, options)).slice(0, top)
        await output.out(options.json === true ? `${JSON.stringify(payers)}\n` : `${payersText(payers)}\n`)
      } finally {
        await store.close()
      }
    })
}

/** The payers for people; averages to one place, rounded half up. @category commands @since 0.1.0 */
export const payersText = (payers: ReadonlyArray<PayerLateness>): string =>
  table(
    [
      { heading: 'Customer' },
      ...['Paid in full', 'Late', 'Days late on average', 'Worst'].map((heading) => ({ heading, figures: true })),
    ],
    payers.map(({ customer, settled, late, daysLate, worstDaysLate }) => [
      customer,
      String(settled),
      String(late),
      (Math.round((daysLate / settled) * 10) / 10).toFixed(1),
      String(worstDaysLate),
    ]),
  )
