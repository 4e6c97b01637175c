/** The written form of what happened before an invoice was owed. */
import {
  currencyCode,
  type DataOf,
  day,
  exactDecimal,
  firstVersion,
  listOf,
  nonEmptyText,
  struct,
  text,
  textMap,
  type Versions,
  wholeNumber,
  yesNo,
} from '@quittance/kernel'
import type * as t from 'io-ts'
import type { UpstreamFact } from '../events/upstream.js'
import type { DeliveryLine, OrderLine } from '../model.js'
import { paymentTermsCodec, tax } from './terms.js'

type DataFor<Tag extends UpstreamFact['_tag']> = DataOf<Extract<UpstreamFact, { readonly _tag: Tag }>>
const v1 = <Tag extends UpstreamFact['_tag']>(codec: t.Type<DataFor<Tag>>): Versions<DataFor<Tag>> =>
  firstVersion(codec)

const orderLine: t.Type<OrderLine> = struct(
  { lineNo: wholeNumber, quantity: exactDecimal },
  { productId: nonEmptyText, unitPrice: exactDecimal, netMinor: wholeNumber, tax, promisedOn: day },
)

const deliveryLine: t.Type<DeliveryLine> = struct(
  { lineNo: wholeNumber, quantity: exactDecimal },
  { orderLineNo: wholeNumber, productId: nonEmptyText, damaged: exactDecimal, substituteFor: nonEmptyText },
)

/** What happened upstream, with all the shapes each ever had. @internal */
export const upstreamCodecs: { readonly [Tag in UpstreamFact['_tag']]: Versions<DataFor<Tag>> } = {
  OrderAccepted: v1<'OrderAccepted'>(
    struct(
      { orderId: nonEmptyText, currency: currencyCode, lines: listOf(orderLine) },
      {
        purchaseOrder: text,
        purchaseOrderRequired: yesNo,
        terms: paymentTermsCodec,
        billTo: text,
        channel: text,
        salesRepId: text,
        attributes: textMap,
      },
    ),
  ),
  GoodsDelivered: v1<'GoodsDelivered'>(
    struct(
      { deliveryId: nonEmptyText, lines: listOf(deliveryLine) },
      { orderId: nonEmptyText, shippedOn: day, proof: text },
    ),
  ),
  PriceAgreed: v1<'PriceAgreed'>(
    struct(
      { agreementId: nonEmptyText, productId: nonEmptyText, currency: currencyCode, unitPrice: exactDecimal },
      { until: day },
    ),
  ),
  RootCauseConfirmed: v1<'RootCauseConfirmed'>(
    struct({ documentId: nonEmptyText, cause: nonEmptyText, by: nonEmptyText, because: nonEmptyText }),
  ),
}
