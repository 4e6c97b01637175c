import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { groupSums, oldestSums, runSums, type StructuredSet, wholeSum } from '../../../src/index.js'
import { sumOf, within } from './oracles.js'

const lists = fc.array(fc.integer({ min: -9, max: 30 }), { maxLength: 12 })
const windows = fc
  .record({ loMinor: fc.integer({ min: -10, max: 80 }), width: fc.oneof(fc.constant(0), fc.nat(40)) })
  .map(({ loMinor, width }) => ({ loMinor, hiMinor: loMinor + width }))

const setOf = (items: readonly number[], places: readonly number[]): StructuredSet => {
  const indices = places.filter((at) => items[at] !== 0).sort((one, other) => one - other)
  return { indices, sumMinor: sumOf(indices.map((at) => items[at] ?? 0)) }
}

const distinct = (sets: readonly StructuredSet[]): readonly StructuredSet[] => [
  ...new Map(sets.filter(({ indices }) => indices.length > 0).map((set) => [set.indices.join(), set])).values(),
]

const byPlaces = (sets: readonly StructuredSet[]): readonly string[] =>
  sets.map(({ indices, sumMinor }) => `${indices.join()} = ${sumMinor}`).sort()

describe('structured sums', () => {
  it('structured sums are those that adding up each candidate finds', () => {
    const orders = fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11])
    const keys = fc.array(fc.constantFrom('A', 'B', 'C', undefined), { minLength: 12, maxLength: 12 })
    fc.assert(
      fc.property(lists, windows, orders, keys, (items, window, shuffled, allKeys) => {
        const places = [...items.keys()]
        const fitting = (sets: readonly StructuredSet[]): readonly StructuredSet[] =>
          distinct(sets).filter(({ sumMinor }) => within(sumMinor, window))

        expect(wholeSum(items, window)).toEqual(fitting([setOf(items, places)]))

        const prefixes = places.map((last) => setOf(items, places.slice(0, last + 1)))
        expect(oldestSums(items, window)).toEqual(fitting(prefixes))

        const order = shuffled.filter((at) => at < items.length)
        const runs = order.flatMap((_, from) =>
          order.slice(from).map((__, length) => setOf(items, order.slice(from, from + length + 1))),
        )
        expect(byPlaces(runSums(items, order, window, 1000))).toEqual(byPlaces(fitting(runs)))

        const groups = ['A', 'B', 'C'].map((key) =>
          setOf(
            items,
            places.filter((at) => allKeys[at] === key),
          ),
        )
        expect(byPlaces(groupSums(items, allKeys.slice(0, items.length), window))).toEqual(byPlaces(fitting(groups)))
      }),
      { numRuns: 300 },
    )
  })

  it('runs are cut off at the cap, in the same order', () => {
    fc.assert(
      fc.property(lists, windows, fc.nat(5), (items, window, cap) => {
        const order = [...items.keys()]
        expect(runSums(items, order, window, cap)).toEqual(runSums(items, order, window, 1000).slice(0, cap))
      }),
    )
  })

  it('finds runs among thousands of items at once', () => {
    const items = Array.from({ length: 20_000 }, (_, at) => 10_000 + ((at * 7919) % 9973))
    const order = [...items.keys()]
    const sumMinor = sumOf(items.slice(12_000, 15_000))
    const found = runSums(items, order, { loMinor: sumMinor, hiMinor: sumMinor }, 10)
    expect(found.some(({ indices }) => indices[0] === 12_000 && indices.length === 3000)).toBe(true)
  })
})
