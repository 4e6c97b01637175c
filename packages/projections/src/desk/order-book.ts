/** Orders that customers placed and that are not billed yet: a part of what they could cost us. */
import type { OrderPlaced } from '@quittance/dunning'
import type { InvoiceIssued, InvoiceVoided } from '@quittance/invoicing'
import { daysBetween, epochDay, type Fact, instantMillis, parseAccountStream, type Recorded } from '@quittance/kernel'
import { knownBy, type Timed } from '../ledger-view/known-by.js'
import type { PointInTime } from '../point-in-time.js'

/** An invoice that names an order. */
interface Billed {
  readonly _tag: 'Billed'
  readonly documentId: string
  readonly orderId: string
  readonly amountMinor: number
}

interface OrderNote extends Timed {
  readonly fact: OrderPlaced | Billed | InvoiceVoided
}

/** By customer. Owned by whoever folds into it; queries only read. @category projections @since 0.1.0 */
export type OrderBook = Map<string, Array<OrderNote>>

/** Note a fact, if it is an order, an invoice that names one, or one that is void. @category projections @since 0.1.0 */
export const noteOrder = (book: OrderBook, { stream, fact: some, effectiveOn, recordedAt }: Recorded<Fact>): void => {
  const fact = some as OrderPlaced | InvoiceIssued | InvoiceVoided
  const noted: OrderNote['fact'] | undefined =
    fact._tag === 'OrderPlaced' || fact._tag === 'InvoiceVoided'
      ? fact
      : fact._tag === 'InvoiceIssued' && fact.references?.order !== undefined
        ? {
            _tag: 'Billed',
            documentId: fact.documentId,
            orderId: fact.references.order,
            amountMinor: fact.totals.grossMinor,
          }
        : undefined
  const customer = noted === undefined ? undefined : parseAccountStream(stream)?.customer
  if (noted === undefined || customer === undefined) return
  const own = book.get(customer) ?? []
  book.set(customer, own)
  own.push({ effectiveDay: epochDay(effectiveOn), recordedMillis: instantMillis(recordedAt), fact: noted })
}

/** What is not billed of a customer's order. @category projections @since 0.1.0 */
export interface UnbilledOrder {
  readonly orderId: string
  readonly currency: string
  readonly on: OrderPlaced['on']
  /** Ordered less paid in advance, less billed by invoices that name the order; above 0. */
  readonly unbilledMinor: number
}

/**
 * The orders of a customer that are not billed in full. What was paid in advance is no exposure; of what is billed the
 * invoice is. An order billed above its amount takes nothing off others.
 *
 * @param orderDays - orders of more days ago are over; absent: none is
 * @category projections
 * @since 0.1.0
 */
export const unbilledOrders = (
  book: OrderBook,
  customer: string,
  at: PointInTime,
  orderDays?: number,
): ReadonlyArray<UnbilledOrder> => {
  const known = knownBy(book.get(customer), at).map(({ fact }) => fact)
  const voided = new Set(known.flatMap((one) => (one._tag === 'InvoiceVoided' ? [one.documentId] : [])))
  return known.flatMap((order): ReadonlyArray<UnbilledOrder> => {
    if (order._tag !== 'OrderPlaced') return []
    const { orderId, currency, on, amountMinor, depositMinor = 0 } = order
    if (orderDays !== undefined && daysBetween(on, at.asOf) > orderDays) return []
    const billedMinor = known.reduce(
      (so, one) =>
        one._tag === 'Billed' && one.orderId === orderId && !voided.has(one.documentId) ? so + one.amountMinor : so,
      0,
    )
    const unbilledMinor = amountMinor - depositMinor - billedMinor
    return unbilledMinor > 0 ? [{ orderId, currency, on, unbilledMinor }] : []
  })
}
