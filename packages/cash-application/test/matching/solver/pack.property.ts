import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pack, type PackCandidate, type Packed } from '../../../src/index.js'
import { sumOf } from './oracles.js'
import { numbersFrom } from './questions.js'

const candidates = fc.array(
  fc.record({
    payment: fc.nat(3),
    items: fc.uniqueArray(fc.nat(7), { maxLength: 3 }),
    weightCentibits: fc.oneof(fc.integer({ min: -50, max: 300 }), fc.constantFrom(0, 100, 200)),
  }),
  { maxLength: 9 },
)

const isAllowed = (chosen: readonly PackCandidate[]): boolean => {
  const payments = chosen.map(({ payment }) => payment)
  const items = chosen.flatMap((candidate) => candidate.items)
  return new Set(payments).size === payments.length && new Set(items).size === items.length
}

/** Weights of all choices that share nothing, the greatest first. */
const everyWeight = (list: readonly PackCandidate[]): readonly number[] => {
  let choices: readonly (readonly PackCandidate[])[] = [[]]
  for (const candidate of list)
    choices = choices.flatMap((chosen) =>
      isAllowed([...chosen, candidate]) ? [chosen, [...chosen, candidate]] : [chosen],
    )
  return choices
    .map((chosen) => sumOf(chosen.map(({ weightCentibits }) => weightCentibits)))
    .sort((one, other) => other - one)
}

const weightsOf = ({ best, second }: Packed): unknown => [best?.weight, second?.weight]

describe('pack', () => {
  it('the best and the second best choice are those of looking at every choice', () => {
    fc.assert(
      fc.property(candidates, (list) => {
        const packed = pack(list)
        const weights = everyWeight(list)
        expect(weightsOf(packed)).toEqual([weights[0], weights[1]])
        for (const choice of [packed.best, packed.second]) {
          if (choice === undefined) continue
          const chosen = choice.chosen.flatMap((place) => list[place] ?? [])
          expect(isAllowed(chosen)).toBe(true)
          expect(sumOf(chosen.map(({ weightCentibits }) => weightCentibits))).toBe(choice.weight)
        }
        if (packed.second !== undefined) expect(packed.second.chosen).not.toEqual(packed.best?.chosen)
      }),
      { numRuns: 400 },
    )
  })

  it('the order of candidates changes no weight', () => {
    const shuffled = candidates.chain((list) =>
      fc.record({ list: fc.constant(list), other: fc.shuffledSubarray(list, { minLength: list.length }) }),
    )
    fc.assert(
      fc.property(shuffled, fc.nat(40), ({ list, other }, budget) => {
        const [one, two] = [pack(list, budget), pack(other, budget)]
        expect(weightsOf(two)).toEqual(weightsOf(one))
        expect(two.work).toBe(one.work)
      }),
    )
  })

  it('a larger budget for packing only decides what was undecided', () => {
    fc.assert(
      fc.property(candidates, fc.nat(30), fc.nat(60), (list, budget, more) => {
        const [small, large] = [pack(list, budget), pack(list, budget + more)]
        for (const [at, group] of small.groups.entries())
          if (group._tag === 'Decided') expect(large.groups[at]).toEqual(group)
      }),
    )
  })

  it('groups hang together by payments and items, and hold every candidate once', () => {
    fc.assert(
      fc.property(candidates, (list) => {
        const { groups } = pack(list)
        expect(groups.flatMap((group) => group.candidates).sort((one, other) => one - other)).toEqual([...list.keys()])
        const uses = groups.map((group) => {
          const members = group.candidates.flatMap((place) => list[place] ?? [])
          return new Set(members.flatMap(({ payment, items }) => [`p${payment}`, ...items.map((item) => `i${item}`)]))
        })
        expect(sumOf(uses.map(({ size }) => size))).toBe(new Set(uses.flatMap((use) => [...use])).size)
      }),
    )
  })

  it('says that equal explanations leave no best choice', () => {
    const packed = pack([
      { payment: 1, items: [10], weightCentibits: 500 },
      { payment: 1, items: [11], weightCentibits: 500 },
    ])
    expect(weightsOf(packed)).toEqual([500, 500])
    expect(packed.best?.chosen).not.toEqual(packed.second?.chosen)
  })

  it('has nothing to choose without candidates', () => {
    expect(pack([])).toEqual({ groups: [], best: { chosen: [], weight: 0 }, second: undefined, work: 0 })
  })

  it('stays undecided rather than guess when many payments fight for few items', () => {
    const next = numbersFrom(9)
    const many = Array.from({ length: 60 * 6 }, (_, at) => ({
      payment: Math.floor(at / 6),
      items: [...new Set([1, 2, 3].map(() => Math.floor(next() * 50)))],
      weightCentibits: 900 + Math.floor(next() * 20),
    }))
    const packed = pack(many, 20_000)
    expect(packed.groups.map(({ _tag }) => _tag)).toEqual(['Undecided'])
    expect(packed.best).toBeUndefined()
  })
})
