import { decimal } from '@quittance/kernel'
import { describe, expect, it } from 'vitest'
import {
  compareThreeWays,
  type Discrepancy,
  type DraftLine,
  type GoodsDelivered,
  type InvoiceIssued,
  type IssueInvoice,
  netDays,
  type OrderAccepted,
  type OrderLine,
  type PriceAgreed,
} from '../../src/index.js'
import { day, invoiceFact } from '../room.js'

const standard = { category: 'S', ratePercent: decimal('19') }
const reduced = { category: 'S', ratePercent: decimal('7') }

const ordered: OrderLine = {
  lineNo: 10,
  productId: 'V-50',
  quantity: decimal('10'),
  unitPrice: decimal('20.00'),
  tax: standard,
}
const order = (parts: Partial<OrderAccepted> = {}): OrderAccepted => ({
  _tag: 'OrderAccepted',
  on: day('2026-01-02'),
  orderId: 'SO-1',
  currency: 'EUR',
  lines: [ordered],
  ...parts,
})
const billed: DraftLine = { productId: 'V-50', quantity: decimal('10'), unitPrice: decimal('20'), tax: standard }
const invoice = (parts: Partial<IssueInvoice> = {}): InvoiceIssued =>
  invoiceFact({ lines: [billed], references: { order: 'SO-1' }, ...parts })
const delivery = (quantity: string, parts: Partial<GoodsDelivered> = {}): GoodsDelivered => ({
  _tag: 'GoodsDelivered',
  on: day('2026-01-08'),
  deliveryId: 'DL-1',
  orderId: 'SO-1',
  lines: [{ lineNo: 1, orderLineNo: 10, quantity: decimal(quantity) }],
  ...parts,
})
const agreed = (unitPrice: string, parts: Partial<PriceAgreed> = {}): PriceAgreed => ({
  _tag: 'PriceAgreed',
  on: day('2025-01-01'),
  agreementId: 'PA-1',
  productId: 'V-50',
  currency: 'EUR',
  unitPrice: decimal(unitPrice),
  ...parts,
})
const quantity = (against: 'order' | 'delivery', expected: string, invoiced: string, minor: number): Discrepancy => ({
  kind: 'quantity',
  against,
  lineNo: 1,
  expected,
  invoiced,
  differenceMinor: minor,
})

describe('an invoice beside its order', () => {
  it('that says the same has no discrepancy, however numbers are written', () => {
    expect(compareThreeWays({ invoice: invoice(), order: order(), deliveries: [delivery('10.0')] })).toEqual([])
  })

  it('at another price asks for so much too much', () => {
    const dear = invoice({ lines: [{ ...billed, unitPrice: decimal('20.005') }] })
    expect(compareThreeWays({ invoice: dear, order: order() })).toEqual([
      { kind: 'price', against: 'order', lineNo: 1, expected: '20', invoiced: '20.005', differenceMinor: 5 },
    ])
  })

  it('whose line has an amount and no price is held to what its quantity comes to', () => {
    const lines = [{ productId: 'V-50', netMinor: 210_00, tax: standard }]
    const amounts = order({ lines: [{ lineNo: 10, productId: 'V-50', quantity: decimal('10'), netMinor: 200_00 }] })
    expect(compareThreeWays({ invoice: invoice({ lines }), order: amounts })).toEqual([
      { kind: 'price', against: 'order', lineNo: 1, expected: '200.00', invoiced: '210.00', differenceMinor: 10_00 },
    ])
  })

  it('with another tax asks for the difference of the tax', () => {
    const taxed = invoice({ lines: [{ ...billed, tax: reduced }] })
    expect(compareThreeWays({ invoice: taxed, order: order() })).toEqual([
      { kind: 'tax', against: 'order', lineNo: 1, expected: 'S 19 %', invoiced: 'S 7 %', differenceMinor: -24_00 },
    ])
  })

  it('over another product, or one that nobody ordered, is named by the product', () => {
    const other = invoice({ lines: [{ ...billed, productId: 'V-51', orderLineNo: 10 }] })
    expect(compareThreeWays({ invoice: other, order: order() })).toMatchObject([
      { kind: 'product', expected: 'V-50', invoiced: 'V-51', differenceMinor: 200_00 },
    ])
    const more = invoice({ lines: [billed, { ...billed, productId: 'HAT' }] })
    expect(compareThreeWays({ invoice: more, order: order() })).toMatchObject([
      { kind: 'product', lineNo: 2, expected: '', invoiced: 'HAT' },
    ])
  })

  it('may charge beside its products what is no product', () => {
    const freight = invoice({ lines: [billed, { description: 'freight', netMinor: 15_00 }] })
    const two = order({ lines: [ordered, { ...ordered, lineNo: 2, productId: 'HAT' }] })
    expect(compareThreeWays({ invoice: freight, order: two })).toEqual([])
  })

  it('finds lines without products by their number, or by their place', () => {
    const lines = [10, 20].map((lineNo) => ({ lineNo, quantity: decimal('1'), unitPrice: decimal(`${lineNo}`) }))
    const drafts = [10, 21].map((price) => ({ quantity: decimal('1'), unitPrice: decimal(`${price}`) }))
    expect(compareThreeWays({ invoice: invoice({ lines: drafts }), order: order({ lines }) })).toMatchObject([
      { kind: 'price', lineNo: 2, expected: '20', invoiced: '21' },
    ])
  })

  it('is due as agreed where days and amounts are the same, whatever the terms are called', () => {
    const terms = { ...netDays(30), id: 'thirty days' }
    expect(compareThreeWays({ invoice: invoice({ terms: netDays(30) }), order: order({ terms }) })).toEqual([])
    const dueOn = day('2026-02-09')
    expect(compareThreeWays({ invoice: invoice({ dueOn }), order: order({ terms }) })).toEqual([])
    expect(compareThreeWays({ invoice: invoice({ terms: netDays(14) }), order: order({ terms }) })).toEqual([
      {
        kind: 'terms',
        against: 'order',
        expected: 'thirty days, due 2026-02-09',
        invoiced: 'net-14, due 2026-01-24',
      },
    ])
  })

  it('without the discount that was agreed differs in its terms', () => {
    const tiers = [{ percent: decimal('2'), days: 10 }]
    const terms = {
      ...netDays(30),
      discount: { taxMode: 'never-reduced', base: 'total', graceDays: 0, tiers },
    } as const
    expect(compareThreeWays({ invoice: invoice({ terms: netDays(30) }), order: order({ terms }) })).toMatchObject([
      { kind: 'terms', expected: 'net-30, due 2026-02-09, discount until 2026-01-20' },
    ])
  })

  it('names the purchase order of the order, or none where none is required', () => {
    const ask = (required: boolean, stated?: string): ReadonlyArray<Discrepancy> =>
      compareThreeWays({
        invoice: invoice(stated === undefined ? {} : { references: { purchaseOrder: stated } }),
        order: order({ purchaseOrder: 'PO 77', purchaseOrderRequired: required }),
      })
    expect(ask(true, 'po  77')).toEqual([])
    expect(ask(false)).toEqual([])
    expect(ask(true)).toEqual([{ kind: 'purchase-order', against: 'order', expected: 'PO 77', invoiced: '' }])
    expect(ask(false, 'PO 78')).toMatchObject([{ kind: 'purchase-order', invoiced: 'PO 78' }])
  })

  it('goes to whom the order says, in the currency of the order', () => {
    const elsewhere = invoice({ billTo: 'plant 2', currency: 'USD' })
    expect(compareThreeWays({ invoice: elsewhere, order: order({ billTo: 'Head office' }) })).toMatchObject([
      { kind: 'currency', expected: 'EUR', invoiced: 'USD' },
      { kind: 'bill-to', expected: 'Head office', invoiced: 'plant 2' },
    ])
  })
})

describe('an invoice beside its deliveries', () => {
  it('bills what was received in good order', () => {
    const damaged = delivery('9', {
      lines: [{ lineNo: 1, orderLineNo: 10, quantity: decimal('9'), damaged: decimal('1') }],
    })
    expect(compareThreeWays({ invoice: invoice(), order: order(), deliveries: [damaged] })).toEqual([
      quantity('delivery', '9', '10', 20_00),
    ])
  })

  it('bills no more than was ordered, even if more came', () => {
    expect(compareThreeWays({ invoice: invoice(), order: order(), deliveries: [delivery('12')] })).toEqual([])
    const twelve = invoice({ lines: [{ ...billed, quantity: decimal('12') }] })
    expect(compareThreeWays({ invoice: twelve, order: order(), deliveries: [delivery('12')] })).toEqual([
      quantity('order', '10', '12', 40_00),
    ])
  })

  it('may come before any delivery, for what was ordered', () => {
    expect(compareThreeWays({ invoice: invoice(), order: order(), deliveries: [] })).toEqual([])
  })

  it('bills nothing of a line that did not come while others did', () => {
    const other = delivery('1', { lines: [{ lineNo: 2, orderLineNo: 20, quantity: decimal('1') }] })
    expect(compareThreeWays({ invoice: invoice(), order: order(), deliveries: [other] })).toEqual([
      quantity('delivery', '0', '10', 200_00),
    ])
  })

  it('is held to the delivery that it names', () => {
    const deliveries = [delivery('4'), delivery('6', { deliveryId: 'DL-2' })]
    const four = invoice({ lines: [{ ...billed, quantity: decimal('4') }], references: { delivery: 'DL-1' } })
    expect(compareThreeWays({ invoice: four, order: order(), deliveries })).toEqual([])
    const six = { ...four, references: { delivery: 'DL-2' } }
    expect(compareThreeWays({ invoice: six, order: order(), deliveries })).toEqual([
      quantity('delivery', '6', '4', -40_00),
    ])
  })

  it('of another order has nothing to do with it', () => {
    const other = delivery('1', { orderId: 'SO-2' })
    expect(compareThreeWays({ invoice: invoice(), order: order(), deliveries: [other] })).toEqual([])
  })

  it('that was billed before is billed twice', () => {
    const again = compareThreeWays({
      invoice: invoice({ documentId: 'INV-2' }),
      order: order(),
      deliveries: [delivery('10')],
      billedBefore: [invoice()],
    })
    expect(again).toEqual([quantity('order', '0', '10', 200_00)])
  })

  it('of what was sent instead is named by the product', () => {
    const lines = [{ lineNo: 1, productId: 'V-51', substituteFor: 'V-50', quantity: decimal('10') }]
    const sent = delivery('10', { lines })
    expect(compareThreeWays({ invoice: invoice(), order: order(), deliveries: [sent] })).toMatchObject([
      { kind: 'product', against: 'delivery', expected: 'V-50', invoiced: 'V-51' },
    ])
  })

  it('is compared with them also where the order is not known', () => {
    const lines = [{ lineNo: 1, productId: 'V-50', quantity: decimal('7') }]
    expect(compareThreeWays({ invoice: invoice(), deliveries: [delivery('7', { lines })] })).toEqual([
      quantity('delivery', '7', '10', 60_00),
    ])
  })
})

describe('an invoice beside agreed prices', () => {
  it('is held to the latest agreement in force on the day of the order', () => {
    const prices = [
      agreed('18'),
      agreed('19', { on: day('2026-01-02') }),
      agreed('15', { on: day('2026-01-03') }),
      agreed('16', { on: day('2026-01-02'), currency: 'USD' }),
    ]
    expect(compareThreeWays({ invoice: invoice(), order: order(), prices })).toEqual([
      { kind: 'price', against: 'agreement', lineNo: 1, expected: '19', invoiced: '20', differenceMinor: 10_00 },
    ])
  })

  it('is held to an agreement on its last day and not on the day after', () => {
    const until = (last: string): ReadonlyArray<Discrepancy> =>
      compareThreeWays({ invoice: invoice(), order: order(), prices: [agreed('18', { until: day(last) })] })
    expect(until('2026-01-02')).toHaveLength(1)
    expect(until('2026-01-01')).toEqual([])
  })

  it('that break order and agreement alike are said once, and apart where these differ', () => {
    const dear = invoice({ lines: [{ ...billed, unitPrice: decimal('25') }] })
    const against = (price: string): ReadonlyArray<string> =>
      compareThreeWays({ invoice: dear, order: order(), prices: [agreed(price)] }).map((one) => one.against)
    expect(against('20.00')).toEqual(['order'])
    expect(against('21')).toEqual(['order', 'agreement'])
  })
})
