import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decideSum, netLinked, type SumAnswer, type SumWitness } from '../../../src/index.js'
import { normaliseSum } from '../../../src/matching/solver/normalise.js'
import { amountsOf, everySetWithin, nameOf, sumOf, waysWithin, within } from './oracles.js'
import { amountLists, plenty, type Question, questionsAbout } from './questions.js'

const witnessesOf = (answer: SumAnswer): readonly SumWitness[] =>
  answer._tag === 'Unique' ? [answer.witness] : answer._tag === 'Multiple' ? answer.witnesses : []

const tagFor = (sets: number): SumAnswer['_tag'] => (sets === 0 ? 'None' : sets === 1 ? 'Unique' : 'Multiple')

const withoutCertificate = ({ certificate: _, ...answer }: SumAnswer): unknown => answer

const smallQuestions = questionsAbout(amountLists(11))

/** Half of the items taken: the densest place to look. */
const halfOf = (items: readonly number[]): Question => {
  const loMinor = sumOf(items.filter((_, at) => at % 2 === 0))
  return { items, window: { loMinor, hiMinor: loMinor } }
}

describe('decideSum', () => {
  it('the answer is that of looking at every set', () => {
    fc.assert(
      fc.property(questionsAbout(amountLists(13)), ({ items, window }) => {
        const sets = everySetWithin(items, window)
        const answer = decideSum(items, window, plenty)
        expect(answer._tag).toBe(tagFor(sets.length))
        for (const witness of witnessesOf(answer)) expect(sets).toContain(nameOf(amountsOf(items, witness)))
      }),
      { numRuns: 600 },
    )
  })

  it('the answer is that of counting the ways to every sum', () => {
    const lists = fc.oneof(
      fc.array(fc.integer({ min: -20, max: 400 }), { minLength: 20, maxLength: 70 }),
      fc.array(
        fc.integer({ min: 1, max: 60 }).map((fives) => fives * 5),
        { minLength: 20, maxLength: 70 },
      ),
      fc.array(fc.constantFrom(99, 199, 250, -99), { minLength: 20, maxLength: 70 }),
      fc.array(fc.integer({ min: 300, max: 340 }), { minLength: 20, maxLength: 70 }),
    )
    fc.assert(
      fc.property(fc.oneof(questionsAbout(lists), lists.map(halfOf)), ({ items, window }) => {
        expect(decideSum(items, window, plenty)._tag).toBe(tagFor(waysWithin(items, window)))
      }),
      { numRuns: 120 },
    )
  })

  it('no answer but undecided leaves anything out, and a larger budget only decides what was undecided', () => {
    const lists = fc.oneof(
      amountLists(13),
      fc.array(fc.integer({ min: 1, max: 100_000 }), { minLength: 28, maxLength: 40 }),
      fc.array(fc.integer({ min: 1, max: 2 ** 33 }), { minLength: 26, maxLength: 34 }),
    )
    const budgets = fc.array(fc.oneof(fc.nat(500), fc.nat(200_000)), { minLength: 2, maxLength: 4 })
    fc.assert(
      fc.property(fc.oneof(questionsAbout(lists), lists.map(halfOf)), budgets, ({ items, window }, some) => {
        let known: SumAnswer | undefined
        for (const budget of [...some].sort((one, other) => one - other)) {
          const answer = decideSum(items, window, budget)
          expect(answer.certificate.exhaustive).toBe(answer._tag === 'None' || answer._tag === 'Unique')
          if (answer._tag !== 'Undecided') expect(answer.certificate.work).toBeLessThanOrEqual(budget)
          if (known !== undefined) expect(answer).toEqual(known)
          if (answer._tag !== 'Undecided') known = answer
        }
      }),
      { numRuns: 150 },
    )
  })

  it('several means two sets that make the sum and differ in amounts', () => {
    const lists = fc.oneof(
      amountLists(13),
      fc.array(fc.integer({ min: 1, max: 90_000 }), { minLength: 24, maxLength: 200 }),
    )
    fc.assert(
      fc.property(fc.oneof(questionsAbout(lists), lists.map(halfOf)), ({ items, window }) => {
        const witnesses = witnessesOf(decideSum(items, window))
        for (const witness of witnesses) {
          const amounts = amountsOf(items, witness)
          expect(sumOf(amounts)).toBe(witness.sumMinor)
          expect(within(witness.sumMinor, window)).toBe(true)
          expect([...witness.indices].sort((one, other) => one - other)).toEqual(witness.indices)
          expect(new Set(witness.indices).size).toBe(witness.indices.length)
          expect(amounts.some((amount) => amounts.includes(0 - amount))).toBe(false)
        }
        expect(new Set(witnesses.map((witness) => nameOf(amountsOf(items, witness)))).size).toBe(witnesses.length)
      }),
      { numRuns: 200 },
    )
  })

  it('scaling every amount changes nothing but the sums', () => {
    fc.assert(
      fc.property(
        questionsAbout(amountLists(11, 2 ** 35)),
        fc.integer({ min: 2, max: 1000 }),
        ({ items, window }, by) => {
          const answer = decideSum(items, window)
          const scaled = decideSum(
            items.map((item) => item * by),
            { loMinor: window.loMinor * by, hiMinor: window.hiMinor * by },
          )
          expect(scaled._tag).toBe(answer._tag)
          expect(scaled.certificate).toEqual(answer.certificate)
          expect(witnessesOf(scaled)).toEqual(
            witnessesOf(answer).map((witness) => ({ ...witness, sumMinor: witness.sumMinor * by })),
          )
        },
      ),
    )
  })

  it('turning every sign round mirrors the answer', () => {
    fc.assert(
      fc.property(smallQuestions, ({ items, window }) => {
        const turned = items.map((item) => 0 - item)
        const answer = decideSum(items, window)
        const mirrored = decideSum(turned, { loMinor: 0 - window.hiMinor, hiMinor: 0 - window.loMinor })
        expect(mirrored._tag).toBe(answer._tag)
        for (const witness of witnessesOf(mirrored)) expect(within(0 - witness.sumMinor, window)).toBe(true)
        if (answer._tag === 'Unique' && mirrored._tag === 'Unique')
          expect({ ...mirrored.witness, sumMinor: 0 - mirrored.witness.sumMinor + 0 }).toEqual(answer.witness)
      }),
    )
  })

  it('an item larger than every sum asked for changes nothing', () => {
    fc.assert(
      fc.property(
        questionsAbout(amountLists(12).map((items) => items.map(Math.abs))),
        fc.integer({ min: 1, max: 1_000_000 }),
        fc.nat(12),
        ({ items, window }, more, at) => {
          const place = Math.min(at, items.length)
          const larger = Math.max(window.hiMinor, 0) + more
          const answer = decideSum([...items.slice(0, place), larger, ...items.slice(place)], window)
          const before = decideSum(items, window)
          expect(answer._tag).toBe(before._tag)
          expect(witnessesOf(answer).map(({ indices }) => indices)).toEqual(
            witnessesOf(before).map(({ indices }) => indices.map((index) => (index < place ? index : index + 1))),
          )
        },
      ),
    )
  })

  it('one more item of an amount adds a choice, not an explanation', () => {
    fc.assert(
      fc.property(questionsAbout(amountLists(10)), fc.nat(9), ({ items, window }, at) => {
        const again = items[at]
        if (again === undefined || again === 0) return
        const copies = items.filter((item) => item === again)
        // Sets that need the new item beside all the others of its amount are new explanations; the rest must stay as it was.
        const others = items.filter((item) => Math.abs(item) !== Math.abs(again))
        const allOfThem = sumOf(copies) + again
        const needIt = decideSum(others, {
          loMinor: window.loMinor - allOfThem,
          hiMinor: window.hiMinor - allOfThem,
        })
        if (needIt._tag !== 'None') return
        const before = decideSum(items, window)
        const after = decideSum([...items, again], window)
        expect(after._tag).toBe(before._tag)
        if (after._tag !== 'Unique') return
        const used = amountsOf(items, after.witness).filter((item) => item === again).length
        const group = [...items, again].flatMap((item, place) => (item === again ? [place] : []))
        const named = after.witness.interchangeable.some((places) => places.join() === group.join())
        expect(named).toBe(used > 0)
      }),
      { numRuns: 300 },
    )
  })

  it('a linked pair that cancels exactly changes no answer', () => {
    fc.assert(
      fc.property(smallQuestions, fc.integer({ min: 1, max: 10_000 }), ({ items, window }, minor) => {
        const links = [{ charge: items.length, credit: items.length + 1 }]
        const withPair = decideSum(netLinked([...items, minor, 0 - minor], links), window)
        expect(withoutCertificate(withPair)).toEqual(withoutCertificate(decideSum(items, window)))
      }),
    )
  })
})

describe('normaliseSum', () => {
  it('normalising keeps the number of solutions and maps each back to its own sum', () => {
    fc.assert(
      fc.property(questionsAbout(amountLists(9)), ({ items, window }) => {
        const sets = everySetWithin(items, window)
        const normal = normaliseSum(items, window)
        if (normal === undefined) {
          expect(sets).toEqual([])
          return
        }
        const { problem, restore } = normal
        let counts: readonly (readonly number[])[] = [[]]
        for (const copies of problem.copies)
          counts = counts.flatMap((some) => Array.from({ length: copies + 1 }, (_, count) => [...some, count]))
        const solutions = counts.filter((some) => {
          const sum = sumOf(some.map((count, at) => count * (problem.values[at] ?? 0)))
          return problem.lo <= sum && sum <= problem.hi
        })
        const names = solutions.map((some) => {
          const witness = restore(Int32Array.from(some))
          expect(sumOf(amountsOf(items, witness))).toBe(witness.sumMinor)
          return nameOf(amountsOf(items, witness))
        })
        expect([...names].sort()).toEqual([...sets].sort())
      }),
      { numRuns: 300 },
    )
  })
})
