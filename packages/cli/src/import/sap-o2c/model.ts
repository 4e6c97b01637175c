/** What a SAP order-to-cash extract says, as typed rows. `place` is where a row stands in the extract. */
import type { Decimal, Instant, LocalDate } from '@quittance/kernel'
import type { FieldProblem } from './read-fields.js'

/** A row of the extract. @category model @since 0.1.0 */
export interface Placed {
  readonly place: number
}

/** A sales order. @category model @since 0.1.0 */
export interface SalesOrder extends Placed {
  readonly salesOrder: string
  readonly customer: string
  readonly currency: string
  readonly on: LocalDate
  readonly knownAt: Instant
  readonly purchaseOrder: string | undefined
  readonly salesGroup: string | undefined
  readonly terms: string | undefined
}

/** A line of a sales order. @category model @since 0.1.0 */
export interface SalesOrderItem extends Placed {
  readonly salesOrder: string
  readonly item: number
  readonly material: string | undefined
  readonly quantity: Decimal
  readonly netMinor: number
  readonly isRejected: boolean
}

/** A confirmed day of a line of a sales order. @category model @since 0.1.0 */
export interface ScheduleLine extends Placed {
  readonly salesOrder: string
  readonly item: number
  readonly confirmedOn: LocalDate | undefined
}

/** A delivery; without a goods movement it is dated by its document. @category model @since 0.1.0 */
export interface Delivery extends Placed {
  readonly delivery: string
  readonly on: LocalDate
  readonly movedOn: LocalDate | undefined
  readonly knownAt: Instant
}

/** A line of a delivery. @category model @since 0.1.0 */
export interface DeliveryItem extends Placed {
  readonly delivery: string
  readonly item: number
  readonly quantity: Decimal
  readonly order: string | undefined
  readonly orderItem: number | undefined
}

/** A billing document: an invoice, a credit memo, or the cancellation of one. @category model @since 0.1.0 */
export interface BillingDocument extends Placed {
  readonly document: string
  readonly type: string
  readonly on: LocalDate
  readonly knownAt: Instant
  readonly isCancelled: boolean
  readonly cancels: string | undefined
  readonly netMinor: number
  readonly currency: string
  readonly companyCode: string
  readonly fiscalYear: string
  readonly accountingDocument: string | undefined
  readonly customer: string
}

/** A line of a billing document. @category model @since 0.1.0 */
export interface BillingItem extends Placed {
  readonly document: string
  readonly item: number
  readonly material: string | undefined
  readonly quantity: Decimal
  readonly netMinor: number
  readonly reference: string | undefined
  readonly referenceItem: number | undefined
}

/** An item of accounts receivable; below zero it is the customer's. @category model @since 0.1.0 */
export interface ReceivableItem extends Placed {
  readonly key: string
  readonly companyCode: string
  readonly fiscalYear: string
  readonly accountingDocument: string
  readonly item: string
  readonly type: string
  readonly referenceDocument: string | undefined
  readonly currency: string
  readonly minor: number
  readonly customer: string
  readonly on: LocalDate
  readonly clearing: { readonly key: string; readonly document: string; readonly on: LocalDate } | undefined
}

/** An extract read. @category model @since 0.1.0 */
export interface Extract {
  readonly orders: ReadonlyMap<string, SalesOrder>
  readonly orderItems: ReadonlyArray<SalesOrderItem>
  readonly scheduleLines: ReadonlyArray<ScheduleLine>
  readonly deliveries: ReadonlyMap<string, Delivery>
  readonly deliveryItems: ReadonlyArray<DeliveryItem>
  readonly billing: ReadonlyMap<string, BillingDocument>
  readonly billingItems: ReadonlyArray<BillingItem>
  readonly receivables: ReadonlyArray<ReceivableItem>
  readonly customerNames: ReadonlyMap<string, string>
  readonly problems: ReadonlyArray<FieldProblem>
}
