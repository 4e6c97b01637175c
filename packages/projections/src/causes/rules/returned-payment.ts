/** The bank took the payment back. */
import { listOf, nonEmptyText, struct, wholeNumber } from '@quittance/kernel'
import type { CauseRule } from '../cause-rule.js'
import { ruleSettings } from '../rule-settings.js'

/** Which returns speak of the customer's money. @category policies @since 0.1.0 */
export interface ReturnedPaymentSettings {
  readonly kinds: ReadonlyArray<string>
  readonly confidence: number
}

/**
 * A payment of the item came back for want of money: the customer's, not ours.
 *
 * @category policies
 * @since 0.1.0
 */
export const returnedPayment: CauseRule<ReturnedPaymentSettings> = {
  id: 'returned-payment',
  rank: 'computed',
  settings: ruleSettings(struct({ kinds: listOf(nonEmptyText), confidence: wholeNumber }), {
    kinds: ['nsf', 'account-closed'],
    confidence: 80,
  }),
  find: ({ returns }, { kinds, confidence }) =>
    returns
      .filter(({ fact }) => kinds.includes(fact.kind))
      .map(({ fact, position }) => ({
        cause: 'customer_cash_flow',
        confidence,
        happenedOn: fact.on,
        positions: [position],
        because: { kind: 'payment-returned', receiptId: fact.receiptId, returnKind: fact.kind },
      })),
}
