/** `quittance timeline`: the story of one document in both times. */
import type { Command } from 'commander'
import type { EventStore } from '@quittance/event-store'
import { documentTimeline, type LedgerView, type TimelineStep } from '@quittance/projections'
import { documentClaim, readFacts } from '@quittance/receivables'
import * as E from 'fp-ts/lib/Either.js'
import { describeLedgerFailure } from '../describe-failure.js'
import { CliFailure } from '../failure.js'
import { type ReportOptions, resolveFile, withReportOptions } from '../options.js'
import { moment } from '../output/moment.js'
import { figure, table } from '../output/table.js'
import type { Output } from '../output/write.js'
import { pointOf } from '../points.js'
import { loadView } from '../store/load-view.js'
import { openStore } from '../store/open-store.js'

/** A document's story and the currency it is told in. @category projections @since 0.1.0 */
export interface DocumentStory {
  readonly documentId: string
  readonly customer: string
  readonly currency: string
  readonly steps: ReadonlyArray<TimelineStep>
}

/** Add the command. @category commands @since 0.1.0 */
export const addTimeline = (program: Command, output: Output): void => {
  withReportOptions(
    program
      .command('timeline')
      .description('everything that happened to a document: on which day, and when it was known')
      .argument('<document>', 'the number of an invoice, credit note or debit note'),
  )
    .addHelpText(
      'after',
      '\nExamples:\n  quittance timeline 0000611365\n  quittance timeline 0000611365 --known-at 2013-01-10 --json',
    )
    .action(async (documentId: string, options: ReportOptions) => {
      const store = await openStore(options.store, resolveFile, true)
      try {
        const { view, entity } = await loadView(store, options.entity)
        const story = await documentStory(store, view, entity, documentId, options)
        await output.out(options.json === true ? `${storyJson(story)}\n` : `${storyText(story)}\n`)
      } finally {
        await store.close()
      }
    })
}

/** The story of a document as of the point that the options name. @category commands @since 0.1.0 */
export const documentStory = async (
  store: EventStore,
  view: LedgerView,
  entity: string,
  documentId: string,
  options: Pick<ReportOptions, 'asOf' | 'knownAt' | 'timeZone'>,
): Promise<DocumentStory> => {
  const stream = await store.claimedBy(documentClaim(entity, documentId))
  if (stream === undefined) throw new CliFailure(`no document ${documentId} in the ledger of ${entity}`)
  const { facts } = await store.read(stream)
  const read = readFacts(facts)
  if (E.isLeft(read)) throw new CliFailure(`${stream}: ${describeLedgerFailure(read.left)}`)
  const subject = view.subjects.find(({ kind, id }) => kind !== 'receipt' && id === documentId)
  return {
    documentId,
    customer: subject?.customer ?? stream,
    currency: subject?.currency ?? 'XXX',
    steps: documentTimeline(read.right, documentId, pointOf(view, options)),
  }
}

/** The story for programs. @category commands @since 0.1.0 */
export const storyJson = ({ documentId, customer, currency, steps }: DocumentStory): string =>
  JSON.stringify({
    documentId,
    customer,
    currency,
    steps: steps.map(({ recorded, what, openMinor, disputedMinor }) => ({
      effectiveOn: recorded.effectiveOn,
      recordedAt: recorded.recordedAt,
      id: recorded.id,
      stream: recorded.stream,
      revision: recorded.revision,
      actor: recorded.actor,
      fact: recorded.fact._tag,
      what,
      openMinor,
      disputedMinor,
    })),
  })

/** The story for people. @category commands @since 0.1.0 */
export const storyText = ({ documentId, customer, currency, steps }: DocumentStory): string => {
  const columns = [
    { heading: 'On' },
    { heading: 'Recorded at, UTC' },
    { heading: 'What happened', foldAt: 48 },
    { heading: 'Open', figures: true },
    { heading: 'Disputed', figures: true },
    { heading: 'Fact' },
  ]
  const rows = steps.map(({ recorded, what, openMinor, disputedMinor }) => [
    recorded.effectiveOn,
    moment(recorded.recordedAt).replace(' UTC', ''),
    what,
    figure(openMinor, currency),
    figure(disputedMinor, currency),
    recorded.id.slice(0, 8),
  ])
  return `Document ${documentId} of customer ${customer}, ${currency}\n\n${table(columns, rows)}`
}
