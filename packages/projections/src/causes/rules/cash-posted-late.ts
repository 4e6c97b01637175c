/** The money was there in time, and we applied it late. */
import { addDays, daysBetween, struct, wholeNumber } from '@quittance/kernel'
import type { CauseRule } from '../cause-rule.js'
import type { ApplicationOnFile, ItemDossier } from '../item-dossier.js'
import { ruleSettings } from '../rule-settings.js'

/** What is late for us, and what is still in time for the customer. @category policies @since 0.1.0 */
export interface CashPostedLateSettings {
  /** From the day the money came to the day it was applied. */
  readonly moreThanDays: number
  /** How long after the due day money may come and still be the customer's good will. */
  readonly graceDays: number
  readonly confidence: number
}

/**
 * Money that came by the due day (and grace, inclusive) was applied to the item more than so many days later, and after its due day.
 * What had been applied elsewhere first is another rule's.
 *
 * @category policies
 * @since 0.1.0
 */
export const cashPostedLate: CauseRule<CashPostedLateSettings> = {
  id: 'cash-posted-late',
  rank: 'computed',
  settings: ruleSettings(struct({ moreThanDays: wholeNumber, graceDays: wholeNumber, confidence: wholeNumber }), {
    moreThanDays: 5,
    graceDays: 3,
    confidence: 85,
  }),
  find: (dossier, settings) => {
    if (dossier.standing.state === 'in-time') return []
    return dossier.applications.flatMap((application) => {
      const { applied, receipt, takenBack } = application
      if (receipt === undefined || takenBack || wasElsewhere(application) || !isLate(dossier, application, settings))
        return []
      const [receivedOn, appliedOn] = [receipt.fact.on, applied.fact.on]
      const because = { kind: 'posted-late', receiptId: receipt.fact.receiptId, receivedOn, appliedOn }
      const positions = [receipt.position, applied.position]
      const happenedOn = receivedOn
      return [{ cause: 'payment_application_error', confidence: settings.confidence, happenedOn, positions, because }]
    })
  },
}

const isLate = (
  { standing }: ItemDossier,
  { applied, receipt }: ApplicationOnFile,
  { moreThanDays, graceDays }: CashPostedLateSettings,
): boolean =>
  receipt !== undefined &&
  receipt.fact.on <= addDays(standing.dueOn, graceDays) &&
  applied.fact.on > standing.dueOn &&
  daysBetween(receipt.fact.on, applied.fact.on) > moreThanDays

const wasElsewhere = ({ applied, moves }: ApplicationOnFile): boolean =>
  moves.some(
    ({ fact, position }) =>
      position < applied.position && fact._tag === 'CashApplied' && fact.itemId !== applied.fact.itemId,
  )
