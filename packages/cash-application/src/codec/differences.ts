/** The written form of the facts that name differences. */
import {
  currencyCode,
  type DataOf,
  day,
  firstVersion,
  linkExchangeCodec,
  listOf,
  nonEmptyText,
  struct,
  text,
  type Versions,
  wholeNumber,
} from '@quittance/kernel'
import type * as t from 'io-ts'
import type { DifferenceFact } from '../events/differences.js'
import type { EndedDeduction, NettedLine, PolicyRef } from '../model.js'

type DataFor<Tag extends DifferenceFact['_tag']> = DataOf<Extract<DifferenceFact, { readonly _tag: Tag }>>
const v1 = <Tag extends DifferenceFact['_tag']>(codec: t.Type<DataFor<Tag>>): Versions<DataFor<Tag>> =>
  firstVersion(codec)

/** @internal */
export const policy: t.Type<PolicyRef> = struct({ id: nonEmptyText, version: wholeNumber })

/** @internal */
export const endedDeduction: t.Type<EndedDeduction> = struct({ deductionId: nonEmptyText, releasedMinor: wholeNumber })

const pair: t.Type<NettedLine> = struct(
  { itemId: nonEmptyText, payableId: nonEmptyText, amountMinor: wholeNumber },
  { exchange: linkExchangeCodec },
)
const deduction = { currency: currencyCode, deductionId: nonEmptyText, itemId: nonEmptyText }
const chargeback = {
  currency: currencyCode,
  chargebackId: nonEmptyText,
  itemId: nonEmptyText,
  amountMinor: wholeNumber,
  reason: text,
}
const netting = { currency: currencyCode, nettingId: nonEmptyText, lines: listOf(pair) }

/** By name, with all the shapes each ever had. @internal */
export const differenceCodecs: { readonly [Tag in DifferenceFact['_tag']]: Versions<DataFor<Tag>> } = {
  DeductionRecorded: v1<'DeductionRecorded'>(
    struct(
      { ...deduction, amountMinor: wholeNumber, reasonCode: nonEmptyText },
      { cause: nonEmptyText, receiptId: nonEmptyText },
    ),
  ),
  DeductionAccepted: v1<'DeductionAccepted'>(
    struct({ ...deduction, amountMinor: wholeNumber, releasedMinor: wholeNumber, creditNoteId: nonEmptyText }),
  ),
  DeductionRejected: v1<'DeductionRejected'>(struct({ ...deduction, releasedMinor: wholeNumber, reason: text })),
  ChargebackItemRaised: v1<'ChargebackItemRaised'>(
    struct({ ...chargeback, dueOn: day, policy }, { exchange: linkExchangeCodec }),
  ),
  ChargebackItemCancelled: v1<'ChargebackItemCancelled'>(struct(chargeback, { exchange: linkExchangeCodec })),
  Netted: v1<'Netted'>(struct({ ...netting, policy })),
  NettingReversed: v1<'NettingReversed'>(struct({ ...netting, reason: text })),
}
