/** One sample of every fact with every field it can have; the golden files hold their written form for ever. */
import { decimal, localDate } from '@quittance/kernel'
import type { CashFact } from '../src/index.js'

type Samples = { readonly [Tag in CashFact['_tag']]: Extract<CashFact, { readonly _tag: Tag }> }

const on = localDate('2026-01-20')
const currency = 'EUR'
const receiptId = 'R-2026/0001'
const released = [
  { applicationId: 'A-2', itemId: 'INV-2', amountMinor: 50_00, discountMinor: 1_00, pennyMinor: 0 },
  { applicationId: 'A-1', itemId: 'INV-1', amountMinor: 116_62, discountMinor: 2_38, pennyMinor: 3 },
]
const takenBack = { receiptId, returnedMinor: 200_00, fromUnappliedMinor: 23_35, fromOnAccountMinor: 10_00, released }
const refund = {
  currency,
  refundId: 'RF-1',
  source: 'receipt',
  sourceId: receiptId,
  amountMinor: 30_00,
  fromOnAccountMinor: 10_00,
} as const
const credit = { currency, applicationId: 'A-3', creditId: 'CN-1', itemId: 'INV-1', amountMinor: 40_00 }
const writeOff = { currency, writeOffId: 'WO-1', itemId: 'INV-1', amountMinor: 3_00 }
const deduction = { currency, deductionId: 'DED-1', itemId: 'INV-1' }
const chargeback = { currency, chargebackId: 'CB-1', itemId: 'INV-1', amountMinor: 40_00 }
const netting = {
  currency,
  nettingId: 'NET-1',
  lines: [
    { itemId: 'INV-1', payableId: 'V-1', amountMinor: 60_00 },
    { itemId: 'INV-2', payableId: 'V-1', amountMinor: 10_00 },
  ],
}
const transfer = { currency, transferId: 'T-1', receiptId, amountMinor: 80_00 }

/** By name of the fact; the compiler sees that none is missing. */
export const samples: Samples = {
  ReceiptRecorded: {
    _tag: 'ReceiptRecorded',
    on,
    currency,
    receiptId,
    amountMinor: 200_00,
    method: 'wire',
    payer: { name: 'Globex GmbH', account: 'DE02120300000000202051' },
    remittanceText: 'INV-1, INV-2 less 2 %',
    bankReference: 'NTRF 7788',
    fullSatisfactionClaimed: 'in full settlement of all claims',
  },
  RemittanceRecorded: {
    _tag: 'RemittanceRecorded',
    on,
    currency,
    remittanceId: 'RA-1',
    receiptId,
    lines: [
      { documentId: 'INV-1', paidMinor: 116_62, deductions: [{ amountMinor: 2_38, code: '06' }] },
      { documentId: 'INV-2' },
    ],
  },
  CashApplied: {
    _tag: 'CashApplied',
    on,
    currency,
    applicationId: 'A-1',
    receiptId,
    itemId: 'INV-1',
    amountMinor: 116_62,
    discount: {
      discountMinor: 2_38,
      kind: 'earned',
      lastDay: localDate('2026-01-18'),
      withinGrace: true,
      netMinor: 2_00,
      taxReductions: [{ category: 'S', ratePercent: decimal('19.00'), taxMinor: 38 }],
    },
    pennyMinor: 3,
    shortfall: { amountMinor: 3_00, cause: 'unearned-discount' },
    policy: { id: 'usual', version: 4 },
  },
  CashUnapplied: {
    _tag: 'CashUnapplied',
    on,
    currency,
    applicationId: 'A-1',
    receiptId,
    itemId: 'INV-1',
    amountMinor: 116_62,
    discountMinor: 2_38,
    pennyMinor: 3,
    reason: 'wrong invoice',
  },
  CreditApplied: { _tag: 'CreditApplied', on, ...credit },
  CreditUnapplied: { _tag: 'CreditUnapplied', on, ...credit, reason: 'wrong invoice' },
  PaymentMatched: {
    _tag: 'PaymentMatched',
    on,
    currency,
    receiptId,
    ruleSet: 'evidence@1#0f1e2d3c',
    asked: { revision: 41, itemsOn: on, hash: 'a1b2c3' },
    answered: {
      chosen: {
        itemIds: ['INV-1', 'INV-2'],
        routes: [
          { rule: 'named', membersCentibits: 0 },
          { rule: 'pair', membersCentibits: 549 },
        ],
        terms: [
          { what: 'named', centibits: -100 },
          { what: '2 named', centibits: 1540 },
        ],
        posteriorPpm: 999_912,
        interchangeable: [['INV-2', 'INV-3']],
        differences: [
          { itemId: 'INV-1', what: 'deduction', amountMinor: 4_00, reason: 'freight' },
          { what: 'penny', amountMinor: 1 },
        ],
      },
      others: [
        {
          itemIds: ['INV-4'],
          routes: [{ rule: 'single', membersCentibits: 200 }],
          terms: [{ what: 'single', centibits: -150 }],
          interchangeable: [],
        },
      ],
      otherCount: 7,
      hash: 'd4e5f6',
    },
    applicationIds: ['A-1', 'A-2'],
  },
  PlacedOnAccount: { _tag: 'PlacedOnAccount', on, currency, receiptId, amountMinor: 20_00 },
  ReleasedFromAccount: { _tag: 'ReleasedFromAccount', on, currency, receiptId, amountMinor: 10_00 },
  ReceiptReturned: { _tag: 'ReceiptReturned', on, currency, ...takenBack, kind: 'nsf', feeMinor: 15_00 },
  CardPaymentReversed: {
    _tag: 'CardPaymentReversed',
    on,
    currency,
    ...takenBack,
    reason: 'cardholder objects',
    feeMinor: 0,
  },
  ReturnCancelled: { _tag: 'ReturnCancelled', on, currency, receiptId, returnedMinor: 200_00, reapplied: released },
  ReceiptVoided: { _tag: 'ReceiptVoided', on, currency, receiptId, amountMinor: 200_00, reason: 'booked twice' },
  Refunded: { _tag: 'Refunded', on, ...refund },
  RefundCancelled: { _tag: 'RefundCancelled', on, ...refund, reason: 'account closed' },
  WrittenOff: {
    _tag: 'WrittenOff',
    on,
    ...writeOff,
    reason: 'bad-debt',
    requestedBy: 'clerk',
    approvedBy: 'controller',
    policy: { id: 'write-off', version: 2 },
  },
  WriteOffReversed: { _tag: 'WriteOffReversed', on, ...writeOff, reason: 'paid after all' },
  CashTransferredOut: { _tag: 'CashTransferredOut', on, ...transfer, toCustomer: 'C-18' },
  CashTransferredIn: {
    _tag: 'CashTransferredIn',
    on,
    ...transfer,
    fromCustomer: 'C-17',
    valueOn: localDate('2026-01-14'),
    method: 'wire',
  },
  CashTransferReturned: { _tag: 'CashTransferReturned', on, ...transfer, side: 'source', reason: 'wrong account' },
  CashTransferRecalled: {
    _tag: 'CashTransferRecalled',
    on,
    currency,
    ...takenBack,
    transferId: 'T-1',
    side: 'destination',
  },
  DeductionRecorded: {
    _tag: 'DeductionRecorded',
    on,
    ...deduction,
    amountMinor: 15_00,
    reasonCode: '24',
    cause: 'pricing_error',
    receiptId,
  },
  DeductionAccepted: {
    _tag: 'DeductionAccepted',
    on,
    ...deduction,
    amountMinor: 10_00,
    releasedMinor: 15_00,
    creditNoteId: 'CN-7',
  },
  DeductionRejected: {
    _tag: 'DeductionRejected',
    on,
    ...deduction,
    releasedMinor: 15_00,
    reason: 'delivered in full, signed for',
  },
  ChargebackItemRaised: {
    _tag: 'ChargebackItemRaised',
    on,
    ...chargeback,
    reason: 'pricing_error',
    dueOn: localDate('2025-12-31'),
    policy: { id: 'chargebacks', version: 1 },
  },
  ChargebackItemCancelled: { _tag: 'ChargebackItemCancelled', on, ...chargeback, reason: 'paid by mistake elsewhere' },
  Netted: { _tag: 'Netted', on, ...netting, policy: { id: 'netting', version: 3 } },
  NettingReversed: { _tag: 'NettingReversed', on, ...netting, reason: 'the vendor invoice was cancelled' },
}

const value = { baseCurrency: 'CHF', baseMinor: 190_00, rate: decimal('0.95') }
const sent = { baseCurrency: 'CHF', baseMinor: 76_00 }
const exchange = {
  baseCurrency: 'CHF',
  sourceBaseMinor: 110_79,
  pennyBaseMinor: 3,
  clearedBaseMinor: 113_12,
  discountBaseMinor: 2_31,
  realisedBaseMinor: -2_33,
}
const cross = { currency: 'USD', amountMinor: 126_00 }
const crossed = released.map((link) => ({ ...link, cross, exchange }))
const ofCredit = { baseCurrency: 'CHF', sourceBaseMinor: 38_00, clearedBaseMinor: 38_80, realisedBaseMinor: -80 }
const givenUp = { baseCurrency: 'CHF', clearedBaseMinor: 2_91 }

/** Facts with fields that came later, by the rest of the name of their golden file. */
export const widened: Readonly<Record<string, CashFact>> = {
  'CashTransferredIn.v1.words': {
    ...samples.CashTransferredIn,
    payer: { name: 'GLOBEX GMBH', account: 'DE02120300000000202051' },
    remittanceText: 'INV-1 INV-2',
    bankReference: 'B-7731',
    fullSatisfactionClaimed: 'paid in full',
  },
  'WrittenOff.v1.tolerated': {
    _tag: 'WrittenOff',
    on,
    ...writeOff,
    reason: 'small-difference',
    requestedBy: 'reconcile-model@1',
    policy: { id: 'write-off', version: 2 },
    limitMinor: 5_00,
    applicationId: 'A-1',
  },
  'WrittenOff.v1.deduction': {
    _tag: 'WrittenOff',
    on,
    ...writeOff,
    reason: 'deduction',
    requestedBy: 'clerk',
    policy: { id: 'write-off', version: 2 },
    limitMinor: 5_00,
    deduction: { deductionId: 'DED-1', releasedMinor: 15_00 },
  },
  'WriteOffReversed.v1.deduction': {
    ...samples.WriteOffReversed,
    deduction: { deductionId: 'DED-1', releasedMinor: 15_00 },
  },
  'ChargebackItemRaised.v1.exchange': { ...samples.ChargebackItemRaised, exchange: givenUp },
  'ChargebackItemCancelled.v1.exchange': { ...samples.ChargebackItemCancelled, exchange: givenUp },
  'Netted.v1.exchange': {
    ...samples.Netted,
    lines: samples.Netted.lines.map((line) => ({ ...line, exchange: givenUp })),
  },
  'NettingReversed.v1.exchange': {
    ...samples.NettingReversed,
    lines: samples.NettingReversed.lines.map((line) => ({ ...line, exchange: givenUp })),
  },
  'ReceiptRecorded.v1.exchange': { ...samples.ReceiptRecorded, exchange: value },
  'CashApplied.v1.exchange': { ...samples.CashApplied, cross, exchange },
  'CashUnapplied.v1.exchange': { ...samples.CashUnapplied, cross, exchange },
  'CreditApplied.v1.exchange': { ...samples.CreditApplied, exchange: ofCredit },
  'CreditUnapplied.v1.exchange': { ...samples.CreditUnapplied, exchange: ofCredit },
  'ReceiptReturned.v1.exchange': { ...samples.ReceiptReturned, released: crossed },
  'CardPaymentReversed.v1.exchange': { ...samples.CardPaymentReversed, released: crossed },
  'ReturnCancelled.v1.exchange': { ...samples.ReturnCancelled, reapplied: crossed },
  'WrittenOff.v1.exchange': { ...samples.WrittenOff, exchange: givenUp },
  'WriteOffReversed.v1.exchange': { ...samples.WriteOffReversed, exchange: givenUp },
  'CashTransferredOut.v1.exchange': { ...samples.CashTransferredOut, exchange: sent },
  'CashTransferredIn.v1.exchange': { ...samples.CashTransferredIn, exchange: sent },
  'CashTransferReturned.v1.exchange': { ...samples.CashTransferReturned, exchange: sent },
  'CashTransferRecalled.v1.exchange': { ...samples.CashTransferRecalled, released: crossed },
}
