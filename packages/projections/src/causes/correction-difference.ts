/** What a re-bill says otherwise than the invoice that it replaces: that is what had been wrong. */
import type { Adjustment, InvoiceIssued, Line, PaymentTerms } from '@quittance/invoicing'
import { canonicalJson, compareDecimals, type Decimal } from '@quittance/kernel'

/** Something that was corrected, and the cause that it stands for. @category model @since 0.1.0 */
export interface CorrectedThing {
  readonly what:
    | 'currency'
    | 'bill-to'
    | 'purchase-order'
    | 'terms'
    | 'tax'
    | 'freight'
    | 'charge'
    | 'product'
    | 'quantity'
    | 'price'
  readonly cause: string
}

/**
 * The things that differ. The lines are compared one by one, in their order; of a line that bills another product nothing further is said, and a price
 * is compared only where the quantity is the same.
 *
 * @internal
 */
export const correctedThings = (original: InvoiceIssued, rebill: InvoiceIssued): ReadonlyArray<CorrectedThing> => {
  const differs = (a: unknown, b: unknown): boolean => canonicalJson(a ?? null) !== canonicalJson(b ?? null)
  const lines = new Set(linesDiffer(original.lines, rebill.lines))
  const things: ReadonlyArray<readonly [boolean, CorrectedThing]> = [
    [original.currency !== rebill.currency, { what: 'currency', cause: 'wrong_currency_fx' }],
    [differs(original.billTo, rebill.billTo), { what: 'bill-to', cause: 'wrong_address' }],
    [
      differs(original.references?.purchaseOrder, rebill.references?.purchaseOrder),
      { what: 'purchase-order', cause: 'wrong_po' },
    ],
    [differs(said(original.terms), said(rebill.terms)), { what: 'terms', cause: 'discount_terms_mismatch' }],
    [differs(rates(original), rates(rebill)), { what: 'tax', cause: 'wrong_tax' }],
    [differs(amounts(original.charges), amounts(rebill.charges)), { what: 'freight', cause: 'freight' }],
    [lines.has('product'), { what: 'product', cause: 'wrong_product' }],
    [lines.has('quantity'), { what: 'quantity', cause: 'quantity' }],
    [lines.has('price'), { what: 'price', cause: 'pricing_error' }],
  ]
  return things.flatMap(([isDifferent, thing]) => (isDifferent ? [thing] : []))
}

const said = ({ parts, discount }: PaymentTerms): unknown => [parts, discount ?? null]

const rates = ({ taxGroups }: InvoiceIssued): unknown =>
  taxGroups.map(({ tax }) => `${tax.category} ${tax.ratePercent.unscaled / 10 ** tax.ratePercent.scale}`).sort()

const amounts = (charges: ReadonlyArray<Adjustment> = []): unknown =>
  charges.map(({ amountMinor }) => amountMinor).sort((a, b) => a - b)

const linesDiffer = (
  before: ReadonlyArray<Line>,
  after: ReadonlyArray<Line>,
): ReadonlyArray<'product' | 'quantity' | 'price'> => {
  if (before.length !== after.length) return ['quantity']
  return before.flatMap((line, index) => {
    const now = after[index] as Line
    if (line.productId !== now.productId) return ['product']
    if (!isSame(line.quantity, now.quantity)) return ['quantity']
    return line.netMinor === now.netMinor ? [] : ['price']
  })
}

const isSame = (a: Decimal | undefined, b: Decimal | undefined): boolean =>
  a === undefined || b === undefined ? a === b : compareDecimals(a, b) === 0
