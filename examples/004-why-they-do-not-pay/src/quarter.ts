/** A quarter as the systems of a pump maker saw it, customer by customer: orders, prices, deliveries, invoices, and what came back. */
import { decimal, type LocalDate, localDate, money } from '@quittance/kernel'
import { type AccountCommand, netDays } from '@quittance/receivables'

const on = (day: string): { readonly on: LocalDate } => ({ on: localDate(day) })

/** So many of one product at a price, ordered on a day. */
interface Sale {
  readonly number: string
  readonly day: string
  readonly productId: string
  readonly quantity: string
  readonly unitPrice: string
}

const ordered = ({ number, day, productId, quantity, unitPrice }: Sale): AccountCommand => ({
  _tag: 'AcceptOrder',
  ...on(day),
  orderId: `SO-${number}`,
  currency: 'EUR',
  terms: netDays(30),
  lines: [{ lineNo: 1, productId, quantity: decimal(quantity), unitPrice: decimal(unitPrice) }],
})

const delivered = (number: string, day: string, productId: string, quantity: string): AccountCommand => ({
  _tag: 'RecordGoodsDelivered',
  ...on(day),
  deliveryId: `DL-${number}`,
  orderId: `SO-${number}`,
  lines: [{ lineNo: 1, orderLineNo: 1, productId, quantity: decimal(quantity) }],
})

const invoiced = ({ number, day, productId, quantity, unitPrice }: Sale, salesRepId: string): AccountCommand => ({
  _tag: 'IssueInvoice',
  ...on(day),
  documentId: `INV-${number}`,
  currency: 'EUR',
  terms: netDays(30),
  salesRepId,
  references: { order: `SO-${number}`, delivery: `DL-${number}` },
  lines: [{ productId, orderLineNo: 1, quantity: decimal(quantity), unitPrice: decimal(unitPrice) }],
})

const sent = (number: string, day: string): AccountCommand => ({
  _tag: 'RecordDelivery',
  ...on(day),
  documentId: `INV-${number}`,
  outcome: { _tag: 'Delivered', channel: 'e-mail' },
})

const paid = (number: string, day: string, minor: number): ReadonlyArray<AccountCommand> => [
  { _tag: 'RecordReceipt', ...on(day), receiptId: `R-${number}`, amount: money('EUR', minor), method: 'wire' },
  {
    _tag: 'ApplyCash',
    ...on(day),
    receiptId: `R-${number}`,
    lines: [{ applicationId: `A-${number}`, itemId: `INV-${number}`, amount: money('EUR', minor) }],
  },
]

const pumps = { productId: 'pump', quantity: '10' }

/** Fifty agreed, fifty-five billed: nobody complained, and nobody paid. */
const globex: ReadonlyArray<AccountCommand> = [
  {
    _tag: 'AgreePrice',
    ...on('2025-12-01'),
    agreementId: 'PA-7',
    productId: 'pump',
    currency: 'EUR',
    unitPrice: decimal('50.00'),
  },
  ordered({ ...pumps, number: '1', day: '2026-01-05', unitPrice: '50.00' }),
  delivered('1', '2026-01-08', 'pump', '10'),
  invoiced({ ...pumps, number: '1', day: '2026-01-09', unitPrice: '55.00' }, 'ann'),
  sent('1', '2026-01-09'),
]

/** Ten ordered and billed, eight came; they paid eight and said why. */
const initech: ReadonlyArray<AccountCommand> = [
  ordered({ ...pumps, number: '2', day: '2026-01-06', unitPrice: '52.00' }),
  delivered('2', '2026-01-12', 'pump', '8'),
  invoiced({ ...pumps, number: '2', day: '2026-01-12', unitPrice: '52.00' }, 'bob'),
  sent('2', '2026-01-12'),
  ...paid('2', '2026-02-10', 416_00),
  {
    _tag: 'RecordDeduction',
    ...on('2026-02-10'),
    deductionId: 'DED-2',
    itemId: 'INV-2',
    amount: money('EUR', 104_00),
    reasonCode: '59',
    receiptId: 'R-2',
  },
]

/** The invoice went to an address that is none, and reached them a month and a half later. */
const hooli: ReadonlyArray<AccountCommand> = [
  ordered({ number: '3', day: '2026-01-07', productId: 'valve', quantity: '4', unitPrice: '90.00' }),
  delivered('3', '2026-01-13', 'valve', '4'),
  invoiced({ number: '3', day: '2026-01-14', productId: 'valve', quantity: '4', unitPrice: '90.00' }, 'bob'),
  {
    _tag: 'RecordDelivery',
    ...on('2026-01-15'),
    documentId: 'INV-3',
    outcome: { _tag: 'Bounced', channel: 'e-mail', reason: 'no such mailbox' },
  },
  sent('3', '2026-03-02'),
]

/** Everything was right. They say that they are short of money. */
const umbrella: ReadonlyArray<AccountCommand> = [
  ordered({ number: '4', day: '2026-01-08', productId: 'valve', quantity: '2', unitPrice: '90.00' }),
  delivered('4', '2026-01-14', 'valve', '2'),
  invoiced({ number: '4', day: '2026-01-14', productId: 'valve', quantity: '2', unitPrice: '90.00' }, 'ann'),
  sent('4', '2026-01-14'),
  {
    _tag: 'RecordExcuse',
    ...on('2026-02-20'),
    excuseId: 'X-4',
    items: ['INV-4'],
    code: 'short-of-money',
    cause: 'customer_cash_flow',
    words: 'after the fair',
  },
]

/** A claim about the price that a person looked into, and that was wrong; and one invoice that simply was paid late. */
const vandelay: ReadonlyArray<AccountCommand> = [
  ordered({ number: '5', day: '2026-01-09', productId: 'hose', quantity: '20', unitPrice: '6.00' }),
  delivered('5', '2026-01-15', 'hose', '20'),
  invoiced({ number: '5', day: '2026-01-15', productId: 'hose', quantity: '20', unitPrice: '6.00' }, 'ann'),
  sent('5', '2026-01-15'),
  { _tag: 'RaiseDispute', ...on('2026-02-01'), disputeId: 'D-5', documentId: 'INV-5', cause: 'pricing_error' },
  {
    _tag: 'AssignDispute',
    ...on('2026-02-02'),
    disputeId: 'D-5',
    department: 'pricing',
    dueOn: localDate('2026-02-10'),
  },
  { _tag: 'ResolveDispute', ...on('2026-02-09'), disputeId: 'D-5', outcome: 'rejected' },
  invoiced({ number: '6', day: '2026-01-20', productId: 'hose', quantity: '10', unitPrice: '6.00' }, 'ann'),
  ...paid('6', '2026-03-05', 60_00),
]

/** The accounts of the quarter. */
export const quarter: Readonly<Record<string, ReadonlyArray<AccountCommand>>> = {
  globex,
  hooli,
  initech,
  umbrella,
  vandelay,
}
