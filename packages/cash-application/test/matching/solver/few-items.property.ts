import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  allBut,
  countSets,
  type FewItemsFound,
  kSum,
  prepareSums,
  type SmallCardinality,
  type SumWindow,
} from '../../../src/index.js'
import { amountsOf, choicesOf, nameOf, sumOf, within } from './oracles.js'
import { amountLists, numbersFrom, plenty } from './questions.js'

const cardinalities = fc.constantFrom<SmallCardinality>(1, 2, 3, 4)
const limits = { cap: 100_000, budget: plenty }

/** One to three windows, some of them around sums of a few items. */
const asked = fc.oneof(amountLists(11), fc.array(fc.integer({ min: -6, max: 9 }), { maxLength: 11 })).chain((items) =>
  fc.record({
    items: fc.constant(items),
    windows: fc.array(
      fc
        .record({
          some: fc.array(fc.nat(10), { maxLength: 4 }),
          off: fc.integer({ min: -2, max: 2 }),
          width: fc.nat(40),
        })
        .map(({ some, off, width }): SumWindow => {
          const loMinor = sumOf(some.map((at) => items[at] ?? 0)) + off
          return { loMinor, hiMinor: loMinor + width }
        }),
      { minLength: 1, maxLength: 3 },
    ),
    maxCardinality: cardinalities,
  }),
)

const hasOpposites = (amounts: readonly number[]): boolean => amounts.some((amount) => amounts.includes(0 - amount))

/** Names of the sets of one to so many items, by looking at every choice. */
const everyFewWithin = (items: readonly number[], windows: readonly SumWindow[], most: number): readonly string[] => {
  const choices = Array.from({ length: most }, (_, at) => choicesOf(items.length, at + 1)).flat()
  const fitting = choices
    .map((indices) => amountsOf(items, { indices }))
    .filter((amounts) => !hasOpposites(amounts) && windows.some((window) => within(sumOf(amounts), window)))
  return [...new Set(fitting.map((amounts) => `${amounts.length} of ${nameOf(amounts)}`))].sort()
}

const namesIn = (items: readonly number[], { sets }: FewItemsFound): readonly string[] =>
  sets.map((set) => `${set.cardinality} of ${nameOf(amountsOf(items, set))}`).sort()

describe('kSum', () => {
  it('small sets are those that looking at every choice finds', () => {
    fc.assert(
      fc.property(asked, ({ items, windows, maxCardinality }) => {
        const found = kSum(prepareSums(items), windows, { ...limits, maxCardinality })
        expect(found).toMatchObject({ exhaustive: true, completeUpTo: maxCardinality })
        expect(namesIn(items, found)).toEqual(everyFewWithin(items, windows, maxCardinality))
        for (const set of found.sets) {
          expect(sumOf(amountsOf(items, set))).toBe(set.sumMinor)
          expect(set.indices).toHaveLength(set.cardinality)
          expect(set.windows).toEqual(windows.flatMap((window, at) => (within(set.sumMinor, window) ? [at] : [])))
        }
      }),
      { numRuns: 300 },
    )
  })

  it('removing an item removes exactly the small sets that need it', () => {
    fc.assert(
      fc.property(asked, fc.nat(10), ({ items, windows, maxCardinality }, at) => {
        const gone = items[at]
        if (gone === undefined) return
        const left = items.filter((_, place) => place !== at)
        const copies = left.filter((item) => item === gone).length
        const before = kSum(prepareSums(items), windows, { ...limits, maxCardinality })
        const after = kSum(prepareSums(left), windows, { ...limits, maxCardinality })
        const without = before.sets.filter(
          (set) => amountsOf(items, set).filter((amount) => amount === gone).length <= copies,
        )
        expect(namesIn(left, after)).toEqual(namesIn(items, { ...before, sets: without }))
      }),
    )
  })

  it('a cap or a budget only shortens the list', () => {
    fc.assert(
      fc.property(asked, fc.nat(6), fc.nat(60), ({ items, windows, maxCardinality }, cap, budget) => {
        const prepared = prepareSums(items)
        const all = kSum(prepared, windows, { ...limits, maxCardinality })
        for (const limit of [{ cap }, { budget }, { cap, budget }]) {
          const some = kSum(prepared, windows, { ...limits, maxCardinality, ...limit })
          expect(some.sets).toEqual(all.sets.slice(0, some.sets.length))
          const complete = all.sets.filter(({ cardinality }) => cardinality <= some.completeUpTo)
          expect(some.sets.length).toBeGreaterThanOrEqual(complete.length)
          if (some.exhaustive) expect(some.sets).toEqual(all.sets)
        }
      }),
    )
  })

  it('finds the same with and without a list of pairs', () => {
    const next = numbersFrom(5)
    const items = Array.from({ length: 40 }, () => Math.floor(next() * 900) - 60)
    const prepared = prepareSums(items)
    const windows = [{ loMinor: 1200, hiMinor: 1201 }]
    const withPairs = kSum(prepared, windows, { ...limits, maxCardinality: 4 })
    const withoutPairs = kSum({ ...prepared, pairs: undefined }, windows, { ...limits, maxCardinality: 4 })
    expect(withPairs.sets.length).toBeGreaterThan(100)
    expect(namesIn(items, withPairs)).toEqual(namesIn(items, withoutPairs))
  })

  it('does not begin what the budget cannot end, and says how far it came', () => {
    const next = numbersFrom(3)
    const items = Array.from({ length: 1000 }, () => 100 + Math.floor(next() * 90_000))
    const found = kSum(prepareSums(items), [{ loMinor: 77_777, hiMinor: 77_777 }], {
      maxCardinality: 4,
      cap: 10_000,
      budget: 50_000,
    })
    expect(found).toMatchObject({ completeUpTo: 2, exhaustive: false })
    expect(found.work).toBeLessThan(1000)
  })

  it('takes pairs of very large amounts', () => {
    const items = [2 ** 50, 2 ** 50 - 1, 2 ** 49, 3, 4]
    const target = 2 ** 50 + 2 ** 49 + 7
    const found = kSum(prepareSums(items), [{ loMinor: target, hiMinor: target }], { ...limits, maxCardinality: 4 })
    expect(found.sets.map(({ indices }) => indices)).toEqual([[0, 2, 3, 4]])
  })

  it('searches nothing where sums would lose a cent', () => {
    const prepared = prepareSums([Number.MAX_SAFE_INTEGER, 1])
    expect(kSum(prepared, [{ loMinor: 1, hiMinor: 1 }], { ...limits, maxCardinality: 1 })).toEqual({
      sets: [],
      completeUpTo: 0,
      exhaustive: false,
      work: 0,
    })
  })

  it('names the equal items among which there is a choice', () => {
    const found = kSum(prepareSums([500, 700, 500, 500]), [{ loMinor: 1000, hiMinor: 1000 }], {
      ...limits,
      maxCardinality: 2,
    })
    expect(found.sets).toMatchObject([{ indices: [0, 2], interchangeable: [[0, 2, 3]] }])
  })
})

describe('allBut', () => {
  it('all but a few are the small sets of what is left over', () => {
    fc.assert(
      fc.property(asked, ({ items, windows, maxCardinality }) => {
        const prepared = prepareSums(items)
        const total = sumOf(items)
        const leftOver = windows.map(({ loMinor, hiMinor }) => ({ loMinor: total - hiMinor, hiMinor: total - loMinor }))
        const found = allBut(prepared, windows, { ...limits, maxCardinality })
        const left = kSum(prepared, leftOver, { ...limits, maxCardinality })
        expect(found).toMatchObject({ exhaustive: left.exhaustive, completeUpTo: left.completeUpTo, work: left.work })
        expect(found.sets).toHaveLength(left.sets.length)
        for (const [at, set] of found.sets.entries()) {
          const out = items.flatMap((item, place) => (item === 0 || set.indices.includes(place) ? [] : [item]))
          expect(nameOf(out)).toBe(nameOf(amountsOf(items, left.sets[at] ?? { indices: [] })))
          expect(set.sumMinor).toBe(sumOf(amountsOf(items, set)))
          expect(set.windows).toEqual(windows.flatMap((window, one) => (within(set.sumMinor, window) ? [one] : [])))
        }
      }),
    )
  })
})

describe('countSets', () => {
  it('the number of sets is that of looking at every choice', () => {
    fc.assert(
      fc.property(asked, cardinalities, ({ items }, cardinality) => {
        const named = choicesOf(items.length, cardinality)
          .map((indices) => amountsOf(items, { indices }))
          .filter((amounts) => !hasOpposites(amounts))
          .map(nameOf)
        expect(countSets(prepareSums(items), cardinality)).toBe(BigInt(new Set(named).size))
      }),
    )
  })
})
