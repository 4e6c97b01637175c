import { addFractions, compareFractions, decimal, type Fraction, roundFraction, wholeFraction } from '@quittance/kernel'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  averageDaysDelinquent,
  bestPossibleDso,
  type CountedBack,
  countBackDso,
  type MonthSales,
  simpleDso,
} from '../../src/index.js'

const minor = fc.nat(1_000_000_00)
const month: fc.Arbitrary<MonthSales> = fc.record({
  creditSalesMinor: fc.oneof(fc.constant(0), fc.nat(100_00)),
  days: fc.integer({ min: 28, max: 31 }),
})
const least = (counted: CountedBack): Fraction =>
  counted._tag === 'CountedBack' ? counted.days : wholeFraction(counted.atLeastDays)
const rounded = (value: Fraction | null, places: number): unknown =>
  value === null ? null : roundFraction(value, places)

describe('days of sales outstanding', () => {
  it('best possible days and delinquent days add up to the days of sales outstanding', () => {
    fc.assert(
      fc.property(minor, minor, minor, fc.integer({ min: 1, max: 366 }), (all, current, creditSalesMinor, days) => {
        const period = { receivablesMinor: all, creditSalesMinor, days }
        const [dso, best] = [simpleDso(period), bestPossibleDso(current, period)]
        const late = averageDaysDelinquent(current, period)
        if (creditSalesMinor === 0) expect([dso, best, late]).toEqual([null, null, null])
        else expect(best === null || late === null ? null : addFractions(best, late)).toEqual(dso)
      }),
    )
  })

  it('days counted back never fall when more is owed', () => {
    fc.assert(
      fc.property(fc.array(month, { maxLength: 6 }), fc.nat(400_00), fc.nat(100_00), (months, owed, more) => {
        const [less, all] = [countBackDso(owed, months), countBackDso(owed + more, months)]
        expect(compareFractions(least(less), least(all))).toBeLessThanOrEqual(0)
        if (less._tag === 'SalesExhausted') {
          expect(all).toEqual({ ...less, residueMinor: less.residueMinor + more })
          expect(less.residueMinor + months.reduce((so, one) => so + one.creditSalesMinor, 0)).toBe(owed)
        }
      }),
    )
  })

  it('under even sales counting back is the simple formula', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_00 }), fc.nat(300_00), (creditSalesMinor, owed) => {
        const months = [1, 2, 3].map(() => ({ creditSalesMinor, days: 30 }))
        const counted = countBackDso(owed, months)
        if (counted._tag === 'SalesExhausted') expect(owed).toBeGreaterThan(3 * creditSalesMinor)
        else expect(counted.days).toEqual(simpleDso({ receivablesMinor: owed, creditSalesMinor, days: 30 }))
      }),
    )
  })

  it('counts a month that is owed in full whole, the next in part, and one without sales by its days', () => {
    const months = [
      { creditSalesMinor: 100, days: 31 },
      { creditSalesMinor: 0, days: 30 },
      { creditSalesMinor: 50, days: 28 },
    ]
    expect(countBackDso(100, months)).toEqual({ _tag: 'CountedBack', days: wholeFraction(31) })
    expect(rounded(least(countBackDso(110, months)), 1)).toEqual(decimal('66.6'))
    expect(countBackDso(151, months)).toEqual({ _tag: 'SalesExhausted', atLeastDays: 89, residueMinor: 1 })
    expect(countBackDso(150, months)).toEqual({ _tag: 'CountedBack', days: wholeFraction(89) })
    expect(countBackDso(0, [])).toEqual({ _tag: 'CountedBack', days: wholeFraction(0) })
  })
})
