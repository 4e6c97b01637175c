/**
 * The written form of this room's facts. Each codec is declared against its interface, so the two cannot drift.
 */
import {
  baseValueCodec,
  currencyCode,
  day,
  type DataOf,
  exactDecimal,
  firstVersion,
  linkExchangeCodec,
  listOf,
  nonEmptyText,
  oneOf,
  type RoomCodecs,
  struct,
  text,
  textMap,
  type Versions,
  wholeNumber,
} from '@quittance/kernel'
import type * as t from 'io-ts'
import type { InvoicingFact } from './events.js'
import type { DiscountOffer, Instalment, Line } from './model.js'
import { paymentTermsCodec, tax, taxMode } from './codec/terms.js'
import { upstreamCodecs } from './codec/upstream.js'

const line: t.Type<Line> = struct(
  { lineNo: wholeNumber, netMinor: wholeNumber, tax },
  {
    description: text,
    quantity: exactDecimal,
    unitPrice: exactDecimal,
    creditsLineNo: wholeNumber,
    productId: nonEmptyText,
    orderLineNo: wholeNumber,
  },
)

const adjustment = struct({ amountMinor: wholeNumber, tax }, { reason: text, code: nonEmptyText })

const taxGroup = struct({ tax, baseMinor: wholeNumber, taxMinor: wholeNumber })

const totals = struct({
  linesMinor: wholeNumber,
  allowancesMinor: wholeNumber,
  chargesMinor: wholeNumber,
  netMinor: wholeNumber,
  taxMinor: wholeNumber,
  grossMinor: wholeNumber,
  prepaidMinor: wholeNumber,
  roundingMinor: wholeNumber,
  payableMinor: wholeNumber,
})

const instalment: t.Type<Instalment> = struct({ no: wholeNumber, dueOn: day, amountMinor: wholeNumber })

const discountOffer: t.Type<DiscountOffer> = struct({
  taxMode,
  baseMinor: wholeNumber,
  graceDays: wholeNumber,
  tiers: listOf(struct({ lastDay: day }, { percent: exactDecimal, amountMinor: wholeNumber })),
})

const body = {
  documentId: nonEmptyText,
  currency: currencyCode,
  lines: listOf(line),
  taxGroups: listOf(taxGroup),
  totals,
}

const bodyOptional = {
  allowances: listOf(adjustment),
  charges: listOf(adjustment),
  references: struct({}, { order: text, delivery: text, purchaseOrder: text, preceding: nonEmptyText }),
  billTo: text,
  attributes: textMap,
  exchange: baseValueCodec,
}

type DataFor<Tag extends InvoicingFact['_tag']> = DataOf<Extract<InvoicingFact, { readonly _tag: Tag }>>
type Codec<Tag extends InvoicingFact['_tag']> = t.Type<DataFor<Tag>>

const invoiceIssued: Codec<'InvoiceIssued'> = struct(
  { ...body, terms: paymentTermsCodec, instalments: listOf(instalment) },
  { ...bodyOptional, discount: discountOffer, salesRepId: text },
)
const debitNoteIssued: Codec<'DebitNoteIssued'> = struct(
  { ...body, terms: paymentTermsCodec, instalments: listOf(instalment), reason: text },
  { ...bodyOptional, precedingId: nonEmptyText },
)
const creditNoteIssued: Codec<'CreditNoteIssued'> = struct(
  { ...body, reason: text, offsetMinor: wholeNumber },
  { ...bodyOptional, precedingId: nonEmptyText, offsetExchange: linkExchangeCodec },
)
const invoiceVoided: Codec<'InvoiceVoided'> = struct({
  documentId: nonEmptyText,
  payableMinor: wholeNumber,
  reason: text,
})
const dueDateChanged: Codec<'DueDateChanged'> = struct({
  documentId: nonEmptyText,
  instalmentNo: wholeNumber,
  from: day,
  to: day,
  reason: text,
})
const invoiceDelivered: Codec<'InvoiceDelivered'> = struct({ documentId: nonEmptyText, channel: text })
const invoiceBounced: Codec<'InvoiceBounced'> = struct({ documentId: nonEmptyText, channel: text, reason: text })
const invoiceRejected: Codec<'InvoiceRejected'> = struct(
  { documentId: nonEmptyText, reason: text },
  { code: nonEmptyText },
)
const invoiceViewed: Codec<'InvoiceViewed'> = struct({ documentId: nonEmptyText })
const disputeRaised: Codec<'DisputeRaised'> = struct(
  { disputeId: nonEmptyText, documentId: nonEmptyText, disputedMinor: wholeNumber, cause: text },
  { words: text, lines: listOf(wholeNumber), claimCode: nonEmptyText, evidence: listOf(nonEmptyText) },
)
const disputeSubstantiated: Codec<'DisputeSubstantiated'> = struct(
  { disputeId: nonEmptyText, documentId: nonEmptyText, evidence: listOf(nonEmptyText) },
  { claimCode: nonEmptyText, words: text },
)
const disputeAssigned: Codec<'DisputeAssigned'> = struct(
  { disputeId: nonEmptyText, documentId: nonEmptyText, department: nonEmptyText },
  { person: nonEmptyText, dueOn: day },
)
const disputeCauseTagged: Codec<'DisputeCauseTagged'> = struct({
  disputeId: nonEmptyText,
  documentId: nonEmptyText,
  cause: nonEmptyText,
  by: nonEmptyText,
  because: nonEmptyText,
})
const disputeResolved: Codec<'DisputeResolved'> = struct(
  {
    disputeId: nonEmptyText,
    documentId: nonEmptyText,
    releasedMinor: wholeNumber,
    outcome: oneOf('accepted', 'partly-accepted', 'rejected', 'withdrawn', 'paid', 'written-off'),
  },
  {
    creditNoteId: nonEmptyText,
    acceptedMinor: wholeNumber,
    disputeClass: oneOf('agreed', 'preventable', 'unauthorised'),
  },
)

const v1 = <Tag extends InvoicingFact['_tag']>(codec: Codec<Tag>): Versions<DataFor<Tag>> => firstVersion(codec)

/**
 * Every fact of this room, by name, with all the shapes it ever had.
 *
 * @law the golden file of every version still decodes
 * @category codecs
 * @since 0.1.0
 */
export const invoicingCodecs: RoomCodecs<InvoicingFact> = {
  room: 'invoicing',
  facts: {
    InvoiceIssued: v1<'InvoiceIssued'>(invoiceIssued),
    DebitNoteIssued: v1<'DebitNoteIssued'>(debitNoteIssued),
    CreditNoteIssued: v1<'CreditNoteIssued'>(creditNoteIssued),
    InvoiceVoided: v1<'InvoiceVoided'>(invoiceVoided),
    DueDateChanged: v1<'DueDateChanged'>(dueDateChanged),
    InvoiceDelivered: v1<'InvoiceDelivered'>(invoiceDelivered),
    InvoiceBounced: v1<'InvoiceBounced'>(invoiceBounced),
    InvoiceRejected: v1<'InvoiceRejected'>(invoiceRejected),
    InvoiceViewed: v1<'InvoiceViewed'>(invoiceViewed),
    DisputeRaised: v1<'DisputeRaised'>(disputeRaised),
    DisputeSubstantiated: v1<'DisputeSubstantiated'>(disputeSubstantiated),
    DisputeAssigned: v1<'DisputeAssigned'>(disputeAssigned),
    DisputeCauseTagged: v1<'DisputeCauseTagged'>(disputeCauseTagged),
    DisputeResolved: v1<'DisputeResolved'>(disputeResolved),
    ...upstreamCodecs,
  },
}
