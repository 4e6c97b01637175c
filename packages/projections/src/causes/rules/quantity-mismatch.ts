/** The invoice bills more than was ordered, or bills again what was billed before. */
import type { CauseRule } from '../cause-rule.js'
import { mismatch, type MismatchSettings, mismatchSettings, ofKind } from '../mismatches.js'

/**
 * More is billed than was left to bill of what was ordered. Less is an invoice in parts, and no error; less received than ordered is
 * for the rules on goods.
 *
 * @category policies
 * @since 0.1.0
 */
export const quantityMismatch: CauseRule<MismatchSettings> = {
  id: 'quantity-mismatch',
  rank: 'computed',
  settings: mismatchSettings(85),
  find: (dossier, { confidence }) =>
    mismatch(
      dossier,
      ofKind(dossier, 'quantity').filter(
        ({ against, differenceMinor = 0 }) => against === 'order' && differenceMinor > 0,
      ),
      'quantity',
      confidence,
    ),
}
