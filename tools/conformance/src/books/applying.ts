/** Applying and taking back by instruction, as steps word it. */
import { unappliedMinor } from '@quittance/cash-application'
import { type CurrencyCode, keyedGet, type LocalDate, money } from '@quittance/kernel'
import type { AccountCommand } from '@quittance/receivables'
import { documentOf, openOf } from './balances.js'
import type { Books } from './books.js'
import { applicationsOf } from './in-order.js'
import { applyInOrder, freshId } from './movements.js'

/** What is still free of a receipt or of a customer's credit. */
export const freeMinor = (books: Books, sourceId: string): number => {
  const { cash } = books.state()
  const receipt = keyedGet(cash.receipts, sourceId)
  if (receipt !== undefined) return unappliedMinor(receipt)
  const { grossMinor, offsetMinor } = documentOf(books, sourceId)
  const used = keyedGet(cash.credits, sourceId)
  return grossMinor - offsetMinor - (used?.appliedMinor ?? 0) - (used?.refundedMinor ?? 0)
}

/** The command that applies so much of a receipt or credit to an item. */
export const applyCommand = (
  books: Books,
  from: string,
  to: string,
  amountMinor: number,
  currency: CurrencyCode,
  on: LocalDate,
): AccountCommand => {
  const lines = [
    { applicationId: `${freshId(books, 'application')}-${from}`, itemId: to, amount: money(currency, amountMinor) },
  ]
  return keyedGet(books.state().cash.receipts, from) === undefined && documentIsThere(books, from)
    ? { _tag: 'ApplyCredit', on, creditId: from, lines }
    : { _tag: 'ApplyCash', on, receiptId: from, lines }
}

const documentIsThere = (books: Books, id: string): boolean =>
  keyedGet(books.state().invoicing.documents, id) !== undefined

/** Every payment in order to every item in order, as far as there is money and something open. */
export const applyAll = (
  books: Books,
  paymentIds: ReadonlyArray<string>,
  itemIds: ReadonlyArray<string>,
  currency: CurrencyCode,
  on: LocalDate,
): ReadonlyArray<number> =>
  paymentIds.flatMap((paymentId) => {
    const freeBefore = freeMinor(books, paymentId)
    const command = applyInOrder(books, paymentId, freeBefore, itemIds, currency, on)
    if (command === undefined) return []
    books.must(command)
    return [freeBefore - freeMinor(books, paymentId)]
  })

/** The commands that take back a link, or so much of it, the latest application first. */
export const takeBackCommands = (
  books: Books,
  from: string | undefined,
  to: string | undefined,
  amountMinor: number | undefined,
  on: LocalDate,
): ReadonlyArray<AccountCommand> => {
  const links = applicationsOf(books)
    .filter((link) => (from === undefined || link.sourceId === from) && (to === undefined || link.itemId === to))
    .filter((link) => link.amountMinor > 0)
    .toReversed()
  let leftMinor = amountMinor ?? links.reduce((so, link) => so + link.amountMinor, 0)
  const commands = links.flatMap(
    ({ applicationId, amountMinor: linkedMinor }, index): ReadonlyArray<AccountCommand> => {
      if (leftMinor <= 0) return []
      const useMinor = index === links.length - 1 ? leftMinor : Math.min(leftMinor, linkedMinor)
      leftMinor -= useMinor
      return [{ _tag: 'Unapply', on, applicationId, amountMinor: useMinor, because: 'reallocation', reason: 'case' }]
    },
  )
  const nothingThere: AccountCommand = {
    _tag: 'Unapply',
    on,
    applicationId: `${from ?? ''} to ${to ?? ''}`,
    because: 'reallocation',
    reason: 'case',
  }
  return commands.length === 0 ? [nothingThere] : commands
}

/** What is open of several items. */
export const openOfAll = (books: Books, ids: ReadonlyArray<string>): ReadonlyArray<readonly [string, number]> =>
  ids.map((id) => [id, openOf(books, id)])
