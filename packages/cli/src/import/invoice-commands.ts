/** A row of invoices as commands: the invoice, and its dispute where the row is flagged. */
import { isAllRight } from './all-right.js'
import type { HistoricCommand } from '@quittance/receivables'
import * as E from 'fp-ts/lib/Either.js'
import type { Problem } from './problems.js'
import type { ImportProfile, InvoiceColumns } from './profile.js'
import { readAmount, readCurrency, readDay, readKnownAt, readText } from './read-cell.js'
import type { Row } from './read-table.js'

/** A command that a row stands for, with what is needed to sort it and to name its line. @category model @since 0.1.0 */
export interface RowCommand extends HistoricCommand {
  readonly customer: string
  /** The lines of the file that the command stands for: one, or all that share a receipt. */
  readonly lines: ReadonlyArray<number>
  readonly field: string
}

/** The commands of one row, or everything that is wrong with it. @category model @since 0.1.0 */
export const invoiceCommands = (
  row: Row,
  columns: InvoiceColumns,
  profile: ImportProfile,
): E.Either<ReadonlyArray<Problem>, ReadonlyArray<RowCommand>> => {
  const number = readText(row, columns.number)
  const customer = readText(row, columns.customer)
  const issuedOn = readDay(row, columns.issuedOn, profile.dateFormat)
  const dueOn = readDay(row, columns.dueOn, profile.dateFormat)
  const currency = readCurrency(row, profile.currency)
  const amount = E.isRight(currency) ? readAmount(row, columns.amount, currency.right, profile) : currency
  const disputed = readFlag(row, columns)
  const knownAt = E.isRight(issuedOn) ? readKnownAt(row, issuedOn.right, profile.recordedAt) : issuedOn
  const cells = isAllRight([number, customer, issuedOn, dueOn, amount, disputed, knownAt])
  if (cells !== undefined) return E.left(cells)
  if (E.isLeft(number) || E.isLeft(customer) || E.isLeft(issuedOn) || E.isLeft(dueOn)) return E.left([])
  if (E.isLeft(amount) || E.isLeft(disputed) || E.isLeft(knownAt)) return E.left([])
  if (amount.right.minor < 0)
    return E.left([{ line: row.line, field: columns.amount, problem: 'is negative: a credit note is not an invoice' }])

  const shared = { customer: customer.right, lines: [row.line], knownAt: knownAt.right }
  const references = referencesOf(row, columns)
  const attributes = attributesOf(row, columns)
  const salesRepId = columns.salesRep === undefined ? '' : (row.cells[columns.salesRep] ?? '')
  const invoice: RowCommand = {
    ...shared,
    field: columns.number,
    commandId: `import-invoice:${number.right}`,
    command: {
      _tag: 'IssueInvoice',
      on: issuedOn.right,
      documentId: number.right,
      currency: amount.right.currency,
      lines: [{ netMinor: amount.right.minor }],
      dueOn: dueOn.right,
      ...(columns.dueBeforeIssue === undefined ? {} : { dueBeforeIssue: columns.dueBeforeIssue }),
      ...(references === undefined ? {} : { references }),
      ...(attributes === undefined ? {} : { attributes }),
      ...(salesRepId === '' ? {} : { salesRepId }),
    },
  }
  if (!disputed.right || amount.right.minor === 0) return E.right([invoice])
  return E.right([
    invoice,
    {
      ...shared,
      field: columns.disputed?.column ?? columns.number,
      commandId: `import-dispute:${number.right}`,
      command: {
        _tag: 'RaiseDispute',
        on: issuedOn.right,
        disputeId: disputeIdOf(number.right),
        documentId: number.right,
        amountMinor: amount.right.minor,
        cause: 'unknown',
      },
    },
  ])
}

/** The id of the dispute that a flag stands for. @category model @since 0.1.0 */
export const disputeIdOf = (invoiceNumber: string): string => `D-${invoiceNumber}`

/** Whether the row is flagged as disputed; a word that is neither yes nor no is a problem. @category model @since 0.1.0 */
export const readFlag = (row: Row, { disputed }: InvoiceColumns): E.Either<Problem, boolean> => {
  if (disputed === undefined) return E.right(false)
  const value = row.cells[disputed.column] ?? ''
  if (disputed.yes.includes(value)) return E.right(true)
  if (disputed.no.includes(value)) return E.right(false)
  const words = [...disputed.yes, ...disputed.no].join(', ')
  return E.left({ line: row.line, field: disputed.column, problem: `"${value}" is none of ${words}` })
}

const referencesOf = (
  row: Row,
  { order, delivery, purchaseOrder }: InvoiceColumns,
): Readonly<Record<string, string>> | undefined => {
  const named = { order, delivery, purchaseOrder }
  const found = Object.entries(named).flatMap(([name, column]) => {
    const value = column === undefined ? '' : (row.cells[column] ?? '')
    return value === '' ? [] : [[name, value] as const]
  })
  return found.length === 0 ? undefined : Object.fromEntries(found)
}

const attributesOf = (row: Row, { attributes }: InvoiceColumns): Readonly<Record<string, string>> | undefined => {
  if (attributes === undefined) return undefined
  return Object.fromEntries(Object.entries(attributes).map(([name, column]) => [name, row.cells[column] ?? '']))
}
