/** Rows of settlements as commands: the receipt, its application, and the end of a dispute the money settles. */
import { type Instant, laterOf, type LocalDate, type Money, money } from '@quittance/kernel'
import * as E from 'fp-ts/lib/Either.js'
import { isAllRight } from './all-right.js'
import { disputeIdOf, type RowCommand } from './invoice-commands.js'
import type { Problem } from './problems.js'
import type { ImportProfile, SettlementColumns } from './profile.js'
import { readAmount, readDay, readKnownAt, readText } from './read-cell.js'
import type { Row } from './read-table.js'

/** A settlement read from its row. @category model @since 0.1.0 */
export interface Settlement {
  readonly line: number
  readonly customer: string
  readonly invoice: string
  readonly receiptId: string
  readonly on: LocalDate
  readonly knownAt: Instant
  readonly amount: Money
}

/** What is known of the invoice that a row settles. @category model @since 0.1.0 */
export interface SettledInvoice {
  readonly customer: string
  readonly currency: string
  readonly issuedOn: LocalDate
  /** The moment at which the invoice itself may be taken as known; absent when the ledger has it already. */
  readonly knownAt?: Instant
  readonly openMinor: number
  readonly disputed: boolean
}

/**
 * Read a row; an empty day means that the invoice is not settled.
 *
 * @param invoiceOf - the invoice as the file or the ledger has it
 * @category model
 * @since 0.1.0
 */
export const readSettlement = (
  row: Row,
  columns: SettlementColumns,
  profile: ImportProfile,
  invoiceOf: (number: string) => SettledInvoice | undefined,
): E.Either<ReadonlyArray<Problem>, Settlement | undefined> => {
  if ((row.cells[columns.settledOn] ?? '') === '') return E.right(undefined)
  const number = readText(row, columns.invoice)
  const customer = readText(row, columns.customer)
  const on = readDay(row, columns.settledOn, profile.dateFormat)
  const knownAt = E.isRight(on) ? readKnownAt(row, on.right, profile.recordedAt) : on
  const problems = isAllRight([number, customer, on, knownAt])
  if (problems !== undefined) return E.left(problems)
  if (E.isLeft(number) || E.isLeft(customer) || E.isLeft(on) || E.isLeft(knownAt)) return E.left([])

  const wrong = (field: string, problem: string): E.Either<ReadonlyArray<Problem>, never> =>
    E.left([{ line: row.line, field, problem }])
  const invoice = invoiceOf(number.right)
  if (invoice === undefined) return wrong(columns.invoice, `no invoice ${number.right}`)
  if (invoice.customer !== customer.right)
    return wrong(columns.customer, `invoice ${number.right} is in the account of ${invoice.customer}`)
  const amount =
    columns.amount === undefined
      ? E.right(money(invoice.currency, invoice.openMinor))
      : readAmount(row, columns.amount, invoice.currency, profile)
  if (E.isLeft(amount)) return E.left([amount.left])
  return E.right({
    line: row.line,
    customer: customer.right,
    invoice: number.right,
    receiptId: (columns.receipt === undefined ? '' : row.cells[columns.receipt]) || `R-${number.right}`,
    on: on.right,
    knownAt: knownAt.right,
    amount: amount.right,
  })
}

/** The commands of all settlements: one receipt for the rows that share one, an application for each row. @category model @since 0.1.0 */
export const settlementCommands = (
  settlements: ReadonlyArray<Settlement>,
  columns: SettlementColumns,
  invoiceOf: (number: string) => SettledInvoice | undefined,
): ReadonlyArray<RowCommand> => {
  const receipts = new Map<string, Array<Settlement>>()
  for (const settlement of settlements) {
    const key = JSON.stringify([settlement.customer, settlement.receiptId])
    const parts = receipts.get(key) ?? []
    parts.push(settlement)
    receipts.set(key, parts)
  }
  const paidMinor = new Map<string, number>()
  return [...receipts.values()].flatMap((parts) => [
    receiptCommand(parts, columns),
    ...parts.flatMap((part) => {
      const paid = (paidMinor.get(part.invoice) ?? 0) + part.amount.minor
      paidMinor.set(part.invoice, paid)
      return applicationCommands(part, columns, invoiceOf(part.invoice), paid)
    }),
  ])
}

const receiptCommand = (parts: ReadonlyArray<Settlement>, columns: SettlementColumns): RowCommand => {
  const first = parts[0] as Settlement
  const totalMinor = parts.reduce((so, { amount }) => so + amount.minor, 0)
  return {
    customer: first.customer,
    lines: parts.map(({ line }) => line),
    field: columns.receipt ?? columns.invoice,
    knownAt: first.knownAt,
    commandId: `import-receipt:${first.receiptId}`,
    command: {
      _tag: 'RecordReceipt',
      on: first.on,
      receiptId: first.receiptId,
      amount: money(first.amount.currency, totalMinor),
      method: 'other',
    },
  }
}

const applicationCommands = (
  { customer, line, invoice, receiptId, amount, ...settlement }: Settlement,
  columns: SettlementColumns,
  settled: SettledInvoice | undefined,
  paidMinor: number,
): ReadonlyArray<RowCommand> => {
  // Money that came before its invoice waits for it: it counts from the invoice's day.
  const on = settled === undefined ? settlement.on : laterOf(settlement.on, settled.issuedOn)
  const invoiceKnownAt = settled?.knownAt ?? settlement.knownAt
  const knownAt = settlement.knownAt > invoiceKnownAt ? settlement.knownAt : invoiceKnownAt
  const shared = { customer, lines: [line], knownAt, field: columns.invoice }
  const application: RowCommand = {
    ...shared,
    commandId: `import-application:${receiptId}:${invoice}`,
    command: {
      _tag: 'ApplyCash',
      on,
      receiptId,
      lines: [{ applicationId: `A-${receiptId}-${invoice}`, itemId: invoice, amount }],
    },
  }
  if (settled?.disputed !== true || paidMinor < settled.openMinor) return [application]
  return [
    application,
    {
      ...shared,
      commandId: `import-dispute-end:${invoice}`,
      command: { _tag: 'ResolveDispute', on, disputeId: disputeIdOf(invoice), outcome: 'paid' },
    },
  ]
}
