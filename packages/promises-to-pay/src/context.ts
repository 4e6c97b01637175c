/**
 * What this room needs to know of the rest of the account, filled from the same revision by whoever composes it.
 */
import type { CurrencyCode, LocalDate } from '@quittance/kernel'

/** A piece of a receipt that is still there: on an item, or on none. @category model @since 0.1.0 */
export interface ReceivedMoney {
  readonly receiptId: string
  readonly currency: CurrencyCode
  /** The value date. */
  readonly receivedOn: LocalDate
  /** Since when it has been on this account, where that was later: it arrived from another one. */
  readonly arrivedOn?: LocalDate
  readonly amountMinor: number
  /** Where and since when it is applied; both absent on money that is not. */
  readonly itemId?: string
  readonly appliedOn?: LocalDate
}

/** Something other than money that took an item down. @category model @since 0.1.0 */
export interface ItemReduction {
  readonly on: LocalDate
  readonly amountMinor: number
}

/** An invoice or debit note that a promise may be for. @category model @since 0.1.0 */
export interface OwedDocument {
  readonly itemId: string
  readonly currency: CurrencyCode
  readonly issuedOn: LocalDate
  /** What it brought onto the ledger, before anything came off. */
  readonly owedMinor: number
  readonly voided: boolean
}

/** What verdicts are made of. @category decisions @since 0.1.0 */
export interface VerdictContext {
  readonly itemOf: (itemId: string) => OwedDocument | undefined
  /** Every piece of money that is there; built once for an assessment. */
  readonly money: () => ReadonlyArray<ReceivedMoney>
  /** Credits, discounts, write-offs: in any order. */
  readonly reductionsOf: (itemId: string) => ReadonlyArray<ItemReduction>
}

/** Read-only look-ups. @category decisions @since 0.1.0 */
export interface PromisesContext extends VerdictContext {
  readonly openMinorOfItem: (itemId: string) => number
  /** Open on all items of a currency. */
  readonly openMinorOf: (currency: CurrencyCode) => number
  readonly receiptStatusOf: (receiptId: string) => 'live' | 'returned' | 'voided' | undefined
  /** The latest day on which money was taken back from where it lay: no verdict is given as of an earlier one. */
  readonly takenBackOn: () => LocalDate | undefined
}
