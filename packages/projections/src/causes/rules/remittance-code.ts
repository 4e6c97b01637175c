/** The customer paid less and wrote on the advice why. */
import { struct, wholeNumber } from '@quittance/kernel'
import type { CauseRule } from '../cause-rule.js'
import { ruleSettings } from '../rule-settings.js'

/** How sure a code on an advice is. @category policies @since 0.1.0 */
export interface RemittanceCodeSettings {
  readonly confidence: number
}

/**
 * Reason codes on a remittance advice, read by the customer's table or by X12. A claim: what became of it, a deduction says.
 *
 * @category policies
 * @since 0.1.0
 */
export const remittanceCode: CauseRule<RemittanceCodeSettings> = {
  id: 'remittance-code',
  rank: 'claim',
  settings: ruleSettings(struct({ confidence: wholeNumber }), { confidence: 75 }),
  find: ({ remittances, issued, deductions }, { confidence }) => {
    const rejected = deductions.filter(({ ended }) => ended?.fact._tag === 'DeductionRejected')
    const isRejected = (amountMinor: number): boolean =>
      rejected.some(({ recorded }) => recorded.fact.amountMinor === amountMinor)
    return remittances.flatMap(({ fact, position }) =>
      fact.lines
        .filter(({ documentId }) => documentId === issued.fact.documentId)
        .flatMap((line) => line.deductions ?? [])
        .filter(({ amountMinor }) => !isRejected(amountMinor))
        .map(({ amountMinor, code }) => ({
          cause: code,
          confidence,
          happenedOn: fact.on,
          positions: [position],
          because: { kind: 'remittance-code', remittanceId: fact.remittanceId, code, amountMinor },
        })),
    )
  },
}
