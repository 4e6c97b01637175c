/** The invoice is addressed to somebody else than the order says. */
import type { CauseRule } from '../cause-rule.js'
import { mismatch, type MismatchSettings, mismatchSettings, ofKind } from '../mismatches.js'

/**
 * The document went to another address than the order says invoices are to go to.
 *
 * @category policies
 * @since 0.1.0
 */
export const wrongRecipient: CauseRule<MismatchSettings> = {
  id: 'wrong-recipient',
  rank: 'computed',
  settings: mismatchSettings(90),
  find: (dossier, { confidence }) => mismatch(dossier, ofKind(dossier, 'bill-to'), 'wrong_address', confidence),
}
