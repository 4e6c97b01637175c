import { netDays, type PaymentTerms } from '@quittance/invoicing'
import { decimal, localDate } from '@quittance/kernel'
import { describe, expect, it } from 'vitest'
import type { Scene } from '../../account/scene.js'
import { explained } from '../books.js'
import { arrivedOn, firstLine, goods, sale, today } from '../trade-story.js'

const arrived = (first: Partial<(typeof goods.lines)[number]>): Scene =>
  sale({ goods: { lines: goods.lines.map((line, index) => (index === 0 ? { ...line, ...first } : line)) } })

const seen = (scene: Scene, day = today): unknown => {
  const { cause, tags } = explained(scene, 'INV-1', day).item
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

  it('came short of what the invoice bills beyond the order: that is the error of the invoice', () => {
    const scene = sale({
      goods: { lines: [{ lineNo: 1, orderLineNo: 1, quantity: decimal('9') }, ...goods.lines.slice(1)] },
      invoice: firstLine({ quantity: decimal('12') }),
    })
    const { cause, tags } = explained(scene, 'INV-1', today).item
    expect(cause).not.toBe('shortage')
    expect(tags.map(({ rule }) => rule)).not.toContain('goods-short')
  })

  it('are those of the delivery that the invoice names; where that is not on file, another says nothing', () => {
    const short = { lines: [{ lineNo: 1, orderLineNo: 1, quantity: decimal('9') }, ...goods.lines.slice(1)] }
    const naming = (delivery: string): unknown =>
      seen(sale({ goods: short, invoice: { references: { order: 'O-1', purchaseOrder: 'PO-77', delivery } } }))
    expect(naming('G-1')).toEqual(['shortage', 'goods-short', arrivedOn])
    expect(naming('G-2')).toEqual(['unknown', undefined, undefined])
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

  it('came more than two weeks after they were promised; some days only support a complaint', () => {
    const cameOn = (on: string): unknown => {
      const { cause, tags } = explained(
        sale({ goods: { on: localDate(on) }, invoice: { on: localDate(on) } }),
        'INV-1',
        '2026-04-02',
      ).item
      return [cause, tags[0]?.role]
    }
    expect(cameOn('2026-01-11')).toEqual(['unknown', undefined])
    expect(cameOn('2026-01-12')).toEqual(['unknown', 'weak'])
    expect(cameOn('2026-01-22')).toEqual(['unknown', 'weak'])
    expect(cameOn('2026-01-23')).toEqual(['late_delivery', 'first'])
  })

  it('came late, and the price was wrong as well: what is wrong with the invoice counts for more', () => {
    const scene = sale({
      goods: { on: localDate('2026-01-24') },
      invoice: {
        on: localDate('2026-01-25'),
        lines: [{ orderLineNo: 1, productId: 'P-1', quantity: decimal('10'), unitPrice: decimal('120'), tax }],
      },
    })
    const { cause, tags } = explained(scene, 'INV-1', today).item
    expect(cause).toBe('pricing_error')
    expect(tags[1]).toMatchObject({ cause: 'late_delivery', role: 'knock-on', lostBy: 'confidence' })
  })

  it('were invoiced so late that less than half of the time from the goods was left', () => {
    const fromTheGoods: PaymentTerms = {
      id: '30-from-delivery',
      version: 1,
      parts: [{ share: { _tag: 'Balance' }, due: { base: 'delivery-date', days: 30 } }],
    }
    const invoicedOn = (on: string, terms = fromTheGoods): unknown => {
      const deliveredOn = localDate(arrivedOn)
      return seen(sale({ order: { terms }, invoice: { on: localDate(on), terms, deliveredOn } }), today)
    }
    expect(invoicedOn('2026-01-23')).toEqual(['unknown', 'late-invoice', '2026-01-23'])
    expect(invoicedOn('2026-01-24')).toEqual(['invoice_not_received', 'late-invoice', '2026-01-24'])
    expect(invoicedOn('2026-01-24', netDays(20))).toEqual(['unknown', 'late-invoice', '2026-01-24'])
    expect(invoicedOn('2026-01-18')).toEqual(['unknown', undefined, undefined])
  })
})

const tax = { category: 'S', ratePercent: decimal('19') }
