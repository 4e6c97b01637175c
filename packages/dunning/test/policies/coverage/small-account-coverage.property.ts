import { addDays, fraction, localDate } from '@quittance/kernel'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CoverageAccount, type CoveragePolicy, smallAccountCoverage } from '../../../src/index.js'

const today = localDate('2026-06-30')
const policy: CoveragePolicy = { coverageDays: 60, smallBelowMinor: { EUR: 1000_00 } }
const account = (customer: string, pastDueMinor: number, silentDays?: number): CoverageAccount => ({
  customer,
  currency: 'EUR',
  pastDueMinor,
  ...(silentDays === undefined ? {} : { lastContactOn: addDays(today, -silentDays) }),
})
const accounts = fc.array(
  fc
    .tuple(
      fc.nat(20),
      fc.constantFrom(0, 1, 999_99, 1000_00, 5000_00),
      fc.option(fc.constantFrom(0, 59, 60, 61, 300), { nil: undefined }),
      fc.constantFrom('EUR', 'USD'),
    )
    .map(([n, minor, silent, currency]) => ({ ...account(`c${n}`, minor, silent), currency })),
  { maxLength: 12 },
)
const names = (all: ReadonlyArray<CoverageAccount>): ReadonlyArray<string> => all.map(({ customer }) => customer)

describe('smallAccountCoverage', () => {
  it('covered and uncovered accounts are all small ones', () => {
    fc.assert(
      fc.property(accounts, (all) => {
        const { small, covered, uncovered, rate } = smallAccountCoverage(all, policy, today)
        expect(covered + uncovered.length).toBe(small)
        expect(rate).toEqual(fraction(covered, small))
        for (const { currency, pastDueMinor, silentDays } of uncovered) {
          expect([currency, pastDueMinor > 0, pastDueMinor < 1000_00]).toEqual(['EUR', true, true])
          expect(silentDays ?? 61).toBeGreaterThan(60)
        }
      }),
    )
  })

  it('counts a contact on the last day, and an account below the limit only', () => {
    const all = [account('a', 999_99, 60), account('b', 999_99, 61), account('c', 1000_00, 61), account('d', 0, 61)]
    const report = smallAccountCoverage(all, policy, today)
    expect(names(report.uncovered)).toEqual(['b'])
    expect(report).toMatchObject({ small: 2, covered: 1 })
  })

  it('has no rate where no small account is past due', () => {
    expect(smallAccountCoverage([account('c', 1000_00)], policy, today).rate).toBeNull()
  })

  it('lists in the order asked for, those never contacted as the longest silent', () => {
    const all = [account('a', 20, 90), account('b', 30), account('c', 10, 95), account('d', 20, 90)]
    const listed = (...order: [] | [Parameters<typeof smallAccountCoverage>[3]]): ReadonlyArray<string> =>
      names(smallAccountCoverage(all, policy, today, ...order).uncovered)
    expect(listed()).toEqual(['b', 'c', 'a', 'd'])
    expect(listed('largest-first')).toEqual(['b', 'a', 'd', 'c'])
    expect(listed('smallest-first')).toEqual(['c', 'a', 'd', 'b'])
    expect(listed('customer')).toEqual(['a', 'b', 'c', 'd'])
  })
})
