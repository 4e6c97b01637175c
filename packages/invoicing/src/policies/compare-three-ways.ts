/**
 * Three-way comparison: does the invoice say what was ordered, delivered and agreed? Reads only what it is given; the
 * difference is computed here and typed in nowhere. What is nowhere stated on one side is no discrepancy.
 */
import type { DebitNoteIssued, InvoiceIssued } from '../events.js'
import type { GoodsDelivered, OrderAccepted, PriceAgreed } from '../events/upstream.js'
import { compareLines } from '../three-ways/compare-lines.js'
import { termsDiffer } from '../three-ways/compare-terms.js'

/** What an invoice can differ in. @category model @since 0.1.0 */
export type DiscrepancyKind =
  'currency' | 'terms' | 'purchase-order' | 'bill-to' | 'product' | 'quantity' | 'price' | 'tax'

/** Where what was expected is stated. @category model @since 0.1.0 */
export type ExpectedBy = 'order' | 'delivery' | 'agreement'

/** One thing that an invoice says otherwise. @category model @since 0.1.0 */
export interface Discrepancy {
  readonly kind: DiscrepancyKind
  readonly against: ExpectedBy
  /** The line of the invoice; absent where it is about the whole. */
  readonly lineNo?: number
  /** As written; empty where nothing is stated and something should be, or the other way round. */
  readonly expected: string
  readonly invoiced: string
  /** What the invoice asks for too much by it (below 0: too little), without tax but of tax itself; absent where it cannot be said. */
  readonly differenceMinor?: number
}

/** What is compared. `prices` are all agreements of the customer; `billedBefore` other invoices for the same order. @category model @since 0.1.0 */
export interface ThreeWays {
  readonly invoice: InvoiceIssued | DebitNoteIssued
  readonly order?: OrderAccepted
  readonly deliveries?: ReadonlyArray<GoodsDelivered>
  readonly prices?: ReadonlyArray<PriceAgreed>
  readonly billedBefore?: ReadonlyArray<InvoiceIssued | DebitNoteIssued>
}

/**
 * What an invoice says otherwise than its order, its deliveries and the agreed prices, the whole first and then line by line.
 *
 * A line bills the order line that it names, else the one of its product, else the one of its number, else the one in its place
 * where there are as many. The quantity to bill is what was received in good order, at most what was ordered, less what was billed
 * before; nothing delivered under the order yet, what was ordered. An invoice that names a delivery is held to that one. A price is
 * held to the order's and to the agreement in force on the day of the order (of several the latest); both can be broken at once.
 * Terms agree where they give the same days and amounts, whatever they are called. Quantities and prices are compared exactly; the
 * difference is rounded once to minor units, half away from zero.
 *
 * @law an invoice that says what was ordered, delivered and agreed has no discrepancy
 * @law what is expected and what is invoiced change places together
 * @law a discrepancy of quantity or price is worth exactly what it changes of the line
 * @category policies
 * @since 0.1.0
 */
export const compareThreeWays = (ways: ThreeWays): ReadonlyArray<Discrepancy> => {
  const { invoice, order } = ways
  return [...(order === undefined ? [] : compareWhole(invoice, order, ways.deliveries ?? [])), ...compareLines(ways)]
}

const compareWhole = (
  invoice: ThreeWays['invoice'],
  order: OrderAccepted,
  deliveries: ReadonlyArray<GoodsDelivered>,
): ReadonlyArray<Discrepancy> => {
  const found: Array<Discrepancy> = []
  const differs = (kind: DiscrepancyKind, expected: string, invoiced: string): void => {
    found.push({ kind, against: 'order', expected, invoiced })
  }
  if (order.currency !== invoice.currency) differs('currency', order.currency, invoice.currency)
  const terms = termsDiffer(invoice, order, deliveries)
  if (terms !== undefined) differs('terms', terms.expected, terms.invoiced)

  const { purchaseOrder = '', purchaseOrderRequired = false } = order
  const stated = invoice.references?.purchaseOrder ?? ''
  const missing = purchaseOrderRequired && plain(stated) === ''
  const other = plain(purchaseOrder) !== '' && plain(stated) !== '' && plain(purchaseOrder) !== plain(stated)
  if (missing || other) differs('purchase-order', purchaseOrder, stated)

  const { billTo = '' } = order
  const sentTo = invoice.billTo ?? ''
  if (plain(billTo) !== '' && plain(sentTo) !== '' && plain(billTo) !== plain(sentTo))
    differs('bill-to', billTo, sentTo)
  return found
}

/** White space and capitals make no difference in a number or an address. */
const plain = (text: string): string => text.trim().replace(/\s+/g, ' ').toLowerCase()
