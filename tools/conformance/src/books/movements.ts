/** Steps that several areas share: a payment to an item, and a credit note for one. */
import { type CurrencyCode, type LocalDate, money } from '@quittance/kernel'
import type { DocumentRecord, DraftLine } from '@quittance/invoicing'
import type { AccountCommand } from '@quittance/receivables'
import type { Reader } from '../run/reader.js'
import { unsupported } from '../run/unsupported.js'
import { type Attempt, type Books } from './books.js'
import { documentOf, openOf } from './balances.js'
import { dayOf, type Days } from './days.js'
import { linesOfGross } from './documents.js'

/** The day of a step: its own, else the case's today. */
export const stepDay = (step: Reader, days: Days): LocalDate => dayOf(step, 'date', 'day') ?? days.today

/** The item that a step names, else the only one there is. */
export const targetOf = (step: Reader, ids: ReadonlyArray<string>): string => {
  const named = step.text('item')
  if (named !== undefined) return named
  const [only] = ids
  return only === undefined || ids.length > 1 ? unsupported(`${step.path} without item`) : only
}

/** An id that no receipt, application or document of these books has. */
export const freshId = (books: Books, kind: string): string => `${kind}-${books.recorded().length}`

/** Apply so much of a receipt to items, in the order given, as far as they are open. */
export const applyInOrder = (
  books: Books,
  receiptId: string,
  amountMinor: number,
  itemIds: ReadonlyArray<string>,
  currency: CurrencyCode,
  on: LocalDate,
): AccountCommand | undefined => {
  let leftMinor = amountMinor
  const lines = itemIds.flatMap((itemId, index) => {
    const useMinor = Math.min(leftMinor, openOf(books, itemId))
    if (useMinor <= 0) return []
    leftMinor -= useMinor
    return [{ applicationId: `${freshId(books, 'application')}-${index}`, itemId, amount: money(currency, useMinor) }]
  })
  return lines.length === 0 ? undefined : { _tag: 'ApplyCash', on, receiptId, lines }
}

/** Money comes in and goes to an item as far as it is open; the rest stays unapplied. */
export const payItem = (
  books: Books,
  itemId: string,
  amountMinor: number,
  currency: CurrencyCode,
  on: LocalDate,
): Attempt => {
  const receiptId = freshId(books, 'receipt')
  const receive: AccountCommand = {
    _tag: 'RecordReceipt',
    on,
    receiptId,
    amount: money(currency, amountMinor),
    method: 'wire',
  }
  const apply = applyInOrder(books, receiptId, amountMinor, [itemId], currency, on)
  return books.attempt(apply === undefined ? [receive] : [receive, apply])
}

/** A credit note of a gross amount: linked, it reduces its item first; not linked, it stays with the customer. */
export const creditItem = (
  books: Books,
  itemId: string | undefined,
  amountMinor: number,
  currency: CurrencyCode,
  on: LocalDate,
): Attempt => {
  const document = itemId === undefined ? undefined : documentOf(books, itemId)
  return books.attempt([
    {
      _tag: 'IssueCreditNote',
      on,
      documentId: freshId(books, 'credit-note'),
      currency,
      lines: document === undefined ? [{ netMinor: amountMinor }] : creditLines(document, amountMinor),
      reason: 'case',
      ...(itemId === undefined ? {} : { precedingId: itemId }),
    },
  ])
}

/** Lines that credit a gross amount of a document, in its own tax group. */
const creditLines = (document: DocumentRecord, amountMinor: number): ReadonlyArray<DraftLine> => {
  const [group, ...others] = document.taxGroups
  if (group === undefined) return [{ netMinor: amountMinor }]
  if (amountMinor === document.grossMinor)
    return document.taxGroups.map(({ tax, baseMinor }) => ({ netMinor: baseMinor, tax }))
  if (others.length > 0) return unsupported('a credit note for a part of an invoice with several tax rates')
  if (group.tax.ratePercent.unscaled === 0) return [{ netMinor: amountMinor, tax: group.tax }]
  return linesOfGross(amountMinor, group.tax.ratePercent, document.currency).map((line) => ({
    ...line,
    tax: group.tax,
  }))
}
