import {
  addFractions,
  compareFractions,
  decimal,
  fractionOfDecimal,
  roundFraction,
  wholeFraction,
} from '@quittance/kernel'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { orderWork, type WorkCandidate, workPolicy, workScore } from '../../../src/index.js'

const share = fc.constantFrom('0', '0.2', '0.5', '1').map((text) => fractionOfDecimal(decimal(text)))
const candidates: fc.Arbitrary<ReadonlyArray<WorkCandidate>> = fc.uniqueArray(
  fc.record({
    customer: fc.nat(30).map((n) => `c${n}`),
    inputs: fc.record({ 'broken-promise': share, 'over-60-share': share, exposure: share }),
    flags: fc.subarray(['promise-broken-yesterday', 'new-order']),
  }),
  { maxLength: 10, selector: ({ customer }) => customer },
)
const names = (all: ReadonlyArray<{ readonly customer: string }>): ReadonlyArray<string> =>
  all.map(({ customer }) => customer)

describe('orderWork', () => {
  it('the order of a work list depends on nothing but its candidates', () => {
    fc.assert(
      fc.property(candidates, (all) => {
        const ordered = orderWork(all)
        expect(orderWork(all.toReversed())).toEqual(ordered)
        expect(names(ordered).toSorted()).toEqual(names(all).toSorted())
        expect(ordered.map(({ place }) => place)).toEqual(all.map((_, index) => index + 1))
      }),
    )
  })

  it('a flagged customer comes before every customer without the flag', () => {
    fc.assert(
      fc.property(candidates, (all) => {
        const ordered = orderWork(all)
        const flagged = ordered.map(({ flags }) => flags.includes('promise-broken-yesterday'))
        expect(flagged).toEqual(flagged.toSorted((a, b) => Number(b) - Number(a)))
        for (const [index, work] of ordered.entries()) {
          const before = ordered[index - 1]
          if (before !== undefined && before.tier === work.tier)
            expect(compareFractions(before.score, work.score)).toBeGreaterThanOrEqual(0)
        }
      }),
    )
  })

  it('a score is the sum of its parts', () => {
    fc.assert(
      fc.property(candidates, (all) => {
        for (const candidate of all) {
          const { score, scoreParts } = workScore(candidate, workPolicy.weights)
          expect(scoreParts.map(({ points }) => points).reduce(addFractions, wholeFraction(0))).toEqual(score)
        }
      }),
    )
  })

  it('puts a promise broken yesterday first, whatever the score, and equal scores by customer', () => {
    const of = (customer: string, exposure: string, flags: ReadonlyArray<string> = []): WorkCandidate => ({
      customer,
      inputs: { exposure: fractionOfDecimal(decimal(exposure)) },
      flags,
    })
    const ordered = orderWork([
      of('c', '1'),
      of('b', '0.5'),
      of('a', '0.5'),
      of('d', '0', ['promise-broken-yesterday']),
    ])
    expect(names(ordered)).toEqual(['d', 'c', 'a', 'b'])
    expect(ordered[0]).toMatchObject({ place: 1, tier: 'promise-broken-yesterday' })
    expect(ordered[1]).not.toHaveProperty('tier')
    expect(roundFraction(ordered[2]?.score ?? wholeFraction(0), 1)).toEqual(decimal('15.0'))
    const plain = { ...workPolicy, tiers: [], ties: [] }
    expect(names(orderWork([of('c', '1'), of('d', '0', ['promise-broken-yesterday'])], plain))).toEqual(['c', 'd'])
  })

  it('lets an input decide between equal scores where the policy says so', () => {
    const of = (customer: string, size: number): WorkCandidate => ({
      customer,
      inputs: { size: wholeFraction(size) },
      flags: [],
    })
    expect(names(orderWork([of('a', 1), of('b', 2)], { ...workPolicy, ties: ['size'] }))).toEqual(['b', 'a'])
    expect(names(orderWork([of('a', 1), of('b', 2)]))).toEqual(['a', 'b'])
  })
})
