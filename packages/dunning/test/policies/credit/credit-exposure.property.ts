import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { creditExposure } from '../../../src/index.js'

const item = fc.record({ openMinor: fc.nat(1000_00), daysPastDue: fc.integer({ min: -10, max: 10 }) })
const margin = (marginDays: number) => ({ id: 'own', version: 1, marginDays })

describe('creditExposure', () => {
  it('an item is either open or unpaid, and both are all that is open', () => {
    fc.assert(
      fc.property(fc.array(item, { maxLength: 8 }), fc.nat(8), fc.nat(2000_00), (items, days, depositsMinor) => {
        const { openMinor, unpaidMinor, totalMinor } = creditExposure(items, { depositsMinor }, margin(days))
        const all = items.reduce((so, one) => so + one.openMinor, 0)
        expect(openMinor + unpaidMinor).toBe(all)
        expect(totalMinor).toBe(Math.max(0, all - depositsMinor))
      }),
    )
  })

  it('counts an item as unpaid from the day after the margin', () => {
    const late = (daysPastDue: number, days?: number) =>
      creditExposure([{ openMinor: 5, daysPastDue }], {}, ...(days === undefined ? [] : [margin(days)])).unpaidMinor
    expect([late(3, 3), late(4, 3), late(0), late(1)]).toEqual([0, 5, 0, 5])
  })

  it('adds what is not billed, shipped and ordered, and takes deposits off', () => {
    const other = { unbilledMinor: 1, shippedMinor: 20, ordersMinor: 300, depositsMinor: 4000 }
    expect(creditExposure([{ openMinor: 50_000, daysPastDue: 0 }], other)).toMatchObject({ totalMinor: 46_321 })
  })
})
