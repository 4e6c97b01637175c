/** The written form of taxes and terms of payment. */
import { day, exactDecimal, listOf, nonEmptyText, oneOf, struct, wholeNumber, yesNo } from '@quittance/kernel'
import type * as t from 'io-ts'
import type { DiscountTaxMode, DueRule, PaymentTerms, Tax } from '../model.js'
import { shareCodec } from './share.js'

/** @internal */
export const tax: t.Type<Tax> = struct({ category: nonEmptyText, ratePercent: exactDecimal })

/** @internal */
export const taxMode: t.Type<DiscountTaxMode> = oneOf('reduce-on-payment', 'always-reduced', 'never-reduced')

const dueRule: t.Type<DueRule> = struct(
  {},
  {
    base: oneOf('invoice-date', 'delivery-date', 'end-of-invoice-month'),
    months: wholeNumber,
    weeks: wholeNumber,
    days: wholeNumber,
    endOfMonth: yesNo,
    dayOfNextMonth: wholeNumber,
    paymentDays: listOf(wholeNumber),
  },
)

/** The written form of payment terms, for policy files too. @category codecs @since 0.1.0 */
export const paymentTermsCodec: t.Type<PaymentTerms> = struct(
  { id: nonEmptyText, version: wholeNumber, parts: listOf(struct({ share: shareCodec, due: dueRule })) },
  {
    sequential: yesNo,
    shift: oneOf('none', 'following', 'modified-following', 'preceding'),
    discount: struct({
      taxMode,
      base: oneOf('total', 'untaxed'),
      graceDays: wholeNumber,
      tiers: listOf(struct({}, { percent: exactDecimal, amountMinor: wholeNumber, days: wholeNumber, until: day })),
    }),
  },
)
