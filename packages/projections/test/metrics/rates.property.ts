import { compareFractions, decimal, type Fraction, localDate, roundFraction, wholeFraction } from '@quittance/kernel'
import type { RatedPromise } from '@quittance/promises-to-pay'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  averageDaysLate,
  averageDaysToPay,
  cashConversionCycle,
  cashRates,
  collectionEffectiveness,
  daysOfTurnover,
  keptRates,
  weightedDaysOf,
} from '../../src/index.js'

const minor = fc.nat(1000_00)
const rounded = (value: Fraction | null, places: number): unknown =>
  value === null ? null : roundFraction(value, places)

describe('collection effectiveness', () => {
  it('effectiveness is 100 exactly when nothing is past due', () => {
    fc.assert(
      fc.property(
        minor,
        minor,
        minor,
        minor,
        fc.integer({ min: 1, max: 12 }),
        (openingMinor, sales, current, late, months) => {
          const period = { openingMinor, creditSalesMinor: sales, months, closingCurrentMinor: current }
          const cei = collectionEffectiveness({ ...period, closingMinor: current + late })
          if (cei === null) expect(openingMinor * months + sales).toBe(current * months)
          else expect(cei.numerator === 100n && cei.denominator === 1n).toBe(late === 0)
        },
      ),
    )
  })

  it('averages the sales of several months', () => {
    const quarter = { openingMinor: 6200, creditSalesMinor: 10_890, closingMinor: 6340, closingCurrentMinor: 3590 }
    expect(rounded(collectionEffectiveness({ ...quarter, months: 3 }), 1)).toEqual(decimal('55.9'))
    expect(rounded(collectionEffectiveness(quarter), 1)).toEqual(decimal('79.6'))
  })
})

describe('weighted days', () => {
  it('an average lies between the least and the most days', () => {
    const part = fc.record({ amountMinor: fc.integer({ min: 1, max: 1000 }), days: fc.integer({ min: -40, max: 300 }) })
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 8 }), (parts) => {
        const average = weightedDaysOf(parts) ?? wholeFraction(-1000)
        const days = parts.map((one) => one.days)
        expect(compareFractions(average, wholeFraction(Math.min(...days)))).toBeGreaterThanOrEqual(0)
        expect(compareFractions(average, wholeFraction(Math.max(...days)))).toBeLessThanOrEqual(0)
      }),
    )
  })

  it('counts from the invoice to pay, from the due day to be late, and early as less than nothing', () => {
    const paid = { amountMinor: 5, invoicedOn: localDate('2026-01-01'), paidOn: localDate('2026-01-21') }
    expect(averageDaysToPay([paid])).toEqual(wholeFraction(20))
    expect(averageDaysLate([{ ...paid, dueOn: localDate('2026-01-31') }])).toEqual(wholeFraction(-10))
    expect(averageDaysToPay([])).toBeNull()
  })
})

describe('cash rates', () => {
  it('applied by rule, applied by hand and unapplied are all that was received', () => {
    const receipt = fc.tuple(minor, minor, minor).map(([byRuleMinor, byHandMinor, left]) => ({
      amountMinor: byRuleMinor + byHandMinor + left,
      byRuleMinor,
      byHandMinor,
    }))
    fc.assert(
      fc.property(fc.array(receipt, { maxLength: 8 }), (receipts) => {
        const { unappliedMinor, unappliedRate, autoMatchRateByAmount, autoMatchRateByReceipt } = cashRates(receipts)
        const sum = (of: (one: (typeof receipts)[number]) => number): number =>
          receipts.reduce((so, one) => so + of(one), 0)
        expect(sum((one) => one.byRuleMinor + one.byHandMinor) + unappliedMinor).toBe(sum((one) => one.amountMinor))
        const isNothing = sum((one) => one.amountMinor) === 0
        expect([unappliedRate, autoMatchRateByAmount, autoMatchRateByReceipt].map((rate) => rate === null)).toEqual(
          [1, 2, 3].map(() => isNothing),
        )
      }),
    )
  })

  it('counts a receipt as matched without a person only where all of it was', () => {
    const rates = cashRates([
      { amountMinor: 100, byRuleMinor: 100, byHandMinor: 0 },
      { amountMinor: 100, byRuleMinor: 99, byHandMinor: 1 },
      { amountMinor: 0, byRuleMinor: 0, byHandMinor: 0 },
    ])
    expect(rates.autoMatchRateByReceipt).toEqual({ numerator: 1n, denominator: 2n })
    expect(rounded(rates.autoMatchRateByAmount, 3)).toEqual(decimal('0.995'))
  })
})

describe('kept rates', () => {
  it('leaves out what has no verdict, and counts no more than was promised', () => {
    const of = (standing: RatedPromise['standing'], promisedMinor: number, keptMinor: number): RatedPromise => ({
      standing,
      countsAs: 'nothing',
      promisedMinor,
      keptMinor,
      receivedMinor: keptMinor,
    })
    const rates = keptRates([of('kept', 100, 130), of('broken', 100, 0), of('open', 900, 0), of('void', 900, 0)])
    expect(rates).toEqual({
      judged: 2,
      byCount: { numerator: 1n, denominator: 2n },
      byAmount: { numerator: 1n, denominator: 2n },
    })
    expect(keptRates([of('open', 1, 0)])).toEqual({ judged: 0, byCount: null, byAmount: null })
  })
})

describe('the cash conversion cycle', () => {
  it('is stock and sales less payables, and unknown where one of them is', () => {
    const [inventoryDays, payableDays] = [daysOfTurnover(60, 438, 365), daysOfTurnover(45, 438, 365)]
    const salesDays = daysOfTurnover(90, 730, 365)
    expect(rounded(cashConversionCycle({ inventoryDays, salesDays, payableDays }), 1)).toEqual(decimal('57.5'))
    expect(daysOfTurnover(60, 0, 365)).toBeNull()
    expect(cashConversionCycle({ inventoryDays, salesDays: null, payableDays })).toBeNull()
  })
})
