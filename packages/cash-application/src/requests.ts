/** What this room asks of others in the same append. */
import type { BaseValue, CurrencyCode, LocalDate } from '@quittance/kernel'
import type { CreditLine } from './commands/differences.js'

/** Charge the customer by a debit note: a returned payment's fee, a refund of money that then bounced, or a part of an item that is charged back. @category decisions @since 0.1.0 */
export interface ChargeCustomer {
  readonly _tag: 'ChargeCustomer'
  readonly on: LocalDate
  readonly documentId: string
  readonly currency: CurrencyCode
  readonly amountMinor: number
  readonly reason: 'returned-payment-fee' | 'refund-of-returned-payment' | 'chargeback-item'
  /** The item that it was moved from. */
  readonly precedingId?: string
  /** Its own day, if absent; an original due day may lie before it. */
  readonly dueOn?: LocalDate
  /** What it is worth in the base currency, where it takes a value over. */
  readonly exchange?: BaseValue
}

/** Credit an item by a credit note whose gross is exactly this amount, all of it taken off the item. @category decisions @since 0.1.0 */
export interface CreditCustomer {
  readonly _tag: 'CreditCustomer'
  readonly on: LocalDate
  readonly documentId: string
  readonly itemId: string
  readonly deductionId: string
  readonly currency: CurrencyCode
  readonly amountMinor: number
  readonly lines: ReadonlyArray<CreditLine>
  readonly reason: string
}

/** Void the debit item of a chargeback that is taken back; refused where anything has touched it. @category decisions @since 0.1.0 */
export interface VoidCharge {
  readonly _tag: 'VoidCharge'
  readonly on: LocalDate
  readonly documentId: string
  readonly reason: string
}

/** Every request of this room. @category decisions @since 0.1.0 */
export type CashRequest = ChargeCustomer | CreditCustomer | VoidCharge
