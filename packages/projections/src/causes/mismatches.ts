/** What rules on papers have in common: a discrepancy made evidence, with the papers that it was seen in. */
import type { Discrepancy, DiscrepancyKind } from '@quittance/invoicing'
import { struct, wholeNumber } from '@quittance/kernel'
import type { CauseReason, Found, RuleSettings } from './cause-rule.js'
import type { ItemDossier } from './item-dossier.js'
import { ruleSettings } from './rule-settings.js'

/** How sure a difference between papers is. @category policies @since 0.1.0 */
export interface MismatchSettings {
  readonly confidence: number
}

/** @internal */
export const mismatchSettings = (confidence: number): RuleSettings<MismatchSettings> =>
  ruleSettings(struct({ confidence: wholeNumber }), { confidence })

/** @internal */
export const ofKind = ({ discrepancies }: ItemDossier, kind: DiscrepancyKind): ReadonlyArray<Discrepancy> =>
  discrepancies.filter((one) => one.kind === kind)

/** The document and the papers that it was compared with. @internal */
export const positionsOf = (
  { issued, order, goods, prices }: ItemDossier,
  { against }: Pick<Discrepancy, 'against'>,
): ReadonlyArray<number> => {
  const papers =
    against === 'agreement' ? [order, ...prices] : against === 'delivery' ? [order, ...goods] : ([order] as const)
  const positions = [issued, ...papers].flatMap((note) => note?.position ?? [])
  return [...new Set(positions)].sort((a, b) => a - b)
}

/** A discrepancy as the reason of a cause. @internal */
export const reasonOf = ({ kind, ...data }: Discrepancy): CauseReason => ({ kind: `${kind}-mismatch`, ...data })

/** One finding for the discrepancies of a kind, by the one that weighs most; the day is that of the document, where the error stands. @internal */
export const mismatch = (
  dossier: ItemDossier,
  discrepancies: ReadonlyArray<Discrepancy>,
  cause: string,
  confidence: number,
): ReadonlyArray<Found> => {
  const [heaviest] = discrepancies.toSorted((a, b) => weightOf(b) - weightOf(a))
  if (heaviest === undefined) return []
  const because = { ...reasonOf(heaviest), ...(discrepancies.length > 1 ? { ofSeveral: discrepancies.length } : {}) }
  const positions = positionsOf(dossier, heaviest)
  return [{ cause, confidence, happenedOn: dossier.issued.fact.on, positions, because }]
}

const weightOf = ({ differenceMinor }: Discrepancy): number => Math.abs(differenceMinor ?? 0)
