/** The customer said why it is not paid. */
import { struct, wholeNumber } from '@quittance/kernel'
import type { CauseRule } from '../cause-rule.js'
import { ruleSettings } from '../rule-settings.js'

/** How sure an excuse for the item is, and one for the whole account. @category policies @since 0.1.0 */
export interface ExcuseSettings {
  readonly confidence: number
  readonly accountConfidence: number
}

/**
 * An excuse, by the cause that whoever took it down saw in it, else by its code. The weakest of all evidence: it counts where nothing
 * else speaks, and not where our papers show otherwise.
 *
 * @category policies
 * @since 0.1.0
 */
export const excuse: CauseRule<ExcuseSettings> = {
  id: 'excuse',
  rank: 'excuse',
  settings: ruleSettings(struct({ confidence: wholeNumber, accountConfidence: wholeNumber }), {
    confidence: 60,
    accountConfidence: 50,
  }),
  find: ({ excuses }, { confidence, accountConfidence }) =>
    excuses.map(({ fact, position }) => ({
      cause: fact.cause ?? fact.code,
      confidence: fact.items === undefined ? accountConfidence : confidence,
      happenedOn: fact.on,
      positions: [position],
      because: { kind: 'excuse', excuseId: fact.excuseId, code: fact.code },
    })),
}
