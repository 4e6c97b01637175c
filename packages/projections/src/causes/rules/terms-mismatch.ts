/** The invoice is due otherwise than was agreed. */
import type { CauseRule } from '../cause-rule.js'
import { mismatch, type MismatchSettings, mismatchSettings, ofKind } from '../mismatches.js'

/**
 * Due days, amounts or discount are not those of the order's terms: the customer pays by what was agreed, and looks late.
 *
 * @category policies
 * @since 0.1.0
 */
export const termsMismatch: CauseRule<MismatchSettings> = {
  id: 'terms-mismatch',
  rank: 'computed',
  settings: mismatchSettings(85),
  find: (dossier, { confidence }) => mismatch(dossier, ofKind(dossier, 'terms'), 'discount_terms_mismatch', confidence),
}
