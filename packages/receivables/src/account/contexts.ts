/** What each room may know of the others, read from one and the same revision of the account. */
import { type CashContext, takenOffMinor } from '@quittance/cash-application'
import type { InvoicingContext } from '@quittance/invoicing'
import { type BaseValue, keyedGet } from '@quittance/kernel'
import type { AccountState } from './state.js'

/** What is still owed on an invoice or debit note: payable less linked credits, cash, credits, discounts, write-offs, and what was charged back or netted. @law conservation of an item @category policies @since 0.1.0 */
export const openMinorOf = (state: AccountState, documentId: string): number => {
  const document = keyedGet(state.invoicing.documents, documentId)
  if (document === undefined || document.voided || document.kind === 'credit-note') return 0
  return document.payableMinor - document.offsetMinor - takenOffMinor(keyedGet(state.cash.items, documentId))
}

/**
 * The base value of what is open on an invoice or debit note: its value as issued less what everything that came off
 * it took of that. Nothing where it was issued without one.
 *
 * @law the base values cleared of an item add up to its carrying value
 * @category policies
 * @since 0.1.0
 */
export const openBaseOf = (state: AccountState, documentId: string): BaseValue | undefined => {
  const document = keyedGet(state.invoicing.documents, documentId)
  if (document?.exchange === undefined || document.kind === 'credit-note') return undefined
  const clearedMinor = keyedGet(state.cash.items, documentId)?.clearedBaseMinor ?? 0
  const { baseCurrency, baseMinor } = document.exchange
  return { baseCurrency, baseMinor: document.voided ? 0 : baseMinor - document.offsetBaseMinor - clearedMinor }
}

/** @internal */
export const invoicingContext = (state: AccountState): InvoicingContext => ({
  settlementOf: (documentId) => {
    const item = keyedGet(state.cash.items, documentId)
    return {
      openMinor: openMinorOf(state, documentId),
      openBaseMinor: openBaseOf(state, documentId)?.baseMinor ?? 0,
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
      ...(document.exchange === undefined
        ? {}
        : {
            carrying: {
              value: document.exchange,
              payableMinor: document.payableMinor,
              owedBaseMinor: document.exchange.baseMinor - document.offsetBaseMinor,
            },
          }),
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
      ...(document.exchange === undefined
        ? {}
        : {
            carrying: {
              value: document.exchange,
              grossMinor: document.grossMinor,
              creditBaseMinor: document.exchange.baseMinor - document.offsetBaseMinor,
            },
          }),
    }
  },
})
