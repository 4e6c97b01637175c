/**
 * The written form of this room's facts. Each codec is declared against its interface, so the two cannot drift.
 */
import {
  baseValueCodec,
  currencyCode,
  type DataOf,
  day,
  exactDecimal,
  firstVersion,
  linkExchangeCodec,
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
import type { CashFact } from './events.js'
import { differenceCodecs, endedDeduction, policy } from './codec/differences.js'
import { answered, asked, remittanceLine } from './codec/words.js'
import type {
  CrossAmount,
  PaymentMethod,
  ReleasedApplication,
  SourceKind,
  TakenDiscount,
  WriteOffReason,
} from './model.js'

const method: t.Type<PaymentMethod> = oneOf(
  'check',
  'ach',
  'wire',
  'card',
  'virtual-card',
  'direct-debit',
  'cash',
  'offset',
  'other',
)
const source: t.Type<SourceKind> = oneOf('receipt', 'credit-note')

const discount: t.Type<TakenDiscount> = struct({
  discountMinor: wholeNumber,
  kind: oneOf('earned', 'unearned'),
  lastDay: day,
  withinGrace: yesNo,
  netMinor: wholeNumber,
  taxReductions: listOf(struct({ category: nonEmptyText, ratePercent: exactDecimal, taxMinor: wholeNumber })),
})

const link = {
  applicationId: nonEmptyText,
  itemId: nonEmptyText,
  amountMinor: wholeNumber,
  discountMinor: wholeNumber,
  pennyMinor: wholeNumber,
}
const cross: t.Type<CrossAmount> = struct({ currency: currencyCode, amountMinor: wholeNumber })
const exchange = { exchange: linkExchangeCodec }
const linkOptional = { cross, ...exchange }
const released: t.Type<ReleasedApplication> = struct(link, linkOptional)

const takenBack = {
  currency: currencyCode,
  receiptId: nonEmptyText,
  returnedMinor: wholeNumber,
  fromUnappliedMinor: wholeNumber,
  fromOnAccountMinor: wholeNumber,
  released: listOf(released),
}
const receiptAmount = { currency: currencyCode, receiptId: nonEmptyText, amountMinor: wholeNumber }
const refund = {
  currency: currencyCode,
  refundId: nonEmptyText,
  source,
  sourceId: nonEmptyText,
  amountMinor: wholeNumber,
  fromOnAccountMinor: wholeNumber,
}
const creditLink = {
  currency: currencyCode,
  applicationId: nonEmptyText,
  creditId: nonEmptyText,
  itemId: nonEmptyText,
  amountMinor: wholeNumber,
}
const writeOffReason: t.Type<WriteOffReason> = oneOf(
  'small-balance',
  'bad-debt',
  'small-difference',
  'bank-fee',
  'deduction',
)
const writeOff = { currency: currencyCode, writeOffId: nonEmptyText, itemId: nonEmptyText, amountMinor: wholeNumber }

const said = {
  payer: struct({}, { name: text, account: text }),
  remittanceText: text,
  bankReference: text,
  fullSatisfactionClaimed: text,
}

type DataFor<Tag extends CashFact['_tag']> = DataOf<Extract<CashFact, { readonly _tag: Tag }>>
const v1 = <Tag extends CashFact['_tag']>(codec: t.Type<DataFor<Tag>>): Versions<DataFor<Tag>> => firstVersion(codec)

/**
 * Every fact of this room, by name, with all the shapes it ever had.
 *
 * @law the golden file of every version still decodes
 * @category codecs
 * @since 0.1.0
 */
export const cashCodecs: RoomCodecs<CashFact> = {
  room: 'cash-application',
  facts: {
    ReceiptRecorded: v1<'ReceiptRecorded'>(struct({ ...receiptAmount, method }, { ...said, exchange: baseValueCodec })),
    RemittanceRecorded: v1<'RemittanceRecorded'>(
      struct(
        { currency: currencyCode, remittanceId: nonEmptyText, lines: listOf(remittanceLine) },
        { receiptId: nonEmptyText },
      ),
    ),
    CashApplied: v1<'CashApplied'>(
      struct(
        {
          currency: currencyCode,
          applicationId: nonEmptyText,
          receiptId: nonEmptyText,
          itemId: nonEmptyText,
          amountMinor: wholeNumber,
          pennyMinor: wholeNumber,
        },
        {
          discount,
          shortfall: struct({ amountMinor: wholeNumber, cause: oneOf('unearned-discount') }),
          policy,
          ...linkOptional,
        },
      ),
    ),
    CashUnapplied: v1<'CashUnapplied'>(
      struct({ ...link, currency: currencyCode, receiptId: nonEmptyText, reason: text }, linkOptional),
    ),
    CreditApplied: v1<'CreditApplied'>(struct(creditLink, exchange)),
    CreditUnapplied: v1<'CreditUnapplied'>(struct({ ...creditLink, reason: text }, exchange)),
    PaymentMatched: v1<'PaymentMatched'>(
      struct({
        currency: currencyCode,
        receiptId: nonEmptyText,
        ruleSet: nonEmptyText,
        asked,
        answered,
        applicationIds: listOf(nonEmptyText),
      }),
    ),
    PlacedOnAccount: v1<'PlacedOnAccount'>(struct(receiptAmount)),
    ReleasedFromAccount: v1<'ReleasedFromAccount'>(struct(receiptAmount)),
    ReceiptReturned: v1<'ReceiptReturned'>(
      struct({
        ...takenBack,
        kind: oneOf('nsf', 'account-closed', 'refused', 'duplicate', 'wrong-payer', 'other'),
        feeMinor: wholeNumber,
      }),
    ),
    CardPaymentReversed: v1<'CardPaymentReversed'>(struct({ ...takenBack, reason: text, feeMinor: wholeNumber })),
    ReturnCancelled: v1<'ReturnCancelled'>(
      struct({
        currency: currencyCode,
        receiptId: nonEmptyText,
        returnedMinor: wholeNumber,
        reapplied: listOf(released),
      }),
    ),
    ReceiptVoided: v1<'ReceiptVoided'>(struct({ ...receiptAmount, reason: text })),
    Refunded: v1<'Refunded'>(struct(refund)),
    RefundCancelled: v1<'RefundCancelled'>(struct({ ...refund, reason: text })),
    WrittenOff: v1<'WrittenOff'>(
      struct(
        { ...writeOff, reason: writeOffReason, requestedBy: nonEmptyText, policy },
        {
          approvedBy: nonEmptyText,
          limitMinor: wholeNumber,
          applicationId: nonEmptyText,
          deduction: endedDeduction,
          ...exchange,
        },
      ),
    ),
    WriteOffReversed: v1<'WriteOffReversed'>(
      struct({ ...writeOff, reason: text }, { deduction: endedDeduction, ...exchange }),
    ),
    CashTransferredOut: v1<'CashTransferredOut'>(
      struct({ ...receiptAmount, transferId: nonEmptyText, toCustomer: nonEmptyText }, { exchange: baseValueCodec }),
    ),
    CashTransferredIn: v1<'CashTransferredIn'>(
      struct(
        { ...receiptAmount, transferId: nonEmptyText, fromCustomer: nonEmptyText, valueOn: day, method },
        { ...said, exchange: baseValueCodec },
      ),
    ),
    CashTransferReturned: v1<'CashTransferReturned'>(
      struct(
        { ...receiptAmount, transferId: nonEmptyText, side: oneOf('source', 'destination'), reason: text },
        { exchange: baseValueCodec },
      ),
    ),
    CashTransferRecalled: v1<'CashTransferRecalled'>(
      struct({ ...takenBack, transferId: nonEmptyText, side: oneOf('source', 'destination') }),
    ),
    ...differenceCodecs,
  },
}
