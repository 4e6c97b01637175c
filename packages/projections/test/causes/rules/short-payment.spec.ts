import type { PaymentTerms } from '@quittance/invoicing'
import { decimal, localDate, money } from '@quittance/kernel'
import { describe, expect, it } from 'vitest'
import type { Scene } from '../../account/scene.js'
import { causeOf, explained } from '../books.js'
import { dueOn, invoice, order, sale, today } from '../trade-story.js'

const tax = { category: 'S', ratePercent: decimal('19') }
const withFreight = { charges: [{ amountMinor: 35_00, code: 'freight', tax }] }
const twoPercent: PaymentTerms = {
  id: '2-10-30',
  version: 1,
  parts: [{ share: { _tag: 'Balance' }, due: { days: 30 } }],
  discount: { taxMode: 'reduce-on-payment', base: 'total', graceDays: 0, tiers: [{ percent: decimal('2'), days: 10 }] },
}
const seen = (scene: Scene): unknown => {
  const { cause, confidence, tags } = explained(scene, 'INV-1', today).item
  return [cause, confidence, tags[0]?.because.kind]
}

describe('an invoice paid short to the cent', () => {
  it('by its tax', () => {
    expect(seen(sale().pay('INV-1', 1309_00 - 209_00, dueOn))).toEqual(['wrong_tax', 75, 'short-by-tax'])
    expect(causeOf(sale().pay('INV-1', 1309_00 - 209_01, dueOn), 'INV-1', today)).toBe('unknown')
  })

  it('by its freight, with or without the tax on it, or by another charge', () => {
    const bill = (charges = withFreight.charges): Scene => sale({ invoice: { charges } })
    expect(seen(bill().pay('INV-1', 1350_65 - 35_00, dueOn))).toEqual(['freight', 75, 'short-by-freight'])
    expect(seen(bill().pay('INV-1', 1350_65 - 41_65, dueOn))).toEqual(['freight', 75, 'short-by-freight'])
    const small = [{ amountMinor: 35_00, code: 'small order', tax }]
    expect(seen(bill(small).pay('INV-1', 1350_65 - 35_00, dueOn))).toEqual(['special_charge', 75, 'short-by-charge'])
  })

  it('by a line, with or without its tax; the only line is the invoice itself', () => {
    expect(seen(sale().pay('INV-1', 1309_00 - 119_00, dueOn))).toEqual(['shortage', 75, 'short-by-line'])
    expect(seen(sale().pay('INV-1', 1309_00 - 100_00, dueOn))).toEqual(['shortage', 75, 'short-by-line'])
  })

  it('by the discount: ours while it was to be had, the customer’s after its last day', () => {
    const offered = (paidOn: string): unknown =>
      seen(sale({ order: { terms: twoPercent }, invoice: { terms: twoPercent } }).pay('INV-1', 1309_00 - 26_18, paidOn))
    expect(offered('2026-01-20')).toEqual(['discount_terms_mismatch', 75, 'short-by-discount'])
    expect(offered('2026-01-21')).toEqual(['unearned_discount', 75, 'short-by-late-discount'])
  })

  it('by something that two things could be: both are shown, and neither is sure', () => {
    const two = [
      { orderLineNo: 1, productId: 'P-1', netMinor: 1000_00, tax },
      { orderLineNo: 2, productId: 'P-2', netMinor: 234_57, tax },
    ]
    const lines = order.lines.map(({ unitPrice: _, ...line }) => line)
    const scene = sale({ order: { lines }, invoice: { lines: two } }).pay('INV-1', 1469_14 - 234_57, dueOn)
    expect(invoice.lines).toHaveLength(2)
    const { item } = explained(scene, 'INV-1', today)
    expect(item.conflicts).toHaveLength(1)
    expect(item.confidence).toBe(35)
    expect(item.tags.map(({ cause }) => cause).toSorted()).toEqual(['shortage', 'wrong_tax'])
  })

  it('is explained by what was held back without a word, too, and not once somebody paid the rest', () => {
    const held = sale().run({
      _tag: 'RecordDeduction',
      on: localDate(dueOn),
      deductionId: 'DED-1',
      itemId: 'INV-1',
      amount: money('EUR', 209_00),
      reasonCode: 'none-stated',
    })
    expect(causeOf(held, 'INV-1', today)).toBe('wrong_tax')
  })
})
