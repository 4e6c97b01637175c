/** A person said what really caused it. */
import { struct, wholeNumber } from '@quittance/kernel'
import type { CauseRule } from '../cause-rule.js'
import { ruleSettings } from '../rule-settings.js'

/** How sure a person's word is. @category policies @since 0.1.0 */
export interface ConfirmedSettings {
  readonly confidence: number
}

/**
 * What a person confirmed tops all other evidence. Of several confirmations the latest day counts, and of one day the one recorded
 * last; the earlier ones are superseded and stay on file.
 *
 * @category policies
 * @since 0.1.0
 */
export const confirmedByPerson: CauseRule<ConfirmedSettings> = {
  id: 'confirmed-by-person',
  rank: 'confirmed',
  settings: ruleSettings(struct({ confidence: wholeNumber }), { confidence: 100 }),
  find: ({ confirmations }, { confidence }) => {
    const latest = confirmations.toSorted((a, b) => a.effectiveDay - b.effectiveDay || a.position - b.position).at(-1)
    if (latest === undefined) return []
    const { on, cause, by, because: why } = latest.fact
    const because = { kind: 'confirmed', by, why, superseded: confirmations.length - 1 }
    return [{ cause, confidence, happenedOn: on, positions: [latest.position], because }]
  },
}
