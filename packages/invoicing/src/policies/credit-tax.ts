/**
 * The last credit note takes the rest of the tax: rounding each part on its own may leave or want a minor unit,
 * and an invoice must always be creditable to nothing.
 */
import { sumMinor } from '@quittance/kernel'
import type { DocumentRecord } from '../state.js'
import { sameTax, type WorkedDocument } from './document-totals.js'

/**
 * A credit note whose base exhausts a tax group of its invoice carries what is left of that group's tax,
 * instead of its own rounding; no part ever carries more than is left. Totals follow.
 *
 * @law an invoice can always be credited to nothing, part by part
 * @category policies
 * @since 0.1.0
 */
export const withRestOfTax = (invoice: DocumentRecord, credit: WorkedDocument): WorkedDocument => {
  const taxGroups = credit.taxGroups.map((group) => {
    const own = invoice.taxGroups.find(({ tax }) => sameTax(tax, group.tax))
    if (own === undefined) return group
    const leftMinor = own.taxMinor - own.creditedTaxMinor
    const exhausts = own.creditedBaseMinor + group.baseMinor === own.baseMinor
    return { ...group, taxMinor: exhausts ? leftMinor : withinLeft(group.taxMinor, leftMinor) }
  })
  const taxMinor = sumMinor(taxGroups.map((group) => group.taxMinor))
  const { netMinor, prepaidMinor, roundingMinor } = credit.totals
  const grossMinor = netMinor + taxMinor
  const payableMinor = grossMinor - prepaidMinor + roundingMinor
  return { ...credit, taxGroups, totals: { ...credit.totals, taxMinor, grossMinor, payableMinor } }
}

/** Of one sign with what is left, and never beyond it. */
const withinLeft = (taxMinor: number, leftMinor: number): number =>
  leftMinor >= 0 ? Math.min(taxMinor, leftMinor) : Math.max(taxMinor, leftMinor)
