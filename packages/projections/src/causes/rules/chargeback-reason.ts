/** The item is what a customer had held back of another. */
import { struct, wholeNumber } from '@quittance/kernel'
import type { CauseRule } from '../cause-rule.js'
import { ruleSettings } from '../rule-settings.js'

/** How sure the reason of a chargeback is. @category policies @since 0.1.0 */
export interface ChargebackReasonSettings {
  readonly confidence: number
}

/**
 * A chargeback item is owed for the reason for which the customer had held it back: a claim, until it is settled.
 *
 * @category policies
 * @since 0.1.0
 */
export const chargebackReason: CauseRule<ChargebackReasonSettings> = {
  id: 'chargeback-reason',
  rank: 'claim',
  settings: ruleSettings(struct({ confidence: wholeNumber }), { confidence: 65 }),
  find: ({ chargebackOf }, { confidence }) => {
    if (chargebackOf === undefined) return []
    const { fact, position } = chargebackOf
    const because = { kind: 'charged-back', itemId: fact.itemId, reason: fact.reason }
    return [{ cause: fact.reason, confidence, happenedOn: fact.on, positions: [position], because }]
  },
}
