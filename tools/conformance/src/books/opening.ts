/** What stands on an account before the first step: invoices, payments, credit notes, and what is applied already. */
import { addDays, type CurrencyCode, keyedGet, laterOf, type LocalDate, money } from '@quittance/kernel'
import type { IssueInvoice } from '@quittance/invoicing'
import type { Reader } from '../run/reader.js'
import { unsupported } from '../run/unsupported.js'
import { documentOf } from './balances.js'
import type { Books } from './books.js'
import { minorOf, minorsOf, requiredMinor } from './currency.js'
import { dayOf, type Days } from './days.js'
import { freshId, payItem } from './movements.js'
import { plainPolicy } from './plain-policy.js'

/** What was opened, by id, in the order of the case. */
export interface Opening {
  readonly invoices: ReadonlyArray<string>
  readonly payments: ReadonlyArray<string>
  readonly credits: ReadonlyArray<string>
}

/** What an area opens in its own way. */
export interface OpeningWays {
  /** Payments by card; none, if absent. */
  readonly isCard?: (paymentId: string) => boolean
  /** When payments without a date came in; before everything else, if absent. */
  readonly undatedPaymentsOn?: LocalDate
  /** Terms of an invoice, the first having the place 0. */
  readonly termsOf?: (place: number, openMinor: number, issuedOn: LocalDate) => IssueInvoice['terms']
}

/** Open `invoices`, `payments`, `credit_notes` and `links` on the books. */
export const openBooks = (
  given: Reader,
  books: Books,
  currency: CurrencyCode,
  days: Days,
  { isCard = () => false, undatedPaymentsOn = days.before, termsOf = () => undefined }: OpeningWays = {},
): Opening => {
  const links = given.maps('links').map((link) => linkOf(link, currency))
  const invoices = given
    .maps('invoices')
    .map((invoice, index) => openInvoice(invoice, index, { links, currency, days, termsOf }, books))
  const payments = given.maps('payments').map((payment, index) => {
    const id = payment.text('id') ?? `P${index + 1}`
    const words = [payment.text('text'), payment.text('ref')].filter((word) => word !== undefined).join(' ')
    books.must({
      _tag: 'RecordReceipt',
      on: dayOf(payment, 'date', 'day') ?? undatedPaymentsOn,
      receiptId: id,
      amount: money(currency, requiredMinor(payment, 'amount', currency)),
      method: isCard(id) ? 'card' : 'wire',
      ...(words === '' ? {} : { remittanceText: words }),
    })
    return id
  })
  const credits = given.maps('credit_notes').map((note, index) => openCredit(note, index, books, currency, days))
  for (const link of links) applyLink(link, books, currency)
  return { invoices, payments, credits }
}

interface Link {
  readonly from: string
  readonly to: string
  readonly amountMinor: number
  readonly discountMinor: number
  readonly on: LocalDate | undefined
}

const linkOf = (link: Reader, currency: CurrencyCode): Link => ({
  from: link.text('from') ?? unsupported(`${link.path} without from`),
  to: link.text('to') ?? unsupported(`${link.path} without to`),
  amountMinor: requiredMinor(link, 'amount', currency),
  discountMinor: minorOf(link, 'discount', currency) ?? 0,
  on: dayOf(link, 'date', 'day'),
})

interface Opened {
  readonly links: ReadonlyArray<Link>
  readonly currency: CurrencyCode
  readonly days: Days
  readonly termsOf: NonNullable<OpeningWays['termsOf']>
}

const openInvoice = (
  invoice: Reader,
  index: number,
  { links, currency, days, termsOf }: Opened,
  books: Books,
): string => {
  const id = invoice.text('id') ?? `I${index + 1}`
  const [kind, reference] = [invoice.text('kind'), invoice.text('ref')]
  const lines = minorsOf(invoice, 'lines', currency)
  const openMinor = minorOf(invoice, 'open', currency)
  const originalMinor = minorOf(invoice, 'amount', currency) ?? openMinor
  const on = dayOf(invoice, 'date', 'day') ?? days.before
  const dueOn = dayOf(invoice, 'due', 'due_day')
  const discountMinor = links.filter(({ to }) => to === id).reduce((so, link) => so + link.discountMinor, 0)
  const granting =
    discountMinor === 0
      ? termsOf(index, openMinor ?? originalMinor ?? 0, on)
      : termsGranting(discountMinor, laterOf(days.today, on))
  const amounts = lines.length > 0 ? lines : [originalMinor ?? unsupported(`${invoice.path} without open`)]
  const command: IssueInvoice = {
    _tag: 'IssueInvoice',
    on,
    documentId: id,
    currency,
    lines: amounts.map((netMinor) => ({ netMinor })),
    dueBeforeIssue: 'accept',
    ...(dueOn === undefined ? {} : { dueOn }),
    ...(kind === undefined ? {} : { attributes: { kind } }),
    ...(reference === undefined ? {} : { references: { purchaseOrder: reference } }),
    ...(granting === undefined ? {} : { terms: granting }),
  }
  books.must(command)
  const paidMinor = (originalMinor ?? 0) - (openMinor ?? originalMinor ?? 0)
  if (paidMinor > 0) payItem(books, id, paidMinor, currency, on)
  return id
}

/** Terms under which discounts that a case calls taken were there to be taken. */
const termsGranting = (discountMinor: number, until: LocalDate): NonNullable<IssueInvoice['terms']> => ({
  id: 'case',
  version: 1,
  parts: [{ share: { _tag: 'Balance' }, due: {} }],
  discount: {
    taxMode: 'reduce-on-payment',
    base: 'total',
    graceDays: 0,
    tiers: [{ amountMinor: discountMinor, until: addDays(until, 1) }],
  },
})

const openCredit = (note: Reader, index: number, books: Books, currency: CurrencyCode, days: Days): string => {
  const id = note.text('id') ?? `CM${index + 1}`
  const [relatesTo, reference] = [note.text('relates_to'), note.text('ref')]
  const isKnown = relatesTo !== undefined && keyedGet(books.state().invoicing.documents, relatesTo) !== undefined
  books.must({
    _tag: 'IssueCreditNote',
    on: dayOf(note, 'date', 'day') ?? (isKnown ? documentOf(books, relatesTo).issuedOn : days.before),
    documentId: id,
    currency,
    lines: [{ netMinor: requiredMinor(note, 'amount', currency) }],
    reason: 'case',
    ...(isKnown ? { precedingId: relatesTo, offset: false } : {}),
    ...(reference === undefined ? {} : { references: { purchaseOrder: reference } }),
  })
  return id
}

const applyLink = ({ from, to, amountMinor, discountMinor, on }: Link, books: Books, currency: CurrencyCode): void => {
  const receipt = keyedGet(books.state().cash.receipts, from)
  const sourceOn = receipt?.receivedOn ?? documentOf(books, from).issuedOn
  const day = on ?? laterOf(sourceOn, documentOf(books, to).issuedOn)
  const line = { applicationId: freshId(books, 'application'), itemId: to, amount: money(currency, amountMinor) }
  if (receipt === undefined) {
    books.must({ _tag: 'ApplyCredit', on: day, creditId: from, lines: [line] })
    return
  }
  const discount = { _tag: 'Claimed', claimedMinor: discountMinor, policy: plainPolicy } as const
  books.must({
    _tag: 'ApplyCash',
    on: day,
    receiptId: from,
    lines: [discountMinor === 0 ? line : { ...line, discount }],
  })
}
