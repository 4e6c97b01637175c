/** The same thing was billed twice. */
import { compareDecimals, type Decimal, struct, wholeNumber } from '@quittance/kernel'
import type { CauseRule } from '../cause-rule.js'
import { duplicatesOf } from '../duplicates-of.js'
import type { ItemDossier } from '../item-dossier.js'
import { ofKind } from '../mismatches.js'
import { ruleSettings } from '../rule-settings.js'

/** How near two equal invoices must be where no paper settles it. @category policies @since 0.1.0 */
export interface DuplicateSettings {
  /** Two on the same paper, with nothing on file to say how often that is to be billed. */
  readonly samePaperWithinDays: number
  /** Two that name no paper in common. */
  readonly noPaperWithinDays: number
  readonly confidence: number
  readonly noPaperConfidence: number
}

/**
 * An earlier invoice that stands has the same lines, amount and papers. Where the order is on file, it is double only if more is billed
 * than was ordered: an order may be billed in equal parts. Elsewhere the days between the two decide, inclusive; a rent of the
 * same amount every month is no double.
 *
 * @category policies
 * @since 0.1.0
 */
export const duplicateBilling: CauseRule<DuplicateSettings> = {
  id: 'duplicate-billing',
  rank: 'computed',
  settings: ruleSettings(
    struct({
      samePaperWithinDays: wholeNumber,
      noPaperWithinDays: wholeNumber,
      confidence: wholeNumber,
      noPaperConfidence: wholeNumber,
    }),
    { samePaperWithinDays: 21, noPaperWithinDays: 3, confidence: 95, noPaperConfidence: 60 },
  ),
  find: (dossier, settings) => {
    const { issued } = dossier
    const isDouble = orderSettles(dossier)
    const [found] = duplicatesOf(dossier).filter(({ samePaper, saysWhat, days }) =>
      samePaper ? (isDouble ?? days <= settings.samePaperWithinDays) : saysWhat && days <= settings.noPaperWithinDays,
    )
    if (found === undefined) return []
    const { earlier, samePaper, days } = found
    const because = { kind: 'billed-twice', earlier: earlier.fact.documentId, samePaper, days }
    const confidence = samePaper ? settings.confidence : settings.noPaperConfidence
    const positions = [earlier.position, issued.position].sort((a, b) => a - b)
    return [{ cause: 'duplicate_billing', confidence, happenedOn: issued.fact.on, positions, because }]
  },
}

/** Whether the order says that this is billed too often; nothing where it has no quantities to say it by. */
const orderSettles = (dossier: ItemDossier): boolean | undefined => {
  const { order, issued } = dossier
  const hasQuantities =
    order !== undefined && issued.fact.lines.some(({ quantity }) => quantity !== undefined && isSome(quantity))
  return hasQuantities ? ofKind(dossier, 'quantity').some(({ differenceMinor = 0 }) => differenceMinor > 0) : undefined
}

const isSome = (quantity: Decimal): boolean => compareDecimals(quantity, { unscaled: 0, scale: 0 }) > 0
