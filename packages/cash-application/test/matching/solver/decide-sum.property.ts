import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decideSum, type SumAnswer, type SumWindow, type SumWitness } from '../../../src/index.js'
import { amountsOf, everySetWithin, nameOf, sumOf, waysWithin, within } from './oracles.js'

/** Amounts of several characters: close together, far apart, round, or of a few prices; some are credits. */
const amountLists = (maxLength: number): fc.Arbitrary<readonly number[]> =>
  fc
    .oneof(
      fc.array(fc.integer({ min: 1, max: 12 }), { maxLength }),
      fc.array(fc.integer({ min: 1, max: 100_000 }), { maxLength }),
      fc.array(
        fc.integer({ min: 1, max: 400 }).map((five) => five * 500),
        { maxLength },
      ),
      fc.array(fc.constantFrom(999, 1999, 4999, 9900), { maxLength }),
      fc.array(fc.integer({ min: 1, max: 2 ** 45 }), { maxLength }),
    )
    .chain((amounts) =>
      fc
        .array(fc.nat(9), { minLength: amounts.length, maxLength: amounts.length })
        .map((dice) => amounts.map((amount, at) => (dice[at] === 0 ? 0 - amount : amount))),
    )

/** A window around the sum of some of the items, or anywhere; mostly of one sum. */
const asked = (maxLength: number) =>
  amountLists(maxLength).chain((items) =>
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

const foundIn = (answer: SumAnswer): readonly SumWitness[] =>
  answer._tag === 'Unique' ? [answer.witness] : answer._tag === 'Multiple' ? answer.witnesses : []

const expectSound = (items: readonly number[], window: SumWindow, answer: SumAnswer): void => {
  for (const witness of foundIn(answer)) {
    const amounts = amountsOf(items, witness)
    expect(sumOf(amounts)).toBe(witness.sumMinor)
    expect(within(witness.sumMinor, window)).toBe(true)
    expect(new Set(witness.indices).size).toBe(witness.indices.length)
    expect(amounts.some((amount) => amounts.includes(0 - amount))).toBe(false)
  }
}

const anyBudget = 50_000_000

describe('decideSum', () => {
  it('the answer is that of looking at every set', () => {
    fc.assert(
      fc.property(asked(12), ({ items, window }) => {
        const sets = everySetWithin(items, window)
        const answer = decideSum(items, window, anyBudget)
        expectSound(items, window, answer)
        expect(answer._tag).toBe(sets.length === 0 ? 'None' : sets.length === 1 ? 'Unique' : 'Multiple')
        for (const witness of foundIn(answer)) expect(sets).toContain(nameOf(amountsOf(items, witness)))
      }),
      { numRuns: 1000 },
    )
  })
})
