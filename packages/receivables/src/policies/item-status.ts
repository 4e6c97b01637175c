/**
 * The one word for how an item stands, derived and never stored.
 */
import { keyedGet } from '@quittance/kernel'
import { openMinorOf } from '../account/contexts.js'
import type { AccountState } from '../account/state.js'

/** Overdue is no status: it depends on the day. @category model @since 0.1.0 */
export type ItemStatus = 'open' | 'partly-paid' | 'paid' | 'credited' | 'written-off' | 'transferred' | 'voided'

/**
 * How an invoice or debit note stands: open while nothing came off it, partly paid between, and closed by what
 * closed it: written off where a write-off had a part in it, paid where cash, discount or netting had, transferred
 * where the rest moved to another item, else credited. What is tolerated beside a payment (a small difference, a bank's
 * fee) makes nobody a written-off customer: the item is paid. An id that names no such item has no status.
 *
 * @law an item is open or partly paid exactly when something is open on it
 * @category policies
 * @since 0.1.0
 */
export const itemStatus = (state: AccountState, documentId: string): ItemStatus | undefined => {
  const document = keyedGet(state.invoicing.documents, documentId)
  if (document === undefined || document.kind === 'credit-note') return undefined
  if (document.voided) return 'voided'
  const openMinor = openMinorOf(state, documentId)
  if (openMinor !== 0) return openMinor === document.payableMinor ? 'open' : 'partly-paid'
  const record = keyedGet(state.cash.items, documentId)
  if (record === undefined) return document.payableMinor === 0 ? 'paid' : 'credited'
  const isPaid = record.cashMinor + record.discountMinor + record.nettedMinor > 0
  const toleratedMinor = isPaid ? record.smallDifferenceMinor + record.bankFeeMinor : 0
  if (record.writtenOffMinor > toleratedMinor) return 'written-off'
  if (isPaid || document.payableMinor === 0) return 'paid'
  return record.transferredMinor > 0 ? 'transferred' : 'credited'
}
