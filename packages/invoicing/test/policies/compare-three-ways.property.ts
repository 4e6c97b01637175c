import { type Decimal, decimal } from '@quittance/kernel'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  compareThreeWays,
  type Discrepancy,
  type GoodsDelivered,
  type InvoiceIssued,
  type OrderAccepted,
  type PriceAgreed,
  type Tax,
} from '../../src/index.js'
import { day, invoiceFact } from '../room.js'

interface Trade {
  readonly productId: string
  readonly quantity: number
  readonly priceMinor: number
  readonly tax: Tax
}

const rate = fc.constantFrom('0', '7', '19', '19.0')
const tradeOf = (productId: string): fc.Arbitrary<Trade> =>
  fc.record({
    productId: fc.constant(productId),
    quantity: fc.integer({ min: 1, max: 500 }),
    priceMinor: fc.integer({ min: 1, max: 900_00 }),
    tax: rate.map((text): Tax => ({ category: 'S', ratePercent: decimal(text) })),
  })

/** The same products, traded in two ways. */
const twoTrades = fc
  .uniqueArray(fc.constantFrom('A', 'B', 'C', 'D'), { minLength: 1 })
  .chain((products) => fc.tuple(fc.tuple(...products.map(tradeOf)), fc.tuple(...products.map(tradeOf)), fc.boolean()))

/** The same number, written with other zeros at its end. */
const whole = (value: number): Decimal => ({ unscaled: value * 10, scale: 1 })
const inMinor = (minor: number): Decimal => ({ unscaled: minor, scale: 2 })

const orderOf = (trades: ReadonlyArray<Trade>): OrderAccepted => ({
  _tag: 'OrderAccepted',
  on: day('2026-01-02'),
  orderId: 'SO-1',
  currency: 'EUR',
  purchaseOrder: `PO ${trades.map(({ quantity }) => quantity % 2).join('')}`,
  billTo: `plant ${(trades[0]?.quantity ?? 0) % 2}`,
  lines: trades.map(({ productId, quantity, priceMinor, tax }, index) => ({
    lineNo: 10 * (index + 1),
    productId,
    quantity: whole(quantity),
    unitPrice: inMinor(priceMinor),
    tax,
  })),
})

const invoiceOf = (trades: ReadonlyArray<Trade>, namesLines: boolean): InvoiceIssued => {
  const { purchaseOrder = '', billTo = '' } = orderOf(trades)
  const lines = trades.map(({ productId, quantity, priceMinor, tax }, index) => ({
    productId,
    ...(namesLines ? { orderLineNo: 10 * (index + 1) } : {}),
    quantity: decimal(String(quantity)),
    unitPrice: inMinor(priceMinor),
    tax,
  }))
  // In another order than the order: a line is found by what it says.
  return invoiceFact({ lines: lines.toReversed(), references: { order: 'SO-1', purchaseOrder }, billTo })
}

/** All of it, in two deliveries. */
const deliveriesOf = (trades: ReadonlyArray<Trade>): ReadonlyArray<GoodsDelivered> =>
  [0.5, 0].map((share, at) => ({
    _tag: 'GoodsDelivered',
    on: day('2026-01-08'),
    deliveryId: `DL-${at}`,
    orderId: 'SO-1',
    lines: trades.map(({ productId, quantity }, index) => {
      const first = Math.floor(quantity / 2)
      return { lineNo: index + 1, productId, quantity: decimal(String(share === 0 ? quantity - first : first)) }
    }),
  }))

const pricesOf = (trades: ReadonlyArray<Trade>): ReadonlyArray<PriceAgreed> =>
  trades.map(({ productId, priceMinor }) => ({
    _tag: 'PriceAgreed',
    on: day('2025-01-01'),
    agreementId: productId,
    productId,
    currency: 'EUR',
    unitPrice: inMinor(priceMinor),
  }))

const inOrder = (found: ReadonlyArray<Discrepancy>): ReadonlyArray<Discrepancy> =>
  found.toSorted((a, b) => a.kind.localeCompare(b.kind) || (a.lineNo ?? 0) - (b.lineNo ?? 0))

describe('compareThreeWays', () => {
  it('an invoice that says what was ordered, delivered and agreed has no discrepancy', () => {
    fc.assert(
      fc.property(twoTrades, ([trades, , namesLines]) => {
        const ways = { invoice: invoiceOf(trades, namesLines), order: orderOf(trades), prices: pricesOf(trades) }
        expect(compareThreeWays(ways)).toEqual([])
        expect(compareThreeWays({ ...ways, deliveries: deliveriesOf(trades) })).toEqual([])
      }),
    )
  })

  it('what is expected and what is invoiced change places together', () => {
    fc.assert(
      fc.property(twoTrades, ([one, other, namesLines]) => {
        const there = compareThreeWays({ invoice: invoiceOf(one, namesLines), order: orderOf(other) })
        const back = compareThreeWays({ invoice: invoiceOf(other, namesLines), order: orderOf(one) })
        const names = inOrder(there).map(({ differenceMinor: _, ...rest }) => rest)
        const turned = inOrder(back).map(({ differenceMinor: _, expected, invoiced, ...rest }) => ({
          ...rest,
          expected: invoiced,
          invoiced: expected,
        }))
        expect(turned).toEqual(names)
      }),
    )
  })

  it('a discrepancy of quantity or price is worth exactly what it changes of the line', () => {
    fc.assert(
      fc.property(twoTrades, ([billed, wanted]) => {
        const invoice = invoiceOf(billed, true)
        for (const { kind, lineNo, differenceMinor } of compareThreeWays({ invoice, order: orderOf(wanted) })) {
          if (kind !== 'quantity' && kind !== 'price') continue
          const line = invoice.lines.find((own) => own.lineNo === lineNo)
          const own = billed.find(({ productId }) => productId === line?.productId)
          const other = wanted.find(({ productId }) => productId === line?.productId)
          if (line === undefined || own === undefined || other === undefined) throw new Error('the line is there')
          const { quantity, priceMinor } =
            kind === 'quantity' ? { ...own, quantity: other.quantity } : { ...own, priceMinor: other.priceMinor }
          expect(line.netMinor - (differenceMinor ?? NaN)).toBe(quantity * priceMinor)
        }
      }),
    )
  })
})
