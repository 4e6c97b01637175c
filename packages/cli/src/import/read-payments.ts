/** A file of payments, read whole and checked whole before anything is done with it. */
import { fullSatisfactionClaim, type RecordReceipt } from '@quittance/cash-application'
import type { LocalDate, Money } from '@quittance/kernel'
import * as E from 'fp-ts/lib/Either.js'
import { CliFailure } from '../failure.js'
import { isAllRight } from './all-right.js'
import type { PaymentsProfile } from './payments-profile.js'
import type { Problem } from './problems.js'
import { type Cell, readAmount, readCurrency, readDay, readText } from './read-cell.js'
import { readTable, type Row, type Table } from './read-table.js'

/** A payment as the file has it: the receipt that it will be, and who it is said to be from. @category model @since 0.1.0 */
export interface IncomingPayment {
  readonly record: RecordReceipt
  readonly customer?: string
  readonly bankAccount?: string
}

/** A file read: the payments, and everything that is wrong. @category model @since 0.1.0 */
export interface PaymentsRead {
  readonly payments: ReadonlyArray<IncomingPayment>
  readonly problems: ReadonlyArray<Problem>
}

/** Read a file of payments by a profile. @category model @since 0.1.0 */
export const readPayments = (file: string, text: string, profile: PaymentsProfile): PaymentsRead => {
  const table = readTable(file, text, profile.delimiter)
  checkColumns(file, table, profile)
  const problems = [...table.problems]
  const payments: Array<IncomingPayment> = []
  const firstLine = new Map<string, number>()
  for (const row of table.rows) {
    const read = paymentOf(row, table, profile)
    if (E.isLeft(read)) {
      problems.push(...read.left)
      continue
    }
    const { receiptId } = read.right.record
    const earlier = firstLine.get(receiptId)
    if (earlier === undefined) {
      firstLine.set(receiptId, row.line)
      payments.push(read.right)
    } else
      problems.push({
        line: row.line,
        field: profile.payments.id,
        problem: `payment ${receiptId} stands in line ${earlier} already`,
      })
  }
  if (payments.length === 0 && problems.length === 0) throw new CliFailure(`${file}: holds no payment`)
  return { payments, problems: problems.sort((a, b) => a.line - b.line) }
}

const checkColumns = (file: string, { columns }: Table, profile: PaymentsProfile): void => {
  const { payments, currency, ignoredColumns = [] } = profile
  const needed = [payments.id, payments.receivedOn, payments.amount, ...('column' in currency ? [currency.column] : [])]
  const missing = needed.filter((name) => !columns.includes(name))
  if (missing.length > 0)
    throw new CliFailure(
      `${file}:1: column ${quoted(missing)} of profile ${profile.id} is not in the header: ${columns.join(', ')}`,
    )
  const { text = [], ...plain } = payments
  const known = new Set([...Object.values(plain), ...text, ...needed, ...ignoredColumns])
  const unknown = columns.filter((name) => !known.has(name))
  if (unknown.length > 0)
    throw new CliFailure(
      `${file}:1: column ${quoted(unknown)} is unknown to profile ${profile.id}; name it there, or under ignoredColumns`,
    )
}

const quoted = (names: ReadonlyArray<string>): string => names.map((name) => `"${name}"`).join(', ')

const paymentOf = (
  row: Row,
  { columns }: Table,
  profile: PaymentsProfile,
): E.Either<ReadonlyArray<Problem>, IncomingPayment> => {
  const own = profile.payments
  const receiptId = readText(row, own.id)
  const on = readDay(row, own.receivedOn, profile.dateFormat)
  const currency = readCurrency(row, profile.currency)
  const amount = E.isRight(currency) ? positive(row, own.amount, currency.right, profile) : currency
  const problems = isAllRight([receiptId, on, amount])
  if (problems !== undefined) return E.left(problems)
  if (E.isLeft(receiptId) || E.isLeft(on) || E.isLeft(amount)) return E.left([])
  const cell = (column: string | undefined): string =>
    column === undefined || !columns.includes(column) ? '' : (row.cells[column] ?? '')
  const text = (own.text ?? [])
    .map(cell)
    .filter((part) => part !== '')
    .join('\n')
  const [customer, bankAccount] = [cell(own.customer), cell(own.bankAccount)]
  const words = { text, name: cell(own.payerName), account: cell(own.payerAccount), reference: cell(own.bankReference) }
  return E.right({
    record: recordOf(receiptId.right, on.right, amount.right, words),
    ...(customer === '' ? {} : { customer }),
    ...(bankAccount === '' ? {} : { bankAccount }),
  })
}

/** Money that came in is more than nothing; what goes out is no payment to match. */
const positive = (row: Row, column: string, currency: string, profile: PaymentsProfile): Cell<Money> => {
  const amount = readAmount(row, column, currency, profile)
  if (E.isLeft(amount) || amount.right.minor > 0) return amount
  const problem =
    amount.right.minor === 0 ? 'is zero: no money came in' : 'is negative: only money that came in is matched'
  return E.left({ line: row.line, field: column, problem: `"${row.cells[column] ?? ''}" ${problem}` })
}

interface Words {
  readonly text: string
  readonly name: string
  readonly account: string
  readonly reference: string
}

const recordOf = (receiptId: string, on: LocalDate, amount: Money, words: Words): RecordReceipt => {
  const { text, name, account, reference } = words
  const payer = { ...(name === '' ? {} : { name }), ...(account === '' ? {} : { account }) }
  const claim = fullSatisfactionClaim(`${text}\n${reference}`)
  return {
    _tag: 'RecordReceipt',
    on,
    receiptId,
    amount,
    method: 'other',
    ...(name === '' && account === '' ? {} : { payer }),
    ...(text === '' ? {} : { remittanceText: text }),
    ...(reference === '' ? {} : { bankReference: reference }),
    ...(claim === undefined ? {} : { fullSatisfactionClaimed: claim }),
  }
}
