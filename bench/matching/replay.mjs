// The ledger as it stood before each payment. Invoices are issued on their days and the truth of earlier payments is
// posted, all by commands of the account; open items are read from the account's state. This side knows the truth, the
// deciding side gets nothing but what it yields.
import { keyedGet } from '@quittance/kernel'
import { decideAccount, evolveAccount, initialAccount, openMinorOf } from '@quittance/receivables'
import { BadData } from './read-table.mjs'

/**
 * Moments, one for each payment in order: `{ payment, account, items, entered, left }`. `items` are open on that day in the payment's
 * currency; `entered` and `left` are what became and ceased to be open in that account and currency since its last moment.
 */
export const replay = ({ invoices, payments, truth }) => {
  const books = booksOf(invoices)
  const moments = payments.map((payment) => {
    const book = books.of(payment.customer)
    books.issueUntil(book, payment.on)
    const moment = { payment, account: `${payment.customer} ${payment.currency}`, ...openIn(book, payment.currency) }
    books.post(payment, truth.exact.get(payment.id))
    return moment
  })
  return { moments, commands: books.posted.commands, milliseconds: books.posted.milliseconds, notes: books.notes() }
}

const booksOf = (invoices) => {
  const books = new Map()
  const posted = { commands: 0, milliseconds: 0 }
  const seen = { worthless: 0, over: 0 }
  const of = (customer) => {
    if (!books.has(customer))
      books.set(customer, {
        state: initialAccount(),
        coming: [],
        next: 0,
        live: new Map(),
        known: new Map(),
        waiting: new Map(),
      })
    return books.get(customer)
  }
  for (const invoice of invoices)
    if (invoice.minor > 0) of(invoice.customer).coming.push(invoice)
    else seen.worthless += 1

  const run = (book, command, at) => {
    const start = performance.now()
    const decided = decideAccount(command, book.state)
    if (decided._tag === 'Left') throw new BadData(`${at}: ${command._tag} is refused: ${JSON.stringify(decided.left)}`)
    for (const fact of decided.right) evolveAccount(book.state, fact)
    posted.milliseconds += performance.now() - start
    posted.commands += 1
  }

  const issueUntil = (book, on) => {
    for (; book.next < book.coming.length && book.coming[book.next].on <= on; book.next += 1) {
      const invoice = book.coming[book.next]
      run(book, issueOf(invoice), invoice.at)
      book.live.set(invoice.id, invoice.currency)
      for (const [row, receiptId] of book.waiting.get(invoice.id) ?? []) apply(book, row, receiptId, invoice.on)
    }
  }

  const apply = (book, row, receiptId, on) => {
    const { id, currency } = row.invoice
    const openMinor = openMinorOf(book.state, id)
    if (row.minor > openMinor) seen.over += 1
    const minor = Math.min(row.minor, openMinor)
    if (minor <= 0) return
    const lines = [{ applicationId: `A ${receiptId} ${row.at}`, itemId: id, amount: { currency, minor } }]
    run(book, { _tag: 'ApplyCash', on, receiptId, lines }, row.at)
    if (openMinorOf(book.state, id) <= 0) book.live.delete(id)
  }

  /** The money goes where it truly went; what pays an invoice of a later day waits for it. */
  const post = ({ id, on, currency }, rows) => {
    const cash = rows.filter((row) => row.kind === 'cash' && row.minor > 0 && row.invoice.minor > 0)
    for (const [customer, own] of grouped(cash, customerOf)) {
      const book = of(customer)
      issueUntil(book, on)
      const minor = own.reduce((so, row) => so + row.minor, 0)
      run(book, { _tag: 'RecordReceipt', on, receiptId: id, amount: { currency, minor }, method: 'wire' }, own[0].at)
      for (const row of own)
        if (row.invoice.on <= on) apply(book, row, id, on)
        else book.waiting.set(row.invoice.id, [...(book.waiting.get(row.invoice.id) ?? []), [row, id]])
    }
  }

  const notes = () => [
    ...(seen.worthless === 0 ? [] : [`Invoices of no or negative amount, never open: ${seen.worthless}`]),
    ...(seen.over === 0 ? [] : [`Truth rows that pay more than was open, and close the invoice: ${seen.over}`]),
  ]
  return { of, issueUntil, post, posted, notes }
}

const customerOf = ({ invoice }) => invoice.customer

const grouped = (rows, keyOf) => {
  const groups = new Map()
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row])
  return groups
}

const issueOf = ({ id, on, dueOn, currency, minor }) => ({
  _tag: 'IssueInvoice',
  on,
  documentId: id,
  currency,
  lines: [{ netMinor: minor }],
  dueOn,
  dueBeforeIssue: 'accept',
})

/** What is open now, and what changed since this account and currency was last looked at. */
const openIn = (book, currency) => {
  const before = book.known.get(currency) ?? new Map()
  const now = new Map()
  for (const [id, itsCurrency] of book.live) {
    if (itsCurrency !== currency) continue
    const openMinor = openMinorOf(book.state, id)
    const known = before.get(id)
    now.set(id, known?.openMinor === openMinor ? known : itemOf(book.state, id, openMinor))
  }
  book.known.set(currency, now)
  return {
    items: [...now.values()],
    entered: [...now.values()].filter(({ itemId }) => !before.has(itemId)),
    left: [...before.keys()].filter((id) => !now.has(id)),
  }
}

const itemOf = (state, itemId, openMinor) => {
  const { issuedOn, instalments } = keyedGet(state.invoicing.documents, itemId)
  return { itemId, openMinor, on: issuedOn, dueOn: instalments[0].dueOn, identifiers: [itemId] }
}
