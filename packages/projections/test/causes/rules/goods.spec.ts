import { decimal, localDate } from '@quittance/kernel'
import { describe, expect, it } from 'vitest'
import type { Scene } from '../../account/scene.js'
import { explained } from '../books.js'
import { arrivedOn, goods, sale, today } from '../trade-story.js'

const arrived = (first: Partial<(typeof goods.lines)[number]>): Scene =>
  sale({ goods: { lines: goods.lines.map((line, index) => (index === 0 ? { ...line, ...first } : line)) } })

const seen = (scene: Scene): unknown => {
  const { cause, tags } = explained(scene, 'INV-1', today).item
  return [cause, tags[0]?.rule, tags[0]?.happenedOn]
}

describe('goods that were billed', () => {
  it('came short: the error is that of the delivery, on its day', () => {
    expect(seen(arrived({ quantity: decimal('9') }))).toEqual(['shortage', 'goods-short', arrivedOn])
    expect(seen(arrived({ quantity: decimal('10') }))).toEqual(['unknown', undefined, undefined])
  })

  it('came short and were billed as they came: nobody is to blame', () => {
    const scene = sale({
      goods: { lines: [{ lineNo: 1, orderLineNo: 1, quantity: decimal('9') }, ...goods.lines.slice(1)] },
      invoice: {
        lines: [
          { orderLineNo: 1, productId: 'P-1', quantity: decimal('9'), unitPrice: decimal('100'), tax },
          { orderLineNo: 2, productId: 'P-2', quantity: decimal('4'), unitPrice: decimal('25'), tax },
        ],
      },
    })
    expect(seen(scene)).toEqual(['unknown', undefined, undefined])
  })

  it('came damaged, though none was missing', () => {
    expect(seen(arrived({ quantity: decimal('8'), damaged: decimal('2') }))).toEqual([
      'damaged_goods',
      'goods-damaged',
      arrivedOn,
    ])
  })

  it('came as something else', () => {
    expect(seen(arrived({ productId: 'P-8', substituteFor: 'P-1' }))).toEqual([
      'wrong_product',
      'goods-substituted',
      arrivedOn,
    ])
  })

  it('came more than three days after they were promised', () => {
    expect(seen(sale({ goods: { on: localDate('2026-01-11') } }))).toEqual(['unknown', undefined, undefined])
    expect(seen(sale({ goods: { on: localDate('2026-01-12') } }))).toEqual([
      'late_delivery',
      'goods-late',
      '2026-01-12',
    ])
  })

  it('came late, and the price was wrong as well: what is wrong with the invoice counts for more', () => {
    const scene = sale({
      goods: { on: localDate('2026-01-20') },
      invoice: {
        on: localDate('2026-01-21'),
        lines: [{ orderLineNo: 1, productId: 'P-1', quantity: decimal('10'), unitPrice: decimal('120'), tax }],
      },
    })
    const { cause, tags } = explained(scene, 'INV-1', today).item
    expect(cause).toBe('pricing_error')
    expect(tags[1]).toMatchObject({ cause: 'late_delivery', role: 'knock-on', lostBy: 'confidence' })
  })

  it('were invoiced more than ten days after they came', () => {
    const invoicedOn = (on: string): unknown => seen(sale({ invoice: { on: localDate(on) } }))
    expect(invoicedOn('2026-01-18')).toEqual(['unknown', undefined, undefined])
    expect(invoicedOn('2026-01-19')).toEqual(['invoice_not_received', 'late-invoice', '2026-01-19'])
  })
})

const tax = { category: 'S', ratePercent: decimal('19') }
