/** Something else was sent than was ordered. */
import { struct, wholeNumber } from '@quittance/kernel'
import type { CauseRule } from '../cause-rule.js'
import { goodsLines } from '../goods-lines.js'
import type { MismatchSettings } from '../mismatches.js'
import { ruleSettings } from '../rule-settings.js'

/**
 * A delivery names a product that stands in for another, or one that the order does not have.
 *
 * @category policies
 * @since 0.1.0
 */
export const goodsSubstituted: CauseRule<MismatchSettings> = {
  id: 'goods-substituted',
  rank: 'computed',
  settings: ruleSettings(struct({ confidence: wholeNumber }), { confidence: 85 }),
  find: (dossier, { confidence }) => {
    const { order, issued } = dossier
    const ordered = new Set(order?.fact.lines.flatMap(({ productId }) => productId ?? []) ?? [])
    const isNew = (productId: string | undefined): boolean =>
      productId !== undefined && ordered.size > 0 && !ordered.has(productId)
    const [first] = goodsLines(dossier).filter(
      ({ arrived }) => arrived.substituteFor !== undefined || isNew(arrived.productId),
    )
    if (first === undefined) return []
    const { arrived, note } = first
    const because = {
      kind: 'substituted',
      deliveryId: note.fact.deliveryId,
      sent: arrived.productId ?? '',
      insteadOf: arrived.substituteFor ?? '',
    }
    const positions = [...(order === undefined ? [] : [order]), note, issued].map(({ position }) => position)
    return [{ cause: 'wrong_product', confidence, happenedOn: note.fact.on, positions, because }]
  },
}
