/** What credit notes took off the documents that they name, the moment they were issued. */
import { keyedValues, type LocalDate } from '@quittance/kernel'
import type { DocumentId } from '../model.js'
import type { InvoicingState } from '../state.js'

/** So much of a document was credited at once on a day. @category model @since 0.1.0 */
export interface CreditOffset {
  readonly itemId: DocumentId
  readonly on: LocalDate
  readonly amountMinor: number
}

/**
 * The offsets of all credit notes, with their days; what a note left with the customer is none.
 *
 * @law the offsets of a document add up to what credit notes took off it
 * @category policies
 * @since 0.1.0
 */
export const creditOffsets = (state: InvoicingState): ReadonlyArray<CreditOffset> =>
  keyedValues(state.documents).flatMap(({ kind, precedingId: itemId, issuedOn: on, offsetMinor: amountMinor }) =>
    kind === 'credit-note' && itemId !== undefined && amountMinor > 0 ? [{ itemId, on, amountMinor }] : [],
  )
