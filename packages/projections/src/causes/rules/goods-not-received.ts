/** Less arrived than was billed. */
import { compareDecimals, laterOf } from '@quittance/kernel'
import type { Discrepancy } from '@quittance/invoicing'
import { duplicatesOf } from '../duplicates-of.js'
import { arrivedOf, orderLineOf } from '../goods-lines.js'
import type { CauseRule, Found } from '../cause-rule.js'
import type { ItemDossier } from '../item-dossier.js'
import { mismatch, type MismatchSettings, mismatchSettings, ofKind } from '../mismatches.js'

/**
 * Goods came short and were billed as if they had all come. The error is that of the delivery; the invoice only repeats it.
 *
 * @category policies
 * @since 0.1.0
 */
export const goodsShort: CauseRule<MismatchSettings> = {
  id: 'goods-short',
  rank: 'computed',
  settings: mismatchSettings(90),
  find: (dossier, { confidence }) =>
    onTheDayOfTheGoods(
      dossier,
      mismatch(
        dossier,
        notReceived(dossier).filter((one) => !someDamaged(dossier, one)),
        'shortage',
        confidence,
      ),
    ),
}

/**
 * Goods arrived damaged and were billed as if they were whole.
 *
 * @category policies
 * @since 0.1.0
 */
export const goodsDamaged: CauseRule<MismatchSettings> = {
  id: 'goods-damaged',
  rank: 'computed',
  settings: mismatchSettings(90),
  find: (dossier, { confidence }) =>
    onTheDayOfTheGoods(
      dossier,
      mismatch(
        dossier,
        notReceived(dossier).filter((one) => someDamaged(dossier, one)),
        'damaged_goods',
        confidence,
      ),
    ),
}

/**
 * Billed beyond what was received in good order. A line that bills more than was ordered is the invoice's own error; what was billed
 * twice did arrive, for the invoice before.
 */
const notReceived = (dossier: ItemDossier): ReadonlyArray<Discrepancy> => {
  const wrong = ofKind(dossier, 'quantity')
  if (wrong.length === 0 || duplicatesOf(dossier).length > 0) return []
  return wrong.filter(
    ({ against, lineNo, differenceMinor = 0 }) =>
      against === 'delivery' && differenceMinor > 0 && !isBeyondOrder(dossier, lineNo),
  )
}

const isBeyondOrder = ({ issued, order }: ItemDossier, lineNo: number | undefined): boolean =>
  issued.fact.lines.some((line) => {
    const ordered = line.lineNo === lineNo ? orderLineOf(order, line) : undefined
    return ordered !== undefined && line.quantity !== undefined && compareDecimals(line.quantity, ordered.quantity) > 0
  })

const someDamaged = (dossier: ItemDossier, { lineNo }: Discrepancy): boolean =>
  dossier.issued.fact.lines.some(
    (line) =>
      line.lineNo === lineNo && arrivedOf(dossier, line).some(({ arrived }) => (arrived.damaged?.unscaled ?? 0) > 0),
  )

const onTheDayOfTheGoods = ({ goods }: ItemDossier, found: ReadonlyArray<Found>): ReadonlyArray<Found> =>
  found.map((one) => ({ ...one, happenedOn: goods.map(({ fact }) => fact.on).reduce(laterOf) }))
