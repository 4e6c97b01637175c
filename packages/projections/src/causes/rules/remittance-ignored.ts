/** The customer said what the money was for, and it is not there. */
import { daysBetween, struct, wholeNumber } from '@quittance/kernel'
import type { CauseRule } from '../cause-rule.js'
import { ruleSettings } from '../rule-settings.js'

/** How long an advice may wait. @category policies @since 0.1.0 */
export interface RemittanceIgnoredSettings {
  readonly mayWaitDays: number
  readonly confidence: number
}

/**
 * An advice names the item and the receipt that pays it, the receipt came, and more than so many days later none of its money is applied
 * to the item: it lies somewhere, or went elsewhere.
 *
 * @category policies
 * @since 0.1.0
 */
export const remittanceIgnored: CauseRule<RemittanceIgnoredSettings> = {
  id: 'remittance-ignored',
  rank: 'computed',
  settings: ruleSettings(struct({ mayWaitDays: wholeNumber, confidence: wholeNumber }), {
    mayWaitDays: 5,
    confidence: 90,
  }),
  find: ({ remittances, advisedReceipts, applications, standing, issued, at }, { mayWaitDays, confidence }) => {
    if (standing.openMinor <= 0) return []
    return remittances.flatMap(({ fact, position }) => {
      const line = fact.lines.find(({ documentId }) => documentId === issued.fact.documentId)
      const receipt = advisedReceipts.find((one) => one.fact.receiptId === fact.receiptId)
      if (receipt === undefined || (line?.paidMinor ?? 0) === 0) return []
      const isHere = applications.some(({ applied }) => applied.fact.receiptId === receipt.fact.receiptId)
      if (isHere || daysBetween(receipt.fact.on, at.asOf) <= mayWaitDays) return []
      const because = {
        kind: 'advice-not-followed',
        remittanceId: fact.remittanceId,
        receiptId: receipt.fact.receiptId,
        advisedMinor: line?.paidMinor,
      }
      const positions = [position, receipt.position]
      return [{ cause: 'payment_application_error', confidence, happenedOn: receipt.fact.on, positions, because }]
    })
  },
}
