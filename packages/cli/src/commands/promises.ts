/** `quittance promises`: what was promised, how it stands, and how far promises can be trusted. */
import type { EventStore } from '@quittance/event-store'
import { accountStream, formatMinor, parseAccountStream } from '@quittance/kernel'
import {
  accountPromises,
  type PointInTime,
  type PromiseAt,
  promisesDue,
  reliabilityBy,
  type ReliabilityAt,
  type ReliabilityGrouping,
} from '@quittance/projections'
import { type AccountFact, readFacts } from '@quittance/receivables'
import type { Command } from 'commander'
import * as E from 'fp-ts/lib/Either.js'
import { describeLedgerFailure } from '../describe-failure.js'
import { CliFailure } from '../failure.js'
import { type ReportOptions, resolveFile, withReportOptions } from '../options.js'
import { figure, headingOf, table } from '../output/table.js'
import type { Output } from '../output/write.js'
import { dayOption, pointOf } from '../points.js'
import { loadView } from '../store/load-view.js'
import { openStore } from '../store/open-store.js'

interface PromisesOptions extends ReportOptions {
  readonly due?: string
  readonly customer?: string
  readonly by?: string
}

const groupings: ReadonlyArray<ReliabilityGrouping> = ['customer', 'collector', 'channel', 'month']

/** Add the command. @category commands @since 0.1.0 */
export const addPromises = (program: Command, output: Output): void => {
  withReportOptions(program.command('promises').description('what was promised, and how it stands by the money'))
    .option('--due <day>', 'only what is to be followed up by this day: promised by then, or with a verdict due')
    .option('--customer <id>', 'only the promises of this customer')
    .option('--by <grouping>', `instead of promises their reliability, by ${groupings.join(', ')}`)
    .addHelpText(
      'after',
      '\nExamples:\n  quittance promises --due 2026-05-15\n  quittance promises --customer globex --known-at 2026-05-20\n  quittance promises --by collector --json',
    )
    .action(async (options: PromisesOptions) => {
      const by = groupings.find((grouping) => grouping === options.by)
      if (options.by !== undefined && by === undefined)
        throw new CliFailure(`--by ${options.by}: ${groupings.join(', ')}`, 2)
      const due = options.due === undefined ? undefined : dayOption('--due', options.due)
      const { promises, point } = await promisesAtPoint(options)
      const shown = due === undefined ? promises : promisesDue(promises, due)
      if (options.json === true) {
        const found = by === undefined ? { promises: shown } : { reliability: reliabilityBy(shown, by) }
        return output.out(`${JSON.stringify({ ...point, ...found })}\n`)
      }
      return output.out(`${by === undefined ? promisesText(shown) : reliabilityText(reliabilityBy(shown, by), by)}\n`)
    })
}

interface Found {
  readonly promises: ReadonlyArray<PromiseAt>
  readonly point: PointInTime
}

const promisesAtPoint = async (options: PromisesOptions): Promise<Found> => {
  const store = await openStore(options.store, resolveFile, true)
  try {
    const streams = new Set<string>()
    const { view, entity } = await loadView(store, options.entity, ({ stream, fact }) => {
      if (isMade(fact)) streams.add(stream)
    })
    const point = pointOf(view, options)
    const { customer } = options
    if (customer !== undefined && !view.accounts.has(accountStream(entity, customer)))
      throw new CliFailure(`no customer ${customer} in the ledger`)
    const asked = [...streams].filter(
      (stream) => customer === undefined || parseAccountStream(stream)?.customer === customer,
    )
    const promises: Array<PromiseAt> = []
    for (const stream of asked.sort()) promises.push(...(await promisesOf(store, stream, point)))
    return { promises, point }
  } finally {
    await store.close()
  }
}

const isMade = ({ _tag }: AccountFact): boolean => _tag === 'PromiseMade'

const promisesOf = async (store: EventStore, stream: string, point: PointInTime): Promise<ReadonlyArray<PromiseAt>> => {
  const { facts } = await store.read(stream)
  const read = readFacts(facts)
  if (E.isLeft(read)) throw new CliFailure(`${stream}: ${describeLedgerFailure(read.left)}`)
  return accountPromises(read.right, point)
}

/** Promises for people, as they were made; an asterisk marks a verdict that nobody recorded yet. @category commands @since 0.1.0 */
export const promisesText = (promises: ReadonlyArray<PromiseAt>): string =>
  promises.length === 0
    ? 'No promises.'
    : table(
        [
          { heading: 'Customer' },
          { heading: 'Promise' },
          { heading: 'For', foldAt: 24 },
          { heading: 'Promised', figures: true },
          { heading: 'Came in time', figures: true },
          { heading: '' },
          { heading: 'By' },
          { heading: 'Until' },
          { heading: 'Level', figures: true },
          { heading: 'Stands' },
        ],
        promises.map((promise) => [
          promise.customer,
          promise.promiseId,
          promise.itemIds.length === 0 ? 'balance' : promise.itemIds.join(', '),
          figure(promise.promisedMinor, promise.currency),
          figure(promise.keptMinor, promise.currency),
          promise.currency,
          promise.dueOn,
          promise.windowEndsOn,
          String(promise.level),
          standingText(promise),
        ]),
      )

const standingText = ({ standing, recordedStanding, countsAs, paidLateDays }: PromiseAt): string => {
  const counts = standing === 'superseded' && countsAs !== 'nothing' ? `, counts as ${countsAs}` : ''
  const late = standing !== 'kept' && paidLateDays !== undefined ? `, paid ${paidLateDays} days late` : ''
  return `${standing}${counts}${late}${standing === recordedStanding ? '' : ' *'}`
}

/** Reliability for people; rates in percent, rounded half away from zero, a dash where there is nothing to divide by. @category commands @since 0.1.0 */
export const reliabilityText = (rows: ReadonlyArray<ReliabilityAt>, by: ReliabilityGrouping): string =>
  table(
    [
      { heading: headingOf(by) },
      { heading: '' },
      ...['Made', 'Open', 'Kept', 'Partly', 'Broken', 'Kept %', 'Of asked %', 'Received %'].map((heading) => ({
        heading,
        figures: true,
      })),
    ],
    rows.map((row) => [
      row.group === '' ? '(none)' : row.group,
      row.currency,
      ...[row.made, row.open, row.kept, row.partlyKept, row.broken].map(String),
      percent(row.keptBasisPoints),
      percent(row.promisedOfAskedBasisPoints),
      percent(row.receivedOfPromisedBasisPoints),
    ]),
  )

const percent = (basisPoints: number | undefined): string =>
  basisPoints === undefined ? '-' : formatMinor(basisPoints, 'XXX')
