/** The lines of an invoice beside what was ordered, received and agreed. */
import { formatDecimal } from '@quittance/kernel'
import type { DebitNoteIssued, InvoiceIssued } from '../events.js'
import type { GoodsDelivered } from '../events/upstream.js'
import type { Line, OrderLine, Tax } from '../model.js'
import type { Discrepancy, ThreeWays } from '../policies/compare-three-ways.js'
import { lineTax, sameTax } from '../policies/document-totals.js'
import { comparePrice } from './compare-price.js'
import { compareQuantity } from './compare-quantity.js'
import { partnersOf, type ReferringLine } from './line-partner.js'

/** A line of the order as far as it is known: of goods that nobody ordered, what the invoice calls them. @internal */
export type WantedLine = Pick<OrderLine, 'lineNo' | 'productId' | 'unitPrice' | 'netMinor' | 'tax'> &
  Partial<Pick<OrderLine, 'quantity'>>

/** The lines of the invoice that bill one line of the order. @internal */
export interface BilledLine {
  readonly wanted: WantedLine
  readonly lines: readonly [Line, ...ReadonlyArray<Line>]
}

/** @internal */
export const compareLines = (ways: ThreeWays): ReadonlyArray<Discrepancy> => {
  const { invoice, order } = ways
  // Without an order the invoice's own lines stand for what was wanted: deliveries and prices can still be compared.
  const wanted: ReadonlyArray<WantedLine> =
    order === undefined ? invoice.lines.map(({ lineNo, productId }) => own(lineNo, productId)) : order.lines
  const partners = order === undefined ? wanted : partnersOf(invoice.lines, wanted)
  const deliveries = relevantDeliveries(ways)
  const found: Array<Discrepancy> = []
  for (const billed of billedLines(invoice.lines, partners)) {
    const received = linesOf(deliveries, wanted, billed.wanted)
    found.push(...compareProduct(billed, received))
    found.push(...compareQuantity(billed, deliveries.length === 0 ? undefined : received, before(ways, wanted, billed)))
    for (const line of billed.lines) found.push(...comparePrice(line, billed, ways), ...compareTax(line, billed.wanted))
  }
  return [...found, ...notOrdered(invoice.lines, partners)]
}

const own = (lineNo: number, productId: string | undefined): WantedLine =>
  productId === undefined ? { lineNo } : { lineNo, productId }

/** The one that the invoice names, where it is known; else all of the order. */
const relevantDeliveries = ({ invoice, order, deliveries = [] }: ThreeWays): ReadonlyArray<GoodsDelivered> => {
  const named = deliveries.filter(({ deliveryId }) => deliveryId === invoice.references?.delivery)
  if (named.length > 0) return named
  return deliveries.filter(({ orderId }) => order === undefined || orderId === undefined || orderId === order.orderId)
}

const billedLines = (
  lines: ReadonlyArray<Line>,
  partners: ReadonlyArray<WantedLine | undefined>,
): ReadonlyArray<BilledLine> => {
  const groups = new Map<WantedLine, [Line, ...Array<Line>]>()
  for (const [index, line] of lines.entries()) {
    const wanted = partners[index]
    if (wanted === undefined) continue
    const group = groups.get(wanted)
    if (group === undefined) groups.set(wanted, [line])
    else group.push(line)
  }
  return [...groups].map(([wanted, billing]) => ({ wanted, lines: billing }))
}

const linesOf = <Referring extends ReferringLine>(
  papers: ReadonlyArray<{ readonly lines: ReadonlyArray<Referring> }>,
  wanted: ReadonlyArray<WantedLine>,
  one: WantedLine,
): ReadonlyArray<Referring> =>
  papers.flatMap(({ lines }) => {
    const partners = partnersOf(lines, wanted)
    return lines.filter((_line, index) => partners[index] === one)
  })

/** What other invoices billed of the line; those for another delivery than this one's do not count. */
const before = (
  { invoice, billedBefore = [], deliveries = [] }: ThreeWays,
  wanted: ReadonlyArray<WantedLine>,
  { wanted: one }: BilledLine,
): ReadonlyArray<Line> => {
  const named = invoice.references?.delivery
  const isKnown = deliveries.some(({ deliveryId }) => deliveryId === named)
  const counts = (other: InvoiceIssued | DebitNoteIssued): boolean => !isKnown || other.references?.delivery === named
  return linesOf(billedBefore.filter(counts), wanted, one)
}

/** Another product than was ordered is on the invoice, or was sent in its place. */
const compareProduct = (
  { wanted, lines }: BilledLine,
  received: ReadonlyArray<ReferringLine>,
): ReadonlyArray<Discrepancy> => {
  const expected = wanted.productId
  if (expected === undefined) return []
  const other = lines.find(({ productId }) => productId !== undefined && productId !== expected)
  if (other?.productId !== undefined) return [product('order', other, expected, other.productId)]
  const substitute = received.find(({ productId }) => productId !== undefined && productId !== expected)
  return substitute?.productId === undefined ? [] : [product('delivery', lines[0], expected, substitute.productId)]
}

const product = (
  against: Discrepancy['against'],
  { lineNo, netMinor }: Line,
  expected: string,
  invoiced: string,
): Discrepancy => ({ kind: 'product', against, lineNo, expected, invoiced, differenceMinor: netMinor })

const notOrdered = (
  lines: ReadonlyArray<Line>,
  partners: ReadonlyArray<WantedLine | undefined>,
): ReadonlyArray<Discrepancy> =>
  lines.flatMap((line, index) =>
    partners[index] === undefined && (line.productId !== undefined || line.orderLineNo !== undefined)
      ? [product('order', line, '', line.productId ?? `order line ${line.orderLineNo}`)]
      : [],
  )

const compareTax = ({ lineNo, netMinor, tax }: Line, wanted: WantedLine): ReadonlyArray<Discrepancy> => {
  if (wanted.tax === undefined || sameTax(wanted.tax, tax)) return []
  const differenceMinor = lineTax(netMinor, tax) - lineTax(netMinor, wanted.tax)
  const [expected, invoiced] = [taxInWords(wanted.tax), taxInWords(tax)]
  return [{ kind: 'tax', against: 'order', lineNo, expected, invoiced, differenceMinor }]
}

const taxInWords = ({ category, ratePercent }: Tax): string => `${category} ${formatDecimal(ratePercent)} %`
