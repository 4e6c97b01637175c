/**
 * What evidence of causes is made of, by account: the facts about each document, receipt and order, under their own ids. Folded
 * beside the ledger view, whose sums it does not repeat.
 */
import type { Fact } from '@quittance/kernel'

/** A fact on file with its two times. The fact itself is kept, for evidence is read off its lines; what moves money only is not kept. @category projections @since 0.1.0 */
export interface CauseNote<AnyFact extends Fact = Fact> {
  readonly fact: AnyFact
  readonly effectiveDay: number
  readonly recordedMillis: number
  readonly position: number
  /** Brought in with history: the day of recording says nothing of when anybody knew. */
  readonly imported: boolean
}

/** What is on file of one account; every list in stream order. @category projections @since 0.1.0 */
export interface AccountFile {
  /** By document: its issue, its way to the customer, credits and re-bills that name it, money applied to it, deductions, what was said of it. */
  readonly documents: Map<string, Array<CauseNote>>
  /** By receipt: how it came, and where its money was applied and un-applied. */
  readonly receipts: Map<string, Array<CauseNote>>
  /** Invoices by the amount payable, for those that were billed twice. */
  readonly invoicesByAmount: Map<number, Array<CauseNote>>
  /** Invoices by the order that they name. */
  readonly invoicesByOrder: Map<string, Array<CauseNote>>
}

/** The view. Owned by whoever folds into it; queries only read. @category projections @since 0.1.0 */
export interface CauseView {
  /** By stream; nothing where the stream is no account. */
  readonly streams: Map<string, AccountFile | undefined>
  /** By entity, then customer. */
  readonly accounts: Map<string, Map<string, AccountFile>>
}

/** A view of nothing. @category projections @since 0.1.0 */
export const emptyCauseView = (): CauseView => ({ streams: new Map(), accounts: new Map() })

/** A file with nothing in it. @internal */
export const emptyAccountFile = (): AccountFile => ({
  documents: new Map(),
  receipts: new Map(),
  invoicesByAmount: new Map(),
  invoicesByOrder: new Map(),
})
