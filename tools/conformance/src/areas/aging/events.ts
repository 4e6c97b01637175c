/** What happens in an aging case: payments that wait, dated events, and steps. */
import { type LocalDate, money } from '@quittance/kernel'
import { allocateOver } from '../../books/allocate-over.js'
import { outcomeOf } from '../../books/books.js'
import { minorOf, requiredMinor } from '../../books/currency.js'
import { dayOf } from '../../books/days.js'
import { applyInOrder, creditItem, freshId, payItem, stepDay, targetOf } from '../../books/movements.js'
import type { Acts } from '../../run/play.js'
import type { Reader } from '../../run/reader.js'
import { GivenRefused, unsupported } from '../../run/unsupported.js'
import { accountOf, type Ledger, openItem, someCustomer } from './open-items.js'

/**
 * `payments`: money received and not applied. One dated after the day of the report is a post-dated payment: it
 * will meet the customer's items in order on its day.
 */
export const takePayments = (given: Reader, ledger: Ledger): void => {
  const { currency, days, owners } = ledger
  for (const payment of given.maps('payments')) {
    const customer = payment.text('customer') ?? soleCustomer(ledger)
    const books = accountOf(ledger, customer)
    const receiptId = payment.text('id') ?? freshId(books, 'receipt')
    const on = dayOf(payment, 'date', 'day') ?? days.before
    const minor = requiredMinor(payment, 'amount', currency)
    books.must({ _tag: 'RecordReceipt', on, receiptId, amount: money(currency, minor), method: 'wire' })
    if (on <= days.today) continue
    const own = [...owners].filter(([, owner]) => owner === customer).map(([id]) => id)
    const apply = applyInOrder(books, receiptId, minor, own, currency, on)
    if (apply !== undefined) books.must(apply)
  }
}

/** The one customer whose items the case lists; where there are several, money without a name is nobody's of them. */
const soleCustomer = ({ owners }: Ledger): string => {
  const [only, ...others] = new Set(owners.values())
  return only === undefined || others.length > 0 ? someCustomer : only
}

/** `events [{date, invoices | receive | apply}]`, in order. */
export const playEvents = (given: Reader, ledger: Ledger): void => {
  for (const event of given.maps('events')) {
    const on = dayOf(event, 'date', 'day') ?? ledger.days.today
    for (const invoice of event.maps('invoices')) openInvoice(invoice, ledger, on)
    const receive = event.map('receive')
    if (receive !== undefined) receiveMoney(receive, ledger, on)
    const apply = event.map('apply')
    if (apply !== undefined) applyMoney(apply, ledger, on)
  }
}

const openInvoice = (invoice: Reader, ledger: Ledger, on: LocalDate): void =>
  openItem(invoice, { ...ledger, days: { ...ledger.days, before: on } })

const receiveMoney = (receive: Reader, ledger: Ledger, on: LocalDate): void => {
  const books = accountOf(ledger, receive.text('customer') ?? soleCustomer(ledger))
  const amount = money(ledger.currency, requiredMinor(receive, 'amount', ledger.currency))
  const receiptId = receive.text('id') ?? freshId(books, 'receipt')
  books.must({ _tag: 'RecordReceipt', on, receiptId, amount, method: 'wire' })
}

const applyMoney = (apply: Reader, ledger: Ledger, on: LocalDate): void => {
  const to = oneOrMore(apply, 'to')
  const books = accountOf(ledger, ledger.owners.get(to[0] ?? '') ?? someCustomer)
  const minor = minorOf(apply, 'amount', ledger.currency)
  const shares = allocateOver(books, { from: oneOrMore(apply, 'from'), to }, minor, ledger.currency, on)
  if (shares === undefined) throw new GivenRefused(`${apply.path} refused`)
}

const oneOrMore = (reader: Reader, key: string): ReadonlyArray<string> => {
  const node = reader.node(key)
  if (node === undefined) return unsupported(`${reader.path} without ${key}`)
  return node.kind === 'list' ? reader.texts(key) : [reader.text(key) ?? '']
}

/** The acts of the area. */
export const agingActs = (ledger: Ledger): Acts => {
  const { currency, days, owners } = ledger
  const target = (step: Reader): string => targetOf(step, [...owners.keys()])
  return {
    pay: (step) => {
      const item = target(step)
      const books = accountOf(ledger, owners.get(item) ?? someCustomer)
      return outcomeOf(payItem(books, item, requiredMinor(step, 'pay', currency), currency, stepDay(step, days)))
    },
    credit_note: (step) => {
      const linked = step.yes('linked') !== false
      const item = step.has('item') || linked ? target(step) : undefined
      const books = accountOf(ledger, owners.get(item ?? '') ?? soleCustomer(ledger))
      const minor = requiredMinor(step, 'credit_note', currency)
      return outcomeOf(creditItem(books, linked ? item : undefined, minor, currency, stepDay(step, days)))
    },
  }
}
