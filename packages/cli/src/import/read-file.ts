/** A whole file as commands by customer, checked before anything is recorded. */
import * as E from 'fp-ts/lib/Either.js'
import { CliFailure } from '../failure.js'
import { invoiceCommands, type RowCommand } from './invoice-commands.js'
import type { Problem } from './problems.js'
import type { ImportProfile, SettlementColumns } from './profile.js'
import { readTable, type Table } from './read-table.js'
import { readSettlement, type SettledInvoice, type Settlement, settlementCommands } from './settlement-commands.js'

/** What to take from the file. Invoices bring their settlements along where the profile names them. @category model @since 0.1.0 */
export type ImportKind = 'invoices' | 'settlements'

/** A file read: commands in the order of their days, and everything that is wrong. @category model @since 0.1.0 */
export interface FileCommands {
  readonly commands: ReadonlyArray<RowCommand>
  readonly problems: ReadonlyArray<Problem>
  readonly rows: number
}

/** Finds an invoice that the ledger holds already. @category model @since 0.1.0 */
export type InvoiceLookup = (numbers: ReadonlyArray<string>) => Promise<ReadonlyMap<string, SettledInvoice>>

/** Read a file of a kind by a profile. @category model @since 0.1.0 */
export const readFile = async (
  kind: ImportKind,
  file: string,
  text: string,
  profile: ImportProfile,
  lookup: InvoiceLookup,
): Promise<FileCommands> => {
  const table = readTable(file, text, profile.delimiter)
  checkColumns(file, table, profile, kind)
  const problems = [...table.problems]
  const invoices = kind === 'invoices' ? readInvoices(table, profile, problems) : undefined
  const settled =
    profile.settlements === undefined
      ? []
      : await readSettlements(table, profile, profile.settlements, invoices?.known, lookup, problems)
  const badLines = new Set(problems.map(({ line }) => line))
  const commands = [...(invoices?.commands ?? []), ...settled].filter(
    ({ lines }) => !lines.some((line) => badLines.has(line)),
  )
  return { commands: commands.sort(byDay), problems: problems.sort((a, b) => a.line - b.line), rows: table.rows.length }
}

const order = ['IssueInvoice', 'RaiseDispute', 'RecordReceipt', 'ApplyCash', 'ResolveDispute']

const byDay = (a: RowCommand, b: RowCommand): number => {
  if (a.knownAt !== b.knownAt) return a.knownAt < b.knownAt ? -1 : 1
  const difference = order.indexOf(a.command._tag) - order.indexOf(b.command._tag)
  return difference === 0 ? (a.lines[0] ?? 0) - (b.lines[0] ?? 0) : difference
}

const checkColumns = (file: string, { columns }: Table, profile: ImportProfile, kind: ImportKind): void => {
  const { invoices, settlements, currency, recordedAt } = profile
  if (kind === 'invoices' && invoices === undefined)
    throw new CliFailure(`${file}: profile ${profile.id} says nothing of invoices`)
  if (kind === 'settlements' && settlements === undefined)
    throw new CliFailure(`${file}: profile ${profile.id} says nothing of settlements`)
  const { dueBeforeIssue: _, disputed, attributes, ...plain } = invoices ?? {}
  const invoiceColumns = [
    ...Object.values(plain),
    ...(disputed ? [disputed.column] : []),
    ...Object.values(attributes ?? {}),
  ]
  const settlementColumns = Object.values(settlements ?? {}) as ReadonlyArray<string>
  const shared = [currency, recordedAt].flatMap((source) => ('column' in source ? [source.column] : []))
  const needed = new Set([...(kind === 'invoices' ? invoiceColumns : []), ...settlementColumns, ...shared])
  const missing = [...needed].filter((name) => !columns.includes(name))
  if (missing.length > 0)
    throw new CliFailure(
      `${file}:1: column ${quoted(missing)} of profile ${profile.id} is not in the header: ${columns.join(', ')}`,
    )
  const known = new Set([...invoiceColumns, ...settlementColumns, ...shared, ...(profile.ignoredColumns ?? [])])
  const unknown = columns.filter((name) => !known.has(name))
  if (unknown.length > 0)
    throw new CliFailure(
      `${file}:1: column ${quoted(unknown)} is unknown to profile ${profile.id}; name it there, or under ignoredColumns`,
    )
}

const quoted = (names: ReadonlyArray<string>): string => names.map((name) => `"${name}"`).join(', ')

interface InvoicesRead {
  readonly commands: ReadonlyArray<RowCommand>
  readonly known: ReadonlyMap<string, SettledInvoice>
}

const readInvoices = (table: Table, profile: ImportProfile, problems: Array<Problem>): InvoicesRead => {
  const columns = profile.invoices
  if (columns === undefined) return { commands: [], known: new Map() }
  const commands: Array<RowCommand> = []
  const known = new Map<string, SettledInvoice>()
  const firstLine = new Map<string, number>()
  for (const row of table.rows) {
    const read = invoiceCommands(row, columns, profile)
    if (E.isLeft(read)) {
      problems.push(...read.left)
      continue
    }
    const issued = read.right[0]?.command
    if (issued?._tag !== 'IssueInvoice') continue
    const earlier = firstLine.get(issued.documentId)
    if (earlier !== undefined) {
      problems.push({
        line: row.line,
        field: columns.number,
        problem: `invoice ${issued.documentId} stands in line ${earlier} already`,
      })
      continue
    }
    firstLine.set(issued.documentId, row.line)
    const openMinor = issued.lines[0]?.netMinor ?? 0
    const customer = read.right[0]?.customer ?? ''
    known.set(issued.documentId, {
      customer,
      currency: issued.currency,
      issuedOn: issued.on,
      ...(read.right[0] === undefined ? {} : { knownAt: read.right[0].knownAt }),
      openMinor,
      disputed: read.right.length > 1,
    })
    commands.push(...read.right)
  }
  return { commands, known }
}

const readSettlements = async (
  table: Table,
  profile: ImportProfile,
  columns: SettlementColumns,
  known: ReadonlyMap<string, SettledInvoice> | undefined,
  lookup: InvoiceLookup,
  problems: Array<Problem>,
): Promise<ReadonlyArray<RowCommand>> => {
  const numbers = table.rows.map(({ cells }) => cells[columns.invoice] ?? '')
  const invoices = known ?? (await lookup([...new Set(numbers)]))
  const broken = new Set(problems.map(({ line }) => line))
  const invoiceOf = (number: string): SettledInvoice | undefined => invoices.get(number)
  const settlements: Array<Settlement> = []
  for (const row of table.rows) {
    // A row whose invoice could not be read has said so already.
    if (broken.has(row.line)) continue
    const read = readSettlement(row, columns, profile, invoiceOf)
    if (E.isLeft(read)) problems.push(...read.left)
    else if (read.right !== undefined && read.right.amount.minor !== 0) settlements.push(read.right)
  }
  return settlementCommands(settlements, columns, invoiceOf)
}
