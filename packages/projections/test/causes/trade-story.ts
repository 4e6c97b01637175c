/** An ordinary sale, told with every paper: ordered, delivered, invoiced, sent. Each twist changes one thing of it. */
import type { ExcuseGiven } from '@quittance/dunning'
import { type AcceptOrder, type IssueInvoice, netDays, type RecordGoodsDelivered } from '@quittance/invoicing'
import { decimal, type Fact, localDate, type Recorded } from '@quittance/kernel'
import { newScene, noon, type Scene } from '../account/scene.js'

export const orderedOn = '2026-01-02'
export const arrivedOn = '2026-01-08'
export const invoicedOn = '2026-01-10'
export const dueOn = '2026-02-09'
/** Three weeks past due. */
export const today = '2026-03-02'

const tax = { category: 'S', ratePercent: decimal('19') }

/** Ten of P-1 at 100.00 and four of P-2 at 25.00, with 19 % tax: 1309.00. */
export const order: AcceptOrder = {
  _tag: 'AcceptOrder',
  on: localDate(orderedOn),
  orderId: 'O-1',
  currency: 'EUR',
  purchaseOrder: 'PO-77',
  purchaseOrderRequired: true,
  terms: netDays(30),
  billTo: 'Invoices, Main Street 1',
  lines: [
    {
      lineNo: 1,
      productId: 'P-1',
      quantity: decimal('10'),
      unitPrice: decimal('100'),
      tax,
      promisedOn: localDate(arrivedOn),
    },
    {
      lineNo: 2,
      productId: 'P-2',
      quantity: decimal('4'),
      unitPrice: decimal('25'),
      tax,
      promisedOn: localDate(arrivedOn),
    },
  ],
}

export const goods: RecordGoodsDelivered = {
  _tag: 'RecordGoodsDelivered',
  on: localDate(arrivedOn),
  deliveryId: 'G-1',
  orderId: 'O-1',
  lines: [
    { lineNo: 1, orderLineNo: 1, productId: 'P-1', quantity: decimal('10') },
    { lineNo: 2, orderLineNo: 2, productId: 'P-2', quantity: decimal('4') },
  ],
}

export const invoice: IssueInvoice = {
  _tag: 'IssueInvoice',
  on: localDate(invoicedOn),
  documentId: 'INV-1',
  currency: 'EUR',
  terms: netDays(30),
  billTo: 'Invoices, Main Street 1',
  references: { order: 'O-1', purchaseOrder: 'PO-77' },
  lines: [
    { orderLineNo: 1, productId: 'P-1', quantity: decimal('10'), unitPrice: decimal('100'), tax },
    { orderLineNo: 2, productId: 'P-2', quantity: decimal('4'), unitPrice: decimal('25'), tax },
  ],
}

/** The lines of an invoice with one thing changed on the first. */
export const firstLine = (twist: Partial<IssueInvoice['lines'][number]>): Pick<IssueInvoice, 'lines'> => ({
  lines: invoice.lines.map((line, index) => (index === 0 ? { ...line, ...twist } : line)),
})

interface Twist {
  readonly order?: Partial<AcceptOrder>
  readonly goods?: Partial<RecordGoodsDelivered>
  readonly invoice?: Partial<IssueInvoice>
  /** The day on which the customer has the invoice; 'never' is not told. */
  readonly sentOn?: string
}

export const sale = (twist: Twist = {}, scene: Scene = newScene()): Scene => {
  const bill = { ...invoice, ...twist.invoice }
  scene
    .run({ ...order, ...twist.order })
    .run({ ...goods, ...twist.goods })
    .run(bill)
  if (twist.sentOn === 'never') return scene
  const outcome = { _tag: 'Delivered', channel: 'e-mail' } as const
  return scene.run({
    _tag: 'RecordDelivery',
    on: localDate(twist.sentOn ?? bill.on),
    documentId: bill.documentId,
    outcome,
  })
}

interface Story {
  readonly facts: ReadonlyArray<Recorded<Fact>>
}

/** The story with an excuse at its end: the book of these tests knows invoices and money only. */
export const withExcuse = (
  { facts }: Story,
  on: string,
  said: Partial<ExcuseGiven> & { readonly code: string },
): Story => {
  const last = facts.at(-1)
  if (last === undefined) throw new Error('nobody excuses nothing')
  const fact: ExcuseGiven = { _tag: 'ExcuseGiven', on: localDate(on), excuseId: `E-${facts.length}`, ...said }
  const { position, revision } = last
  const next = { ...last, id: `E-${position + 1}`, position: position + 1, revision: revision + 1 }
  return { facts: [...facts, { ...next, effectiveOn: fact.on, recordedAt: noon(on), fact }] }
}
