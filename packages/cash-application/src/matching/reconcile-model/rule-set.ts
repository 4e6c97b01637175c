/** The rule set `reconcile-model@1`: references, then amounts that fit; the rest is for a person. */
import type { ReconcileModel } from './model.js'

/**
 * Nothing is written off and nothing is paid in part unless the payer names it; who wants more says so in a copy.
 *
 * @category policies
 * @since 0.1.0
 */
export const reconcileModel: ReconcileModel = {
  id: 'reconcile-model',
  version: 1,
  steps: ['exact-single', 'customer-total'],
  itemOrder: 'due-date',
  paymentOrder: 'oldest',
  tolerance: {},
  maxPennyMinor: 0,
  shortPayment: 'partial',
  discountOnPart: false,
  feePerItemMinor: 0,
  remainder: 'unapplied',
}
