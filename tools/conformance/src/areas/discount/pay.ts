/** Payments of a discount case, applied to its invoices in the order that the case's policy names. */
import type { ApplicationPolicy, DiscountAsk } from '@quittance/cash-application'
import {
  type CurrencyCode,
  type Decimal,
  keyedGet,
  type LocalDate,
  type Money,
  money,
  percentOf,
  type StatedValue,
} from '@quittance/kernel'
import { unappliedMinor } from '@quittance/cash-application'
import { documentOf, openOf } from '../../books/balances.js'
import type { Books } from '../../books/books.js'
import { freshId } from '../../books/movements.js'
import { askedMinor, closingApplication } from './asked-on.js'
import type { Discounted } from './issue-invoices.js'

/** How payments meet invoices. */
export interface PayingRules {
  readonly policy: ApplicationPolicy
  /** Sort keys, first first; none: as listed. */
  readonly invoiceOrder: ReadonlyArray<'due_date' | 'better_discount'>
  /** Percent that the customer says he took. */
  readonly claimedPercent: Decimal | undefined
}

/** Money that comes in, with its value in the base currency where the case states one. */
export interface PaymentIn {
  readonly amount: Money
  readonly on: LocalDate
  readonly exchange: StatedValue | undefined
}

/** A receipt goes to the invoices in order, each closed before the next. */
export const payInvoices = (
  books: Books,
  invoices: ReadonlyArray<Discounted>,
  { amount, on, exchange }: PaymentIn,
  rules: PayingRules,
): void => {
  const { currency } = amount
  const receiptId = freshId(books, 'receipt')
  const valued = exchange === undefined ? {} : { exchange }
  books.must({ _tag: 'RecordReceipt', on, receiptId, amount, method: 'wire', ...valued })
  const ordered = inOrder(books, invoices, on, rules).filter(({ documentId }) => openOf(books, documentId) > 0)
  for (const [index, { documentId }] of ordered.entries()) {
    const leftMinor = leftOf(books, receiptId)
    const isLast = index === ordered.length - 1
    const amountMinor = isLast ? leftMinor : Math.min(leftMinor, askedMinor(books, documentId, on))
    if (leftMinor > 0) applyTo(books, receiptId, documentId, amountMinor, currency, on, rules)
  }
}

/** Part payments of one receipt, so much to each invoice. */
export const payParts = (
  books: Books,
  parts: ReadonlyArray<readonly [string, number]>,
  currency: CurrencyCode,
  on: LocalDate,
  rules: PayingRules,
): void => {
  const wanted = parts.filter(([, minor]) => minor > 0)
  const totalMinor = wanted.reduce((so, [, minor]) => so + minor, 0)
  if (totalMinor === 0) return
  const receiptId = freshId(books, 'receipt')
  books.must({ _tag: 'RecordReceipt', on, receiptId, amount: money(currency, totalMinor), method: 'wire' })
  for (const [documentId, minor] of wanted) applyTo(books, receiptId, documentId, minor, currency, on, rules)
}

const leftOf = (books: Books, receiptId: string): number => {
  const receipt = keyedGet(books.state().cash.receipts, receiptId)
  return receipt === undefined ? 0 : unappliedMinor(receipt)
}

const applyTo = (
  books: Books,
  receiptId: string,
  documentId: string,
  amountMinor: number,
  currency: CurrencyCode,
  on: LocalDate,
  { policy, claimedPercent }: PayingRules,
): void => {
  const openMinor = openOf(books, documentId)
  const claimedMinor = claimedPercent === undefined ? 0 : percentOf(openMinor, claimedPercent)
  const discount: DiscountAsk =
    claimedPercent === undefined ? { _tag: 'Allowed', policy } : { _tag: 'Claimed', claimedMinor, policy }
  const mostMinor =
    claimedPercent === undefined ? amountMinor : Math.min(leftOf(books, receiptId), openMinor - claimedMinor)
  books.must({
    _tag: 'ApplyCash',
    on,
    receiptId,
    lines: [
      {
        applicationId: freshId(books, 'application'),
        itemId: documentId,
        amount: money(currency, mostMinor),
        discount,
      },
    ],
  })
}

const inOrder = (
  books: Books,
  invoices: ReadonlyArray<Discounted>,
  on: LocalDate,
  { invoiceOrder }: PayingRules,
): ReadonlyArray<Discounted> => {
  const keysOf = ({ documentId }: Discounted): ReadonlyArray<string | number> =>
    invoiceOrder.map((key) =>
      key === 'due_date'
        ? (documentOf(books, documentId).instalments[0]?.dueOn ?? '')
        : 0 - (closingApplication(books, documentId, on)?.discount?.discountMinor ?? 0),
    )
  return invoices
    .map((invoice) => ({ invoice, keys: keysOf(invoice) }))
    .sort((a, b) => compareKeys(a.keys, b.keys))
    .map(({ invoice }) => invoice)
}

const compareKeys = (a: ReadonlyArray<string | number>, b: ReadonlyArray<string | number>): number => {
  for (const [index, key] of a.entries()) {
    const other = b[index] as string | number
    if (key !== other) return key < other ? -1 : 1
  }
  return 0
}
