/** `quittance disputes`: every dispute with its owner, its clock and its cause. */
import { type Command, Option } from 'commander'
import { daysBetween } from '@quittance/kernel'
import {
  cycleTimes,
  type DisputeGrouping,
  disputeCases,
  disputeTimes,
  type PointInTime,
  type RegisteredCase,
  type RegisteredDispute,
} from '@quittance/projections'
import { type ReportOptions, resolveFile, withReportOptions } from '../options.js'
import { disputeTimesText } from '../output/dispute-times-text.js'
import { moment } from '../output/moment.js'
import { figure, table } from '../output/table.js'
import type { Output } from '../output/write.js'
import { pointOf } from '../points.js'
import { loadView } from '../store/load-view.js'
import { openStore } from '../store/open-store.js'

interface DisputesOptions extends ReportOptions {
  readonly customer?: string
  readonly all?: boolean
  readonly by?: DisputeGrouping
}

/** Add the command. @category commands @since 0.1.0 */
export const addDisputes = (program: Command, output: Output): void => {
  withReportOptions(
    program.command('disputes').description('what is in dispute: whose it is, how old, and for which cause'),
  )
    .option('--customer <id>', 'of one customer')
    .option('--all', 'those that have ended as well')
    .addOption(
      new Option('--by <what>', 'cycle times instead, from the dispute and from the invoice').choices([
        'department',
        'person',
        'cause',
        'customer',
      ]),
    )
    .addHelpText(
      'after',
      '\nExamples:\n  quittance disputes --as-of 2013-03-31\n  quittance disputes --customer 0379-NEVHP --all --json',
    )
    .action(async (options: DisputesOptions) => {
      const store = await openStore(options.store, resolveFile, true)
      try {
        const { view } = await loadView(store, options.entity)
        const at = pointOf(view, options)
        const filter = options.customer === undefined ? {} : { customer: options.customer }
        const register = disputeCases(view, at, filter).map(ended)
        if (options.by !== undefined) {
          const times = disputeTimes(view, register, at.asOf, options.by)
          const json = JSON.stringify({ ...at, by: options.by, times })
          await output.out(`${options.json === true ? json : disputeTimesText(times, at, options.by)}\n`)
          return
        }
        const listed = register.filter(({ endedOn }) => options.all === true || endedOn === undefined)
        await output.out(
          options.json === true ? `${asJson(register, listed, at)}\n` : `${asText(register, listed, at)}\n`,
        )
      } finally {
        await store.close()
      }
    })
}

/** A dispute with what is left of it. */
type ListedDispute = RegisteredDispute & { readonly remainingMinor: number }

const outcomes = { paid: 'paid', credited: 'accepted', 'written-off': 'written-off' } as const

/** What the ledger brought to nothing has ended by that, where nobody had ended it. */
const ended = ({ movements: _, case: own, closedBy, ...dispute }: RegisteredCase): ListedDispute => ({
  ...dispute,
  remainingMinor: own.remainingMinor,
  ...(closedBy === undefined ? {} : { endedOn: closedBy.on, outcome: outcomes[closedBy.kind] }),
})

const asJson = (
  register: ReadonlyArray<ListedDispute>,
  listed: ReadonlyArray<ListedDispute>,
  { asOf, knownAt }: PointInTime,
): string =>
  JSON.stringify({
    asOf,
    knownAt,
    cycleTimes: cycleTimes(register, asOf),
    disputes: listed.map(({ subject: _, ...dispute }) => dispute),
  })

const asText = (
  register: ReadonlyArray<ListedDispute>,
  listed: ReadonlyArray<ListedDispute>,
  { asOf, knownAt }: PointInTime,
): string => {
  const { open, oldestOpenDays, ended, endedDays } = cycleTimes(register, asOf)
  const oldest = oldestOpenDays === undefined ? '' : `, the oldest ${oldestOpenDays} days old`
  // Days to one place, rounded half up.
  const average = ended === 0 ? '' : `, after ${(Math.round((endedDays / ended) * 10) / 10).toFixed(1)} days on average`
  const head = `Disputes as of ${asOf}, as known at ${moment(knownAt)}\n${open} open${oldest}; ${ended} ended${average}.`
  if (listed.length === 0) return `${head}\n\nNothing is in dispute.`
  const columns = [
    { heading: 'Dispute' },
    { heading: 'Document' },
    { heading: 'Customer' },
    { heading: 'Raised' },
    { heading: 'Days', figures: true },
    { heading: 'Amount', figures: true },
    { heading: 'Currency' },
    { heading: 'Cause' },
    { heading: 'With' },
    { heading: 'Answer by' },
    { heading: 'Ended' },
  ]
  const rows = listed.map((one) => [
    one.disputeId,
    one.itemId,
    one.customer,
    one.raisedOn,
    String(daysBetween(one.raisedOn, one.endedOn ?? asOf)),
    figure(one.originalMinor, one.currency),
    one.currency,
    one.cause,
    [one.department ?? 'nobody', ...(one.person === undefined ? [] : [one.person])].join(', '),
    one.dueOn ?? '-',
    one.outcome === undefined ? '-' : `${one.endedOn} ${one.outcome}`,
  ])
  return `${head}\n\n${table(columns, rows)}`
}
