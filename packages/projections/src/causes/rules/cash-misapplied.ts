/** The money was applied to something else first. */
import { addDays, struct, wholeNumber } from '@quittance/kernel'
import type { CauseRule } from '../cause-rule.js'
import type { ApplicationOnFile } from '../item-dossier.js'
import { ruleSettings } from '../rule-settings.js'

/** Until when money is in time. @category policies @since 0.1.0 */
export interface CashMisappliedSettings {
  readonly graceDays: number
  readonly confidence: number
}

/**
 * Money that came by the due day (and grace, inclusive) was applied to another item, taken off it again, and applied here only then.
 *
 * @category policies
 * @since 0.1.0
 */
export const cashMisapplied: CauseRule<CashMisappliedSettings> = {
  id: 'cash-misapplied',
  rank: 'computed',
  settings: ruleSettings(struct({ graceDays: wholeNumber, confidence: wholeNumber }), { graceDays: 3, confidence: 90 }),
  find: ({ applications, standing }, { graceDays, confidence }) => {
    if (standing.state === 'in-time') return []
    return applications.flatMap((application) => {
      const { applied, receipt, takenBack } = application
      if (receipt === undefined || takenBack || receipt.fact.on > addDays(standing.dueOn, graceDays)) return []
      const detour = detourOf(application)
      if (detour === undefined) return []
      const [elsewhere, back] = detour
      const because = {
        kind: 'misapplied',
        receiptId: receipt.fact.receiptId,
        firstAppliedTo: elsewhere.fact.itemId,
        reason: back.fact._tag === 'CashUnapplied' ? back.fact.reason : '',
      }
      const positions = [receipt, elsewhere, back, applied].map(({ position }) => position)
      return [{ cause: 'payment_application_error', confidence, happenedOn: elsewhere.fact.on, positions, because }]
    })
  },
}

type Move = ApplicationOnFile['moves'][number]

/** Where the receipt went first and where it was taken off again, both before it came here. */
const detourOf = ({ applied, moves }: ApplicationOnFile): readonly [Move, Move] | undefined => {
  const before = moves.filter(({ position }) => position < applied.position)
  for (const back of before) {
    if (back.fact._tag !== 'CashUnapplied' || back.fact.itemId === applied.fact.itemId) continue
    const { applicationId } = back.fact
    const elsewhere = before.find(({ fact }) => fact._tag === 'CashApplied' && fact.applicationId === applicationId)
    if (elsewhere !== undefined) return [elsewhere, back]
  }
  return undefined
}
