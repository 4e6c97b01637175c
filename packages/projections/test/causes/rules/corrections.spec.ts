import { decimal, localDate } from '@quittance/kernel'
import { describe, expect, it } from 'vitest'
import type { Scene } from '../../account/scene.js'
import { causeOf, explained } from '../books.js'
import { dueOn, firstLine, goods, invoice, sale, today } from '../trade-story.js'

type Command = Parameters<Scene['run']>[0]

const credit = (reason: string, netMinor: number, on = '2026-02-20'): Command => ({
  _tag: 'IssueCreditNote',
  on: localDate(on),
  documentId: `CN-${on}`,
  currency: 'EUR',
  precedingId: 'INV-1',
  reason,
  lines: [{ netMinor, tax: { category: 'S', ratePercent: decimal('19') } }],
})
/** All of the invoice, 1100.00 net. */
const inFull = (reason = 'correction', on?: string): Command => credit(reason, 1100_00, on)

const rebill = (twist: Partial<typeof invoice>): Command => ({
  ...invoice,
  documentId: 'INV-1A',
  on: localDate('2026-02-21'),
  ...twist,
})

describe('a credit note for an invoice', () => {
  it('says in its reason what had been wrong', () => {
    const { item } = explained(sale().run(credit('Price difference, see contract', 50_00)), 'INV-1', today)
    expect(item).toMatchObject({ cause: 'pricing_error', confidence: 85 })
    expect(item.tags[0]).toMatchObject({
      rule: 'correction-reason',
      positions: [3, 5],
      rawCode: 'Price difference, see contract',
    })
  })

  it('says nothing in words that speak of nothing, or of several things', () => {
    expect(causeOf(sale().run(credit('goodwill', 50_00)), 'INV-1', today)).toBe('unknown')
    expect(causeOf(sale().run(credit('price and freight', 50_00)), 'INV-1', today)).toBe('unknown')
  })

  it('over exactly a charge of the invoice says so by its amount', () => {
    const charges = [{ amountMinor: 35_00, code: 'freight', tax: { category: 'S', ratePercent: decimal('19') } }]
    const scene = sale({ invoice: { charges } }).run(credit('as agreed', 35_00))
    expect(explained(scene, 'INV-1', today).item).toMatchObject({ cause: 'freight', confidence: 60 })
    expect(causeOf(sale({ invoice: { charges } }).run(credit('as agreed', 34_99)), 'INV-1', today)).toBe('unknown')
  })
})

describe('an invoice credited in full and billed anew', () => {
  it.each([
    ['pricing_error', firstLine({ unitPrice: decimal('90') })],
    ['wrong_product', firstLine({ productId: 'P-5' })],
    ['wrong_po', { references: { order: 'O-1', purchaseOrder: 'PO-99' } }],
    ['wrong_address', { billTo: 'Plant 2' }],
    ['wrong_tax', firstLine({ tax: { category: 'S', ratePercent: decimal('7') } })],
  ])('was wrong in what the re-bill says otherwise: %s', (cause, twist) => {
    const references = { ...invoice.references, ...('references' in twist ? twist.references : {}), preceding: 'INV-1' }
    const scene = sale()
      .run(inFull())
      .run(rebill({ ...twist, references }))
    const original = explained(scene, 'INV-1', today).item
    expect(original.tags[0]).toMatchObject({
      rule: 'credit-and-rebill',
      cause,
      confidence: 90,
      happenedOn: '2026-01-10',
    })
  })

  it('billed another quantity for the reason that the papers of the original give, or for one that nobody knows', () => {
    const again = rebill({
      ...firstLine({ quantity: decimal('9') }),
      references: { ...invoice.references, preceding: 'INV-1' },
    })
    const because = (twist: Parameters<typeof sale>[0]): unknown => {
      const { item } = explained(sale(twist).run(inFull()).run(again), 'INV-1', today)
      const tag = item.tags.find(({ rule }) => rule === 'credit-and-rebill')
      return [item.cause, tag?.cause, tag?.confidence]
    }
    const arrived = (first: Partial<(typeof goods.lines)[number]>): Parameters<typeof sale>[0] => ({
      goods: { lines: goods.lines.map((line, index) => (index === 0 ? { ...line, ...first } : line)) },
    })
    expect(because({})).toEqual(['unknown', 'quantity', 45])
    expect(because({ invoice: firstLine({ quantity: decimal('11') }) })).toEqual(['quantity', 'quantity', 90])
    expect(because(arrived({ quantity: decimal('9') }))).toEqual(['shortage', 'shortage', 90])
    expect(because(arrived({ quantity: decimal('9'), damaged: decimal('1') }))).toEqual([
      'damaged_goods',
      'damaged_goods',
      90,
    ])
    expect(because(arrived({ productId: 'P-8', substituteFor: 'P-1' }))).toEqual(['wrong_product', 'wrong_product', 90])
  })

  it('is said of the re-bill as well where that keeps the due day; with terms of its own it had time enough', () => {
    const references = { ...invoice.references, preceding: 'INV-1' }
    const dearBefore = (): Scene =>
      sale({ invoice: firstLine({ unitPrice: decimal('110') }) }).run(credit('correction', 1200_00))
    const { terms: _, ...withoutTerms } = invoice
    const keeps: Command = {
      ...withoutTerms,
      documentId: 'INV-1A',
      on: localDate('2026-02-21'),
      dueOn: localDate(dueOn),
      dueBeforeIssue: 'accept',
      references,
    }
    const of = (scene: Scene): unknown => {
      const tag = explained(scene, 'INV-1A', '2026-04-15').item.tags.find(({ rule }) => rule === 'credit-and-rebill')
      return [tag?.role === 'weak', tag?.happenedOn]
    }
    expect(of(dearBefore().run(keeps))).toEqual([false, '2026-01-10'])
    expect(of(dearBefore().run(rebill({ references })))).toEqual([true, '2026-01-10'])
  })

  it('is found without a reference, where one invoice only can have replaced it', () => {
    const scene = sale()
      .run(inFull())
      .run(rebill(firstLine({ unitPrice: decimal('90') })))
    expect(explained(scene, 'INV-1', today).item.tags[0]).toMatchObject({
      rule: 'credit-and-rebill',
      cause: 'pricing_error',
      confidence: 80,
      because: { named: false, rebill: 'INV-1A' },
    })
    const { tags } = explained(scene, 'INV-1A', '2026-04-15').item
    expect(tags.map(({ rule }) => rule)).toContain('credit-and-rebill')
    scene.run({ ...rebill(firstLine({ unitPrice: decimal('80') })), documentId: 'INV-1B' } as Command)
    expect(causeOf(scene, 'INV-1', today)).toBe('unknown')
  })

  it('is not found where the credit note left something, or the next invoice came more than thirty days later', () => {
    const found = (scene: Scene): boolean =>
      explained(scene, 'INV-1', '2026-06-01').item.tags.some(({ rule }) => rule === 'credit-and-rebill')
    const dearer = firstLine({ unitPrice: decimal('90') })
    expect(found(sale().run(credit('correction', 1099_00)).run(rebill(dearer)))).toBe(false)
    expect(
      found(
        sale()
          .run(inFull())
          .run(rebill({ ...dearer, on: localDate('2026-03-22') })),
      ),
    ).toBe(true)
    expect(
      found(
        sale()
          .run(inFull())
          .run(rebill({ ...dearer, on: localDate('2026-03-23') })),
      ),
    ).toBe(false)
  })
})
