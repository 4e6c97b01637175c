/** The invoice charges another tax than was understood. */
import type { CauseRule } from '../cause-rule.js'
import { mismatch, type MismatchSettings, mismatchSettings, ofKind } from '../mismatches.js'

/**
 * Category or rate of a line is not that of the order.
 *
 * @category policies
 * @since 0.1.0
 */
export const taxMismatch: CauseRule<MismatchSettings> = {
  id: 'tax-mismatch',
  rank: 'computed',
  settings: mismatchSettings(90),
  find: (dossier, { confidence }) => mismatch(dossier, ofKind(dossier, 'tax'), 'wrong_tax', confidence),
}
