/** Orders come in, goods go out: what is agreed, what may go wrong, and what only looks as if it had. */
import { addDays, type LocalDate } from '@quittance/kernel'
import { billLate, billNow, billTwice } from './bill.js'
import {
  customerTroubleKinds,
  type CustomerTrouble,
  lookAlikes,
  type UpstreamError,
  upstreamErrorKinds,
} from './error-kind.js'
import { asOrdered, spoil, type Spoiled } from './paper.js'
import { currency, type Deal, type Fate, nextId, type Paper, type PaperLine, plan, type Trade } from './trade.js'
import { termsOf } from './trader.js'

const drawn = <Key extends string>(
  keys: ReadonlyArray<Key>,
  shares: Readonly<Record<Key, number>>,
  roll: number,
): Key | undefined => {
  let left = roll
  return keys.find((key) => (left -= shares[key]) < 0)
}

const drawFate = (trade: Trade): Fate => {
  const { mix, luck } = trade
  const all = { ...mix.errors, ...mix.troubles }
  const [roll, other] = [luck.between(0, 999), luck.between(0, 999)]
  const error = drawn(upstreamErrorKinds, mix.errors, roll)
  if (error !== undefined) return { error }
  const either = drawn([...upstreamErrorKinds, ...customerTroubleKinds], all, roll)
  const lookAlike = drawn(lookAlikes, mix.lookAlikes, other)
  return {
    ...(either === undefined ? {} : { trouble: either as CustomerTrouble }),
    ...(lookAlike === undefined ? {} : { lookAlike }),
  }
}

/** An order comes in. @internal */
export const takeOrder = (trade: Trade, on: LocalDate): void => {
  const fate = drawFate(trade)
  const right = drawPaper(trade, fate)
  if (fate.lookAlike === 'newPrice') agreeNewPrice(trade, right, on)
  follow(trade, on, right, fate)
  if (fate.lookAlike === 'secondOrder')
    plan(trade, addDays(on, trade.luck.between(1, 9)), (again) => {
      const purchaseOrder = purchaseOrderOf(trade, {})
      const { purchaseOrder: _, ...rest } = right
      follow(trade, again, { ...rest, ...(purchaseOrder === undefined ? {} : { purchaseOrder }) }, {})
    })
}

const drawPaper = (trade: Trade, fate: Fate): Paper => {
  const { luck, trader, prices } = trade
  const products = [...prices.keys()]
  const first = luck.between(0, products.length - 1)
  const lines = Array.from({ length: Math.min(luck.between(1, 4), products.length) }, (_, index): PaperLine => {
    const productId = products[(first + index) % products.length] as string
    return { orderLineNo: index + 1, productId, quantity: luck.between(4, 120), unitMinor: prices.get(productId) ?? 1 }
  })
  const wantsDiscount = fate.error === 'discount' || fate.trouble === 'lateDiscount'
  const percent = trader.discountPercent === 0 && wantsDiscount ? 2 : trader.discountPercent
  const purchaseOrder = purchaseOrderOf(trade, fate)
  return {
    lines,
    freightMinor: trader.freightFree || fate.error === 'freight' ? 0 : luck.between(15_00, 90_00),
    tax: trader.tax,
    terms: termsOf(trader.days, percent, trader.fromDelivery || (fate.error === 'lateInvoice' && luck.perMille(400))),
    billTo: trader.billTo,
    ...(purchaseOrder === undefined ? {} : { purchaseOrder }),
  }
}

const purchaseOrderOf = (trade: Trade, { error }: Fate): string | undefined => {
  const { trader, luck } = trade
  if (trader.blanketOrder) return '4500000100'
  if (!trader.needsPurchaseOrder && error !== 'wrongPo' && luck.perMille(400)) return undefined
  return String(4_500_000_000 + luck.between(101, 999_999))
}

/** A new price for one of the goods, for orders from tomorrow on: this one is still billed at the old price. */
const agreeNewPrice = (trade: Trade, { lines }: Paper, on: LocalDate): void => {
  const line = lines[0]
  if (line === undefined) return
  const unitMinor = Math.max(1, Math.round((line.unitMinor * trade.luck.between(85, 115)) / 100))
  plan(trade, addDays(on, 1), (from) => agreePrice(trade, line.productId, unitMinor, from))
}

/** A price is agreed from a day on. Goods whose price is on record once have every later one there too. @internal */
export const agreePrice = (trade: Trade, productId: string, unitMinor: number, from: LocalDate): void => {
  const { prices, agreed, luck, mix, days } = trade
  if (!prices.has(productId) && luck.perMille(mix.records.agreements)) agreed.add(productId)
  prices.set(productId, unitMinor)
  if (!agreed.has(productId)) return
  const unitPrice = { unscaled: unitMinor, scale: 2 }
  days.run({ _tag: 'AgreePrice', on: from, agreementId: nextId(trade, 'PV'), productId, currency, unitPrice })
}

const follow = (trade: Trade, on: LocalDate, right: Paper, fate: Fate): void => {
  const { luck, mix } = trade
  // Of an order that comes in parts the last one is promised.
  const partDays = fate.lookAlike === 'partDelivery' ? luck.between(3, 15) : 0
  const promisedOn = addDays(on, luck.between(6, 12) + partDays)
  const slip = fate.error === 'lateGoods' ? luck.between(8, 30) : luck.perMille(100) ? luck.between(1, 2) : 0
  const deal: Deal = {
    orderId: nextId(trade, 'AB'),
    on,
    promisedOn,
    deliveredOn: addDays(promisedOn, slip - partDays - (slip === 0 ? luck.between(0, 3) : 0)),
    partDays,
    deliveryId: nextId(trade, 'LS'),
    isOrderKnown: luck.perMille(mix.records.orders),
    isPriceOrdered: luck.perMille(850),
    right,
  }
  if (deal.isOrderKnown) acceptOrder(trade, deal)
  plan(trade, deal.deliveredOn, (today) => ship(trade, deal, fate, today))
}

const acceptOrder = (trade: Trade, { orderId, on, right, promisedOn, isPriceOrdered }: Deal): void => {
  const { trader, days } = trade
  days.run({
    _tag: 'AcceptOrder',
    on,
    orderId,
    currency,
    ...(right.purchaseOrder === undefined ? {} : { purchaseOrder: right.purchaseOrder }),
    purchaseOrderRequired: trader.needsPurchaseOrder,
    terms: right.terms,
    billTo: right.billTo,
    channel: trader.channel,
    lines: right.lines.map(({ orderLineNo, productId, quantity, unitMinor }) => ({
      lineNo: orderLineNo,
      productId,
      quantity: { unscaled: quantity, scale: 0 },
      ...(isPriceOrdered ? { unitPrice: { unscaled: unitMinor, scale: 2 } } : {}),
      tax: right.tax,
      promisedOn,
    })),
    salesRepId: trader.salesRepId,
    attributes: { branch: trader.branch, incoterm: right.freightMinor > 0 ? 'EXW' : 'DAP' },
  })
}

const ship = (trade: Trade, deal: Deal, fate: Fate, today: LocalDate): void => {
  const { luck, trader } = trade
  const { error, lookAlike } = fate
  const spoiled = error === undefined ? asOrdered(deal.right) : spoil(luck, deal.right, error, trader)
  if (lookAlike === 'partDelivery') return shipInParts(trade, deal, fate, today)
  const shipped = lookAlike === 'billedAsDelivered' ? lessOfAll(trade, spoiled) : spoiled
  const tells = recordGoods(trade, deal, shipped, error, today)
  if (error === 'lateInvoice') return billLate(trade, deal, today, tells)
  const wait = lookAlike === 'laterInvoice' ? luck.between(6, 13) : luck.between(0, 2)
  plan(trade, addDays(today, wait), (day) => billNow(trade, { deal, spoiled: shipped, fate, tells }, day))
  if (error === 'duplicate') billTwice(trade, deal, addDays(today, wait + luck.between(1, 25)))
}

/** Two deliveries, two invoices, each for its part; the second may come to the same amount. */
const shipInParts = (trade: Trade, deal: Deal, fate: Fate, today: LocalDate): void => {
  const part = (share: number, isFirst: boolean): Deal => ({
    ...deal,
    deliveryId: isFirst ? deal.deliveryId : nextId(trade, 'LS'),
    right: {
      ...deal.right,
      freightMinor: isFirst ? deal.right.freightMinor : 0,
      lines: deal.right.lines.map((line) => {
        const first = Math.max(1, Math.floor((line.quantity * share) / 100))
        return { ...line, quantity: isFirst ? first : line.quantity - first }
      }),
    },
  })
  const share = trade.luck.perMille(400) ? 50 : trade.luck.between(30, 70)
  const send = (one: Deal, on: LocalDate): void => {
    const spoiled = asOrdered(one.right)
    const tells = recordGoods(trade, one, spoiled, undefined, on)
    billNow(trade, { deal: one, spoiled, fate, tells }, on)
  }
  send(part(share, true), today)
  plan(trade, addDays(today, deal.partDays), (day) => send(part(share, false), day))
}

/** Less was there than was ordered, and it is billed so. */
const lessOfAll = (trade: Trade, { billed, arrived }: Spoiled): Spoiled => {
  const less = (quantity: number): number => Math.max(1, Math.floor((quantity * trade.luck.between(85, 98)) / 100))
  const lines = billed.lines.map((line) => ({ ...line, quantity: less(line.quantity) }))
  return {
    billed: { ...billed, lines },
    arrived: arrived.map((one, index) => ({ ...one, quantity: lines[index]?.quantity ?? one.quantity })),
  }
}

/** The proof of delivery, which does not always say what was amiss; whether it is there and does. */
const recordGoods = (
  trade: Trade,
  deal: Deal,
  { arrived }: Spoiled,
  error: UpstreamError | undefined,
  on: LocalDate,
): boolean => {
  const { luck, mix, days } = trade
  if (!luck.perMille(mix.records.deliveries)) return false
  const isExact = error === undefined || luck.perMille(mix.records.proofs)
  days.run({
    _tag: 'RecordGoodsDelivered',
    on,
    deliveryId: deal.deliveryId,
    orderId: deal.orderId,
    shippedOn: addDays(on, -trade.luck.between(1, 3)),
    lines: arrived.map(({ line, quantity, damaged, sentProduct }) => ({
      lineNo: line.orderLineNo,
      orderLineNo: line.orderLineNo,
      productId: isExact ? sentProduct : line.productId,
      quantity: { unscaled: isExact ? quantity : line.quantity, scale: 0 },
      ...(isExact && damaged > 0 ? { damaged: { unscaled: damaged, scale: 0 } } : {}),
      ...(isExact && sentProduct !== line.productId ? { substituteFor: line.productId } : {}),
    })),
  })
  return isExact
}
