/** Refunds as cases word them: of free money, or of money that items have, with or without a credit for them. */
import { type CurrencyCode, keyedGet, type LocalDate, money } from '@quittance/kernel'
import type { IssueCreditNote } from '@quittance/invoicing'
import type { AccountCommand } from '@quittance/receivables'
import { freeMinor, takeBackCommands } from '../../books/applying.js'
import type { Books } from '../../books/books.js'
import { minorsOf, requiredMinor } from '../../books/currency.js'
import { documentOf } from '../../books/balances.js'
import { applicationsOf, refundsOf } from '../../books/in-order.js'
import { freshId } from '../../books/movements.js'
import type { Opening } from '../../books/opening.js'
import type { Reader } from '../../run/reader.js'
import { unsupported } from '../../run/unsupported.js'

/** What refunds act on. */
export interface RefundScene {
  readonly books: Books
  readonly currency: CurrencyCode
  readonly opening: Opening
}

/** The opening credit of a customer, as a credit note that stands alone. */
export const customerCreditId = 'customer-credit'

/**
 * The commands of a refund. Without `adjust` it takes free money only. With it the money may be applied: it is
 * first taken off its items, and what the case credits per invoice line keeps them from being owed again.
 */
export const refundCommands = (scene: RefundScene, details: Reader, on: LocalDate): ReadonlyArray<AccountCommand> => {
  const { books, currency } = scene
  const amountMinor = requiredMinor(details, 'amount', currency)
  const payment = details.text('payment')
  const sourceId = payment ?? sourceWithMoney(scene, amountMinor)
  const refund: AccountCommand = {
    _tag: 'Refund',
    on,
    refundId: freshId(books, 'refund'),
    source: keyedGet(books.state().cash.receipts, sourceId) === undefined ? 'credit-note' : 'receipt',
    sourceId,
    amount: money(currency, amountMinor),
  }
  if (payment === undefined || !details.has('adjust')) return [refund]
  const adjust = minorsOf(details, 'adjust', currency)
  const credit = creditFor(scene, payment, adjust, on)
  const onAccountMinor = keyedGet(books.state().cash.receipts, payment)?.onAccountMinor ?? 0
  const missingMinor = amountMinor - freeMinor(books, payment) - onAccountMinor
  const takeBack = missingMinor > 0 ? takeBackCommands(books, payment, undefined, missingMinor, on) : []
  return [...takeBack, ...credit, refund]
}

/** The first source that covers the amount, else the first that has anything, for the account to refuse. */
const sourceWithMoney = ({ books, opening }: RefundScene, amountMinor: number): string => {
  const credits = keyedGet(books.state().invoicing.documents, customerCreditId) === undefined ? [] : [customerCreditId]
  const sources = [...credits, ...opening.payments, ...opening.credits]
  return (
    sources.find((id) => freeMinor(books, id) >= amountMinor) ??
    sources.find((id) => freeMinor(books, id) > 0) ??
    sources[0] ??
    unsupported('a refund of nothing')
  )
}

const creditFor = (
  { books, currency }: RefundScene,
  payment: string,
  adjust: ReadonlyArray<number>,
  on: LocalDate,
): ReadonlyArray<IssueCreditNote> => {
  const lines = adjust.flatMap((netMinor, index) => (netMinor === 0 ? [] : [{ netMinor, creditsLineNo: index + 1 }]))
  if (lines.length === 0) return []
  const items = applicationsOf(books)
    .filter(({ sourceId }) => sourceId === payment)
    .map(({ itemId }) => itemId)
  const [precedingId, ...others] = new Set(items)
  if (precedingId === undefined || others.length > 0) return unsupported('adjust of a payment of several invoices')
  const taxed = lines.map((line) => {
    const tax = documentOf(books, precedingId).taxGroups[0]?.tax
    return tax === undefined ? line : { ...line, tax }
  })
  return [
    {
      _tag: 'IssueCreditNote',
      on,
      documentId: freshId(books, 'credit-note'),
      currency,
      lines: taxed,
      reason: 'case',
      precedingId,
    },
  ]
}

/** Takes back the latest refund that still stands. */
export const cancelRefundCommands = (books: Books, on: LocalDate): ReadonlyArray<AccountCommand> => {
  const latest = refundsOf(books)
    .filter(([, { cancelled }]) => !cancelled)
    .at(-1)
  return [{ _tag: 'CancelRefund', on, refundId: latest?.[0] ?? 'none', reason: 'case' }]
}
