/** Made-up open items and payments for the solver's tests. */
import * as fc from 'fast-check'
import type { SumWindow } from '../../../src/index.js'
import { sumOf } from './oracles.js'

/** Amounts of several characters: close together, far apart, round, of a few prices, growing; one in ten is a credit. */
export const amountLists = (maxLength: number, largest = 2 ** 45): fc.Arbitrary<readonly number[]> =>
  fc
    .oneof(
      fc.array(fc.integer({ min: 1, max: 12 }), { maxLength }),
      fc.array(fc.integer({ min: 1, max: Math.min(largest, 100_000) }), { maxLength }),
      fc.array(
        fc.integer({ min: 1, max: 400 }).map((fives) => fives * Math.min(500, Math.floor(largest / 400))),
        { maxLength },
      ),
      fc.array(fc.constantFrom(99, 199, 499, 990), { maxLength }),
      fc.array(fc.integer({ min: 1, max: largest }), { maxLength }),
      fc
        .array(fc.nat(Math.floor(Math.log2(largest))), { maxLength })
        .map((powers) => powers.map((power) => 2 ** power)),
    )
    .chain((amounts) =>
      fc
        .array(fc.nat(9), { minLength: amounts.length, maxLength: amounts.length })
        .map((dice) => amounts.map((amount, at) => (dice[at] === 0 ? 0 - amount : amount))),
    )

/** Open items and a window of sums. */
export interface Question {
  readonly items: readonly number[]
  readonly window: SumWindow
}

/** A window around the sum of some of the items, or off it; mostly of one sum. */
export const questionsAbout = (lists: fc.Arbitrary<readonly number[]>): fc.Arbitrary<Question> =>
  lists.chain((items) =>
    fc
      .record({
        picked: fc.array(fc.boolean(), { minLength: items.length, maxLength: items.length }),
        off: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.integer({ min: -3, max: 3 }), fc.nat(1_000_000)),
        width: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.nat(5), fc.nat(5000)),
      })
      .map(({ picked, off, width }) => {
        const loMinor = sumOf(items.filter((_, at) => picked[at])) + off
        return { items, window: { loMinor, hiMinor: loMinor + width } }
      }),
  )

/** A budget at which none of the small questions of the tests stays undecided. */
export const plenty = 100_000_000

/** The same numbers in every run, for lists too long to shrink. */
export const numbersFrom = (seed: number): (() => number) => {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0
    return (state >>> 0) / 0x1_0000_0000
  }
}
