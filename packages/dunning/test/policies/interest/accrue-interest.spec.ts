import { decimal } from '@quittance/kernel'
import { describe, expect, it } from 'vitest'
import {
  accrueInterest,
  balanceSteps,
  dailyMinor,
  eu2011,
  type InterestTerms,
  monthlyCompounded,
  statutoryTerms,
  usPromptPayment,
} from '../../../src/index.js'
import { day, late, right, terms } from './late-items.js'

const interest = (item: Parameters<typeof accrueInterest>[0], more: Partial<InterestTerms> = {}): number =>
  right(accrueInterest(item, { ...terms, ...more })).interestMinor

describe('accrueInterest', () => {
  it('excludes the due day and includes the day of payment', () => {
    expect(interest(late('2026-01-01', '2026-01-01', 365_00))).toBe(0)
    expect(interest(late('2026-01-01', '2026-01-02', 365_00))).toBe(12)
    expect(interest(late('2026-01-01', '2025-12-01', 365_00))).toBe(0)
  })

  it('follows what is open through partial payments', () => {
    const item = late('2026-01-01', '2026-03-02', 1000_00, [
      { on: day('2026-01-31'), openMinor: -400_00 },
      { on: day('2026-03-02'), openMinor: -600_00 },
    ])
    expect(right(accrueInterest(item, terms))).toMatchObject({
      days: 60,
      interestMinor: 15_78,
      spans: [
        { after: '2026-01-01', until: '2026-01-31', days: 30, principalMinor: 1000_00, interestMinor: 9_86 },
        { after: '2026-01-31', until: '2026-03-02', days: 30, principalMinor: 600_00, interestMinor: 5_92 },
      ],
    })
  })

  it('splits where the half-year brings another rate, and not where it brings the same', () => {
    const euro = statutoryTerms(eu2011)
    const spans = (due: string, paid: string): ReadonlyArray<readonly [number, number]> =>
      right(accrueInterest(late(due, paid, 10_000_00), euro)).spans.map((span) => [span.days, span.interestMinor])
    expect(spans('2026-06-15', '2026-07-15')).toEqual([
      [15, 41_71],
      [15, 42_74],
    ])
    expect(spans('2025-12-15', '2026-01-15').length).toBe(1)
  })

  it('rounds once, per span, or the interest of a day, as the terms say', () => {
    const item = late('2026-01-01', '2026-02-20', 1000_00, [{ on: day('2026-01-21'), openMinor: -1_00 }])
    const rate: InterestTerms['rate'] = { _tag: 'FixedRate', percent: decimal('8.5') }
    expect(interest(item, { rate })).toBe(11_64)
    expect(interest(item, { rate, rounding: 'per-span' })).toBe(4_66 + 6_98)
    expect(interest(item, { rate, rounding: 'daily' })).toBe(50 * 23)
    expect(dailyMinor({ principalMinor: 1000_00, percent: decimal('8.5') }, terms)).toBe(23)
  })

  it('leaves out what is disputed while it is, unless the terms let it accrue', () => {
    const item = {
      ...late('2026-01-01', '2026-03-15', 0),
      balances: balanceSteps({ from: day('2026-01-01'), openMinor: 1000_00 }, [
        { on: day('2026-01-01'), disputedMinor: 400_00 },
      ]),
    }
    const rate: InterestTerms['rate'] = { _tag: 'FixedRate', percent: decimal('10') }
    expect(interest(item, { rate })).toBe(12_00)
    expect(interest(item, { rate, disputed: 'accrues' })).toBe(20_00)
  })

  it('adds what is unpaid after 30 days to the principal, as the US Treasury counts', () => {
    const table = { id: 'test', source: 'test', rates: [{ from: day('2026-01-01'), percent: decimal('6') }] }
    const prompt = statutoryTerms(usPromptPayment, table)
    expect(interest(late('2026-04-01', '2026-06-15', 1500_00), prompt)).toBe(18_83)
    expect(monthlyCompounded({ principalMinor: 1500_00, percent: decimal('6') }, 2, 15, 360)).toBe(18_83)
    expect(interest(late('2026-04-01', '2026-04-11', 1500_00), prompt)).toBe(2_50)
    const year = interest(late('2026-04-01', '2027-04-01', 1500_00), prompt)
    expect(interest(late('2026-04-01', '2028-04-01', 1500_00), prompt)).toBe(year)
  })

  it('refuses rather than guess a rate that no table knows', () => {
    expect(accrueInterest(late('2027-01-15', '2027-02-15', 1_00), statutoryTerms(eu2011))).toMatchObject({
      left: { _tag: 'NoRateKnown', on: '2027-01-01' },
    })
  })
})
