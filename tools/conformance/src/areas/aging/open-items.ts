/** The items of an aging case on real accounts: issued, paid in part, disputed, in instalments. */
import { type CurrencyCode, daysBetween, type LocalDate, money } from '@quittance/kernel'
import { netDays, type PaymentTerms } from '@quittance/invoicing'
import type { AccountCommand } from '@quittance/receivables'
import type { Books } from '../../books/books.js'
import { minorAt, minorOf, requiredMinor } from '../../books/currency.js'
import { dayOf, type Days } from '../../books/days.js'
import { applyInOrder } from '../../books/movements.js'
import { termsOf } from '../../books/terms.js'
import { booksOf } from '../../books/views.js'
import type { Reader } from '../../run/reader.js'
import { scalarText } from '../../run/reader.js'
import { unsupported } from '../../run/unsupported.js'

/** The accounts of a case. */
export interface Ledger {
  readonly accounts: Map<string, Books>
  /** Whose an item is, in the order of the case. */
  readonly owners: Map<string, string>
  /** The item, by its place in the case, that a receipt or credit stands for where credits have rows. */
  readonly rankOf: Map<string, number>
  /** The group of a customer. */
  readonly groups: Map<string, string>
  readonly currency: CurrencyCode
  readonly days: Days
}

/** The customer of items that name none. */
export const someCustomer = 'customer'

/** The account of a customer, opened when first asked for. */
export const accountOf = ({ accounts }: Ledger, customer: string): Books => {
  const known = accounts.get(customer)
  if (known !== undefined) return known
  const books = booksOf(customer)
  accounts.set(customer, books)
  return books
}

/** Put an item on its customer's account. */
export const openItem = (item: Reader, ledger: Ledger): void => {
  const { currency, days, owners, rankOf, groups } = ledger
  const id = item.text('id') ?? `item-${owners.size + 1}`
  const group = item.text('group')
  const customer = item.text('customer') ?? group ?? someCustomer
  if (group !== undefined) groups.set(customer, group)
  const books = accountOf(ledger, customer)
  const on = dayOf(item, 'date', 'day') ?? days.before
  const [openMinor, paidMinor] = [minorOf(item, 'open', currency), minorOf(item, 'paid', currency)]
  const parts = item.maps('parts').map((part) => partOf(part, on, currency))
  const partsMinor = parts.length === 0 ? undefined : parts.reduce((so, { amountMinor }) => so + amountMinor, 0)
  const amountMinor = minorOf(item, 'amount', currency) ?? partsMinor ?? openMinor
  if (amountMinor === undefined) return unsupported(`${item.path} without amount`)
  const terms = parts.length === 0 ? termOf(item, currency) : termsInParts(parts)
  const dueOn = dayOf(item, 'due', 'due_day')
  rankOf.set(id, rankOf.size)
  if (amountMinor < 0) return credit(books, id, 0 - amountMinor, currency, on)

  owners.set(id, customer)
  books.must({
    _tag: 'IssueInvoice',
    on,
    documentId: id,
    currency,
    lines: [{ netMinor: amountMinor }],
    dueBeforeIssue: 'accept',
    ...(terms === undefined ? {} : { terms }),
    ...(dueOn === undefined ? {} : { dueOn }),
  })
  const paid = paidMinor ?? amountMinor - (openMinor ?? amountMinor)
  if (paid > 0) payNow(books, id, paid, ledger, on)
  dispute(item, books, id, ledger, on)
}

interface Part {
  readonly amountMinor: number
  readonly days: number
}

const partOf = (part: Reader, on: LocalDate, currency: CurrencyCode): Part => {
  const dueOn = dayOf(part, 'due', 'due_day') ?? on
  return { amountMinor: requiredMinor(part, 'amount', currency), days: daysBetween(on, dueOn) }
}

const termsInParts = (parts: ReadonlyArray<Part>): PaymentTerms => ({
  id: 'case',
  version: 1,
  parts: parts.map(({ amountMinor, days }) => ({ share: { _tag: 'Fixed', amountMinor }, due: { days } })),
})

/** Terms as a map, as a number of days, or by a name such as net30. */
const termOf = (item: Reader, currency: CurrencyCode): PaymentTerms | undefined => {
  const node = item.node('term')
  if (node === undefined) return undefined
  const map = node.kind === 'map' ? item.map('term') : undefined
  if (map !== undefined) return termsOf(map, currency)
  const days = /^(?:net[ _-]?)?(\d{1,4})$/.exec(scalarText(node, `${item.path}.term`))?.[1]
  return days === undefined ? unsupported(`${item.path}.term`) : netDays(Number(days))
}

const credit = (books: Books, documentId: string, amountMinor: number, currency: CurrencyCode, on: LocalDate): void => {
  books.must({ _tag: 'IssueCreditNote', on, documentId, currency, lines: [{ netMinor: amountMinor }], reason: 'case' })
}

/** What the case calls paid came in on the day of the item; what is over stays with the customer. */
const payNow = (books: Books, id: string, minor: number, ledger: Ledger, on: LocalDate): void => {
  const { currency, rankOf } = ledger
  const receiptId = `paid-${id}`
  rankOf.set(receiptId, rankOf.get(id) ?? 0)
  books.must({ _tag: 'RecordReceipt', on, receiptId, amount: money(currency, minor), method: 'wire' })
  const apply: AccountCommand | undefined = applyInOrder(books, receiptId, minor, [id], currency, on)
  if (apply !== undefined) books.must(apply)
}

const dispute = (item: Reader, books: Books, documentId: string, { currency }: Ledger, on: LocalDate): void => {
  const disputed = item.node('disputed')
  const word = disputed === undefined ? 'false' : scalarText(disputed, `${item.path}.disputed`)
  if (disputed === undefined || word === 'false') return
  const amountMinor = word === 'true' ? undefined : minorAt(disputed, `${item.path}.disputed`, currency)
  if (amountMinor === 0) return
  books.must({
    _tag: 'RaiseDispute',
    on,
    disputeId: `dispute-${documentId}`,
    documentId,
    ...(amountMinor === undefined ? {} : { amountMinor }),
  })
}
