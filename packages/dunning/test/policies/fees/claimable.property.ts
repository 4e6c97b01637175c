import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ChargeItem, noticeClaim } from '../../../src/index.js'

const charge: fc.Arbitrary<ChargeItem> = fc.record({
  kind: fc.constantFrom('fee', 'interest'),
  openMinor: fc.nat(100_00),
})

describe('noticeClaim', () => {
  it('charges stay claimable after the principal is paid', () => {
    fc.assert(
      fc.property(fc.nat(1000_00), fc.array(charge, { maxLength: 4 }), (openMinor, charges) => {
        const [before, after] = [noticeClaim(openMinor, charges), noticeClaim(0, charges)]
        expect(after.claimableMinor).toBe(before.chargesMinor)
        expect(after.claimableMinor + openMinor).toBe(before.claimableMinor)
        expect(after.standing === 'resolved').toBe(charges.every((one) => one.openMinor === 0))
      }),
    )
  })
})
