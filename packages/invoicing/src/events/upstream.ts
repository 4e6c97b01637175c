/**
 * Facts of what happened before an invoice was owed: what was ordered, delivered and priced; and what a person said
 * about why it is not paid. The first three come from the embedder's other systems, in any order, and move no money.
 */
import type { CurrencyCode, Decimal, LocalDate } from '@quittance/kernel'
import type { DeliveryLine, DocumentId, OrderLine, PaymentTerms } from '../model.js'

/** An order was accepted, as the customer and we understood it. @category events @since 0.1.0 */
export interface OrderAccepted {
  readonly _tag: 'OrderAccepted'
  readonly on: LocalDate
  readonly orderId: string
  readonly currency: CurrencyCode
  readonly purchaseOrder?: string
  /** The customer pays nothing that does not name its purchase order. */
  readonly purchaseOrderRequired?: boolean
  /** As agreed; the invoice should state the same. */
  readonly terms?: PaymentTerms
  /** Where the invoice is to go, and how. */
  readonly billTo?: string
  readonly channel?: string
  readonly lines: ReadonlyArray<OrderLine>
  readonly salesRepId?: string
  readonly attributes?: Readonly<Record<string, string>>
}

/** Goods arrived, or left and arrived as far as is known; `on` is the day of that. @category events @since 0.1.0 */
export interface GoodsDelivered {
  readonly _tag: 'GoodsDelivered'
  readonly on: LocalDate
  readonly deliveryId: string
  readonly orderId?: string
  readonly shippedOn?: LocalDate
  /** Where the proof of delivery lies. */
  readonly proof?: string
  readonly lines: ReadonlyArray<DeliveryLine>
}

/** A price was agreed for orders from `on` to `until`, both inclusive; of several, the latest agreement counts. @category events @since 0.1.0 */
export interface PriceAgreed {
  readonly _tag: 'PriceAgreed'
  readonly on: LocalDate
  readonly agreementId: string
  readonly productId: string
  readonly currency: CurrencyCode
  readonly unitPrice: Decimal
  readonly until?: LocalDate
}

/** A person said why a document is unpaid, above all other evidence. A later one stands instead; nothing is deleted. @category events @since 0.1.0 */
export interface RootCauseConfirmed {
  readonly _tag: 'RootCauseConfirmed'
  readonly on: LocalDate
  readonly documentId: DocumentId
  readonly cause: string
  readonly by: string
  readonly because: string
}

/** The facts of what happened upstream. @category events @since 0.1.0 */
export type UpstreamFact = OrderAccepted | GoodsDelivered | PriceAgreed | RootCauseConfirmed
