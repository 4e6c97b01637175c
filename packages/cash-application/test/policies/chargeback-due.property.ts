import { addDays } from '@quittance/kernel'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chargebackDueOn } from '../../src/index.js'
import { day } from '../room.js'

const [issuedOn, on] = [day('2026-01-05'), day('2026-05-20')]
const instalments = [
  { dueOn: day('2026-02-04'), amountMinor: 30_00 },
  { dueOn: day('2026-03-06'), amountMinor: 70_00 },
]

describe('the due day of a chargeback', () => {
  it('a chargeback is due when its item was, unless the policy says otherwise', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_00 }), fc.integer({ min: 0, max: 90 }), (openMinor, dueAfterDays) => {
        const original = chargebackDueOn({ instalments, issuedOn }, openMinor, on, {})
        expect(original).toBe(openMinor > 70_00 ? '2026-02-04' : '2026-03-06')
        expect(chargebackDueOn({ instalments, issuedOn }, openMinor, on, { dueAfterDays })).toBe(
          addDays(on, dueAfterDays),
        )
      }),
    )
  })

  it('is the last instalment where nothing is open, and the day of the item where there is none', () => {
    expect(chargebackDueOn({ instalments, issuedOn }, 0, on, {})).toBe('2026-03-06')
    expect(chargebackDueOn({ instalments: [], issuedOn }, 0, on, {})).toBe(issuedOn)
  })
})
