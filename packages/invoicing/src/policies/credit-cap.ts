/**
 * How much of an invoice may still be credited: never more than was invoiced, in total, in each tax group
 * and on each line (EN 16931 BG-3; law P-11).
 */
import type { DocumentRecord } from '../state.js'
import type { OverCredited } from '../rejections.js'
import { sameTax, type WorkedDocument } from './document-totals.js'

/** What is left to credit in total, gross. @category policies @since 0.1.0 */
export const creditableMinor = (invoice: DocumentRecord): number => invoice.grossMinor - invoice.creditedMinor

/**
 * The first cap that a credit note would break: total, then tax group, then line.
 *
 * @law credited in total <= invoiced, per tax group and per line
 * @category policies
 * @since 0.1.0
 */
export const creditCapBroken = (invoice: DocumentRecord, credit: WorkedDocument): OverCredited | undefined => {
  const over = (scope: OverCredited['scope'], creditable: number, asked: number, lineNo?: number): OverCredited => ({
    _tag: 'OverCredited',
    documentId: invoice.documentId,
    scope,
    ...(lineNo === undefined ? {} : { lineNo }),
    creditableMinor: creditable,
    askedMinor: asked,
  })

  if (credit.totals.grossMinor > creditableMinor(invoice))
    return over('total', creditableMinor(invoice), credit.totals.grossMinor)

  for (const group of credit.taxGroups) {
    const own = invoice.taxGroups.find(({ tax }) => sameTax(tax, group.tax))
    const left = own === undefined ? 0 : own.baseMinor + own.taxMinor - own.creditedBaseMinor - own.creditedTaxMinor
    const asked = group.baseMinor + group.taxMinor
    if (asked > Math.max(left, 0)) return over('tax-group', left, asked)
  }

  const askedByLine = new Map<number, number>()
  for (const { creditsLineNo, netMinor } of credit.lines)
    if (creditsLineNo !== undefined) askedByLine.set(creditsLineNo, (askedByLine.get(creditsLineNo) ?? 0) + netMinor)
  for (const [lineNo, asked] of askedByLine) {
    const own = invoice.lines.find((line) => line.lineNo === lineNo)
    const left = own === undefined ? 0 : own.netMinor - own.creditedMinor
    if (asked > left) return over('line', left, asked, lineNo)
  }
  return undefined
}
