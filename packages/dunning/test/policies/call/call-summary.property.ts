import { addDays, daysBetween, decimal, localDate } from '@quittance/kernel'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { callPolicy, type CallPolicy, callRest, callSummary, collectibleParts, partsToAsk } from '../../../src/index.js'
import { inHand, owedParts, today } from './parts.js'

const policies: fc.Arbitrary<CallPolicy> = fc.record({
  overDays: fc.constantFrom(0, 14, 30),
  maxNamed: fc.constantFrom(1 as const, 2 as const),
  largeSharePercent: fc.constantFrom(decimal('0'), decimal('50'), decimal('75'), decimal('100')),
})
const asked = fc.tuple(owedParts, inHand).map(([parts, held]) => collectibleParts(parts, held))

const one = (itemId: string, minor: number, late: number, more: object = {}) => ({
  itemId,
  instalmentNo: 1,
  currency: 'EUR',
  dueOn: addDays(today, -late),
  openMinor: minor,
  disputedMinor: 0,
  promisedMinor: 0,
  inHandMinor: 0,
  collectibleMinor: minor,
  ...more,
})
const named = (...args: Parameters<typeof callSummary>): unknown => {
  const said = callSummary(...args)
  return said._tag === 'Total' ? 'a total' : said.invoices.map(({ itemId }) => itemId)
}

describe('callSummary', () => {
  it('a call names at most two invoices, or a total, and nothing disputed or in hand', () => {
    fc.assert(
      fc.property(asked, policies, (parts, policy) => {
        const said = callSummary(parts, today, policy)
        if (said._tag === 'Total') {
          expect(said.sums.every(({ totalMinor, invoices }) => totalMinor > 0 && invoices > 0)).toBe(true)
          return
        }
        expect(said.invoices.length).toBeLessThanOrEqual(policy.maxNamed)
        for (const { itemId, instalmentNo, askMinor, dueOn } of said.invoices) {
          const part = parts.find((other) => other.itemId === itemId && other.instalmentNo === instalmentNo)
          expect(askMinor).toBe(part?.collectibleMinor)
          expect(askMinor).toBeGreaterThan(0)
          expect(askMinor).toBeLessThanOrEqual(
            (part?.openMinor ?? 0) - (part?.disputedMinor ?? 0) - (part?.promisedMinor ?? 0) - (part?.inHandMinor ?? 0),
          )
          expect(daysBetween(dueOn, today)).toBeGreaterThan(policy.overDays)
        }
      }),
    )
  })

  it('what is said and what is left beside it are all that may be asked', () => {
    fc.assert(
      fc.property(asked, policies, (parts, policy) => {
        const said = callSummary(parts, today, policy)
        const rest = callRest(said, parts, today, policy)
        for (const currency of ['EUR', 'USD']) {
          const all = partsToAsk(parts, today, policy.overDays).filter((part) => part.currency === currency)
          const spoken =
            said._tag === 'Total'
              ? said.sums.filter((sum) => sum.currency === currency).map((sum) => sum.totalMinor)
              : said.invoices.filter((invoice) => invoice.currency === currency).map(({ askMinor }) => askMinor)
          const left = rest.filter((line) => line.currency === currency).map(({ totalMinor }) => totalMinor)
          const add = (amounts: ReadonlyArray<number>): number => amounts.reduce((so, minor) => so + minor, 0)
          expect(add(spoken) + add(left)).toBe(add(all.map(({ collectibleMinor }) => collectibleMinor)))
        }
        expect(callSummary(parts.toReversed(), today, policy)).toEqual(said)
      }),
    )
  })

  it('names one invoice where one is enough, two where two are, and none where it takes three', () => {
    expect(named([one('A', 80_00, 5), one('B', 15_00, 9), one('C', 5_00, 9)], today)).toEqual(['A'])
    expect(named([one('A', 50_00, 5), one('B', 25_00, 9), one('C', 25_00, 8)], today)).toEqual(['A', 'B'])
    expect(named([one('A', 50_00, 5), one('B', 24_99, 9), one('C', 25_01, 8)], today)).toEqual(['A', 'C'])
    expect(named([one('A', 34_00, 5), one('B', 33_00, 9), one('C', 33_00, 8)], today)).toEqual('a total')
    expect(named([one('A', 50_00, 5), one('B', 50_00, 9)], today, { ...callPolicy, maxNamed: 1 })).toEqual('a total')
  })

  it('speaks of what is past due for more than the days, strictly, and of nothing that is due today', () => {
    const over30 = { ...callPolicy, overDays: 30 }
    expect(named([one('A', 10_00, 31), one('B', 90_00, 30)], today, over30)).toEqual(['A'])
    expect(callSummary([one('A', 10_00, 0)], today)).toEqual({ _tag: 'Total', overDays: 0, sums: [] })
    expect(named([one('A', 10_00, 1)], today)).toEqual(['A'])
  })

  it('names the largest of each currency, or sums each for itself', () => {
    const dollars = { currency: 'USD' }
    expect(named([one('A', 10_00, 5), one('B', 90_00, 9, dollars)], today)).toEqual(['B', 'A'])
    const three = [one('A', 10_00, 5), one('B', 90_00, 9, dollars), one('C', 80_00, 9, dollars)]
    expect(callSummary(three, today)).toEqual({
      _tag: 'Total',
      overDays: 0,
      sums: [
        { currency: 'EUR', totalMinor: 10_00, invoices: 1 },
        { currency: 'USD', totalMinor: 170_00, invoices: 2 },
      ],
    })
  })

  it('puts a rest beside the named ones, and none beside a total', () => {
    const parts = [one('A', 80_00, 5), one('B', 15_00, 9), one('C', 5_00, 9)]
    const said = callSummary(parts, today)
    expect(callRest(said, parts, today)).toEqual([{ currency: 'EUR', count: 2, totalMinor: 20_00 }])
    expect(callRest({ _tag: 'Total', overDays: 0, sums: [] }, parts, today)).toEqual([])
    expect(said).toMatchObject({ invoices: [{ askMinor: 80_00, dueOn: localDate('2026-06-25') }] })
  })
})
