/** The invoice does not name the purchase order that it has to name. */
import type { CauseRule } from '../cause-rule.js'
import { mismatch, type MismatchSettings, mismatchSettings, ofKind } from '../mismatches.js'

/**
 * The customer's purchase order is missing though required, or another one is named. Where the order itself was taken without the number
 * that it needs, the error is that day's; else that of the invoice.
 *
 * @category policies
 * @since 0.1.0
 */
export const purchaseOrderMismatch: CauseRule<MismatchSettings> = {
  id: 'purchase-order-mismatch',
  rank: 'computed',
  settings: mismatchSettings(90),
  find: (dossier, { confidence }) => {
    const { order, issued } = dossier
    const takenWithout = order !== undefined && order.fact.purchaseOrder === undefined
    return mismatch(dossier, ofKind(dossier, 'purchase-order'), 'wrong_po', confidence).map((found) => ({
      ...found,
      happenedOn: takenWithout ? order.fact.on : issued.fact.on,
    }))
  },
}
