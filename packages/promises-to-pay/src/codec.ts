/**
 * The written form of this room's facts. Each codec is declared against its interface, so the two cannot drift.
 */
import {
  currencyCode,
  type DataOf,
  day,
  exactDecimal,
  firstVersion,
  listOf,
  nonEmptyText,
  oneOf,
  type RoomCodecs,
  struct,
  text,
  type Versions,
  wholeNumber,
  yesNo,
} from '@quittance/kernel'
import type * as t from 'io-ts'
import type { PromisesFact } from './events.js'
import type { CountedReceipt, ItemVerdict, PromiseTerms } from './model.js'

/** The written form of the terms of promises, for policy files too. @category codecs @since 0.1.0 */
export const promiseTermsCodec: t.Type<PromiseTerms> = struct(
  {
    id: nonEmptyText,
    version: wholeNumber,
    graceDays: wholeNumber,
    graceIn: oneOf('calendar-days', 'business-days'),
    basis: oneOf('receipt-date', 'application-date'),
    lateMoney: oneOf('active-first', 'earliest-unpaid-first'),
    beyondOpen: oneOf('accept', 'refuse'),
  },
  { toleranceMinor: wholeNumber, tolerancePercent: exactDecimal },
)

const countedReceipt: t.Type<CountedReceipt> = struct(
  { receiptId: nonEmptyText, countedOn: day, amountMinor: wholeNumber },
  { itemId: nonEmptyText },
)

const itemVerdict: t.Type<ItemVerdict> = struct({
  itemId: nonEmptyText,
  state: oneOf('open', 'kept', 'partly-kept', 'broken', 'void'),
  promisedMinor: wholeNumber,
  expectedMinor: wholeNumber,
  keptMinor: wholeNumber,
})

const proof = {
  promiseId: nonEmptyText,
  currency: currencyCode,
  promisedMinor: wholeNumber,
  expectedMinor: wholeNumber,
  keptMinor: wholeNumber,
  shortMinor: wholeNumber,
  toleranceMinor: wholeNumber,
  basis: oneOf('receipt-date', 'application-date'),
  countsFrom: day,
  windowEndsOn: day,
  counted: listOf(countedReceipt),
}

const proofOptional = { items: listOf(itemVerdict) }

const acceleration = struct({ promiseIds: listOf(nonEmptyText), dueOn: day })

type DataFor<Tag extends PromisesFact['_tag']> = DataOf<Extract<PromisesFact, { readonly _tag: Tag }>>
type Codec<Tag extends PromisesFact['_tag']> = t.Type<DataFor<Tag>>

const promiseMade: Codec<'PromiseMade'> = struct(
  {
    promiseId: nonEmptyText,
    currency: currencyCode,
    amountMinor: wholeNumber,
    dueOn: day,
    windowEndsOn: day,
    items: listOf(struct({ itemId: nonEmptyText, amountMinor: wholeNumber })),
    terms: promiseTermsCodec,
    level: wholeNumber,
  },
  {
    plan: struct({ planId: nonEmptyText, no: wholeNumber, of: wholeNumber, accelerates: yesNo }),
    beyondOpenMinor: wholeNumber,
    receivedBefore: listOf(nonEmptyText),
    askedMinor: wholeNumber,
    channel: text,
    takenBy: text,
    madeBy: text,
    touchId: text,
  },
)
const promiseConfirmed: Codec<'PromiseConfirmed'> = struct(
  { promiseId: nonEmptyText, channel: text },
  { confirmedBy: text },
)
const promiseSuperseded: Codec<'PromiseSuperseded'> = struct(
  {
    promiseId: nonEmptyText,
    byPromiseId: nonEmptyText,
    currency: currencyCode,
    itemIds: listOf(nonEmptyText),
    replacedMinor: wholeNumber,
    keptMinor: wholeNumber,
    countsAs: oneOf('nothing', 'partly-kept', 'broken'),
  },
  { reason: text },
)
const promiseWithdrawn: Codec<'PromiseWithdrawn'> = struct({
  promiseId: nonEmptyText,
  by: oneOf('customer', 'us'),
  reason: text,
})
const promiseKept: Codec<'PromiseKept'> = struct({ ...proof, reachedOn: day }, proofOptional)
const promisePartlyKept: Codec<'PromisePartlyKept'> = struct(proof, { ...proofOptional, accelerates: acceleration })
const promiseBroken: Codec<'PromiseBroken'> = struct(proof, { ...proofOptional, accelerates: acceleration })
const promiseVoided: Codec<'PromiseVoided'> = struct(proof, proofOptional)
const promiseReopened: Codec<'PromiseReopened'> = struct({
  promiseId: nonEmptyText,
  was: oneOf('kept', 'partly-kept', 'broken', 'void'),
  because: struct(
    {
      reason: oneOf(
        'receipt-returned',
        'receipt-voided',
        'money-moved',
        'payment-applied-late',
        'payment-recorded-late',
        'item-reduced',
        'plan-changed',
        'allotment-changed',
      ),
    },
    { receiptId: nonEmptyText },
  ),
})

const v1 = <Tag extends PromisesFact['_tag']>(codec: Codec<Tag>): Versions<DataFor<Tag>> => firstVersion(codec)

/**
 * Every fact of this room, by name, with all the shapes it ever had.
 *
 * @law the golden file of every version still decodes
 * @category codecs
 * @since 0.1.0
 */
export const promisesCodecs: RoomCodecs<PromisesFact> = {
  room: 'promises-to-pay',
  facts: {
    PromiseMade: v1<'PromiseMade'>(promiseMade),
    PromiseConfirmed: v1<'PromiseConfirmed'>(promiseConfirmed),
    PromiseSuperseded: v1<'PromiseSuperseded'>(promiseSuperseded),
    PromiseWithdrawn: v1<'PromiseWithdrawn'>(promiseWithdrawn),
    PromiseKept: v1<'PromiseKept'>(promiseKept),
    PromisePartlyKept: v1<'PromisePartlyKept'>(promisePartlyKept),
    PromiseBroken: v1<'PromiseBroken'>(promiseBroken),
    PromiseVoided: v1<'PromiseVoided'>(promiseVoided),
    PromiseReopened: v1<'PromiseReopened'>(promiseReopened),
  },
}
