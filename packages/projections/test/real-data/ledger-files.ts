/** Real ledgers as books: every line becomes the commands that it stands for. */
import { addDays, dateOf, instantOn, type LocalDate, localDate, parseMoney, type Money } from '@quittance/kernel'
import * as E from 'fp-ts/lib/Either.js'
import { type Book, type Command, newBook, run } from '../account/book.js'

/** Rows by the names of the first line. The files have neither quotes nor commas inside a field, and are refused if they do. */
export const rowsOf = (csv: string): ReadonlyArray<Readonly<Record<string, string>>> => {
  const [head = '', ...lines] = csv.replace(/\r/g, '').trimEnd().split('\n')
  const names = head.split(',')
  return lines.map((line) => {
    const fields = line.split(',')
    if (fields.length !== names.length || line.includes('"')) throw new Error(`not ${names.length} fields: ${line}`)
    return Object.fromEntries(names.map((name, at) => [name, fields[at] ?? '']))
  })
}

/** `M/D/YYYY`. */
export const americanDay = (text: string): LocalDate => {
  const [month, day, year] = text.split('/').map(Number)
  return dateOf(year ?? 0, month ?? 0, day ?? 0)
}

const amountOf = (text: string, currency: string): Money => {
  const amount = parseMoney(text, currency)
  if (E.isLeft(amount)) throw new Error(`${text} is not an amount of ${currency}`)
  return amount.right
}

interface Step {
  readonly customer: string
  readonly command: Command
}

/** Day by day, in the order of the file within a day; each fact is known at noon of its day. */
const tell = (steps: ReadonlyArray<Step>): Book => {
  const book = newBook('ibm')
  const byDay = steps.map((step, place) => ({ ...step, place }))
  byDay.sort((a, b) => (a.command.on === b.command.on ? a.place - b.place : a.command.on < b.command.on ? -1 : 1))
  for (const { customer, command } of byDay) {
    const result = run(book, customer, command, instantOn(command.on, '12:00:00.000'))
    if (E.isLeft(result)) throw new Error(`${JSON.stringify(command)} was refused: ${JSON.stringify(result.left)}`)
  }
  return book
}

/** The IBM ledger: every invoice is settled in full by one receipt on its settled date. It names no currency; USD. What was disputed was so from the first day, if disputes are wanted. */
export const ibmBook = (csv: string, withDisputes = false): Book =>
  tell(
    rowsOf(csv).flatMap((row): ReadonlyArray<Step> => {
      const { invoiceNumber: documentId = '', customerID: customer = '', InvoiceAmount = '' } = row
      const amount = amountOf(InvoiceAmount, 'USD')
      const paidOn = americanDay(row['SettledDate'] ?? '')
      const on = americanDay(row['InvoiceDate'] ?? '')
      const [receiptId, disputeId] = [`R-${documentId}`, `D-${documentId}`]
      const lines = [{ applicationId: `A-${documentId}`, itemId: documentId, amount }]
      const commands: ReadonlyArray<Command> = [
        {
          _tag: 'IssueInvoice',
          on,
          dueOn: americanDay(row['DueDate'] ?? ''),
          documentId,
          currency: 'USD',
          lines: [{ netMinor: amount.minor }],
          attributes: { countryCode: row['countryCode'] ?? '', paperlessBill: row['PaperlessBill'] ?? '' },
        },
        ...(withDisputes && row['Disputed'] === 'Yes'
          ? [{ _tag: 'RaiseDispute', on, disputeId, documentId } as const]
          : []),
        { _tag: 'RecordReceipt', on: paidOn, receiptId, amount, method: 'other' },
        { _tag: 'ApplyCash', on: paidOn, receiptId, lines },
      ]
      return commands.map((command) => ({ customer, command }))
    }),
  )

/** The HighRadius ledger: open invoices only, in two currencies, some due before they were posted. */
export const highradiusBook = (csv: string): Book =>
  tell(
    rowsOf(csv).map((row) => {
      const { invoice_currency: currency = '', cust_number: customer = '', doc_id: documentId = '' } = row
      const command: Command = {
        _tag: 'IssueInvoice',
        on: localDate(row['posting_date'] ?? ''),
        dueOn: localDate(row['due_in_date'] ?? ''),
        dueBeforeIssue: 'accept',
        documentId,
        currency,
        lines: [{ netMinor: amountOf(row['total_open_amount'] ?? '', currency).minor }],
      }
      return { customer, command }
    }),
  )

/** The last day of a month written `YYYY-MM`. */
export const lastDayOf = (month: string): LocalDate => {
  const [year = 0, number = 0] = month.split('-').map(Number)
  return addDays(number === 12 ? dateOf(year + 1, 1, 1) : dateOf(year, number + 1, 1), -1)
}
