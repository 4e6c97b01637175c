/**
 * What this room needs to know of the rest of the account, filled from the same revision by whoever composes it.
 */
import type { CurrencyCode, LocalDate } from '@quittance/kernel'

/** An invoice or debit note that we may ask for. @category model @since 0.1.0 */
export interface AskableItem {
  readonly itemId: string
  readonly currency: CurrencyCode
  readonly issuedOn: LocalDate
  readonly voided: boolean
}

/** Read-only look-ups. @category decisions @since 0.1.0 */
export interface DunningContext {
  /** A credit note is no such item. */
  readonly itemOf: (itemId: string) => AskableItem | undefined
}
