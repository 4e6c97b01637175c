/** What this room asks of others in the same append. */
import type { CurrencyCode, LocalDate, StatedValue } from '@quittance/kernel'

/** Charge the debtor for being late, by a debit note with a reason of its own and without tax. @category decisions @since 0.1.0 */
export interface ChargeLateness {
  readonly _tag: 'ChargeLateness'
  readonly on: LocalDate
  readonly documentId: string
  readonly currency: CurrencyCode
  readonly lines: ReadonlyArray<{ readonly description: string; readonly netMinor: number }>
  readonly reason: 'late-interest' | 'dunning-fee'
  /** The item it is for, where it is one. */
  readonly precedingId?: string
  readonly dueOn: LocalDate
  readonly exchange?: StatedValue
}

/** Every request of this room. @category decisions @since 0.1.0 */
export type DunningRequest = ChargeLateness
