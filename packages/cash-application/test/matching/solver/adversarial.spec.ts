import { describe, expect, it } from 'vitest'
import { decideSum, kSum, netLinked, prepareSums } from '../../../src/index.js'
import { amountsOf, sumOf } from './oracles.js'
import { numbersFrom } from './questions.js'

const exactly = (minor: number): { readonly loMinor: number; readonly hiMinor: number } => ({
  loMinor: minor,
  hiMinor: minor,
})
const times = (count: number, amount: (at: number) => number): readonly number[] =>
  Array.from({ length: count }, (_, at) => amount(at))

describe('decideSum on awkward accounts', () => {
  it('pays so many of a thousand equal rents in one way, with a choice of which', () => {
    const rents = times(1000, () => 850_00)
    const answer = decideSum(rents, exactly(3 * 850_00))
    expect(answer).toMatchObject({
      _tag: 'Unique',
      witness: { indices: [0, 1, 2], interchangeable: [[...rents.keys()]] },
    })
    expect(decideSum(rents, exactly(3 * 850_00 + 1))._tag).toBe('None')
    expect(decideSum(rents, exactly(1000 * 850_00))).toMatchObject({ _tag: 'Unique', witness: { interchangeable: [] } })
  })

  it('makes every amount of powers of two in exactly one way', () => {
    const powers = times(45, (at) => 2 ** at)
    const target = 0b1_0110_1001_1101_0110_1110_0101
    const answer = decideSum(powers, exactly(target))
    expect(answer._tag).toBe('Unique')
    if (answer._tag === 'Unique') expect(sumOf(amountsOf(powers, answer.witness))).toBe(target)
  })

  it('decides amounts that grow by almost a half', () => {
    let growing = 1000
    const amounts = times(40, () => (growing = Math.floor((growing * 145) / 100)))
    const target = sumOf(amounts.filter((_, at) => at % 3 === 0))
    const answer = decideSum(amounts, exactly(target), 5_000_000)
    expect(['Unique', 'Multiple']).toContain(answer._tag)
  })

  it('proves at a glance that round invoices make no odd payment', () => {
    const round = times(1500, (at) => 500 * (1 + ((at * 7919) % 997)))
    expect(decideSum(round, exactly(123_456_7))).toMatchObject({ _tag: 'None', certificate: { by: 'bounds' } })
  })

  it('leaves sums that would lose a cent undecided', () => {
    const near = [2 ** 52, 2 ** 52]
    expect(decideSum(near, exactly(2 ** 52))).toMatchObject({ _tag: 'Undecided', reason: 'range' })
    expect(decideSum([2 ** 52, 2 ** 52 - 1], exactly(2 ** 52))).toMatchObject({ _tag: 'Unique' })
    expect(decideSum([5], { loMinor: 5, hiMinor: Number.MAX_VALUE })).toMatchObject({
      _tag: 'Undecided',
      reason: 'range',
    })
    expect(decideSum([0.5], exactly(0))).toMatchObject({ _tag: 'Undecided', reason: 'range' })
  })

  it('finds two of many ways among two thousand items', () => {
    const next = numbersFrom(1)
    const items = times(2000, () => 100 + Math.floor(next() * 500_000))
    for (const share of [0.001, 0.02, 0.5, 0.97]) {
      const target = Math.floor(sumOf(items) * share)
      const answer = decideSum(items, exactly(target))
      expect(answer._tag).toBe('Multiple')
      if (answer._tag === 'Multiple')
        for (const witness of answer.witnesses) expect(sumOf(amountsOf(items, witness))).toBe(target)
    }
  })

  it('says so when sixty unrelated large amounts are too much', () => {
    const next = numbersFrom(2)
    const items = times(60, () => Math.floor(next() * 2 ** 46))
    const answer = decideSum(items, exactly(Math.floor(sumOf(items) / 2)))
    expect(answer).toMatchObject({ _tag: 'Undecided', reason: 'budget', certificate: { exhaustive: false } })
  })

  it('decides nothing without a budget', () => {
    expect(decideSum([1, 2], exactly(3), 1)).toMatchObject({ _tag: 'Undecided', reason: 'budget' })
  })

  it('makes nothing of nothing, in one way', () => {
    expect(decideSum([], exactly(0))).toMatchObject({ _tag: 'Unique', witness: { indices: [], sumMinor: 0 } })
    expect(decideSum([], exactly(1))._tag).toBe('None')
    expect(decideSum([0, 0], exactly(0))).toMatchObject({ _tag: 'Unique', witness: { indices: [] } })
    expect(decideSum([7], { loMinor: 8, hiMinor: 6 })._tag).toBe('None')
  })

  it('does not take an invoice and its exact credit for a second explanation', () => {
    expect(decideSum([300, 200, -200], exactly(300))).toMatchObject({ _tag: 'Unique', witness: { indices: [0] } })
    expect(decideSum([300, 200, -200], exactly(100))).toMatchObject({ _tag: 'Unique', witness: { indices: [0, 2] } })
  })

  it('looks through a window of sums', () => {
    expect(decideSum([100, 205, 310], { loMinor: 300, hiMinor: 309 })).toMatchObject({
      _tag: 'Unique',
      witness: { indices: [0, 1], sumMinor: 305 },
    })
    expect(decideSum([100, 205, 310], { loMinor: 300, hiMinor: 310 })._tag).toBe('Multiple')
  })
})

describe('kSum on awkward accounts', () => {
  it('finds nothing in an empty account', () => {
    expect(kSum(prepareSums([]), [exactly(0)], { maxCardinality: 4, cap: 5 })).toMatchObject({
      sets: [],
      exhaustive: true,
    })
    expect(kSum(prepareSums([5]), [], { maxCardinality: 4, cap: 5 })).toMatchObject({ sets: [], exhaustive: true })
  })

  it('counts equal items once', () => {
    const rents = times(500, () => 850_00)
    const found = kSum(prepareSums(rents), [exactly(4 * 850_00)], { maxCardinality: 4, cap: 5 })
    expect(found).toMatchObject({ exhaustive: true, sets: [{ indices: [0, 1, 2, 3], cardinality: 4 }] })
  })
})

describe('netLinked', () => {
  it('takes a credit off as far as its charge goes, and ignores links that join nothing', () => {
    expect(netLinked([100, -130], [{ credit: 1, charge: 0 }])).toEqual([0, -30])
    expect(netLinked([100, 130], [{ credit: 1, charge: 0 }])).toEqual([100, 130])
    expect(netLinked([100], [{ credit: 7, charge: 0 }])).toEqual([100])
    expect(
      netLinked(
        [100, -30, -90],
        [
          { credit: 1, charge: 0 },
          { credit: 2, charge: 0 },
        ],
      ),
    ).toEqual([0, 0, -20])
  })
})
