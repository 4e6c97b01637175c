import { localDate } from '@quittance/kernel'
import { describe, expect, it } from 'vitest'
import { shippedRuleFunctions } from '../../src/index.js'
import { newScene } from '../account/scene.js'
import { explained } from './books.js'
import { dueOn, invoice, sale, today } from './trade-story.js'

const everyRule = shippedRuleFunctions.map(({ id }) => id)

describe('a clean invoice that is simply late', () => {
  it('is blamed on nobody: no rule finds anything in a sale with every paper in order', () => {
    const { item, silentRules } = explained(sale(), 'INV-1', today)
    expect(item).toMatchObject({ state: 'past-due', daysLate: 21, cause: 'unknown', tags: [], dueOn })
    expect(silentRules).toEqual(everyRule)
  })

  it('nor where only the invoice is on file', () => {
    const scene = newScene().invoice('INV-1', 100_00, { on: '2026-01-10' })
    expect(explained(scene, 'INV-1', today).silentRules).toEqual(everyRule)
  })

  it('nor once it is paid, weeks late and in two parts that are no part of the invoice', () => {
    const scene = sale().pay('INV-1', 700_00, '2026-02-20').pay('INV-1', 609_00, '2026-02-27')
    const { item, silentRules } = explained(scene, 'INV-1', today)
    expect([item.state, item.daysLate, silentRules]).toEqual(['settled-late', 18, everyRule])
  })

  it('nor where an order is delivered and billed in parts', () => {
    const half = invoice.lines.slice(0, 1)
    const scene = sale({ invoice: { lines: half } }).run({
      ...invoice,
      documentId: 'INV-2',
      lines: invoice.lines.slice(1),
    })
    expect(explained(scene, 'INV-1', today).silentRules).toEqual(everyRule)
    expect(explained(scene, 'INV-2', today).silentRules).toEqual(everyRule)
  })

  it('nor where the same is sold again on another order, at the same price', () => {
    const scene = sale()
    sale(
      {
        order: { orderId: 'O-2', purchaseOrder: 'PO-78' },
        goods: { deliveryId: 'G-2', orderId: 'O-2' },
        invoice: {
          documentId: 'INV-2',
          references: { order: 'O-2', purchaseOrder: 'PO-78' },
          on: localDate('2026-01-11'),
        },
      },
      scene,
    )
    expect(explained(scene, 'INV-2', today).silentRules).toEqual(everyRule)
  })
})
