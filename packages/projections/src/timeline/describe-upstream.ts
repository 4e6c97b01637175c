/** What happened before an invoice was owed, as sentences. */
import type { UpstreamFact } from '@quittance/invoicing'
import { formatDecimal } from '@quittance/kernel'

/** @internal */
export const describeUpstream = (fact: UpstreamFact): string => {
  switch (fact._tag) {
    case 'OrderAccepted': {
      const named = fact.purchaseOrder === undefined ? '' : `, purchase order ${fact.purchaseOrder}`
      return `Order ${fact.orderId} accepted, ${count(fact.lines.length)}${named}`
    }
    case 'GoodsDelivered': {
      const of = fact.orderId === undefined ? '' : ` for order ${fact.orderId}`
      const damaged = fact.lines.some((line) => (line.damaged?.unscaled ?? 0) > 0) ? ', some damaged' : ''
      return `Goods delivered under ${fact.deliveryId}${of}, ${count(fact.lines.length)}${damaged}`
    }
    case 'PriceAgreed': {
      const until = fact.until === undefined ? '' : ` until ${fact.until}`
      return `Price of ${fact.productId} agreed at ${formatDecimal(fact.unitPrice)} ${fact.currency}${until}`
    }
    case 'RootCauseConfirmed':
      return `Unpaid because of ${fact.cause}, says ${fact.by}: ${fact.because}`
  }
}

const count = (lines: number): string => `${lines} ${lines === 1 ? 'line' : 'lines'}`
