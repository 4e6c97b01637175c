import { addDays, decimal, formatDecimal } from '@quittance/kernel'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  changeDays,
  ecbRefinancingRates,
  halfYearOf,
  type InterestRate,
  percentOn,
  type RateFixing,
} from '../../../src/index.js'
import { day, firstDay, percents, right } from './late-items.js'

const table = fc.array(fc.tuple(fc.integer({ min: -200, max: 400 }), percents), { maxLength: 6 }).map((rows) => ({
  id: 'test',
  source: 'test',
  rates: [
    { from: day('2000-01-01'), percent: decimal('1') },
    ...rows.toSorted(([a], [b]) => a - b).map(([later, percent]) => ({ from: addDays(firstDay, later), percent })),
  ],
}))
const rate: fc.Arbitrary<InterestRate> = fc
  .tuple(table, fc.constantFrom<RateFixing>('each-day', 'half-year', 'half-year-before-start', 'start'), fc.boolean())
  .map(([dated, fixing, allIn]) =>
    allIn
      ? { _tag: 'DatedRates', table: dated }
      : { _tag: 'ReferenceRate', table: dated, marginPercent: decimal('8'), fixing },
  )

const ecb = (fixing: RateFixing): InterestRate => ({
  _tag: 'ReferenceRate',
  table: ecbRefinancingRates,
  marginPercent: decimal('8'),
  fixing,
})
const written = (on: string, startsOn: string, fixing: RateFixing): string =>
  formatDecimal(right(percentOn(ecb(fixing), day(on), day(startsOn))))

describe('percentOn', () => {
  it('a rate changes on no day but those that are named', () => {
    fc.assert(
      fc.property(rate, fc.nat(400), (one, days) => {
        const until = addDays(firstDay, days)
        const changes = new Set(changeDays(one, firstDay, until))
        for (let on = addDays(firstDay, 1); on <= until; on = addDays(on, 1)) {
          if (changes.has(on)) continue
          const before = addDays(on, -1)
          expect(percentOn(one, on, firstDay)).toEqual(percentOn(one, before, firstDay))
        }
      }),
      { numRuns: 30 },
    )
  })

  it('looks a reference rate up on the day that the statute names', () => {
    expect(written('2026-06-30', '2026-06-16', 'half-year')).toBe('10.15')
    expect(written('2026-07-01', '2026-06-16', 'half-year')).toBe('10.4')
    expect(written('2026-07-01', '2026-06-30', 'start')).toBe('10.15')
    expect(written('2026-07-01', '2026-06-30', 'half-year-before-start')).toBe('10.15')
    expect(written('2025-02-01', '2025-01-01', 'half-year-before-start')).toBe('12.25')
    expect(halfYearOf(day('2026-06-30'))).toBe('2026-01-01')
    expect(halfYearOf(day('2026-07-01'))).toBe('2026-07-01')
  })

  it('does not know a rate before its table begins, nor after it ends', () => {
    expect(percentOn(ecb('each-day'), day('2012-12-31'), firstDay)).toEqual({
      _tag: 'Left',
      left: { _tag: 'NoRateKnown', table: 'ecb-main-refinancing', on: '2012-12-31' },
    })
    expect(percentOn(ecb('half-year'), day('2027-01-01'), firstDay)).toMatchObject({ _tag: 'Left' })
    expect(percentOn(ecb('half-year'), day('2026-12-31'), firstDay)).toMatchObject({ _tag: 'Right' })
  })
})
