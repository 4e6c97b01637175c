/** The invoice is in another currency than the order. */
import type { CauseRule } from '../cause-rule.js'
import { mismatch, type MismatchSettings, mismatchSettings, ofKind } from '../mismatches.js'

/**
 * The currency is not that of the order.
 *
 * @category policies
 * @since 0.1.0
 */
export const currencyMismatch: CauseRule<MismatchSettings> = {
  id: 'currency-mismatch',
  rank: 'computed',
  settings: mismatchSettings(90),
  find: (dossier, { confidence }) => mismatch(dossier, ofKind(dossier, 'currency'), 'wrong_currency_fx', confidence),
}
