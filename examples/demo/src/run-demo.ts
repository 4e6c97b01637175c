/**
 * The demo: a real ledger imported into an embedded store, read back fact by fact, and asked what an
 * accounts-receivable team asks: what is open and how old is it, who pays late, and what happened to this invoice?
 */
import {
  agingDaysText,
  documentStory,
  endOfDay,
  figure,
  importFile,
  loadView,
  openStore,
  type Output,
  payersText,
  storyText,
  table,
} from '@quittance/cli'
import type { EventStore } from '@quittance/event-store'
import { localDate, type Recorded } from '@quittance/kernel'
import { agingReport, type LedgerView, payerLateness } from '@quittance/projections'
import { type AccountFact, readFacts } from '@quittance/receivables'
import * as E from 'fp-ts/lib/Either.js'
import { latestSettledDispute, type SettledDispute } from './latest-settled-dispute.js'
import { type LedgerSummary, summaryOf } from './ledger-summary.js'

const timeZone = 'UTC'
const days = ['2012-06-30', '2012-12-31', '2013-06-30'].map((day) => localDate(day))

/** Where the demo reads and writes; both are files. */
export interface DemoFiles {
  readonly ledger: string
  readonly csv: string
}

/** Import, replay and print; gives back the disputed invoice whose story was told. */
export const runDemo = async ({ ledger, csv }: DemoFiles, output: Output): Promise<SettledDispute | undefined> => {
  const say = (text: string): Promise<void> => output.out(`${text}\n`)
  const option = `sqlite:${ledger}`
  await say(title('Quittance: a real receivables ledger, imported, replayed and aged', '='))
  await say(`${sourceText}\n`)
  await importFile('invoices', csv, { profile: 'ibm-ar', store: option, onError: 'stop', timeZone }, output)
  const store = await openStore(option, (file) => file, true)
  try {
    const facts = await readLedger(store)
    const { view, entity } = await loadView(store, undefined)
    await say(section('What was imported', importedText(summaryOf(facts))))
    await say(section('Aging on three days, each as the books knew it at the end of that day', agingsText(view)))
    await say(section('The ten latest payers', latestPayersText(view)))
    const dispute = latestSettledDispute(facts)
    if (dispute !== undefined)
      await say(section('One disputed invoice in both times', await storyOf(dispute, store, view, entity)))
    return dispute
  } finally {
    await store.close()
  }
}

const sourceText = [
  'Source: the accounts-receivable sample of IBM Watson Analytics (examples/data): two years of invoices, the',
  'payments that settled them, and a flag for those in dispute. Store: one SQLite file, no server.',
].join('\n')

const title = (text: string, line: string): string => `\n${text}\n${line.repeat(text.length)}\n`

const section = (heading: string, body: string): string => `${title(heading, '-')}\n${body}`

const readLedger = async (store: EventStore): Promise<ReadonlyArray<Recorded<AccountFact>>> => {
  const facts: Array<Recorded<AccountFact>> = []
  for await (const page of store.readAll()) {
    const read = readFacts(page)
    if (E.isLeft(read)) throw new Error(`${read.left.stream} revision ${read.left.revision} cannot be read`)
    facts.push(...read.right)
  }
  return facts
}

const importedText = (summary: LedgerSummary): string => {
  const count = (whole: number): string => whole.toLocaleString('en-US')
  const line = (
    what: string,
    number: number,
    sums: ReadonlyMap<string, number>,
    how: string,
  ): ReadonlyArray<string> => [
    what,
    count(number),
    [...sums].map(([currency, minor]) => `${figure(minor, currency)} ${currency}`).join(', '),
    how,
  ]
  const rows = [
    line('Customers', summary.accounts, new Map(), 'each an account of its own'),
    line('Invoices', summary.invoices, summary.billedMinor, 'billed'),
    line('Settlements', summary.receipts, summary.paidMinor, 'paid'),
    line('Disputes', summary.disputes, summary.disputedMinor, 'disputed, in full, until settled'),
    line('Facts in the ledger', summary.facts, new Map(), 'all of the above and what was applied to what'),
  ]
  return table(
    [{ heading: 'What' }, { heading: 'Number', figures: true }, { heading: 'Amount', figures: true }, { heading: '' }],
    rows,
  )
}

const agingsText = (view: LedgerView): string =>
  agingDaysText(days.map((asOf) => agingReport(view, { asOf, knownAt: endOfDay(asOf, timeZone) })))

const latestPayersText = (view: LedgerView): string => {
  const { latestOn, latestRecordedAt } = view
  if (latestOn === undefined || latestRecordedAt === undefined) return 'Nobody has paid yet.'
  const payers = payerLateness(view, { asOf: latestOn, knownAt: latestRecordedAt }).slice(0, 10)
  return `By days late on average, over what they have paid in full; paid in time counts as 0.\n\n${payersText(payers)}`
}

const storyOf = async (
  { documentId, customer, dueOn, settledOn, daysLate }: SettledDispute,
  store: EventStore,
  view: LedgerView,
  entity: string,
): Promise<string> => {
  const whole = await documentStory(store, view, entity, documentId, { timeZone })
  const then = await documentStory(store, view, entity, documentId, { asOf: dueOn, knownAt: dueOn, timeZone })
  return [
    `Of all disputed invoices this one was paid latest: ${documentId} of customer ${customer}, due ${dueOn},`,
    `paid ${settledOn}, ${daysLate} days late. "On" is the business day, "Recorded at" is when the books knew of it;`,
    'history from a file is taken as known at noon of its day.',
    '',
    storyText(whole),
    '',
    `The same invoice, as of and as known at the end of its due day, ${dueOn}:`,
    '',
    storyText(then),
  ].join('\n')
}
