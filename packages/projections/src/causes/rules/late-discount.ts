/** The customer took a discount that was over. */
import { struct, wholeNumber } from '@quittance/kernel'
import type { CauseRule } from '../cause-rule.js'
import { ruleSettings } from '../rule-settings.js'

/** How sure it is. @category policies @since 0.1.0 */
export interface LateDiscountSettings {
  readonly confidence: number
}

/**
 * A payment was applied short by a discount to which the customer had no right any more: the rest is the customer's doing.
 *
 * @category policies
 * @since 0.1.0
 */
export const lateDiscount: CauseRule<LateDiscountSettings> = {
  id: 'late-discount',
  rank: 'computed',
  settings: ruleSettings(struct({ confidence: wholeNumber }), { confidence: 90 }),
  find: ({ applications }, { confidence }) =>
    applications.flatMap(({ applied: { fact, position }, takenBack }) =>
      fact.shortfall === undefined || takenBack
        ? []
        : {
            cause: 'unearned_discount',
            confidence,
            happenedOn: fact.on,
            positions: [position],
            because: { kind: 'late-discount', shortMinor: fact.shortfall.amountMinor },
          },
    ),
}
