/** The AutoCash rules that apply all of a receipt or nothing, in the usual order; oldest first is for who asks for it. */
import type { AutoCashRuleSet } from './model.js'

/** @category policies @since 0.1.0 */
export const exactAutoCash: AutoCashRuleSet = {
  id: 'autocash-exact',
  version: 1,
  rules: ['match-payment-with-invoice', 'clear-the-account', 'clear-past-due', 'clear-past-due-by-term', 'combination'],
  options: {
    discounts: 'earned',
    discountGraceDays: 0,
    lateCharges: false,
    disputed: false,
    partial: false,
    remainder: 'unapplied',
  },
}
