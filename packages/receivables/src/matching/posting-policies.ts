/** Under which terms a matched plan is posted, where nobody says otherwise. */
import type { PlanPolicies } from '@quittance/cash-application'

/** All that posting needs to know of policies; who asks is the rule set itself. @category policies @since 0.1.0 */
export type PostingPolicies = Omit<PlanPolicies, 'requestedBy'>

/**
 * What the documents themselves grant, and nothing more: earned discounts are taken; no small difference and no bank fee is given
 * up, no penny is kept. A chargeback keeps the due day of its item.
 *
 * @category policies
 * @since 0.1.0
 */
export const cautiousPosting: PostingPolicies = {
  application: {
    id: 'cautious',
    version: 1,
    discounts: 'earned',
    partialDiscount: false,
    overpayment: 'specific',
    maxPennyMinor: 0,
  },
  writeOff: { id: 'cautious', version: 1, smallBalanceMaxMinor: 0, limits: [] },
  chargeback: { id: 'cautious', version: 1 },
}
