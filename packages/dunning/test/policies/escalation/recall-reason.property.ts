import { addDays, localDate } from '@quittance/kernel'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { recallReason } from '../../../src/index.js'

const placedOn = localDate('2026-01-01')
const policy = { withoutMoneyDays: 90 }

describe('recallReason', () => {
  it('a placed item with nothing open is called back', () => {
    fc.assert(
      fc.property(fc.nat(400), fc.nat(100_00), (days, disputedMinor) => {
        expect(recallReason({ placedOn, openMinor: 0, disputedMinor }, addDays(placedOn, days), policy)).toBe('settled')
      }),
    )
  })

  it('comes back for a dispute, or when no money came for too long', () => {
    const reason = (days: number, more: object = {}) =>
      recallReason({ placedOn, openMinor: 100_00, disputedMinor: 0, ...more }, addDays(placedOn, days), policy)
    expect(reason(90)).toBeUndefined()
    expect(reason(91)).toBe('without-money')
    expect(reason(91, { lastMoneyOn: addDays(placedOn, 1) })).toBeUndefined()
    expect(reason(91, { lastMoneyOn: addDays(placedOn, -10) })).toBe('without-money')
    expect(reason(5, { disputedMinor: 1 })).toBe('dispute')
  })
})
