/** Orders and deliveries of an extract as commands. */
import { type DeliveryLine, type OrderLine } from '@quittance/invoicing'
import { decimal, type LocalDate } from '@quittance/kernel'
import type { RowCommand } from '../invoice-commands.js'
import type { Delivery, DeliveryItem, Extract, SalesOrder, SalesOrderItem } from './model.js'
import type { FieldProblem } from './read-fields.js'

/** Items by the document that they belong to. @internal */
export const itemsBy = <A>(
  items: ReadonlyArray<A>,
  keyOf: (item: A) => string | undefined,
): ReadonlyMap<string, Array<A>> => {
  const by = new Map<string, Array<A>>()
  for (const item of items) {
    const key = keyOf(item)
    if (key === undefined) continue
    const own = by.get(key)
    if (own === undefined) by.set(key, [item])
    else own.push(item)
  }
  return by
}

/** A line that was rejected is kept with a quantity of nothing: it was ordered, and not accepted. @category commands @since 0.1.0 */
export const orderCommands = (extract: Extract, reported: Array<FieldProblem>): ReadonlyArray<RowCommand> => {
  const items = itemsBy(extract.orderItems, ({ salesOrder }) => salesOrder)
  const promised = new Map<string, LocalDate>()
  for (const { salesOrder, item, confirmedOn } of extract.scheduleLines) {
    const earlier = promised.get(`${salesOrder} ${item}`)
    if (confirmedOn !== undefined && (earlier === undefined || confirmedOn > earlier))
      promised.set(`${salesOrder} ${item}`, confirmedOn)
  }
  return [...extract.orders.values()].flatMap((order): ReadonlyArray<RowCommand> => {
    const own = items.get(order.salesOrder) ?? []
    if (own.length === 0) {
      reported.push({ place: order.place, field: 'salesOrder', problem: `order ${order.salesOrder} has no lines` })
      return []
    }
    const lines = own.toSorted((a, b) => a.item - b.item).map((item) => orderLine(item, promised))
    return [orderCommand(order, lines)]
  })
}

const orderLine = (
  { salesOrder, item, material, quantity, netMinor, isRejected }: SalesOrderItem,
  promised: ReadonlyMap<string, LocalDate>,
): OrderLine => {
  const promisedOn = promised.get(`${salesOrder} ${item}`)
  return {
    lineNo: item,
    quantity: isRejected ? decimal('0') : quantity,
    netMinor: isRejected ? 0 : netMinor,
    ...(material === undefined ? {} : { productId: material }),
    ...(promisedOn === undefined || isRejected ? {} : { promisedOn }),
  }
}

const orderCommand = (order: SalesOrder, lines: ReadonlyArray<OrderLine>): RowCommand => ({
  customer: order.customer,
  lines: [order.place],
  field: 'salesOrder',
  knownAt: order.knownAt,
  commandId: `sap-order:${order.salesOrder}`,
  command: {
    _tag: 'AcceptOrder',
    on: order.on,
    orderId: order.salesOrder,
    currency: order.currency,
    ...(order.purchaseOrder === undefined ? {} : { purchaseOrder: order.purchaseOrder }),
    lines,
    ...(order.salesGroup === undefined ? {} : { salesRepId: order.salesGroup }),
    ...(order.terms === undefined ? {} : { attributes: { terms: order.terms } }),
  },
})

/** One command for each order that a delivery fulfils; whose it is says the order, else the billing document. @category commands @since 0.1.0 */
export const deliveryCommands = (extract: Extract, reported: Array<FieldProblem>): ReadonlyArray<RowCommand> => {
  const items = itemsBy(extract.deliveryItems, ({ delivery }) => delivery)
  const billedTo = new Map(
    extract.billingItems.flatMap(({ reference, document }) => {
      const customer = extract.billing.get(document)?.customer
      return reference === undefined || customer === undefined ? [] : [[reference, customer] as const]
    }),
  )
  const products = new Map(extract.orderItems.map((one) => [`${one.salesOrder} ${one.item}`, one.material]))
  return [...extract.deliveries.values()].flatMap((delivery) => {
    const byOrder = itemsBy(items.get(delivery.delivery) ?? [], ({ order = '' }) => order)
    if (byOrder.size === 0) reported.push(notWhose(delivery, 'has no lines'))
    return [...byOrder].flatMap(([order, own]): ReadonlyArray<RowCommand> => {
      const customer = extract.orders.get(order)?.customer ?? billedTo.get(delivery.delivery)
      if (customer === undefined) {
        reported.push(notWhose(delivery, 'is of no order and on no billing document: nobody knows whose it is'))
        return []
      }
      return [deliveryCommand(delivery, customer, { order, own, isOnly: byOrder.size === 1 }, products)]
    })
  })
}

const notWhose = ({ place, delivery }: Delivery, problem: string): FieldProblem => ({
  place,
  field: 'deliveryDocument',
  problem: `delivery ${delivery} ${problem}`,
})

const deliveryCommand = (
  { place, delivery, on, movedOn, knownAt }: Delivery,
  customer: string,
  {
    order,
    own,
    isOnly,
  }: { readonly order: string; readonly own: ReadonlyArray<DeliveryItem>; readonly isOnly: boolean },
  products: ReadonlyMap<string, string | undefined>,
): RowCommand => {
  const deliveryId = isOnly ? delivery : `${delivery}/${order}`
  return {
    customer,
    lines: [place],
    field: 'deliveryDocument',
    knownAt,
    commandId: `sap-delivery:${deliveryId}`,
    command: {
      _tag: 'RecordGoodsDelivered',
      on,
      deliveryId,
      ...(order === '' ? {} : { orderId: order }),
      ...(movedOn === undefined ? {} : { shippedOn: movedOn }),
      lines: own
        .toSorted((a, b) => a.item - b.item)
        .map(({ item, orderItem, quantity }): DeliveryLine => {
          const productId = products.get(`${order} ${orderItem}`)
          return {
            lineNo: item,
            ...(orderItem === undefined ? {} : { orderLineNo: orderItem }),
            ...(productId === undefined ? {} : { productId }),
            quantity,
          }
        }),
    },
  }
}
