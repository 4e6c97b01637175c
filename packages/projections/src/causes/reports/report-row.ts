/** What the reports read of an item with its causes; a row of `rootCauses` is one. */
import type { LocalDate } from '@quittance/kernel'

/** An item, how late it is or was, and whose doing that was. @category model @since 0.1.0 */
export interface ReportRow {
  /** Index in the ledger view, for `because`. */
  readonly subject: number
  readonly itemId: string
  readonly customer: string
  readonly currency: string
  readonly salesRepId?: string
  readonly products: ReadonlyArray<{ readonly productId: string; readonly netMinor: number }>
  readonly dueOn: LocalDate
  readonly state: 'past-due' | 'settled-late' | 'in-time'
  readonly settledOn?: LocalDate
  readonly billedMinor: number
  /** What is past due of it. */
  readonly openMinor: number
  /** Never below 0. */
  readonly daysLate: number
  readonly cause: string
  readonly stage: string
  readonly department?: string
  readonly upstream: boolean
  /** The first cause first, each with its facts by their positions in the store. */
  readonly tags: ReadonlyArray<{ readonly positions: ReadonlyArray<number> }>
}

/** What came late of an item: what is past due of it, or all that was billed where it was settled late. @category projections @since 0.1.0 */
export const lateMinorOf = ({ state, openMinor, billedMinor }: ReportRow): number =>
  state === 'past-due' ? openMinor : state === 'settled-late' ? billedMinor : 0
