import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { creditLimitsOf, decodeCreditPolicy, shippedCreditPolicy } from '../../../src/index.js'

const limits = [
  { currency: 'EUR', totalMinor: 500_00, overdueMinor: 0 },
  { customer: 'globex', currency: 'EUR', totalMinor: 900_00 },
]

describe('creditLimitsOf', () => {
  it('takes the limits of the customer, as a whole, before those of all', () => {
    expect(creditLimitsOf({ limits }, 'globex', 'EUR')).toEqual({ totalMinor: 900_00 })
    expect(creditLimitsOf({ limits }, 'hooli', 'EUR')).toEqual({ totalMinor: 500_00, overdueMinor: 0 })
    expect(creditLimitsOf({ limits }, 'globex', 'USD')).toEqual({})
  })
})

describe('decodeCreditPolicy', () => {
  it('reads what was written, and names what is wrong', () => {
    expect(decodeCreditPolicy(JSON.parse(JSON.stringify(shippedCreditPolicy)))).toEqual(E.right(shippedCreditPolicy))
    expect(decodeCreditPolicy({ ...shippedCreditPolicy, limits: [...limits, limits[0]] })).toEqual(
      E.left(['limits.2: named before']),
    )
    expect(decodeCreditPolicy({ ...shippedCreditPolicy, marginDays: 'none' })).toEqual(
      E.left(['marginDays: is "none", expected a whole number']),
    )
  })
})
