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

/** Notes by a key; every list in stream order. @category projections @since 0.1.0 */
export type NotesBy<Key> = Map<Key, Array<CauseNote>>

/** What is on file of one account. @category projections @since 0.1.0 */
export interface AccountFile {
  /** By document: its issue, its way to the customer, credits and re-bills that name it, money applied to it, deductions, what was said of it. */
  readonly documents: NotesBy<string>
  /** By receipt: how it came, where its money was applied and un-applied, and whether the bank took it back. */
  readonly receipts: NotesBy<string>
  /** By order: its acceptance, and the deliveries that name it. */
  readonly orders: NotesBy<string>
  /** Orders by the customer's own number for them. */
  readonly ordersByPurchaseOrder: NotesBy<string>
  /** Deliveries by their own number. */
  readonly deliveries: NotesBy<string>
  /** Agreed prices by product. */
  readonly prices: NotesBy<string>
  /** Invoices by the amount payable, for those that were billed twice. */
  readonly invoicesByAmount: NotesBy<number>
  /** Invoices by the order that they name. */
  readonly invoicesByOrder: NotesBy<string>
  readonly invoices: Array<CauseNote>
  /** Credit notes that name a document. */
  readonly credits: Array<CauseNote>
  /** Excuses for the account as a whole. */
  readonly excuses: Array<CauseNote>
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
  orders: new Map(),
  ordersByPurchaseOrder: new Map(),
  deliveries: new Map(),
  prices: new Map(),
  invoicesByAmount: new Map(),
  invoicesByOrder: new Map(),
  invoices: [],
  credits: [],
  excuses: [],
})
