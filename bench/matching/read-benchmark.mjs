// A folder of the benchmark format: invoices, payments, and what each payment truly settled, in three variants of amounts.
import { existsSync, readFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { isCurrencyCode, isLocalDate, parseMoney } from '@quittance/kernel'
import { BadData, readTable } from './read-table.mjs'

export const amountVariants = ['exact', 'discount', 'shortpay']
export const textVariants = ['none', 'clean', 'noisy']

const textOf = (folder, name) => {
  const [zipped, plain] = [join(folder, `${name}.csv.gz`), join(folder, `${name}.csv`)]
  const path = existsSync(zipped) ? zipped : plain
  if (!existsSync(path)) throw new BadData(`${folder}: neither ${name}.csv.gz nor ${name}.csv is there`)
  const bytes = readFileSync(path)
  let plainBytes = bytes
  try {
    if (path === zipped) plainBytes = gunzipSync(bytes)
  } catch (error) {
    throw new BadData(`${basename(path)}: cannot be unzipped (${error.message})`)
  }
  try {
    return { file: basename(path), text: new TextDecoder('utf-8', { fatal: true }).decode(plainBytes) }
  } catch {
    throw new BadData(`${basename(path)}: is not UTF-8`)
  }
}

const tableOf = (folder, name, columns) => {
  const { file, text } = textOf(folder, name)
  return readTable(file, text, columns)
}

const filled = ({ at, cells }, column) => {
  if (cells[column] === '') throw new BadData(`${at}: ${column} is empty`)
  return cells[column]
}

const day = (row, column) => {
  const text = filled(row, column)
  if (!isLocalDate(text)) throw new BadData(`${row.at}: ${column} "${text}" is not a day written YYYY-MM-DD`)
  return text
}

const currencyOf = (row) => {
  const code = filled(row, 'currency')
  if (!isCurrencyCode(code)) throw new BadData(`${row.at}: currency "${code}" is not an ISO 4217 currency`)
  return code
}

const minor = (row, column, currency) => {
  const text = filled(row, column)
  const read = parseMoney(text, currency)
  if (read._tag === 'Left')
    throw new BadData(`${row.at}: ${column} "${text}" is no amount of ${currency} (${read.left._tag})`)
  return read.right.minor
}

/** By id, in the order of the file; an id that stands twice is refused. */
const byId = (rows, column, read) => {
  const all = new Map()
  for (const row of rows) {
    const id = filled(row, column)
    if (all.has(id)) throw new BadData(`${row.at}: ${column} ${id} stands twice`)
    all.set(id, read(row, id))
  }
  return all
}

const invoiceColumns = ['invoice_id', 'customer_id', 'invoice_date', 'due_date', 'currency', 'amount']

const invoicesIn = (folder) =>
  byId(tableOf(folder, 'invoices', invoiceColumns), 'invoice_id', (row, id) => {
    const currency = currencyOf(row)
    return {
      id,
      customer: filled(row, 'customer_id'),
      on: day(row, 'invoice_date'),
      dueOn: day(row, 'due_date'),
      currency,
      minor: minor(row, 'amount', currency),
      at: row.at,
    }
  })

const paymentColumns = [
  'payment_id',
  'customer_id',
  'date',
  'currency',
  ...amountVariants.map((variant) => `amount_${variant}`),
  'remittance_clean',
  'remittance_noisy',
]

const paymentsIn = (folder) =>
  byId(tableOf(folder, 'payments', paymentColumns), 'payment_id', (row, id) => {
    const currency = currencyOf(row)
    return {
      id,
      customer: filled(row, 'customer_id'),
      on: day(row, 'date'),
      currency,
      amounts: Object.fromEntries(
        amountVariants.map((variant) => [variant, minor(row, `amount_${variant}`, currency)]),
      ),
      texts: { none: '', clean: row.cells.remittance_clean, noisy: row.cells.remittance_noisy },
    }
  })

/** Rows of the truth by payment. */
const truthIn = (folder, variant, payments, invoices) => {
  const truth = new Map([...payments.keys()].map((id) => [id, []]))
  for (const row of tableOf(folder, `truth_${variant}`, ['payment_id', 'invoice_id', 'kind', 'amount', 'note'])) {
    const payment = payments.get(filled(row, 'payment_id'))
    if (payment === undefined) throw new BadData(`${row.at}: no payment ${row.cells.payment_id}`)
    const invoice = invoices.get(filled(row, 'invoice_id'))
    if (invoice === undefined) throw new BadData(`${row.at}: no invoice ${row.cells.invoice_id}`)
    if (invoice.currency !== payment.currency)
      throw new BadData(
        `${row.at}: the payment is in ${payment.currency}, invoice ${invoice.id} in ${invoice.currency}`,
      )
    truth.get(payment.id).push({
      invoice,
      kind: filled(row, 'kind'),
      minor: minor(row, 'amount', payment.currency),
      note: row.cells.note,
      at: row.at,
    })
  }
  return truth
}

const inOrder = (a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0)

/** Everything in the folder, payments by day and then by id. Throws `BadData`, whose message names file and line. */
export const readBenchmark = (folder) => {
  if (!existsSync(folder)) throw new BadData(`${folder}: there is no such folder`)
  const invoices = invoicesIn(folder)
  const payments = paymentsIn(folder)
  return {
    dataset: basename(resolve(folder)),
    invoices: [...invoices.values()].sort(inOrder),
    payments: [...payments.values()].sort(inOrder),
    truth: Object.fromEntries(amountVariants.map((variant) => [variant, truthIn(folder, variant, payments, invoices)])),
  }
}
