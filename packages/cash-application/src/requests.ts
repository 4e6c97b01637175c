/** What this room asks of others in the same append. */
import type { CurrencyCode, LocalDate } from '@quittance/kernel'

/** Charge the customer by a debit note: a returned payment's fee, or a refund of money that then bounced. @category decisions @since 0.1.0 */
export interface ChargeCustomer {
  readonly _tag: 'ChargeCustomer'
  readonly on: LocalDate
  readonly documentId: string
  readonly currency: CurrencyCode
  readonly amountMinor: number
  readonly reason: 'returned-payment-fee' | 'refund-of-returned-payment'
}
