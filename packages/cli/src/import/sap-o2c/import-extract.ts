/** A SAP order-to-cash extract into the ledger: all of it is read and planned before anything is recorded. */
import type { Instant } from '@quittance/kernel'
import type { Ledger } from '@quittance/receivables'
import { CliFailure } from '../../failure.js'
import type { RowCommand } from '../invoice-commands.js'
import { runImport } from '../run-import.js'
import { clearingsOf, type UnpostedClearing } from './clearings.js'
import { documentCommands } from './document-commands.js'
import { readExtract } from './extract.js'
import { type ExtractFigures, extractFigures } from './figures.js'
import { ledgerDocuments } from './ledger-documents.js'
import type { Extract } from './model.js'
import type { FieldProblem } from './read-fields.js'
import type { ExtractProblem, ExtractTables } from './read-rows.js'
import { deliveryCommands, orderCommands } from './trade-commands.js'

/** A clearing that was not posted, and where it stands. @category model @since 0.1.0 */
export type ReportedClearing = Omit<UnpostedClearing, 'place'> & ExtractProblem

/** What an import of an extract did. @category model @since 0.1.0 */
export interface ExtractImport {
  readonly figures: ExtractFigures
  readonly imported: {
    readonly orders: number
    readonly deliveries: number
    readonly invoices: number
    readonly creditNotes: number
    readonly receipts: number
    readonly clearings: number
  }
  readonly accounts: number
  readonly factsRecorded: number
  readonly commandsRepeated: number
  /** Clearings that do not balance: reported, never posted. */
  readonly unposted: ReadonlyArray<ReportedClearing>
  /** What was left out or does not add up, and does not stop the rest. */
  readonly reported: ReadonlyArray<ExtractProblem>
  /** Rows left out under `--on-error skip`. */
  readonly problems: ReadonlyArray<ExtractProblem>
}

/** How to import. @category model @since 0.1.0 */
export interface ExtractSettings {
  readonly folder: string
  readonly onError: 'stop' | 'skip'
  readonly importedAt: Instant
  readonly onProgress: (step: string, done: number, total: number) => Promise<void>
}

const tablesWanted = [
  'sales_order_headers',
  'outbound_delivery_headers',
  'billing_document_headers',
  'billing_document_cancellations',
  'journal_entry_items_accounts_receivable',
  'payments_accounts_receivable',
]

/** Import an extract that was read, or everything that is wrong with it. @category model @since 0.1.0 */
export const importExtract = async (
  ledger: Ledger,
  read: ExtractTables,
  settings: ExtractSettings,
): Promise<ExtractImport | { readonly problems: ReadonlyArray<ExtractProblem> }> => {
  if (!tablesWanted.some((table) => read.tables.has(table)))
    throw new CliFailure(
      `${settings.folder}: none of its tables is known: it has ${[...read.tables.keys()].join(', ')}`,
    )
  const extract = readExtract(read)
  const plan = planOf(extract)
  const at = ({ place, field, problem }: FieldProblem): ExtractProblem => ({ ...placeOf(read, place), field, problem })
  const wrong = [...read.problems, ...[...extract.problems, ...plan.problems].map(at)]
  if (wrong.length > 0 && settings.onError === 'stop') return { problems: wrong }
  const result = await runImport(
    ledger,
    { commands: plan.commands, problems: [], rows: read.places.length },
    { ...settings, file: settings.folder, text: read.digest },
  )
  const refused = result.problems.map(({ line, ...one }) => ({ ...placeOf(read, line), ...one }))
  if (!('rows' in result)) return { problems: refused }
  const count = (tag: RowCommand['command']['_tag']): number =>
    plan.commands.filter(({ command }) => command._tag === tag).length
  return {
    figures: extractFigures(read.tables, extract),
    imported: {
      orders: count('AcceptOrder'),
      deliveries: count('RecordGoodsDelivered'),
      invoices: count('IssueInvoice'),
      creditNotes: count('IssueCreditNote'),
      receipts: count('RecordReceipt'),
      clearings: plan.clearings,
    },
    accounts: result.accounts,
    factsRecorded: result.factsRecorded,
    commandsRepeated: result.commandsRepeated,
    unposted: plan.unposted.map(({ place, ...one }) => ({
      ...placeOf(read, place),
      field: 'clearingAccountingDocument',
      problem: describeUnposted(one),
      ...one,
    })),
    reported: plan.reported.map(at),
    problems: [...wrong, ...refused],
  }
}

const placeOf = ({ places }: ExtractTables, place: number): { readonly file: string; readonly line: number } =>
  places[place] ?? { file: '', line: 0 }

const describeUnposted = ({
  clearingDocument,
  because,
  difference,
  items,
}: Omit<UnpostedClearing, 'place'>): string => {
  const what = `clearing ${clearingDocument} of ${items} ${items === 1 ? 'item' : 'items'}`
  if (because === 'across-customers') return `${what} balances, but not for each customer by itself: not posted`
  const sums = Object.entries(difference).map(([currency, sum]) => `${sum} ${currency}`)
  return `${what} does not balance, difference ${sums.join(', ')}: not posted`
}

interface Plan {
  readonly commands: ReadonlyArray<RowCommand>
  readonly clearings: number
  readonly unposted: ReadonlyArray<UnpostedClearing>
  readonly reported: ReadonlyArray<FieldProblem>
  readonly problems: ReadonlyArray<FieldProblem>
}

const planOf = (extract: Extract): Plan => {
  const reported: Array<FieldProblem> = []
  const problems: Array<FieldProblem> = []
  const documents = ledgerDocuments(extract, problems)
  const clearings = clearingsOf(extract, documents)
  const commands = [
    ...orderCommands(extract, reported),
    ...deliveryCommands(extract, reported),
    ...documentCommands(extract, documents, reported),
    ...clearings.commands,
  ].sort(inOrder)
  const all = [...openings(extract, commands), ...commands]
  return { commands: all, clearings: clearings.posted, unposted: clearings.unposted, reported, problems }
}

const order = ['AcceptOrder', 'RecordGoodsDelivered', 'IssueInvoice', 'IssueCreditNote', 'RecordReceipt']

/** As it was learned; what builds on other things after them. */
const inOrder = (a: RowCommand, b: RowCommand): number => {
  if (a.knownAt !== b.knownAt) return a.knownAt < b.knownAt ? -1 : 1
  const rank = ({ command }: RowCommand): number =>
    order.includes(command._tag) ? order.indexOf(command._tag) : order.length
  return rank(a) - rank(b) || (a.lines[0] ?? 0) - (b.lines[0] ?? 0)
}

/** Every account that has a name is opened with it, on the first day of which anything is said. */
const openings = ({ customerNames }: Extract, commands: ReadonlyArray<RowCommand>): ReadonlyArray<RowCommand> => {
  const first = new Map<string, RowCommand>()
  for (const one of commands) if (!first.has(one.customer)) first.set(one.customer, one)
  return [...first].flatMap(([customer, one]): ReadonlyArray<RowCommand> => {
    const name = customerNames.get(customer)
    if (name === undefined) return []
    const { on } = one.command
    return [
      { ...one, field: 'customer', commandId: `sap-customer:${customer}`, command: { _tag: 'OpenAccount', on, name } },
    ]
  })
}
