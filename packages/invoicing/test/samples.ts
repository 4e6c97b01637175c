/** One sample of every fact with every field it can have; the golden files hold their written form for ever. */
import { decimal, localDate } from '@quittance/kernel'
import type { InvoicingFact, PaymentTerms, Totals } from '../src/index.js'

type Samples = { readonly [Tag in InvoicingFact['_tag']]: Extract<InvoicingFact, { readonly _tag: Tag }> }

const on = localDate('2026-01-10')
const standard = { category: 'S', ratePercent: decimal('19.00') }
const zero = { category: 'Z', ratePercent: decimal('0') }

const totals: Totals = {
  linesMinor: 250_00,
  allowancesMinor: 10_00,
  chargesMinor: 5_00,
  netMinor: 245_00,
  taxMinor: 27_55,
  grossMinor: 272_55,
  prepaidMinor: 20_00,
  roundingMinor: -5,
  payableMinor: 252_50,
}

const body = {
  documentId: 'INV-2026/0001',
  currency: 'EUR',
  lines: [
    {
      lineNo: 1,
      description: 'Valves, DN 50',
      quantity: decimal('2.5'),
      unitPrice: decimal('60.0000'),
      netMinor: 150_00,
      tax: standard,
    },
    { lineNo: 2, netMinor: 100_00, tax: zero },
  ],
  allowances: [{ reason: 'volume', amountMinor: 10_00, tax: standard }],
  charges: [{ reason: 'freight', amountMinor: 5_00, tax: standard }],
  taxGroups: [
    { tax: standard, baseMinor: 145_00, taxMinor: 27_55 },
    { tax: zero, baseMinor: 100_00, taxMinor: 0 },
  ],
  totals,
  references: { order: 'SO-7', delivery: 'DL-7', purchaseOrder: 'PO 4500012345' },
  attributes: { region: 'north', segment: 'wholesale' },
} as const

const terms: PaymentTerms = {
  id: '30-70-with-discount',
  version: 3,
  parts: [
    {
      share: { _tag: 'PercentOfGross', percent: decimal('30'), roundToMinor: 100 },
      due: { base: 'invoice-date', days: 14 },
    },
    { share: { _tag: 'PercentOfNet', percent: decimal('10') }, due: { base: 'delivery-date', weeks: 4 } },
    {
      share: { _tag: 'Fixed', amountMinor: 50_00 },
      due: { base: 'end-of-invoice-month', months: 1, endOfMonth: true },
    },
    { share: { _tag: 'Balance' }, due: { dayOfNextMonth: 15, paymentDays: [10, 25] } },
  ],
  sequential: false,
  shift: 'modified-following',
  discount: {
    taxMode: 'reduce-on-payment',
    base: 'total',
    graceDays: 2,
    tiers: [
      { percent: decimal('3'), days: 10 },
      { amountMinor: 5_00, until: localDate('2026-01-31') },
    ],
  },
}

const instalments = [
  { no: 1, dueOn: localDate('2026-01-26'), amountMinor: 76_00 },
  { no: 2, dueOn: localDate('2026-02-09'), amountMinor: 24_50 },
  { no: 3, dueOn: localDate('2026-02-27'), amountMinor: 50_00 },
  { no: 4, dueOn: localDate('2026-02-25'), amountMinor: 102_00 },
]

/** By name of the fact; the compiler sees that none is missing. */
export const samples: Samples = {
  InvoiceIssued: {
    _tag: 'InvoiceIssued',
    on,
    ...body,
    terms,
    instalments,
    discount: {
      taxMode: 'reduce-on-payment',
      baseMinor: 272_55,
      graceDays: 2,
      tiers: [
        { lastDay: localDate('2026-01-20'), percent: decimal('3') },
        { lastDay: localDate('2026-01-31'), amountMinor: 5_00 },
      ],
    },
    salesRepId: 'rep-9',
  },
  DebitNoteIssued: {
    _tag: 'DebitNoteIssued',
    on,
    ...body,
    documentId: 'DN-1',
    terms,
    instalments,
    reason: 'freight was forgotten',
    precedingId: 'INV-2026/0001',
  },
  CreditNoteIssued: {
    _tag: 'CreditNoteIssued',
    on,
    ...body,
    documentId: 'CN-1',
    lines: [{ lineNo: 1, netMinor: 100_00, tax: zero, creditsLineNo: 2 }],
    reason: 'goods returned',
    precedingId: 'INV-2026/0001',
    offsetMinor: 100_00,
  },
  InvoiceVoided: {
    _tag: 'InvoiceVoided',
    on,
    documentId: 'INV-2026/0001',
    payableMinor: 252_50,
    reason: 'issued twice',
  },
  DueDateChanged: {
    _tag: 'DueDateChanged',
    on,
    documentId: 'INV-2026/0001',
    instalmentNo: 2,
    from: localDate('2026-02-09'),
    to: localDate('2026-03-09'),
    reason: 'agreed by telephone',
  },
  InvoiceDelivered: { _tag: 'InvoiceDelivered', on, documentId: 'INV-2026/0001', channel: 'e-mail' },
  InvoiceBounced: {
    _tag: 'InvoiceBounced',
    on,
    documentId: 'INV-2026/0001',
    channel: 'e-mail',
    reason: 'mailbox full',
  },
  InvoiceRejected: { _tag: 'InvoiceRejected', on, documentId: 'INV-2026/0001', reason: 'no order number' },
  InvoiceViewed: { _tag: 'InvoiceViewed', on, documentId: 'INV-2026/0001' },
  DisputeRaised: {
    _tag: 'DisputeRaised',
    on,
    disputeId: 'DSP-1',
    documentId: 'INV-2026/0001',
    disputedMinor: 40_00,
    cause: 'price',
    words: 'We agreed on 56 euros a piece.',
  },
  DisputeAssigned: {
    _tag: 'DisputeAssigned',
    on,
    disputeId: 'DSP-1',
    documentId: 'INV-2026/0001',
    department: 'pricing',
    person: 'k.ito',
    dueOn: localDate('2026-01-17'),
  },
  DisputeCauseTagged: {
    _tag: 'DisputeCauseTagged',
    on,
    disputeId: 'DSP-1',
    documentId: 'INV-2026/0001',
    cause: 'pricing_error',
    by: 'k.ito',
    because: 'the price list of January was not loaded',
  },
  DisputeSubstantiated: {
    _tag: 'DisputeSubstantiated',
    on,
    disputeId: 'DSP-1',
    documentId: 'INV-2026/0001',
    claimCode: 'PRC-01',
    evidence: ['offer-2025-11.pdf'],
    words: 'Here is your offer.',
  },
  DisputeResolved: {
    _tag: 'DisputeResolved',
    on,
    disputeId: 'DSP-1',
    documentId: 'INV-2026/0001',
    releasedMinor: 40_00,
    outcome: 'partly-accepted',
    creditNoteId: 'CN-1',
  },
  OrderAccepted: {
    _tag: 'OrderAccepted',
    on,
    orderId: 'SO-7',
    currency: 'EUR',
    purchaseOrder: 'PO 4500012345',
    purchaseOrderRequired: true,
    terms,
    billTo: 'ap@globex.example',
    channel: 'e-mail',
    lines: [
      {
        lineNo: 10,
        productId: 'V-50',
        quantity: decimal('2.5'),
        unitPrice: decimal('56.00'),
        netMinor: 140_00,
        tax: standard,
        promisedOn: localDate('2026-01-09'),
      },
      { lineNo: 20, quantity: decimal('1') },
    ],
    salesRepId: 'rep-9',
    attributes: { region: 'north' },
  },
  GoodsDelivered: {
    _tag: 'GoodsDelivered',
    on,
    deliveryId: 'DL-7',
    orderId: 'SO-7',
    shippedOn: localDate('2026-01-08'),
    proof: 'pod-7.pdf',
    lines: [
      {
        lineNo: 1,
        orderLineNo: 10,
        productId: 'V-51',
        quantity: decimal('2'),
        damaged: decimal('0.5'),
        substituteFor: 'V-50',
      },
      { lineNo: 2, quantity: decimal('1') },
    ],
  },
  PriceAgreed: {
    _tag: 'PriceAgreed',
    on,
    agreementId: 'PA-3',
    productId: 'V-50',
    currency: 'EUR',
    unitPrice: decimal('56.00'),
    until: localDate('2026-12-31'),
  },
  RootCauseConfirmed: {
    _tag: 'RootCauseConfirmed',
    on,
    documentId: 'INV-2026/0001',
    cause: 'pricing_error',
    by: 'k.ito',
    because: 'the price list of January was not loaded',
  },
}

const exchange = { baseCurrency: 'CHF', baseMinor: 284_53, rate: decimal('0.95') }

const [valves, rest] = body.lines

/** Facts with fields that came later, by the rest of the name of their golden file. */
export const widened: Readonly<Record<string, InvoicingFact>> = {
  'InvoiceIssued.v1.upstream': {
    ...samples.InvoiceIssued,
    lines: [{ ...valves, productId: 'V-50', orderLineNo: 10 }, rest],
    charges: [{ reason: 'carriage', amountMinor: 5_00, tax: standard, code: 'freight' }],
    references: { ...body.references, preceding: 'INV-2025/0911' },
    billTo: 'ap@globex.example',
  },
  'InvoiceRejected.v1.code': { ...samples.InvoiceRejected, code: 'PO-MISSING' },
  'DisputeRaised.v1.claim': {
    ...samples.DisputeRaised,
    lines: [1, 2],
    claimCode: 'PRC-01',
    evidence: ['offer-2025-11.pdf', 'mail of 7 January'],
  },
  'DisputeResolved.v1.accepted': { ...samples.DisputeResolved, acceptedMinor: 30_00, disputeClass: 'preventable' },
  'InvoiceIssued.v1.exchange': { ...samples.InvoiceIssued, exchange },
  'DebitNoteIssued.v1.exchange': { ...samples.DebitNoteIssued, exchange: { baseCurrency: 'CHF', baseMinor: 19_00 } },
  'CreditNoteIssued.v1.exchange': {
    ...samples.CreditNoteIssued,
    exchange,
    offsetExchange: {
      baseCurrency: 'CHF',
      sourceBaseMinor: 40_00,
      clearedBaseMinor: 41_20,
      realisedBaseMinor: -1_20,
    },
  },
}
