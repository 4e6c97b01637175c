import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { unbilledInterest } from '../../../src/index.js'

describe('unbilledInterest', () => {
  it('interest is never billed twice', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(1000_00), { minLength: 1, maxLength: 10 }),
        fc.nat(50_00),
        (accrued, minimumMinor) => {
          let billed = 0
          for (const now of accrued) {
            const bill = unbilledInterest(now, billed, { minimumMinor })
            expect(bill === 0 || bill >= minimumMinor).toBe(true)
            billed += bill
            expect(bill === 0 || billed === now).toBe(true)
          }
          expect(billed).toBeLessThanOrEqual(Math.max(...accrued))
        },
      ),
    )
  })

  it('bills what accrued since, from the minimum on', () => {
    expect(unbilledInterest(15_78, 9_86)).toBe(5_92)
    expect(unbilledInterest(10_85, 9_86, { minimumMinor: 1_00 })).toBe(0)
    expect(unbilledInterest(10_86, 9_86, { minimumMinor: 1_00 })).toBe(1_00)
    expect(unbilledInterest(9_00, 9_86)).toBe(0)
  })
})
