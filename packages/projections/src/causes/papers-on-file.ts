/** The papers that an invoice stands on: its order, its deliveries, the prices agreed; and where they differ from it. */
import {
  compareThreeWays,
  type DebitNoteIssued,
  type GoodsDelivered,
  type InvoiceIssued,
  type OrderAccepted,
} from '@quittance/invoicing'
import { knownBy } from '../ledger-view/known-by.js'
import type { CauseNote } from './cause-view.js'
import type { ItemDossier } from './item-dossier.js'
import { noteOf, notesOf } from './notes-of.js'
import type { OpenedAccount } from './open-dossier.js'

type Papers = Pick<ItemDossier, 'order' | 'goods' | 'prices' | 'discrepancies'>

/** @internal */
export const papersOf = (
  account: Pick<OpenedAccount, 'file' | 'at'>,
  document: InvoiceIssued | DebitNoteIssued,
  siblings: ItemDossier['siblings'],
): Papers => {
  if (document._tag === 'DebitNoteIssued') return noPapers
  const order = orderOf(account, document)
  const goods = goodsOf(account, document, order)
  const prices = pricesOf(account, document)
  if (order === undefined && goods.length === 0 && prices.length === 0) return noPapers
  return {
    ...(order === undefined ? {} : { order }),
    goods,
    prices,
    discrepancies: compareThreeWays({
      invoice: document,
      ...(order === undefined ? {} : { order: order.fact }),
      deliveries: goods.map(({ fact }) => fact),
      prices: prices.map(({ fact }) => fact),
      billedBefore: siblings.flatMap(({ fact }) => (isBefore(fact, document) ? [fact] : [])),
    }),
  }
}

/** Billed for the same order, and earlier; of one day the number decides, for of two documents one has to be the first. */
const isBefore = (other: InvoiceIssued, document: InvoiceIssued): boolean =>
  other.references?.order !== undefined &&
  other.references.order === document.references?.order &&
  (other.on < document.on || (other.on === document.on && other.documentId < document.documentId))

const noPapers: Papers = { goods: [], prices: [], discrepancies: [] }

const orderOf = (
  { file, at }: Pick<OpenedAccount, 'file' | 'at'>,
  { references }: InvoiceIssued,
): CauseNote<OrderAccepted> | undefined => {
  if (references?.order !== undefined) return noteOf(knownBy(file.orders.get(references.order), at), 'OrderAccepted')
  if (references?.purchaseOrder === undefined) return undefined
  const named = notesOf(knownBy(file.ordersByPurchaseOrder.get(references.purchaseOrder), at), 'OrderAccepted')
  return named.length === 1 ? named[0] : undefined
}

const goodsOf = (
  { file, at }: Pick<OpenedAccount, 'file' | 'at'>,
  { references }: InvoiceIssued,
  order: CauseNote<OrderAccepted> | undefined,
): ReadonlyArray<CauseNote<GoodsDelivered>> => {
  // Of a delivery that is not on file nothing can be said, and another of the same order is not the one that was billed.
  if (references?.delivery !== undefined)
    return notesOf(knownBy(file.deliveries.get(references.delivery), at), 'GoodsDelivered')
  const orderId = order?.fact.orderId ?? references?.order
  return orderId === undefined ? [] : notesOf(knownBy(file.orders.get(orderId), at), 'GoodsDelivered')
}

const pricesOf = (
  { file, at }: Pick<OpenedAccount, 'file' | 'at'>,
  { lines, currency }: InvoiceIssued,
): Papers['prices'] => {
  if (file.prices.size === 0) return []
  const products = new Set(lines.flatMap(({ productId }) => productId ?? []))
  return [...products].flatMap((productId) =>
    notesOf(knownBy(file.prices.get(productId), at), 'PriceAgreed').filter(({ fact }) => fact.currency === currency),
  )
}
