/** One command from one throw of dice, aimed at what the book holds. */
import {
  type ApplicationPolicy,
  type CashFact,
  type ReceiptRecord,
  unappliedMinor,
  type WriteOffPolicy,
} from '@quittance/cash-application'
import { dueOnReceipt, type InvoicingFact, netDays, type PaymentTerms } from '@quittance/invoicing'
import { addDays, decimal, keyedValues, type LocalDate, money } from '@quittance/kernel'
import type { LedgerFact } from '../../src/index.js'
import { accountIn, type Book, type Command, openMinorOf, streamOf } from './book.js'
import { differenceMakers } from './random-differences.js'

export interface Dice {
  readonly kind: number
  readonly customer: string
  readonly pick: number
  readonly amount: number
  readonly variant: number
  readonly wait: number
  readonly late: number
}

export interface Aimed {
  readonly customer: string
  readonly command: Command
}

export type Maker = (book: Book, dice: Dice, on: LocalDate) => ReadonlyArray<Aimed>

const thirds: PaymentTerms = {
  id: 'three-parts',
  version: 1,
  parts: [
    { share: { _tag: 'PercentOfGross', percent: decimal('30') }, due: { days: 10 } },
    { share: { _tag: 'PercentOfGross', percent: decimal('50') }, due: { days: 40 } },
    { share: { _tag: 'Balance' }, due: { days: 70 } },
  ],
}

const twoTen: PaymentTerms = {
  ...netDays(30),
  id: '2-10-net-30',
  discount: {
    taxMode: 'reduce-on-payment',
    base: 'total',
    graceDays: 0,
    tiers: [{ percent: decimal('2'), days: 10 }],
  },
}

const allTerms = [netDays(30), thirds, twoTen, dueOnReceipt, thirds, netDays(0)]

const discounts: ApplicationPolicy = {
  id: 'generous',
  version: 1,
  discounts: 'earned-and-unearned',
  partialDiscount: true,
  overpayment: 'specific',
  maxPennyMinor: 10,
}

const writeOffs: WriteOffPolicy = {
  id: 'anybody',
  version: 1,
  smallBalanceMaxMinor: 1_000_000_00,
  limits: [{ approver: 'Ann', maxMinor: 1_000_000_00 }],
}

/** Facts of a customer with these names, in order. */
const factsOf = <Tag extends LedgerFact['_tag']>(
  book: Book,
  customer: string,
  ...tags: ReadonlyArray<Tag>
): ReadonlyArray<Extract<LedgerFact, { readonly _tag: Tag }>> => {
  const stream = streamOf(book, customer)
  const wanted: ReadonlySet<string> = new Set(tags)
  return book.facts.flatMap(({ stream: own, fact }) =>
    own === stream && wanted.has(fact._tag) ? [fact as Extract<LedgerFact, { readonly _tag: Tag }>] : [],
  )
}

/** Two of three picks go to what came last. */
const chosen = <A>(list: ReadonlyArray<A>, pick: number): A | undefined =>
  pick % 3 === 0 ? list[pick % Math.max(list.length, 1)] : list.at(-1 - (pick % 2))

const fresh = (book: Book, prefix: string, on: LocalDate): string => `${prefix}${book.facts.length}.${on.slice(5)}`
const share = (allMinor: number, { amount }: Dice): number =>
  [allMinor, allMinor, allMinor, allMinor - 1, 1, Math.ceil(allMinor / 2), Math.ceil(allMinor / 3), allMinor + 1][
    amount % 8
  ] ?? allMinor

const currencyOf = ({ variant }: Dice): string => (variant === 0 ? 'USD' : variant === 1 ? 'KWD' : 'EUR')
const grossOf = ({ amount, pick }: Dice): number => [100_00, 100_00, 33_33, 1, 7, 250_00][(amount + pick) % 6] ?? 100_00

const itemsOf = (
  book: Book,
  customer: string,
): ReadonlyArray<Extract<InvoicingFact, { readonly _tag: 'InvoiceIssued' | 'DebitNoteIssued' }>> =>
  factsOf(book, customer, 'InvoiceIssued', 'DebitNoteIssued')
const receiptsOf = (
  book: Book,
  customer: string,
): ReadonlyArray<Extract<CashFact, { readonly _tag: 'ReceiptRecorded' | 'CashTransferredIn' }>> =>
  factsOf(book, customer, 'ReceiptRecorded', 'CashTransferredIn')

const only = (customer: string, command: Command): ReadonlyArray<Aimed> => [{ customer, command }]

const issue: Maker = (book, dice, on) =>
  only(dice.customer, {
    _tag: 'IssueInvoice',
    on,
    documentId: fresh(book, 'INV-', on),
    currency: currencyOf(dice),
    lines: [
      dice.pick % 4 === 0
        ? { netMinor: grossOf(dice), tax: { category: 'S', ratePercent: decimal('19') } }
        : { netMinor: grossOf(dice) },
    ],
    terms: allTerms[dice.variant % allTerms.length] ?? dueOnReceipt,
  })

const debit: Maker = (book, dice, on) =>
  only(dice.customer, {
    _tag: 'IssueDebitNote',
    on,
    documentId: fresh(book, 'DN-', on),
    currency: currencyOf(dice),
    lines: [{ netMinor: grossOf(dice) }],
    reason: 'freight',
  })

const creditNote: Maker = (book, dice, on) => {
  const item = chosen(itemsOf(book, dice.customer), dice.pick)
  const linked = item !== undefined && dice.variant % 4 !== 3
  const currency = linked ? item.currency : currencyOf(dice)
  const grossMinor = linked ? Math.max(share(item.totals.netMinor, dice), 1) : grossOf(dice)
  return only(dice.customer, {
    _tag: 'IssueCreditNote',
    on,
    documentId: fresh(book, 'CN-', on),
    currency,
    lines: [{ netMinor: grossMinor, ...(linked ? { tax: item.lines[0]?.tax ?? noTax } : {}) }],
    reason: 'goods returned',
    ...(linked ? { precedingId: item.documentId, offset: dice.variant % 4 !== 2 } : {}),
  })
}

const noTax = { category: 'O', ratePercent: decimal('0') }

const receipt: Maker = (book, dice, on) => {
  const item = chosen(itemsOf(book, dice.customer), dice.pick)
  const currency = item?.currency ?? currencyOf(dice)
  const amountMinor = item === undefined ? grossOf(dice) : Math.max(share(item.totals.payableMinor, dice), 1)
  return only(dice.customer, {
    _tag: 'RecordReceipt',
    on,
    receiptId: fresh(book, 'R-', on),
    amount: money(currency, amountMinor),
    method: dice.variant % 2 === 0 ? 'card' : 'wire',
  })
}

/** Receipts that still have money which nothing has used. */
const freeReceipts = (book: Book, customer: string): ReadonlyArray<ReceiptRecord> =>
  [...keyedValues(accountIn(book, customer).cash.receipts)].filter((receipt) => unappliedMinor(receipt) > 0)

const applyCash: Maker = (book, dice, on) => {
  const { customer, pick, variant } = dice
  const account = accountIn(book, customer)
  const from = chosen(freeReceipts(book, customer), pick)
  const open = itemsOf(book, customer).filter(
    ({ documentId, currency }) => currency === from?.currency && openMinorOf(account, documentId) > 0,
  )
  const first = chosen(open, variant)
  if (from === undefined || first === undefined) return []
  const items = variant % 3 === 0 ? [first, ...open.filter((item) => item !== first).slice(0, 1)] : [first]
  const freeMinor = unappliedMinor(from)
  const lines = items.map(({ documentId }, index) => ({
    applicationId: fresh(book, `A${index}-`, on),
    itemId: documentId,
    amount: money(from.currency, Math.max(share(Math.min(openMinorOf(account, documentId), freeMinor), dice), 1)),
    ...(variant % 2 === 0 ? { discount: { _tag: 'Allowed', policy: discounts } as const } : {}),
  }))
  return only(customer, { _tag: 'ApplyCash', on, receiptId: from.receiptId, lines })
}

const applyCredit: Maker = (book, dice, on) => {
  const { customer, pick } = dice
  const account = accountIn(book, customer)
  const credit = chosen(factsOf(book, customer, 'CreditNoteIssued'), pick)
  const item = itemsOf(book, customer).find(
    ({ documentId, currency }) => currency === credit?.currency && openMinorOf(account, documentId) > 0,
  )
  if (credit === undefined || item === undefined) return []
  const freeMinor = credit.totals.grossMinor - credit.offsetMinor
  const amountMinor = Math.max(share(Math.min(freeMinor, openMinorOf(account, item.documentId)), dice), 1)
  const line = { applicationId: fresh(book, 'A-', on), itemId: item.documentId }
  const lines = [{ ...line, amount: money(credit.currency, amountMinor) }]
  return only(customer, { _tag: 'ApplyCredit', on, creditId: credit.documentId, lines })
}

const unapply: Maker = (book, dice, on) => {
  const { applications } = accountIn(book, dice.customer).cash
  const left = [...keyedValues(applications)].filter(({ amountMinor }) => amountMinor > 0)
  const application = chosen(left, dice.pick)
  if (application === undefined) return []
  const part = dice.amount % 3 === 0 ? { amountMinor: Math.max(Math.floor(application.amountMinor / 2), 1) } : {}
  return only(dice.customer, {
    _tag: 'Unapply',
    on,
    applicationId: application.applicationId,
    ...part,
    because: dice.variant % 2 === 0 ? 'mistake' : 'reallocation',
    reason: 'meant for another',
  })
}

/** Commands that need a receipt and nothing else. */
const ofReceipt =
  (
    make: (receiptId: string, currency: string, amountMinor: number, book: Book, dice: Dice, on: LocalDate) => Command,
  ): Maker =>
  (book, dice, on) => {
    const from = chosen(receiptsOf(book, dice.customer), dice.pick)
    if (from === undefined) return []
    const amountMinor = Math.max(share(from.amountMinor, dice), 1)
    return only(dice.customer, make(from.receiptId, from.currency, amountMinor, book, dice, on))
  }

const claim = (book: Book, on: LocalDate): { readonly refundClaimId: string } => ({
  refundClaimId: fresh(book, 'CLAIM-', on),
})
const fee = (book: Book, { variant }: Dice, on: LocalDate): object =>
  variant % 3 === 0 ? { fee: { amountMinor: 20_00, chargeTo: 'customer', documentId: fresh(book, 'FEE-', on) } } : {}

const place = ofReceipt((receiptId, currency, minor, _book, _dice, on) => ({
  _tag: 'PlaceOnAccount',
  on,
  receiptId,
  amount: money(currency, minor),
}))
const release = ofReceipt((receiptId, currency, minor, _book, _dice, on) => ({
  _tag: 'ReleaseFromAccount',
  on,
  receiptId,
  amount: money(currency, minor),
}))
const returned = ofReceipt((receiptId, _currency, _minor, book, dice, on) => ({
  _tag: 'ReturnReceipt',
  on,
  receiptId,
  kind: 'nsf',
  ...claim(book, on),
  ...fee(book, dice, on),
}))
const reversed = ofReceipt((receiptId, _currency, _minor, book, _dice, on) => ({
  _tag: 'ReverseCardPayment',
  on,
  receiptId,
  reason: 'unknown to the cardholder',
  ...claim(book, on),
}))
const cancelReturn: Maker = (book, dice, on) => {
  const back = chosen(factsOf(book, dice.customer, 'ReceiptReturned', 'CardPaymentReversed'), dice.pick)
  return back === undefined ? [] : only(dice.customer, { _tag: 'CancelReturn', on, receiptId: back.receiptId })
}
const voidReceipt = ofReceipt((receiptId, _currency, _minor, _book, _dice, on) => ({
  _tag: 'VoidReceipt',
  on,
  receiptId,
  reason: 'typed twice',
}))

const refund: Maker = (book, dice, on) => {
  const credit = chosen(factsOf(book, dice.customer, 'CreditNoteIssued'), dice.pick)
  const from = chosen(freeReceipts(book, dice.customer), dice.pick)
  const refundId = fresh(book, 'RF-', on)
  if (credit !== undefined && dice.variant % 3 === 0) {
    const amount = money(credit.currency, Math.max(share(credit.totals.grossMinor, dice), 1))
    const sourceId = credit.documentId
    return only(dice.customer, { _tag: 'Refund', on, refundId, source: 'credit-note', sourceId, amount })
  }
  if (from === undefined) return []
  const amount = money(from.currency, Math.max(share(unappliedMinor(from), dice), 1))
  return only(dice.customer, { _tag: 'Refund', on, refundId, source: 'receipt', sourceId: from.receiptId, amount })
}
const cancelRefund: Maker = (book, dice, on) => {
  const paid = chosen(factsOf(book, dice.customer, 'Refunded'), dice.pick)
  return paid === undefined
    ? []
    : only(dice.customer, { _tag: 'CancelRefund', on, refundId: paid.refundId, reason: 'wrong account' })
}

const writeOff: Maker = (book, dice, on) => {
  const item = chosen(itemsOf(book, dice.customer), dice.pick)
  if (item === undefined) return []
  const openMinor = openMinorOf(accountIn(book, dice.customer), item.documentId)
  return only(dice.customer, {
    _tag: 'WriteOff',
    on,
    writeOffId: fresh(book, 'W-', on),
    itemId: item.documentId,
    amount: money(item.currency, Math.max(share(openMinor, dice), 1)),
    reason: 'small-balance',
    requestedBy: 'Bob',
    policy: writeOffs,
  })
}
const reverseWriteOff: Maker = (book, dice, on) => {
  const written = chosen(factsOf(book, dice.customer, 'WrittenOff'), dice.pick)
  return written === undefined
    ? []
    : only(dice.customer, { _tag: 'ReverseWriteOff', on, writeOffId: written.writeOffId, reason: 'paid after all' })
}

/** Both sides, out first; where nothing left, nothing arrives. */
const transfer: Maker = (book, dice, on) => {
  const from = chosen(freeReceipts(book, dice.customer), dice.pick)
  const to = dice.customer === 'C-1' ? 'C-2' : 'C-1'
  if (from === undefined) return []
  const amount = money(from.currency, Math.max(share(unappliedMinor(from), dice), 1))
  const transferId = fresh(book, 'T-', on)
  const receiptId = `${transferId}-in`
  return [
    {
      customer: dice.customer,
      command: { _tag: 'TransferCashOut', on, transferId, receiptId: from.receiptId, amount, toCustomer: to },
    },
    {
      customer: to,
      command: {
        _tag: 'TransferCashIn',
        on,
        transferId,
        receiptId,
        amount,
        fromCustomer: dice.customer,
        method: 'wire',
      },
    },
  ]
}
const endTransfer: Maker = (book, dice, on) => {
  const known = factsOf(book, dice.customer, 'CashTransferredIn', 'CashTransferredOut')
  const transferId = chosen(known, dice.pick)?.transferId
  if (transferId === undefined) return []
  return only(
    dice.customer,
    dice.variant % 2 === 0
      ? { _tag: 'ReturnCashTransfer', on, transferId, reason: 'not ours' }
      : { _tag: 'RecallCashTransfer', on, transferId, ...claim(book, on) },
  )
}

/** Commands that need a document and nothing else. */
const ofItem =
  (make: (documentId: string, book: Book, dice: Dice, on: LocalDate) => Command): Maker =>
  (book, dice, on) => {
    const item = chosen(itemsOf(book, dice.customer), dice.pick)
    return item === undefined ? [] : only(dice.customer, make(item.documentId, book, dice, on))
  }

const voidInvoice = ofItem((documentId, _book, _dice, on) => ({
  _tag: 'VoidInvoice',
  on,
  documentId,
  reason: 'wrong customer',
  policy: { voidAllowed: true },
}))
const changeDue = ofItem((documentId, _book, { variant }, on) => ({
  _tag: 'ChangeDueDate',
  on,
  documentId,
  ...(variant % 2 === 0 ? { instalmentNo: 1 } : {}),
  dueOn: addDays(on, variant * 7),
  reason: 'agreed on the telephone',
}))
const delivery = ofItem((documentId, _book, { variant }, on) => ({
  _tag: 'RecordDelivery',
  on,
  documentId,
  outcome:
    variant % 4 === 0
      ? { _tag: 'Bounced', channel: 'e-mail', reason: 'mailbox full' }
      : variant % 4 === 1
        ? { _tag: 'Rejected', reason: 'order number missing' }
        : variant % 8 === 2
          ? { _tag: 'Viewed' }
          : { _tag: 'Delivered', channel: 'peppol' },
}))
const dispute = ofItem((documentId, book, dice, on) => ({
  _tag: 'RaiseDispute',
  on,
  disputeId: fresh(book, 'D-', on),
  documentId,
  ...(dice.variant % 2 === 0
    ? { amountMinor: Math.max(share(openMinorOf(accountIn(book, dice.customer), documentId), dice), 1) }
    : {}),
}))
const resolve: Maker = (book, dice, on) => {
  const raised = chosen([...keyedValues(accountIn(book, dice.customer).invoicing.openDisputes)], dice.pick)
  return raised === undefined
    ? []
    : only(dice.customer, { _tag: 'ResolveDispute', on, disputeId: raised.disputeId, outcome: 'rejected' })
}
const work: Maker = (book, dice, on) => {
  const raised = chosen([...keyedValues(accountIn(book, dice.customer).invoicing.openDisputes)], dice.pick)
  if (raised === undefined) return []
  const { disputeId } = raised
  const cause = dice.variant % 4 === 0 ? 'quantity' : 'pricing_error'
  return dice.variant % 2 === 0
    ? only(dice.customer, { _tag: 'TagDisputeCause', on, disputeId, cause, by: 'k.ito', because: 'asked sales' })
    : only(dice.customer, { _tag: 'AssignDispute', on, disputeId, department: 'sales' })
}

/** An invoice that is disputed, paid all the same, and argued about for two months after that. */
const paidUnderDispute: Maker = (book, dice, on) => {
  const documentId = fresh(book, 'INV-', on)
  const amount = money('EUR', grossOf(dice))
  const paidOn = addDays(on, 1 + dice.pick)
  const receiptId = `R-${documentId}`
  const disputeId = `D-${documentId}`
  const lines = [{ applicationId: `A-${documentId}`, itemId: documentId, amount }]
  const commands: ReadonlyArray<Command> = [
    { _tag: 'IssueInvoice', on, documentId, currency: 'EUR', lines: [{ netMinor: amount.minor }] },
    { _tag: 'RaiseDispute', on, disputeId, documentId },
    { _tag: 'RecordReceipt', on: paidOn, receiptId, amount, method: 'wire' },
    { _tag: 'ApplyCash', on: paidOn, receiptId, lines },
    { _tag: 'ResolveDispute', on: addDays(paidOn, 60), disputeId, outcome: 'withdrawn' },
  ]
  return commands.map((command) => ({ customer: dice.customer, command }))
}

/** What is common is thrown more often. */
const weights: ReadonlyArray<readonly [Maker, number]> = [
  [paidUnderDispute, 1],
  [issue, 4],
  [debit, 1],
  [creditNote, 2],
  [receipt, 4],
  [applyCash, 7],
  [applyCredit, 2],
  [unapply, 3],
  [place, 1],
  [release, 1],
  [returned, 1],
  [reversed, 1],
  [cancelReturn, 2],
  [voidReceipt, 1],
  [refund, 2],
  [cancelRefund, 1],
  [writeOff, 1],
  [reverseWriteOff, 1],
  [transfer, 1],
  [endTransfer, 1],
  [voidInvoice, 1],
  [changeDue, 2],
  [delivery, 2],
  [dispute, 2],
  [work, 2],
  [resolve, 2],
  ...differenceMakers({ fresh, share, itemOf: (book, { customer, pick }) => chosen(itemsOf(book, customer), pick) }),
]

export const commandMakers: ReadonlyArray<Maker> = weights.flatMap(([maker, weight]) =>
  Array<Maker>(weight).fill(maker),
)
