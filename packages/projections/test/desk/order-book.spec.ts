import type { OrderPlaced } from '@quittance/dunning'
import { accountStream, type Fact, instant, localDate, type Recorded } from '@quittance/kernel'
import { describe, expect, it } from 'vitest'
import { creditStanding, emptyLedgerView, noteOrder, type OrderBook, unbilledOrders } from '../../src/index.js'
import { asOf } from '../account/scene.js'

const at = asOf('2026-06-30')
const order = (orderId: string, amountMinor: number, more: Partial<OrderPlaced> = {}): object => ({
  _tag: 'OrderPlaced',
  on: localDate('2026-06-01'),
  orderId,
  currency: 'EUR',
  amountMinor,
  ...more,
})
const billed = (documentId: string, orderId: string | undefined, grossMinor: number): object => ({
  _tag: 'InvoiceIssued',
  documentId,
  references: orderId === undefined ? {} : { order: orderId },
  totals: { grossMinor },
})
const bookOf = (...facts: ReadonlyArray<object>): OrderBook => {
  const book: OrderBook = new Map()
  for (const fact of facts)
    noteOrder(book, {
      stream: accountStream('acme', 'globex'),
      effectiveOn: localDate('2026-06-01'),
      recordedAt: instant('2026-06-02T12:00:00.000Z'),
      fact,
    } as unknown as Recorded<Fact>)
  return book
}
const left = (book: OrderBook, orderDays?: number): unknown =>
  unbilledOrders(book, 'globex', at, orderDays).map(({ orderId, unbilledMinor }) => [orderId, unbilledMinor])

describe('unbilledOrders', () => {
  it('takes off what was paid in advance and what is billed, and nothing twice', () => {
    expect(left(bookOf(order('O1', 500_00), order('O2', 100_00, { depositMinor: 40_00 })))).toEqual([
      ['O1', 500_00],
      ['O2', 60_00],
    ])
    expect(left(bookOf(order('O1', 500_00), billed('I1', 'O1', 200_00), billed('I2', undefined, 100_00)))).toEqual([
      ['O1', 300_00],
    ])
    expect(left(bookOf(order('O1', 500_00), order('O2', 100_00), billed('I1', 'O1', 550_00)))).toEqual([['O2', 100_00]])
  })

  it('counts an order again whose invoice was voided', () => {
    const voided = { _tag: 'InvoiceVoided', documentId: 'I1' }
    expect(left(bookOf(order('O1', 500_00), billed('I1', 'O1', 500_00), voided))).toEqual([['O1', 500_00]])
  })

  it('forgets orders of long ago where the policy says so, and knows what was known', () => {
    expect([left(bookOf(order('O1', 1)), 29), left(bookOf(order('O1', 1)), 28)]).toEqual([[['O1', 1]], []])
    const early = { ...at, knownAt: instant('2026-06-02T11:00:00.000Z') }
    expect(unbilledOrders(bookOf(order('O1', 1)), 'globex', early)).toEqual([])
  })

  it('is a part of the exposure, also of a customer who owes nothing yet', () => {
    const [row] = creditStanding(emptyLedgerView(), at, {
      orders: bookOf(order('O1', 500_00)),
      limitsOf: () => ({ totalMinor: 499_99 }),
    })
    expect(row).toMatchObject({
      customer: 'globex',
      ordersMinor: 500_00,
      totalMinor: 500_00,
      exceeded: [{ limit: 'total' }],
    })
  })
})
