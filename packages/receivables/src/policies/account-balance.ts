/**
 * What a customer owes and what we hold of theirs, by currency.
 */
import { pendingMinor, unappliedMinor } from '@quittance/cash-application'
import { keyedGet, keyedValues } from '@quittance/kernel'
import { openMinorOf } from '../account/contexts.js'
import type { AccountState } from '../account/state.js'

/** An account in one currency. `balanceMinor` = open - unapplied - on account - credit. @category model @since 0.1.0 */
export interface AccountBalance {
  readonly currency: string
  /** Open on invoices and debit notes. */
  readonly openMinor: number
  /** Of which disputed: it stays open, and leaves asks and notices. */
  readonly disputedMinor: number
  /** Of which held back by the customer, under deductions that are pending. */
  readonly deductedMinor: number
  readonly unappliedMinor: number
  readonly onAccountMinor: number
  /** What credit notes left with the customer. */
  readonly creditMinor: number
  readonly balanceMinor: number
}

/**
 * The balances of an account as its state stands, sorted by currency; currencies are never added.
 *
 * @law open items less what is held equals the balance of the receivables account
 * @category policies
 * @since 0.1.0
 */
export const accountBalances = (state: AccountState): ReadonlyArray<AccountBalance> => {
  const byCurrency = new Map<string, Sums>()
  const of = (currency: string): Sums => {
    let sums = byCurrency.get(currency)
    if (sums === undefined)
      byCurrency.set(currency, (sums = { open: 0, disputed: 0, deducted: 0, unapplied: 0, onAccount: 0, credit: 0 }))
    return sums
  }
  for (const document of keyedValues(state.invoicing.documents)) {
    const sums = of(document.currency)
    if (document.kind === 'credit-note') {
      const used = keyedGet(state.cash.credits, document.documentId)
      sums.credit += document.grossMinor - document.offsetMinor - (used?.appliedMinor ?? 0) - (used?.refundedMinor ?? 0)
      continue
    }
    const open = openMinorOf(state, document.documentId)
    sums.open += open
    sums.disputed += Math.min(document.disputedMinor, Math.max(open, 0))
    sums.deducted += pendingMinor(keyedGet(state.cash.items, document.documentId)?.deductions ?? [], open)
  }
  for (const receipt of keyedValues(state.cash.receipts)) {
    const sums = of(receipt.currency)
    sums.unapplied += unappliedMinor(receipt)
    sums.onAccount += receipt.onAccountMinor
  }
  return [...byCurrency]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([currency, { open, disputed, deducted, unapplied, onAccount, credit }]) => ({
      currency,
      openMinor: open,
      disputedMinor: disputed,
      deductedMinor: deducted,
      unappliedMinor: unapplied,
      onAccountMinor: onAccount,
      creditMinor: credit,
      balanceMinor: open - unapplied - onAccount - credit,
    }))
}

interface Sums {
  open: number
  disputed: number
  deducted: number
  unapplied: number
  onAccount: number
  credit: number
}
