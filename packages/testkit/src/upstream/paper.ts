/** What is ordered, and how an error spoils the invoice or the goods. */
import { percentOf } from '@quittance/kernel'
import type { Luck } from '../payers/luck.js'
import type { UpstreamError } from './error-kind.js'
import type { Arrival, Claim, Paper, PaperLine } from './trade.js'
import { standardTax, termsOf, type Trader } from './trader.js'

/** Without tax. @internal */
export const netOf = ({ lines, freightMinor }: Pick<Paper, 'lines' | 'freightMinor'>): number =>
  lines.reduce((so, { quantity, unitMinor }) => so + quantity * unitMinor, freightMinor)

/** With tax, rounded once as an invoice rounds it. @internal */
export const grossOf = (paper: Paper): number => withTax(paper, netOf(paper))

/** @internal */
export const withTax = ({ tax }: Pick<Paper, 'tax'>, netMinor: number): number =>
  netMinor + percentOf(netMinor, tax.ratePercent)

/** An order as it becomes an invoice: what was billed, what arrived, and what there is to claim. @internal */
export interface Spoiled {
  readonly billed: Paper
  readonly arrived: ReadonlyArray<Arrival>
  readonly claim?: Claim
}

/** All as ordered. @internal */
export const asOrdered = (right: Paper): Spoiled => ({ billed: right, arrived: right.lines.map(whole) })

const whole = (line: PaperLine): Arrival => ({
  line,
  quantity: line.quantity,
  damaged: 0,
  sentProduct: line.productId,
})

/** An error that is on the invoice or in the goods. @internal */
export const spoil = (luck: Luck, right: Paper, error: UpstreamError, trader: Trader): Spoiled => {
  const at = luck.between(0, right.lines.length - 1)
  switch (error) {
    case 'price':
      return claiming(
        right,
        error,
        at,
        billedLine(right, at, ({ unitMinor, ...line }) => ({
          ...line,
          unitMinor: unitMinor + Math.max(1, Math.round((unitMinor * luck.between(3, 25)) / 100)),
        })),
      )
    case 'quantity':
      return claiming(
        right,
        error,
        at,
        billedLine(right, at, ({ quantity, ...line }) => ({
          ...line,
          quantity: quantity + Math.max(1, Math.round((quantity * luck.between(5, 40)) / 100)),
        })),
      )
    case 'shortage':
    case 'damage':
    case 'wrongProduct':
      return goodsSpoiled(luck, right, error, at)
    case 'freight':
      return claiming(right, error, undefined, { ...right, freightMinor: luck.between(20_00, 180_00) })
    case 'tax':
      return claiming(right, error, undefined, { ...right, tax: wrongTax(right) })
    case 'wrongPo':
      return { ...asOrdered(right), billed: withoutPurchaseOrder(luck, right), claim: wholeClaim(right, error) }
    case 'wrongAddress':
      return { ...asOrdered(right), billed: { ...right, billTo: `accounts-${luck.between(10, 99)}@customer.example` } }
    case 'terms':
      return { ...asOrdered(right), billed: { ...right, terms: termsOf(shorter(trader.days), trader.discountPercent) } }
    case 'discount':
      return claimedDiscount(right)
    case 'lateGoods':
      return { ...asOrdered(right), claim: lateClaim(luck, right) }
    default:
      return asOrdered(right)
  }
}

const shorter = (days: number): number => (days >= 45 ? 30 : days >= 30 ? 14 : 7)

const billedLine = (right: Paper, at: number, change: (line: PaperLine) => PaperLine): Paper => ({
  ...right,
  lines: right.lines.map((line, index) => (index === at ? change(line) : line)),
})

const claiming = (right: Paper, topic: UpstreamError, at: number | undefined, billed: Paper): Spoiled => ({
  ...asOrdered(right),
  billed,
  claim: {
    topic,
    netMinor: netOf(billed) - netOf(right),
    // As a credit note rounds it; another tax is claimed by its difference.
    grossMinor: topic === 'tax' ? grossOf(billed) - grossOf(right) : withTax(right, netOf(billed) - netOf(right)),
    isWhole: false,
    ...(at === undefined ? {} : { lineNo: at + 1 }),
  },
})

/** @internal */
export const wholeClaim = (paper: Paper, topic: UpstreamError): Claim => ({
  topic,
  netMinor: netOf(paper),
  grossMinor: grossOf(paper),
  isWhole: true,
})

/** A claim over so much net of an invoice. @internal */
export const claimOver = (paper: Paper, topic: Claim['topic'], netMinor: number, lineNo?: number): Claim => ({
  topic,
  netMinor,
  grossMinor: withTax(paper, netMinor),
  isWhole: netMinor >= netOf(paper),
  ...(lineNo === undefined ? {} : { lineNo }),
})

const goodsSpoiled = (luck: Luck, right: Paper, error: 'shortage' | 'damage' | 'wrongProduct', at: number): Spoiled => {
  const line = right.lines[at] as PaperLine
  const part = Math.min(line.quantity, Math.max(1, Math.round((line.quantity * luck.between(10, 60)) / 100)))
  const gone = error === 'wrongProduct' || luck.perMille(150) ? line.quantity : part
  const arrived = right.lines.map((one, index): Arrival => {
    if (index !== at) return whole(one)
    if (error === 'wrongProduct') return { ...whole(one), sentProduct: `P-${luck.between(300, 399)}` }
    return { ...whole(one), quantity: one.quantity - gone, damaged: error === 'damage' ? gone : 0 }
  })
  return { billed: right, arrived, claim: claimOver(right, error, gone * line.unitMinor, at + 1) }
}

/** What should have been billed: as agreed, and of goods only what arrived in good order; nothing if that is nothing. @internal */
export const rightPaper = (right: Paper, { topic, lineNo, netMinor }: Claim): Paper | undefined => {
  if (topic !== 'shortage' && topic !== 'damage' && topic !== 'wrongProduct') return right
  const lines = right.lines
    .map((line, index) =>
      index + 1 === lineNo ? { ...line, quantity: line.quantity - Math.round(netMinor / line.unitMinor) } : line,
    )
    .filter(({ quantity }) => quantity > 0)
  return lines.length === 0 ? undefined : { ...right, lines }
}

const wrongTax = ({ tax }: Paper): Paper['tax'] =>
  tax.ratePercent.unscaled === standardTax.ratePercent.unscaled
    ? { category: 'S', ratePercent: { unscaled: 25, scale: 0 } }
    : standardTax

const withoutPurchaseOrder = (luck: Luck, { purchaseOrder, ...paper }: Paper): Paper =>
  purchaseOrder === undefined || luck.perMille(500)
    ? paper
    : { ...paper, purchaseOrder: slipped(purchaseOrder, luck.between(1, 89)) }

/** Another number at the end. */
const slipped = (purchaseOrder: string, by: number): string =>
  `${purchaseOrder.slice(0, -2)}${String((Number(purchaseOrder.slice(-2)) + by) % 100).padStart(2, '0')}`

const claimedDiscount = (right: Paper): Spoiled => {
  const percent = right.terms.discount?.tiers[0]?.percent ?? { unscaled: 2, scale: 0 }
  const netMinor = percentOf(netOf(right), percent)
  const { discount: _, ...terms } = right.terms
  const claim: Claim = { topic: 'discount', netMinor, grossMinor: withTax(right, netMinor), isWhole: false }
  return { ...asOrdered(right), billed: { ...right, terms: { ...terms, id: `${terms.id}-bare` } }, claim }
}

const lateClaim = (luck: Luck, right: Paper): Claim =>
  luck.perMille(250)
    ? wholeClaim(right, 'lateGoods')
    : claimOver(right, 'lateGoods', Math.round((netOf(right) * luck.between(5, 15)) / 100))
