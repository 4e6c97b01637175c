/** The fact of what a payer wrote of a payment, item by item. */
import type { CurrencyCode, LocalDate } from '@quittance/kernel'
import type { ReceiptId, RemittanceLine } from '../model.js'

/** A payer advised what a payment is for, and what it held back of it and why. Moves no money; it may come before the money. @category events @since 0.1.0 */
export interface RemittanceRecorded {
  readonly _tag: 'RemittanceRecorded'
  readonly on: LocalDate
  readonly currency: CurrencyCode
  readonly remittanceId: string
  readonly receiptId?: ReceiptId
  readonly lines: ReadonlyArray<RemittanceLine>
}
