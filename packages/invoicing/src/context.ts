/**
 * What this room needs to know of the rest of the account, filled from the same revision by whoever composes it.
 */
import type { LocalDate } from '@quittance/kernel'
import type { DocumentId } from './model.js'

/** How a document stands with cash application. @category decisions @since 0.1.0 */
export interface Settlement {
  /** Still owed on an invoice or debit note. */
  readonly openMinor: number
  /** Of its base value as issued; nothing where it has none. */
  readonly openBaseMinor: number
  /** Whether cash, a credit, a discount or a write-off has touched it. */
  readonly touched: boolean
  /** No reduction may be dated before this day: something was given back to the item then. */
  readonly reopenedOn: LocalDate | undefined
}

/** Read-only look-ups. @category decisions @since 0.1.0 */
export interface InvoicingContext {
  readonly settlementOf: (documentId: DocumentId) => Settlement
}
