import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { coincidences, type Coincidences, countSets, prepareSums, type SumClass } from '../../../src/index.js'
import { sumOf } from './oracles.js'
import { amountLists, numbersFrom } from './questions.js'

const classes = fc.oneof(
  fc.record({ _tag: fc.constant('Exactly' as const), cardinality: fc.constantFrom(1, 2, 3, 4) }),
  fc.record({ _tag: fc.constant('AllBut' as const), leftOut: fc.constantFrom(1, 2) }),
  fc.record({
    _tag: fc.constant('Listed' as const),
    sums: fc.array(fc.integer({ min: 1, max: 50_000 }), { maxLength: 9 }),
  }),
) as fc.Arbitrary<SumClass>

const valueOf = (found: Coincidences | undefined): number =>
  found === undefined ? Number.NaN : Number((found.numerator * 1_000_000n) / found.denominator) / 1_000_000

describe('coincidences', () => {
  it('expected coincidences are a positive fraction, and zero only for a class without members', () => {
    fc.assert(
      fc.property(amountLists(14), classes, fc.integer({ min: 0, max: 200_000 }), (items, sumClass, target) => {
        const prepared = prepareSums(items)
        const found = coincidences(prepared, sumClass, target)
        if (found === undefined) throw new Error('a small class is counted')
        const members =
          sumClass._tag === 'Listed'
            ? BigInt(sumClass.sums.length)
            : countSets(prepared, sumClass._tag === 'Exactly' ? sumClass.cardinality : sumClass.leftOut)
        expect(found.members).toBe(members)
        expect(found.numerator > 0n).toBe(members > 0n)
        expect(found.denominator > 0n).toBe(true)
      }),
    )
  })

  it('scaling amounts and payment leaves the sums nearby as dense', () => {
    // By a power of ten the endings change with the amounts; by a prime beyond all endings they stay what they are.
    const lists = fc.array(fc.integer({ min: 1, max: 90_000 }), { minLength: 1, maxLength: 20 })
    fc.assert(
      fc.property(
        lists,
        fc.constantFrom(1, 2, 3),
        fc.integer({ min: 1, max: 90_000 }),
        (items, cardinality, target) => {
          const exactly = { _tag: 'Exactly', cardinality } as SumClass
          const found = coincidences(prepareSums(items), exactly, target)
          const scaled = coincidences(prepareSums(items.map((item) => item * 7)), exactly, target * 7)
          expect(scaled).toEqual(found)
        },
      ),
    )
  })

  it('the more sets there are around the payment, the more coincidences', () => {
    const next = numbersFrom(21)
    const items = Array.from({ length: 60 }, () => 20_000 + Math.floor(next() * 80_000))
    const expected = ([1, 2, 3] as const).map((cardinality) =>
      valueOf(coincidences(prepareSums(items), { _tag: 'Exactly', cardinality }, 60_000 * cardinality)),
    )
    const [one = 0, two = 0, three = 0] = expected
    expect(one).toBeLessThan(two)
    expect(two).toBeLessThan(three)
  })

  it('covers what chance really does, for spread amounts, round amounts and a price list', () => {
    const next = numbersFrom(77)
    const prices = Array.from({ length: 40 }, (_, at) => 495 + at * at * 37)
    const draws: Readonly<Record<string, () => number>> = {
      spread: () => 5_000 + Math.floor(next() * 150_000),
      round: () => 500 * (1 + Math.floor(next() * 300)),
      prices: () => (prices[Math.floor(next() * prices.length)] ?? 0) * (1 + Math.floor(next() * 12)),
    }
    for (const draw of Object.values(draws)) {
      let [actual, expected] = [0, 0]
      for (let round = 0; round < 60; round += 1) {
        const items = Array.from({ length: 30 }, draw)
        const prepared = prepareSums(items)
        const sums = new Map<number, number>()
        for (let one = 0; one < items.length; one += 1)
          for (let two = one + 1; two < items.length; two += 1) {
            const sum = (items[one] ?? 0) + (items[two] ?? 0)
            sums.set(sum, (sums.get(sum) ?? 0) + 1)
          }
        for (let payment = 0; payment < 5; payment += 1) {
          const target = sumOf([draw(), draw()])
          actual += sums.get(target) ?? 0
          expected += valueOf(coincidences(prepared, { _tag: 'Exactly', cardinality: 2 }, target))
        }
      }
      expect(expected).toBeGreaterThan(actual * 0.7)
    }
  })

  it('leaves a class uncounted that is too large to be evidence', () => {
    const items = Array.from({ length: 400 }, (_, at) => 1000 + at * 13)
    expect(coincidences(prepareSums(items), { _tag: 'Exactly', cardinality: 4 }, 9000)).toBeUndefined()
    expect(coincidences(prepareSums([2 ** 53 - 1, 5]), { _tag: 'Exactly', cardinality: 1 }, 5)).toBeUndefined()
  })
})
