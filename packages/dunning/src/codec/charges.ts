/** The written form of charges. */
import {
  currencyCode,
  type DataOf,
  day,
  exactDecimal,
  listOf,
  nonEmptyText,
  oneOf,
  struct,
  wholeNumber,
} from '@quittance/kernel'
import type * as t from 'io-ts'
import type { BilledItem, ChargeFact, InterestUse } from '../events/charges.js'

const billedItem: t.Type<BilledItem> = struct({
  itemId: nonEmptyText,
  until: day,
  accruedMinor: wholeNumber,
  billedBeforeMinor: wholeNumber,
  interestMinor: wholeNumber,
  fixedSumMinor: wholeNumber,
})

const interestUse: t.Type<InterestUse> = struct(
  {
    id: nonEmptyText,
    version: wholeNumber,
    rate: oneOf<InterestUse['rate']>('FixedRate', 'DatedRates', 'ReferenceRate'),
    dayCountDays: wholeNumber,
    compounding: oneOf<InterestUse['compounding']>('none', 'every-30-days'),
    rounding: oneOf<InterestUse['rounding']>('once', 'per-span', 'daily'),
    disputed: oneOf<InterestUse['disputed']>('accrues', 'waits'),
    minimumMinor: wholeNumber,
  },
  { percent: exactDecimal, table: nonEmptyText, longestDays: wholeNumber },
)

type Codec<Tag extends ChargeFact['_tag']> = t.Type<DataOf<Extract<ChargeFact, { readonly _tag: Tag }>>>

/** @internal */
export const interestBilled: Codec<'InterestBilled'> = struct({
  billId: nonEmptyText,
  currency: currencyCode,
  amountMinor: wholeNumber,
  items: listOf(billedItem),
  policy: interestUse,
})

/** @internal */
export const noticeFeeCharged: Codec<'NoticeFeeCharged'> = struct(
  {
    billId: nonEmptyText,
    noticeId: nonEmptyText,
    level: wholeNumber,
    currency: currencyCode,
    amountMinor: wholeNumber,
    policy: struct({ id: nonEmptyText, version: wholeNumber }),
  },
  { rate: exactDecimal },
)
