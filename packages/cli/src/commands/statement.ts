/** `quittance statement`: what a customer owes, line by line, or how the balance moved over a period. */
import type { Command } from 'commander'
import type { Instant } from '@quittance/kernel'
import {
  balanceForward,
  type BalanceForward,
  describeTag,
  type OpenItemStatement,
  openItemStatement,
} from '@quittance/projections'
import { CliFailure } from '../failure.js'
import { type ReportOptions, resolveFile, withReportOptions } from '../options.js'
import { moment } from '../output/moment.js'
import { figure, headingOf, table } from '../output/table.js'
import type { Output } from '../output/write.js'
import { dayOption, pointOf } from '../points.js'
import { loadView } from '../store/load-view.js'
import { openStore } from '../store/open-store.js'

interface StatementOptions extends ReportOptions {
  readonly from?: string
}

/** Add the command. @category commands @since 0.1.0 */
export const addStatement = (program: Command, output: Output): void => {
  withReportOptions(
    program
      .command('statement')
      .description('the statement of a customer: open items, or with --from the balance brought forward')
      .argument('<customer>', "the customer's id"),
  )
    .option('--from <day>', 'balance-forward form: movements from this day (inclusive) to --as-of (inclusive)')
    .addHelpText(
      'after',
      '\nExamples:\n  quittance statement 0379-NEVHP --as-of 2013-03-31\n  quittance statement 0379-NEVHP --from 2013-01-01 --as-of 2013-03-31',
    )
    .action(async (customer: string, options: StatementOptions) => {
      await output.out(`${await runStatement(customer, options)}\n`)
    })
}

const runStatement = async (customer: string, options: StatementOptions): Promise<string> => {
  const store = await openStore(options.store, resolveFile, true)
  try {
    const { view } = await loadView(store, options.entity)
    const at = pointOf(view, options)
    if (!view.subjects.some((subject) => subject.customer === customer))
      throw new CliFailure(`no customer ${customer} in the ledger`)
    if (options.from === undefined) {
      const statement = openItemStatement(view, customer, at)
      return options.json === true ? openItemJson(statement) : openItemText(statement)
    }
    const from = dayOption('--from', options.from)
    const forward = balanceForward(view, customer, { from, to: at.asOf, knownAt: at.knownAt })
    const period = { customer, from, to: at.asOf, knownAt: at.knownAt }
    return options.json === true ? JSON.stringify({ ...period, currencies: forward }) : forwardText(period, forward)
  } finally {
    await store.close()
  }
}

const openItemJson = ({ customer, at, items, credits, currencies }: OpenItemStatement): string =>
  JSON.stringify({
    customer,
    asOf: at.asOf,
    knownAt: at.knownAt,
    items: items.map(({ subject: _, ...item }) => item),
    credits: credits.map(({ subject: _, ...credit }) => credit),
    currencies: currencies.map(({ aging: _, ...totals }) => totals),
  })

const openItemText = ({ customer, at, items, credits, currencies, scheme }: OpenItemStatement): string => {
  const head = `Statement of account for ${customer} as of ${at.asOf}, as known at ${moment(at.knownAt)}`
  const itemColumns = [
    { heading: 'Document' },
    { heading: 'Dated' },
    { heading: 'Due' },
    { heading: 'Days past due', figures: true },
    { heading: 'Original', figures: true },
    { heading: 'Open', figures: true },
    { heading: 'Disputed', figures: true },
    { heading: 'Currency' },
  ]
  const rows = items.map((item) => [
    item.itemId,
    item.issuedOn,
    item.dueOn,
    item.daysPastDue > 0 ? String(item.daysPastDue) : '-',
    figure(item.amountMinor, item.currency),
    figure(item.openMinor, item.currency),
    figure(item.disputedMinor, item.currency),
    item.currency,
  ])
  const held = credits.map(({ id, on, kind, heldMinor, currency }) => [
    id,
    on,
    kind,
    '',
    '',
    figure(-heldMinor, currency),
    '',
    currency,
  ])
  const totals = table(
    [
      { heading: 'Currency' },
      ...[...scheme.buckets.map(({ label }) => headingOf(label)), 'Open', 'Credits', 'Total', 'Past due'].map(
        (heading) => ({ heading, figures: true }),
      ),
    ],
    currencies.map(({ currency, openMinor, creditsMinor, totalMinor, pastDueMinor, aging }) => [
      currency,
      ...scheme.buckets.map((_, index) => figure(aging.bucketMinor[index] ?? 0, currency)),
      ...[openMinor, creditsMinor, totalMinor, pastDueMinor].map((minor) => figure(minor, currency)),
    ]),
  )
  const body = rows.length + held.length === 0 ? 'Nothing is open.' : table(itemColumns, [...rows, ...held])
  return [head, '', body, ...(currencies.length === 0 ? [] : ['', totals])].join('\n')
}

const forwardText = (
  {
    customer,
    from,
    to,
    knownAt,
  }: { readonly customer: string; readonly from: string; readonly to: string; readonly knownAt: Instant },
  currencies: ReadonlyArray<BalanceForward>,
): string => {
  const columns = [
    { heading: 'On' },
    { heading: 'What' },
    { heading: 'Reference' },
    { heading: 'Amount', figures: true },
    { heading: 'Balance', figures: true },
  ]
  const parts = currencies.map(({ currency, openingMinor, movements, closingMinor }) => {
    const rows = [
      [from, `Brought forward, ${currency}`, '', '', figure(openingMinor, currency)],
      ...movements.map(({ on, tag, reference, amountMinor, runningMinor }) => [
        on,
        describeTag(tag),
        reference,
        figure(amountMinor, currency),
        figure(runningMinor, currency),
      ]),
      [to, `Closing balance, ${currency}`, '', '', figure(closingMinor, currency)],
    ]
    return table(columns, rows)
  })
  return [`Statement of account for ${customer} from ${from} to ${to}, as known at ${moment(knownAt)}`, ...parts].join(
    '\n\n',
  )
}
