/**
 * The one word for how an item stands, derived and never stored.
 */
import { keyedGet } from '@quittance/kernel'
import { openMinorOf } from '../account/contexts.js'
import type { AccountState } from '../account/state.js'

/** Overdue is no status: it depends on the day. @category model @since 0.1.0 */
export type ItemStatus = 'open' | 'partly-paid' | 'paid' | 'credited' | 'written-off' | 'voided'

/**
 * How an invoice or debit note stands: open while nothing came off it, partly paid between, and closed by what
 * closed it: written off where a write-off had a part in it, paid where cash or discount had, else credited.
 * An id that names no such item has no status.
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
  if (record !== undefined && record.writtenOffMinor > 0) return 'written-off'
  const isPaid = record !== undefined && record.cashMinor + record.discountMinor > 0
  return isPaid || document.payableMinor === 0 ? 'paid' : 'credited'
}
