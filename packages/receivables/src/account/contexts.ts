/** What each room may know of the others, read from one and the same revision of the account. */
import { type CashContext, takenOffMinor } from '@quittance/cash-application'
import type { InvoicingContext } from '@quittance/invoicing'
import { keyedGet } from '@quittance/kernel'
import type { AccountState } from './state.js'

/** What is still owed on an invoice or debit note: payable less linked credits, cash, credits, discounts, write-offs, and what was charged back or netted. @law conservation of an item @category policies @since 0.1.0 */
export const openMinorOf = (state: AccountState, documentId: string): number => {
  const document = keyedGet(state.invoicing.documents, documentId)
  if (document === undefined || document.voided || document.kind === 'credit-note') return 0
  return document.payableMinor - document.offsetMinor - takenOffMinor(keyedGet(state.cash.items, documentId))
}

/** @internal */
export const invoicingContext = (state: AccountState): InvoicingContext => ({
  settlementOf: (documentId) => {
    const item = keyedGet(state.cash.items, documentId)
    return {
      openMinor: openMinorOf(state, documentId),
      touched: takenOffMinor(item) !== 0 || (item !== undefined && item.deductions.length > 0),
      reopenedOn: item?.reopenedOn,
    }
  },
})

/** @internal */
export const cashContext = (state: AccountState): CashContext => ({
  itemOf: (itemId) => {
    const document = keyedGet(state.invoicing.documents, itemId)
    if (document === undefined || document.kind === 'credit-note') return undefined
    return {
      itemId,
      currency: document.currency,
      issuedOn: document.issuedOn,
      owedMinor: document.payableMinor - document.offsetMinor,
      netMinor: document.netMinor,
      grossMinor: document.grossMinor,
      creditedMinor: document.creditedMinor,
      taxes: document.taxGroups.map(({ tax, taxMinor }) => ({ ...tax, taxMinor })),
      discount: document.discount,
      instalments: document.instalments,
      voided: document.voided,
    }
  },
  creditOf: (creditId) => {
    const document = keyedGet(state.invoicing.documents, creditId)
    if (document === undefined || document.kind !== 'credit-note') return undefined
    return {
      creditId,
      currency: document.currency,
      issuedOn: document.issuedOn,
      creditMinor: document.grossMinor - document.offsetMinor,
    }
  },
})
