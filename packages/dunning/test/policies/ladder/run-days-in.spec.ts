import { describe, expect, it } from 'vitest'
import { runDaysIn } from '../../../src/index.js'
import { day } from '../../ladders.js'

describe('runDaysIn', () => {
  it('counts every so many days from a first one, after one day and up to another', () => {
    const weekly = { _tag: 'EveryDays', from: day('2026-01-01'), days: 7 } as const
    expect(runDaysIn(weekly, day('2025-01-01'), day('2026-01-15'))).toEqual(['2026-01-01', '2026-01-08', '2026-01-15'])
    expect(runDaysIn(weekly, day('2026-01-01'), day('2026-01-14'))).toEqual(['2026-01-08'])
    expect(runDaysIn(weekly, day('2026-01-08'), day('2026-01-08'))).toEqual([])
  })

  it('keeps to days of the week', () => {
    const mondays = { _tag: 'Weekdays', weekdays: [1] } as const
    expect(runDaysIn(mondays, day('2026-11-16'), day('2026-11-30'))).toEqual(['2026-11-23', '2026-11-30'])
  })

  it('takes the last day of a month for a day that it does not have', () => {
    const ends = { _tag: 'DaysOfMonth', days: [15, 31] } as const
    expect(runDaysIn(ends, day('2026-01-31'), day('2026-03-01'))).toEqual(['2026-02-15', '2026-02-28'])
  })

  it('takes listed days once each, in their order', () => {
    const listed = { _tag: 'ListedDays', days: [day('2026-03-01'), day('2026-01-01'), day('2026-03-01')] } as const
    expect(runDaysIn(listed, day('2025-12-31'), day('2026-03-01'))).toEqual(['2026-01-01', '2026-03-01'])
    expect(runDaysIn(listed, day('2026-01-01'), day('2026-02-28'))).toEqual([])
  })
})
