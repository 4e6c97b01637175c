/** The customer refused the document. */
import { struct, wholeNumber } from '@quittance/kernel'
import type { CauseRule, Found } from '../cause-rule.js'
import { notesOf } from '../notes-of.js'
import { ruleSettings } from '../rule-settings.js'

/** How sure the code of a refusal is, and how sure its words. @category policies @since 0.1.0 */
export interface RejectionSettings {
  readonly codeConfidence: number
  readonly wordsConfidence: number
}

/**
 * What the customer, or the network between, gave as the reason for refusing the document: its code, and beside it its words.
 *
 * @category policies
 * @since 0.1.0
 */
export const customerRejection: CauseRule<RejectionSettings> = {
  id: 'customer-rejection',
  rank: 'rejection',
  settings: ruleSettings(struct({ codeConfidence: wholeNumber, wordsConfidence: wholeNumber }), {
    codeConfidence: 85,
    wordsConfidence: 70,
  }),
  find: ({ sending }, { codeConfidence, wordsConfidence }) =>
    notesOf(sending, 'InvoiceRejected').flatMap(({ fact, position }) => {
      const found = (cause: string, confidence: number): Found => ({
        cause,
        confidence,
        happenedOn: fact.on,
        positions: [position],
        because: { kind: 'rejected', said: cause },
      })
      const words = found(fact.reason, wordsConfidence)
      return fact.code === undefined || fact.code === fact.reason ? [words] : [found(fact.code, codeConfidence), words]
    }),
}
