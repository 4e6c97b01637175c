/**
 * What `decide` must remember of an account's documents, and nothing more.
 */
import { type BaseValue, emptyKeyed, type Keyed, type LocalDate } from '@quittance/kernel'
import type { DiscountOffer, DocumentId, DocumentKind, Instalment, References, Tax } from './model.js'

/** A line of an invoice and how much of it was credited, net. @category model @since 0.1.0 */
export interface LineRecord {
  readonly lineNo: number
  readonly netMinor: number
  readonly tax: Tax
  creditedMinor: number
}

/** A tax group and how much of it was credited, base and tax. @category model @since 0.1.0 */
export interface TaxGroupRecord {
  readonly tax: Tax
  readonly baseMinor: number
  readonly taxMinor: number
  creditedBaseMinor: number
  creditedTaxMinor: number
}

/** A document as the account knows it. @category model @since 0.1.0 */
export interface DocumentRecord {
  readonly documentId: DocumentId
  readonly kind: DocumentKind
  readonly currency: string
  readonly issuedOn: LocalDate
  /** What a payer may name instead of its number. */
  readonly references: References | undefined
  /** The document that a credit or debit note was issued for. */
  readonly precedingId: DocumentId | undefined
  readonly netMinor: number
  readonly grossMinor: number
  /** What it brought onto the ledger: payable of an invoice, gross of a credit note. */
  readonly payableMinor: number
  instalments: Array<Instalment>
  readonly discount: DiscountOffer | undefined
  readonly lines: Array<LineRecord>
  readonly taxGroups: Array<TaxGroupRecord>
  /** Gross of the credit notes that name it. */
  creditedMinor: number
  /** Of an invoice: what credit notes took off its open amount. Of a credit note: what went to its invoice at once. */
  offsetMinor: number
  /** As issued: of what is payable, or of a credit note the gross. */
  readonly exchange: BaseValue | undefined
  /** Of that value: of an invoice, what credit notes took off it; of a credit note, what went to its invoice at once. */
  offsetBaseMinor: number
  voided: boolean
  /** When the customer first had it, as far as known. */
  deliveredOn: LocalDate | undefined
  disputedMinor: number
  /** Of a credit note: the dispute that it settled. */
  settles: string | undefined
  /** The latest day of a fact about it. */
  lastOn: LocalDate
}

/** A dispute, open or ended. @category model @since 0.1.0 */
export interface DisputeRecord {
  readonly disputeId: string
  readonly documentId: DocumentId
  readonly raisedOn: LocalDate
  readonly disputedMinor: number
  /** As raised, or as tagged on the latest day. */
  cause: string
  causeOn: LocalDate
}

/** The state of this room. @category model @since 0.1.0 */
export interface InvoicingState {
  readonly documents: Keyed<DocumentRecord>
  readonly openDisputes: Keyed<DisputeRecord>
  /** Disputes that ended: none is raised twice, and their cause can still be tagged. */
  readonly endedDisputes: Keyed<DisputeRecord>
  /** Orders, deliveries of goods and agreed prices by id, with their day: each is recorded once. */
  readonly orders: Keyed<LocalDate>
  readonly deliveries: Keyed<LocalDate>
  readonly prices: Keyed<LocalDate>
}

/** An account without documents. @category model @since 0.1.0 */
export const initialInvoicing = (): InvoicingState => ({
  documents: emptyKeyed(),
  openDisputes: emptyKeyed(),
  endedDisputes: emptyKeyed(),
  orders: emptyKeyed(),
  deliveries: emptyKeyed(),
  prices: emptyKeyed(),
})
