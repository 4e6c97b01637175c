/** The invoice names a product that nobody ordered. */
import type { CauseRule } from '../cause-rule.js'
import { mismatch, type MismatchSettings, mismatchSettings, ofKind } from '../mismatches.js'

/**
 * A line bills another product than the order has.
 *
 * @category policies
 * @since 0.1.0
 */
export const productMismatch: CauseRule<MismatchSettings> = {
  id: 'product-mismatch',
  rank: 'computed',
  settings: mismatchSettings(80),
  find: (dossier, { confidence }) =>
    mismatch(
      dossier,
      ofKind(dossier, 'product').filter(({ against }) => against === 'order'),
      'wrong_product',
      confidence,
    ),
}
