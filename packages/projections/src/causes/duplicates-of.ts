/** Invoices that bill the same thing again. */
import type { InvoiceIssued, Line } from '@quittance/invoicing'
import { compareDecimals, daysBetween } from '@quittance/kernel'
import type { CauseNote } from './cause-view.js'
import type { ItemDossier } from './item-dossier.js'

/** An earlier invoice that this one repeats, and whether both name the same paper. @category model @since 0.1.0 */
export interface Duplicate {
  readonly earlier: CauseNote<InvoiceIssued>
  readonly samePaper: boolean
  /** Whether the lines name products or say in words what they are; bare amounts are no content to repeat. */
  readonly saysWhat: boolean
  readonly days: number
}

/**
 * The invoices, issued before this one and still standing, with the same currency, amount and lines, of which no paper says that they
 * are for something else: another order, delivery or purchase order. A re-bill repeats on purpose, and an invoice for the rest of an
 * order bills it once.
 *
 * @internal
 */
export const duplicatesOf = ({ issued, siblings }: ItemDossier): ReadonlyArray<Duplicate> => {
  const { fact, position } = issued
  if (fact._tag !== 'InvoiceIssued' || fact.references?.preceding !== undefined) return []
  return siblings.flatMap((earlier) => {
    const isEarlier = earlier.fact.on < fact.on || (earlier.fact.on === fact.on && earlier.position < position)
    if (!isEarlier || !sameContent(earlier.fact, fact) || papersDiffer(earlier.fact, fact)) return []
    const saysWhat = fact.lines.every(({ productId, description }) => (productId ?? description) !== undefined)
    const days = daysBetween(earlier.fact.on, fact.on)
    return { earlier, samePaper: paperIsSame(earlier.fact, fact), saysWhat, days }
  })
}

const sameContent = (a: InvoiceIssued, b: InvoiceIssued): boolean =>
  a.currency === b.currency &&
  a.totals.payableMinor === b.totals.payableMinor &&
  a.lines.length === b.lines.length &&
  a.lines.every((line, index) => sameLine(line, b.lines[index] as Line))

const sameLine = (a: Line, b: Line): boolean =>
  a.netMinor === b.netMinor &&
  a.productId === b.productId &&
  a.description === b.description &&
  a.orderLineNo === b.orderLineNo &&
  (a.quantity === undefined || b.quantity === undefined || compareDecimals(a.quantity, b.quantity) === 0)

const papers = ['order', 'delivery', 'purchaseOrder'] as const

const papersDiffer = ({ references: a }: InvoiceIssued, { references: b }: InvoiceIssued): boolean =>
  papers.some((paper) => a?.[paper] !== undefined && b?.[paper] !== undefined && a[paper] !== b[paper])

const paperIsSame = ({ references: a }: InvoiceIssued, { references: b }: InvoiceIssued): boolean =>
  papers.some((paper) => a?.[paper] !== undefined && a[paper] === b?.[paper])
