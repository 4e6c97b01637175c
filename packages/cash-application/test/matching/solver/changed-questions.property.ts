import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decideSum, kSum, prepareSums, type SumAnswer, type SumWitness } from '../../../src/index.js'
import { balancedGroups } from '../../../src/matching/solver/balanced-groups.js'
import { amountsOf, everySetWithin, nameOf, sumOf } from './oracles.js'
import { amountLists, plenty, questionsAbout } from './questions.js'

const exactly = (minor: number): { readonly loMinor: number; readonly hiMinor: number } => ({
  loMinor: minor,
  hiMinor: minor,
})

const witnessesOf = (answer: SumAnswer): readonly SumWitness[] =>
  answer._tag === 'Unique' ? [answer.witness] : answer._tag === 'Multiple' ? answer.witnesses : []

const order = ['None', 'Unique', 'Multiple']

describe('a question that is changed a little', () => {
  it('a wider window keeps every set', () => {
    fc.assert(
      fc.property(questionsAbout(amountLists(11)), fc.nat(300), fc.nat(300), ({ items, window }, below, above) => {
        const wider = { loMinor: window.loMinor - below, hiMinor: window.hiMinor + above }
        const limits = { maxCardinality: 4, cap: 100_000, budget: plenty } as const
        const few = kSum(prepareSums(items), [window], limits).sets.map((set) => nameOf(amountsOf(items, set)))
        const more = kSum(prepareSums(items), [wider], limits).sets.map((set) => nameOf(amountsOf(items, set)))
        for (const name of few) expect(more).toContain(name)

        const [narrow, wide] = [decideSum(items, window, plenty), decideSum(items, wider, plenty)]
        expect(order.indexOf(wide._tag)).toBeGreaterThanOrEqual(order.indexOf(narrow._tag))
        const [only] = witnessesOf(narrow)
        if (narrow._tag === 'Unique' && wide._tag === 'Unique' && only !== undefined)
          expect(witnessesOf(wide).map(({ indices }) => indices)).toEqual([only.indices])
      }),
      { numRuns: 150 },
    )
  })

  it('without an item the sets are those that did not need it', () => {
    fc.assert(
      fc.property(questionsAbout(amountLists(11)), fc.nat(10), ({ items, window }, at) => {
        const left = items.filter((_, place) => place !== at)
        const before = everySetWithin(items, window)
        const after = decideSum(left, window, plenty)
        for (const witness of witnessesOf(after)) expect(before).toContain(nameOf(amountsOf(left, witness)))
        const answer = decideSum(items, window, plenty)
        const needed = witnessesOf(answer).every(({ indices }) => indices.includes(at))
        if (answer._tag === 'None') expect(after._tag).toBe('None')
        if (answer._tag === 'Unique' && !needed) expect(after._tag).toBe('Unique')
        if (answer._tag === 'Unique' && needed && answer.witness.interchangeable.every((group) => !group.includes(at)))
          expect(after._tag).toBe('None')
      }),
      { numRuns: 200 },
    )
  })

  it('two parts of a payment, each of which has one set, have the set of the whole between them', () => {
    const charges = fc.array(fc.integer({ min: 1, max: 5000 }), { minLength: 2, maxLength: 10 })
    const parts = charges.chain((items) =>
      fc.record({
        items: fc.constant(items),
        sides: fc.array(fc.nat(2), { minLength: items.length, maxLength: items.length }),
      }),
    )
    fc.assert(
      fc.property(parts, ({ items, sides }) => {
        const minorOf = (side: number): number => sumOf(items.filter((_, at) => sides[at] === side))
        const whole = decideSum(items, exactly(minorOf(1) + minorOf(2)), plenty)
        const [one, other] = [
          decideSum(items, exactly(minorOf(1)), plenty),
          decideSum(items, exactly(minorOf(2)), plenty),
        ]
        // What makes the parts makes the whole, where the parts share nothing.
        expect(whole._tag).not.toBe('None')
        if (whole._tag !== 'Unique' || one._tag !== 'Unique' || other._tag !== 'Unique') return
        const together = [...amountsOf(items, one.witness), ...amountsOf(items, other.witness)]
        expect(nameOf(together)).toBe(nameOf(amountsOf(items, whole.witness)))
      }),
      { numRuns: 300 },
    )
  })

  it('groups of values hold every value once and make about as many sets each', () => {
    const copies = fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 30 })
    fc.assert(
      fc.property(copies, fc.constantFrom(2, 4), (own, howMany) => {
        const groups = balancedGroups(Int32Array.from(own), howMany)
        expect(groups).toHaveLength(howMany)
        expect(groups.flat().sort((a, b) => a - b)).toEqual([...own.keys()])
        const bits = groups.map((group) => group.reduce((so, at) => so + Math.log2((own[at] ?? 0) + 1), 0))
        // The last one dealt out went to the lightest group, and weighs at most as ten copies do.
        expect(Math.max(...bits) - Math.min(...bits)).toBeLessThanOrEqual(Math.log2(10) + 0.1)
      }),
    )
  })
})
