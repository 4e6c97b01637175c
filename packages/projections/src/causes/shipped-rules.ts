/** The rules that come with the library, and the rule set that runs them. */
import { shippedCauses } from '../disputes/cause-taxonomy.js'
import { x12Reasons } from '../disputes/code-mapping.js'
import type { CauseRule } from './cause-rule.js'
import { type CauseRules, shippedWeighing } from './cause-rules.js'
import { causeWords } from './read-words.js'
import { bouncedDelivery } from './rules/bounced-delivery.js'
import { cashMisapplied } from './rules/cash-misapplied.js'
import { cashPostedLate } from './rules/cash-posted-late.js'
import { chargebackReason } from './rules/chargeback-reason.js'
import { confirmedByPerson } from './rules/confirmed-by-person.js'
import { correctionReason } from './rules/correction-reason.js'
import { creditAndRebill } from './rules/credit-and-rebill.js'
import { currencyMismatch } from './rules/currency-mismatch.js'
import { customerRejection } from './rules/customer-rejection.js'
import { acceptedDeduction, pendingDeduction } from './rules/deductions.js'
import { raisedDispute, resolvedDispute, taggedDispute } from './rules/disputes.js'
import { duplicateBilling } from './rules/duplicate-billing.js'
import { excuse } from './rules/excuse.js'
import { goodsLate } from './rules/goods-late.js'
import { goodsDamaged, goodsShort } from './rules/goods-not-received.js'
import { goodsSubstituted } from './rules/goods-substituted.js'
import { lateDiscount } from './rules/late-discount.js'
import { lateInvoice } from './rules/late-invoice.js'
import { lateSending } from './rules/late-sending.js'
import { priceMismatch } from './rules/price-mismatch.js'
import { productMismatch } from './rules/product-mismatch.js'
import { purchaseOrderMismatch } from './rules/purchase-order-mismatch.js'
import { quantityMismatch } from './rules/quantity-mismatch.js'
import { remittanceCode } from './rules/remittance-code.js'
import { remittanceIgnored } from './rules/remittance-ignored.js'
import { returnedPayment } from './rules/returned-payment.js'
import { shortPayment } from './rules/short-payment.js'
import { taxMismatch } from './rules/tax-mismatch.js'
import { termsMismatch } from './rules/terms-mismatch.js'
import { unappliedCash } from './rules/unapplied-cash.js'
import { wrongRecipient } from './rules/wrong-recipient.js'

/** Every rule of the library, the strongest kind of evidence first. Put your own behind them. @category policies @since 0.1.0 */
export const shippedRuleFunctions: ReadonlyArray<CauseRule> = [
  confirmedByPerson,
  resolvedDispute,
  acceptedDeduction,
  creditAndRebill,
  correctionReason,
  taggedDispute,
  customerRejection,
  raisedDispute,
  pendingDeduction,
  remittanceCode,
  chargebackReason,
  duplicateBilling,
  purchaseOrderMismatch,
  termsMismatch,
  priceMismatch,
  quantityMismatch,
  productMismatch,
  taxMismatch,
  currencyMismatch,
  wrongRecipient,
  goodsShort,
  goodsDamaged,
  goodsSubstituted,
  goodsLate,
  lateInvoice,
  bouncedDelivery,
  lateSending,
  cashMisapplied,
  cashPostedLate,
  remittanceIgnored,
  unappliedCash,
  lateDiscount,
  returnedPayment,
  shortPayment,
  excuse,
]

/** The shipped rule set: every rule of the library with its own settings. @category policies @since 0.1.0 */
export const shippedCauseRules: CauseRules = {
  id: 'shipped-causes',
  version: 1,
  taxonomy: shippedCauses,
  codes: x12Reasons,
  words: causeWords,
  weighing: shippedWeighing,
  rules: shippedRuleFunctions.map(({ id }) => ({ rule: id })),
}
