/** The invoice was credited in full and billed anew. */
import { struct, wholeNumber } from '@quittance/kernel'
import type { CauseRule, Found } from '../cause-rule.js'
import { correctedThings } from '../correction-difference.js'
import { ruleSettings } from '../rule-settings.js'

/** How sure it is what was corrected. @category policies @since 0.1.0 */
export interface CreditAndRebillSettings {
  /** One thing differs. */
  readonly confidence: number
  /** Several things do. */
  readonly oneOfSeveralConfidence: number
  /** The re-bill names nothing, and was found by its papers. */
  readonly notNamedTakes: number
}

/**
 * What the re-bill says otherwise than the original is what had been wrong with it, on the day on which the original was issued. It is
 * said of both: the original could not be paid as it was, and the re-bill came late by it.
 *
 * @category policies
 * @since 0.1.0
 */
export const creditAndRebill: CauseRule<CreditAndRebillSettings> = {
  id: 'credit-and-rebill',
  rank: 'correction',
  settings: ruleSettings(
    struct({ confidence: wholeNumber, oneOfSeveralConfidence: wholeNumber, notNamedTakes: wholeNumber }),
    { confidence: 90, oneOfSeveralConfidence: 65, notNamedTakes: 10 },
  ),
  find: ({ rebill: found }, { confidence, oneOfSeveralConfidence, notNamedTakes }) => {
    if (found === undefined) return []
    const { original, credit, rebill, named } = found
    const things = correctedThings(original.fact, rebill.fact)
    const sure = (things.length === 1 ? confidence : oneOfSeveralConfidence) - (named ? 0 : notNamedTakes)
    return things.map(({ what, cause }): Found => ({
      cause,
      confidence: Math.max(1, sure),
      happenedOn: original.fact.on,
      positions: [original.position, credit.position, rebill.position].sort((a, b) => a - b),
      because: {
        kind: 're-billed',
        corrected: what,
        original: original.fact.documentId,
        rebill: rebill.fact.documentId,
        named,
      },
    }))
  },
}
