/** One fact of every kind, as a ledger holds it: what the written sentences are made of. */
import type { CashFact } from '@quittance/cash-application'
import type { DunningFact } from '@quittance/dunning'
import { type DocumentBody, type InvoicingFact, netDays } from '@quittance/invoicing'
import { decimal, localDate } from '@quittance/kernel'
import type { PromisesFact } from '@quittance/promises-to-pay'
import { contacted } from './one-of-each-contact.js'
import { promised } from './one-of-each-promise.js'

const on = localDate('2026-03-02')
const tax = { category: 'S', ratePercent: decimal('19') }

const body = (documentId: string, currency: string, netMinor: number, taxMinor: number): DocumentBody => ({
  documentId,
  currency,
  lines: [{ lineNo: 1, netMinor, tax }],
  taxGroups: [{ tax, baseMinor: netMinor, taxMinor }],
  totals: {
    linesMinor: netMinor,
    allowancesMinor: 0,
    chargesMinor: 0,
    netMinor,
    taxMinor,
    grossMinor: netMinor + taxMinor,
    prepaidMinor: 0,
    roundingMinor: 0,
    payableMinor: netMinor + taxMinor,
  },
})

const owed: { readonly [Tag in InvoicingFact['_tag']]: Extract<InvoicingFact, { readonly _tag: Tag }> } = {
  InvoiceIssued: {
    _tag: 'InvoiceIssued',
    on,
    ...body('INV-1', 'EUR', 100_00, 19_00),
    terms: netDays(30),
    instalments: [
      { no: 1, dueOn: localDate('2026-04-01'), amountMinor: 60_00 },
      { no: 2, dueOn: localDate('2026-05-01'), amountMinor: 59_00 },
    ],
  },
  DebitNoteIssued: {
    _tag: 'DebitNoteIssued',
    on,
    ...body('DN-1', 'JPY', 5000, 0),
    terms: netDays(0),
    instalments: [{ no: 1, dueOn: on, amountMinor: 5000 }],
    reason: 'freight',
  },
  CreditNoteIssued: {
    _tag: 'CreditNoteIssued',
    on,
    ...body('CN-1', 'KWD', 10_000, 0),
    reason: 'goods returned',
    precedingId: 'INV-1',
    offsetMinor: 4_000,
  },
  InvoiceVoided: { _tag: 'InvoiceVoided', on, documentId: 'INV-1', payableMinor: 119_00, reason: 'wrong customer' },
  DueDateChanged: {
    _tag: 'DueDateChanged',
    on,
    documentId: 'INV-1',
    instalmentNo: 1,
    from: localDate('2026-04-01'),
    to: localDate('2026-04-15'),
    reason: 'agreed on the telephone',
  },
  InvoiceDelivered: { _tag: 'InvoiceDelivered', on, documentId: 'INV-1', channel: 'peppol' },
  InvoiceBounced: { _tag: 'InvoiceBounced', on, documentId: 'INV-1', channel: 'e-mail', reason: 'mailbox full' },
  InvoiceRejected: { _tag: 'InvoiceRejected', on, documentId: 'INV-1', reason: 'order number missing' },
  InvoiceViewed: { _tag: 'InvoiceViewed', on, documentId: 'INV-1' },
  DisputeRaised: {
    _tag: 'DisputeRaised',
    on,
    disputeId: 'D-1',
    documentId: 'INV-1',
    disputedMinor: 25_00,
    cause: 'damaged',
  },
  DisputeAssigned: {
    _tag: 'DisputeAssigned',
    on,
    disputeId: 'D-1',
    documentId: 'INV-1',
    department: 'logistics',
    person: 'k.ito',
    dueOn: localDate('2026-04-08'),
  },
  DisputeCauseTagged: {
    _tag: 'DisputeCauseTagged',
    on,
    disputeId: 'D-1',
    documentId: 'INV-1',
    cause: 'damaged_goods',
    by: 'k.ito',
    because: 'the driver noted a crushed pallet',
  },
  DisputeSubstantiated: {
    _tag: 'DisputeSubstantiated',
    on,
    disputeId: 'D-1',
    documentId: 'INV-1',
    claimCode: 'DMG',
    evidence: ['photo-1', 'photo-2'],
  },
  DisputeResolved: {
    _tag: 'DisputeResolved',
    on,
    disputeId: 'D-1',
    documentId: 'INV-1',
    releasedMinor: 25_00,
    outcome: 'partly-accepted',
  },
  OrderAccepted: {
    _tag: 'OrderAccepted',
    on,
    orderId: 'SO-1',
    currency: 'EUR',
    purchaseOrder: 'PO-1',
    lines: [{ lineNo: 10, quantity: decimal('5') }],
  },
  GoodsDelivered: {
    _tag: 'GoodsDelivered',
    on,
    deliveryId: 'DL-1',
    orderId: 'SO-1',
    lines: [
      { lineNo: 10, quantity: decimal('4'), damaged: decimal('1') },
      { lineNo: 20, quantity: decimal('1') },
    ],
  },
  PriceAgreed: {
    _tag: 'PriceAgreed',
    on,
    agreementId: 'PA-1',
    productId: 'V-50',
    currency: 'EUR',
    unitPrice: decimal('56.00'),
    until: localDate('2026-12-31'),
  },
  RootCauseConfirmed: {
    _tag: 'RootCauseConfirmed',
    on,
    documentId: 'INV-1',
    cause: 'damaged_goods',
    by: 'k.ito',
    because: 'the driver said so',
  },
}

const cash = { on, currency: 'EUR' } as const
const link = { applicationId: 'A-1', itemId: 'INV-1', amountMinor: 49_00, discountMinor: 1_00, pennyMinor: 0 }
const released = [link]
const taken = { receiptId: 'R-1', returnedMinor: 60_00, fromUnappliedMinor: 11_00, fromOnAccountMinor: 0, released }
const refund = {
  refundId: 'RF-1',
  source: 'receipt',
  sourceId: 'R-1',
  amountMinor: 5_00,
  fromOnAccountMinor: 0,
} as const
const transfer = { transferId: 'T-1', receiptId: 'R-1', amountMinor: 7_00 } as const
const policy = { id: 'small-balances', version: 1 }
const deduction = { deductionId: 'DED-1', itemId: 'INV-1' } as const
const chargeback = { chargebackId: 'CB-1', itemId: 'INV-1', amountMinor: 40_00 } as const
const netting = {
  nettingId: 'NET-1',
  lines: [
    { itemId: 'INV-1', payableId: 'V-1', amountMinor: 30_00 },
    { itemId: 'INV-2', payableId: 'V-1', amountMinor: 20_00 },
  ],
} as const

const paid: { readonly [Tag in CashFact['_tag']]: Extract<CashFact, { readonly _tag: Tag }> } = {
  ReceiptRecorded: { _tag: 'ReceiptRecorded', ...cash, receiptId: 'R-1', amountMinor: 60_00, method: 'wire' },
  RemittanceRecorded: {
    _tag: 'RemittanceRecorded',
    ...cash,
    remittanceId: 'RA-1',
    lines: [{ documentId: 'INV-1', paidMinor: 49_00, deductions: [{ amountMinor: 15_00, code: '24' }] }],
  },
  CashApplied: {
    _tag: 'CashApplied',
    ...cash,
    applicationId: 'A-1',
    receiptId: 'R-1',
    itemId: 'INV-1',
    amountMinor: 49_00,
    discount: {
      discountMinor: 1_00,
      kind: 'earned',
      lastDay: localDate('2026-03-12'),
      withinGrace: false,
      netMinor: 84,
      taxReductions: [{ ...tax, taxMinor: 16 }],
    },
    pennyMinor: 0,
  },
  CashUnapplied: {
    _tag: 'CashUnapplied',
    ...cash,
    ...link,
    receiptId: 'R-1',
    reason: 'meant for INV-2',
  },
  CreditApplied: {
    _tag: 'CreditApplied',
    ...cash,
    applicationId: 'A-2',
    creditId: 'CN-1',
    itemId: 'INV-1',
    amountMinor: 6_00,
  },
  CreditUnapplied: {
    _tag: 'CreditUnapplied',
    ...cash,
    applicationId: 'A-2',
    creditId: 'CN-1',
    itemId: 'INV-1',
    amountMinor: 6_00,
    reason: 'meant for INV-2',
  },
  PaymentMatched: {
    _tag: 'PaymentMatched',
    ...cash,
    receiptId: 'R-1',
    ruleSet: 'evidence@1#0f1e',
    asked: { revision: 3, itemsOn: cash.on, hash: 'a1' },
    answered: {
      chosen: { itemIds: ['INV-1'], routes: [], terms: [], interchangeable: [] },
      others: [],
      otherCount: 0,
      hash: 'b2',
    },
    applicationIds: ['A-1'],
  },
  PlacedOnAccount: { _tag: 'PlacedOnAccount', ...cash, receiptId: 'R-1', amountMinor: 11_00 },
  ReleasedFromAccount: { _tag: 'ReleasedFromAccount', ...cash, receiptId: 'R-1', amountMinor: 11_00 },
  ReceiptReturned: { _tag: 'ReceiptReturned', ...cash, ...taken, kind: 'nsf', feeMinor: 20_00 },
  CardPaymentReversed: { _tag: 'CardPaymentReversed', ...cash, ...taken, reason: 'not recognised', feeMinor: 0 },
  ReturnCancelled: { _tag: 'ReturnCancelled', ...cash, receiptId: 'R-1', returnedMinor: 60_00, reapplied: released },
  ReceiptVoided: { _tag: 'ReceiptVoided', ...cash, receiptId: 'R-1', amountMinor: 60_00, reason: 'typed twice' },
  Refunded: { _tag: 'Refunded', ...cash, ...refund },
  RefundCancelled: { _tag: 'RefundCancelled', ...cash, ...refund, reason: 'account closed' },
  WrittenOff: {
    _tag: 'WrittenOff',
    ...cash,
    writeOffId: 'W-1',
    itemId: 'INV-1',
    amountMinor: 3,
    reason: 'small-balance',
    requestedBy: 'Bob',
    policy,
  },
  WriteOffReversed: {
    _tag: 'WriteOffReversed',
    ...cash,
    writeOffId: 'W-1',
    itemId: 'INV-1',
    amountMinor: 3,
    reason: 'paid after all',
  },
  CashTransferredOut: { _tag: 'CashTransferredOut', ...cash, ...transfer, toCustomer: 'C-2' },
  CashTransferredIn: {
    _tag: 'CashTransferredIn',
    ...cash,
    ...transfer,
    fromCustomer: 'C-2',
    valueOn: cash.on,
    method: 'wire',
  },
  CashTransferReturned: { _tag: 'CashTransferReturned', ...cash, ...transfer, side: 'source', reason: 'not ours' },
  CashTransferRecalled: { _tag: 'CashTransferRecalled', ...cash, ...taken, transferId: 'T-1', side: 'destination' },
  DeductionRecorded: { _tag: 'DeductionRecorded', ...cash, ...deduction, amountMinor: 15_00, reasonCode: 'pricing' },
  DeductionAccepted: {
    _tag: 'DeductionAccepted',
    ...cash,
    ...deduction,
    amountMinor: 10_00,
    releasedMinor: 15_00,
    creditNoteId: 'CN-7',
  },
  DeductionRejected: {
    _tag: 'DeductionRejected',
    ...cash,
    ...deduction,
    releasedMinor: 15_00,
    reason: 'delivered in full',
  },
  ChargebackItemRaised: {
    _tag: 'ChargebackItemRaised',
    ...cash,
    ...chargeback,
    reason: 'pricing',
    dueOn: localDate('2026-01-31'),
    policy,
  },
  ChargebackItemCancelled: { _tag: 'ChargebackItemCancelled', ...cash, ...chargeback, reason: 'raised twice' },
  Netted: { _tag: 'Netted', ...cash, ...netting, policy },
  NettingReversed: { _tag: 'NettingReversed', ...cash, ...netting, reason: 'vendor invoice cancelled' },
}

/** The compiler wants an entry for every name; so a new kind of fact is missed here before it is missed on a screen. */
export const oneOfEachFact: ReadonlyArray<InvoicingFact | CashFact | PromisesFact | DunningFact> = [
  ...Object.values(owed),
  ...Object.values(paid),
  ...Object.values(promised),
  ...Object.values(contacted),
]
