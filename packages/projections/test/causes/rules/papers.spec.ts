import { netDays } from '@quittance/invoicing'
import { decimal, localDate } from '@quittance/kernel'
import { describe, expect, it } from 'vitest'
import { newScene, type Scene } from '../../account/scene.js'
import { causeOf, explained } from '../books.js'
import { firstLine, invoice, order, orderedOn, invoicedOn, sale, today } from '../trade-story.js'

const first = (scene: Scene): unknown => {
  const { item } = explained(scene, 'INV-1', today)
  const [tag] = item.tags
  return { cause: item.cause, rule: tag?.rule, on: tag?.happenedOn, positions: tag?.positions }
}

describe('an invoice compared with its order', () => {
  it('asks for another price than was ordered at: the fault of who priced it, on the day of the invoice', () => {
    const dearer = sale({ invoice: firstLine({ unitPrice: decimal('110') }) })
    expect(first(dearer)).toEqual({ cause: 'pricing_error', rule: 'price-mismatch', on: invoicedOn, positions: [1, 3] })
    const { item } = explained(dearer, 'INV-1', today)
    expect(item).toMatchObject({ stage: 'sales', department: 'pricing', upstream: true, confidence: 90 })
    expect(item.tags[0]?.because).toMatchObject({ expected: '100', invoiced: '110', differenceMinor: 100_00 })
  })

  it('one cent a piece is a difference, and a price too low is no reason not to pay', () => {
    expect(causeOf(sale({ invoice: firstLine({ unitPrice: decimal('100.01') }) }), 'INV-1', today)).toBe(
      'pricing_error',
    )
    const cheaper = explained(sale({ invoice: firstLine({ unitPrice: decimal('99.99') }) }), 'INV-1', today)
    expect([cheaper.item.cause, cheaper.item.tags[0]?.role]).toEqual(['unknown', 'weak'])
  })

  describe('and with agreed prices, where the order states none', () => {
    const withoutPrices = { lines: order.lines.map(({ unitPrice: _, ...line }) => line) }
    const agreed = (on: string, minor: string, twist: Parameters<typeof sale>[0] = { order: withoutPrices }): Scene =>
      sale(twist).run({
        _tag: 'AgreePrice',
        on: localDate(on),
        agreementId: `A-${on}`,
        productId: 'P-1',
        currency: 'EUR',
        unitPrice: decimal(minor),
      })

    it('asks for another price than was agreed for the day of the order, and not for a later day', () => {
      expect(first(agreed(orderedOn, '90'))).toEqual({
        cause: 'pricing_error',
        rule: 'price-mismatch',
        on: invoicedOn,
        positions: [1, 3, 5],
      })
      expect(causeOf(agreed('2026-01-03', '90'), 'INV-1', today)).toBe('unknown')
    })

    it('is held to the order where that states a price: it is the later agreement', () => {
      expect(causeOf(agreed('2025-06-01', '90', {}), 'INV-1', today)).toBe('unknown')
    })

    it('is accepted where it was paid in full without a word', () => {
      expect(causeOf(agreed(orderedOn, '90').pay('INV-1', 1309_00, '2026-02-20'), 'INV-1', today)).toBe('unknown')
    })
  })

  it('bills more than was ordered', () => {
    const more = sale({
      goods: {
        lines: [
          { lineNo: 1, orderLineNo: 1, quantity: decimal('11') },
          { lineNo: 2, orderLineNo: 2, quantity: decimal('4') },
        ],
      },
      invoice: firstLine({ quantity: decimal('11') }),
    })
    expect(first(more)).toMatchObject({ cause: 'quantity', rule: 'quantity-mismatch' })
  })

  it('names another purchase order, or none where one is required; capitals make no difference', () => {
    const named = (purchaseOrder?: string): Scene =>
      sale({ invoice: { references: { order: 'O-1', ...(purchaseOrder === undefined ? {} : { purchaseOrder }) } } })
    expect(first(named('PO-78'))).toMatchObject({ cause: 'wrong_po', on: invoicedOn })
    expect(first(named())).toMatchObject({ cause: 'wrong_po', on: invoicedOn })
    expect(causeOf(named('po-77'), 'INV-1', today)).toBe('unknown')
  })

  it('lacks a purchase order that the order was taken without: the error is that of the day of the order', () => {
    const { purchaseOrder: _, ...withoutNumber } = order
    const scene = sale({ invoice: { references: { order: 'O-1' } } })
    expect(first(scene)).toMatchObject({ on: invoicedOn })
    const taken = sale({
      order: { ...withoutNumber, orderId: 'O-2' },
      goods: { orderId: 'O-2' },
      invoice: { references: { order: 'O-2' } },
    })
    // The sale above spreads over the standing order, so that its number has to be taken away by name.
    expect(explained(taken, 'INV-1', today).item.cause).toBe('wrong_po')
  })

  it('is due otherwise than agreed', () => {
    expect(first(sale({ invoice: { terms: netDays(14) } }))).toMatchObject({ cause: 'discount_terms_mismatch' })
  })

  it('charges another tax, another product, another currency, or goes to somebody else', () => {
    const tax = { category: 'S', ratePercent: decimal('7') }
    expect(first(sale({ invoice: firstLine({ tax }) }))).toMatchObject({ cause: 'wrong_tax', rule: 'tax-mismatch' })
    expect(first(sale({ invoice: firstLine({ productId: 'P-9' }) }))).toMatchObject({ cause: 'wrong_product' })
    expect(first(sale({ order: { currency: 'USD' } }))).toMatchObject({ cause: 'wrong_currency_fx' })
    expect(first(sale({ invoice: { billTo: 'Head office' } }))).toMatchObject({
      cause: 'wrong_address',
      rule: 'wrong-recipient',
    })
  })

  it('is held to an order that was told of only later, and not before anybody knew', () => {
    const dear = { ...invoice, ...firstLine({ unitPrice: decimal('110') }) }
    const scene = newScene().run(dear).run(order, { learned: '2026-02-20' })
    expect(causeOf(scene, 'INV-1', today)).toBe('pricing_error')
    expect(causeOf(scene, 'INV-1', today, '2026-02-19')).toBe('unknown')
  })
})

describe('the same thing billed twice', () => {
  const again = (twist: Partial<typeof invoice>): Scene =>
    sale({ sentOn: 'never' }).run({ ...invoice, documentId: 'INV-2', ...twist })

  it('is the fault of the second invoice, whatever day it was', () => {
    const scene = again({ on: localDate('2026-02-20') })
    expect(explained(scene, 'INV-2', '2026-04-02').item).toMatchObject({
      cause: 'duplicate_billing',
      department: 'billing',
    })
    expect(causeOf(scene, 'INV-1', '2026-04-02')).toBe('unknown')
  })

  it('is none where the first was voided or credited in full', () => {
    const voided = again({}).run({
      _tag: 'VoidInvoice',
      on: localDate(invoicedOn),
      documentId: 'INV-1',
      reason: 'typing error',
      policy: { voidAllowed: true },
    })
    expect(causeOf(voided, 'INV-2', today)).toBe('unknown')
  })

  const bare = (documentId: string, on: string, description?: string): typeof invoice => ({
    _tag: 'IssueInvoice',
    on: localDate(on),
    documentId,
    currency: 'EUR',
    terms: netDays(30),
    lines: [{ netMinor: 500_00, ...(description === undefined ? {} : { description }) }],
  })

  it('without papers is one only within three days, and only where the lines say what they are', () => {
    const twice = (on: string, description?: string): string => {
      const scene = sale()
        .run(bare('R-1', '2026-01-10', description))
        .run(bare('R-2', on, description))
      return causeOf(scene, 'R-2', '2026-03-20')
    }
    expect(twice('2026-01-13', 'Rent of hall 4, January')).toBe('duplicate_billing')
    expect(twice('2026-01-14', 'Rent of hall 4, January')).toBe('unknown')
    expect(twice('2026-01-12')).toBe('unknown')
  })
})
