/**
 * Reconciliation models: ordered steps from what a payer says to the order in which items are paid, and what becomes of
 * the difference. The rule sets of bank reconciliation in general ledgers, as data.
 */
import type { Decimal } from '@quittance/kernel'
import type { PolicyRef } from '../../model.js'

/**
 * A step after references, which always come first. The first step that settles a payment ends its run.
 *
 * - `customer-total`: all payments together are all that is open, credits included
 * - `exact-single`: the payment closes one item to the cent
 * - `within-tolerance`: it closes one item but for the tolerance, or the penny maximum
 * - `more-than-all`: it is more than all that is open; all is closed, the rest stays
 * - `in-order`: down the items, each closed while the money lasts, the last in part
 *
 * @category policies
 * @since 0.1.0
 */
export type ReconcileStep = 'customer-total' | 'exact-single' | 'within-tolerance' | 'more-than-all' | 'in-order'

/** In which order items are paid; ties by due day, document day, id. `as-listed` trusts the order in which they come. @category policies @since 0.1.0 */
export type ItemOrder = 'due-date' | 'interest-first' | 'as-listed'

/** Which payments are used first; ties by id. `as-listed` trusts the order in which they come. @category policies @since 0.1.0 */
export type PaymentOrder = 'oldest' | 'newest' | 'as-listed'

/** How payments meet items: every bound is inclusive, every amount in minor units of the payment's currency. @category policies @since 0.1.0 */
export interface ReconcileModel extends PolicyRef {
  readonly steps: ReadonlyArray<ReconcileStep>
  readonly itemOrder: ItemOrder
  readonly paymentOrder: PaymentOrder
  /** How much one item may be short; of two limits the smaller counts. The percentage is of what is open on the item. */
  readonly tolerance: { readonly percent?: Decimal; readonly amountMinor?: number }
  /** The most that is written off of one item: below it a rest goes even without a tolerance, above it nothing does. */
  readonly writeOffLimitMinor?: number
  /** The most that is kept of a payment that is too much. */
  readonly maxPennyMinor: number
  /** What is short beyond the tolerance stays open, or moves to a new debit item. */
  readonly shortPayment: 'partial' | 'chargeback'
  /** Whether an item that is paid only in part still has its discount. */
  readonly discountOnPart: boolean
  /** What the payer pays on top of each item that is closed. */
  readonly feePerItemMinor: number
  readonly remainder: 'unapplied' | 'on-account'
}
