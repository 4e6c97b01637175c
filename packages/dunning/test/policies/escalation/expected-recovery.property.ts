import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { expectedRecovery, surveyedRecovery } from '../../../src/index.js'

describe('expectedRecovery', () => {
  it('an older debt is never expected to bring more', () => {
    fc.assert(
      fc.property(fc.nat(1000_00), fc.nat(40), fc.nat(40), (openMinor, months, more) => {
        const [young, old] = [months, months + more].map((age) => expectedRecovery(openMinor, age, surveyedRecovery))
        expect(old?.lowMinor).toBeLessThanOrEqual(young?.lowMinor ?? 0)
        expect(old?.highMinor).toBeLessThanOrEqual(young?.highMinor ?? 0)
      }),
    )
  })

  it('reads the first point that is not younger, and the last beyond it', () => {
    const low = (months: number) => expectedRecovery(1000_00, months, surveyedRecovery)?.lowMinor
    expect([0, 3, 4, 6, 7, 12, 13, 24, 60].map(low)).toEqual(
      [730, 730, 500, 500, 250, 250, 100, 100, 100].map((units) => units * 100),
    )
    expect(expectedRecovery(1000_00, 3, { ...surveyedRecovery, points: [] })).toBeUndefined()
  })
})
