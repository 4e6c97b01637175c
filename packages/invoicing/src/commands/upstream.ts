/**
 * What can be asked to be recorded of what happened before an invoice was owed. Orders, deliveries and prices arrive in
 * any order: a delivery may name an order that nobody has heard of yet, and be dated before it.
 */
import type { GoodsDelivered, OrderAccepted, PriceAgreed, RootCauseConfirmed } from '../events/upstream.js'

/** Record an order as it was accepted; `on` is the day of that. @category commands @since 0.1.0 */
export interface AcceptOrder extends Omit<OrderAccepted, '_tag'> {
  readonly _tag: 'AcceptOrder'
}

/** Record what arrived of what was sent. @category commands @since 0.1.0 */
export interface RecordGoodsDelivered extends Omit<GoodsDelivered, '_tag'> {
  readonly _tag: 'RecordGoodsDelivered'
}

/** Record a price that holds for orders from `on` on. @category commands @since 0.1.0 */
export interface AgreePrice extends Omit<PriceAgreed, '_tag'> {
  readonly _tag: 'AgreePrice'
}

/** Say what really caused a document to be unpaid, or say it anew. @category commands @since 0.1.0 */
export interface ConfirmRootCause extends Omit<RootCauseConfirmed, '_tag'> {
  readonly _tag: 'ConfirmRootCause'
}

/** The commands on what happened upstream. @category commands @since 0.1.0 */
export type UpstreamCommand = AcceptOrder | RecordGoodsDelivered | AgreePrice | ConfirmRootCause
