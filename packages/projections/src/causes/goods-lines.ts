/** Which lines of the deliveries are about which line of the order, and of the invoice. */
import type { DeliveryLine, Line, OrderLine } from '@quittance/invoicing'
import type { ItemDossier } from './item-dossier.js'

/** A line of a delivery, with its note. @internal */
export interface GoodsLine {
  readonly arrived: DeliveryLine
  readonly note: ItemDossier['goods'][number]
}

interface Referring {
  readonly lineNo: number
  readonly orderLineNo?: number
  readonly productId?: string
  readonly substituteFor?: string
}

/** Every line that arrived. @internal */
export const goodsLines = ({ goods }: Pick<ItemDossier, 'goods'>): ReadonlyArray<GoodsLine> =>
  goods.flatMap((note) => note.fact.lines.map((arrived) => ({ arrived, note })))

/** The line of the order: by the number that is named, else by the product, else by its own number. @internal */
export const orderLineOf = (
  order: ItemDossier['order'],
  { lineNo, orderLineNo, productId, substituteFor }: Referring,
): OrderLine | undefined => {
  const lines = order?.fact.lines ?? []
  if (orderLineNo !== undefined) return lines.find((line) => line.lineNo === orderLineNo)
  const product = substituteFor ?? productId
  return (
    lines.find((line) => line.productId !== undefined && line.productId === product) ??
    (product === undefined ? lines.find((line) => line.lineNo === lineNo) : undefined)
  )
}

/** What arrived of a line of the invoice. @internal */
export const arrivedOf = (dossier: ItemDossier, line: Line): ReadonlyArray<GoodsLine> => {
  const ordered = orderLineOf(dossier.order, line)
  return goodsLines(dossier).filter(({ arrived }) => {
    if (ordered !== undefined) return orderLineOf(dossier.order, arrived) === ordered
    const product = arrived.substituteFor ?? arrived.productId
    return product === undefined ? arrived.lineNo === line.lineNo : product === line.productId
  })
}
