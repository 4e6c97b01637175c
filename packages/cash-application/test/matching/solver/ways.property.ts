import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bitPlane, bitPlaneWork } from '../../../src/matching/solver/bit-plane.js'
import { fourLists } from '../../../src/matching/solver/four-lists.js'
import { meetInTheMiddle } from '../../../src/matching/solver/meet-in-the-middle.js'
import { normaliseSum, type SumProblem } from '../../../src/matching/solver/normalise.js'
import type { SearchResult } from '../../../src/matching/solver/search-result.js'
import { witnessCore } from '../../../src/matching/solver/witness-core.js'
import { workMeter } from '../../../src/matching/solver/work-meter.js'
import { amountsOf, everySetWithin, nameOf, waysWithin } from './oracles.js'
import { amountLists, numbersFrom, plenty, questionsAbout } from './questions.js'

type Way = (problem: SumProblem) => SearchResult

const ways: Readonly<Record<string, Way>> = {
  'meet in the middle': (problem) => meetInTheMiddle(problem, workMeter(plenty)),
  'bit plane': (problem) => bitPlane(problem, workMeter(plenty)),
  'four lists': (problem) => fourLists(problem, problem.lo, workMeter(plenty)),
}

const small = fc.oneof(
  questionsAbout(amountLists(12, 2 ** 22)),
  questionsAbout(fc.array(fc.constantFrom(5, 6, 7, 9), { maxLength: 13 })),
)

describe.each(Object.entries(ways))('%s', (name, way) => {
  it('finds what looking at every set finds', () => {
    fc.assert(
      fc.property(small, ({ items, window }) => {
        const exact = name === 'four lists' ? { loMinor: window.loMinor, hiMinor: window.loMinor } : window
        const sets = everySetWithin(items, exact)
        const normal = normaliseSum(items, exact)
        if (normal === undefined) {
          expect(sets).toEqual([])
          return
        }
        const { found, exhaustive } = way(normal.problem)
        const names = found.map((counts) => nameOf(amountsOf(items, normal.restore(counts))))
        expect(exhaustive).toBe(true)
        expect(names.length).toBe(Math.min(sets.length, 2))
        expect(new Set(names).size).toBe(names.length)
        for (const one of names) expect(sets).toContain(one)
      }),
      { numRuns: 300 },
    )
  })
})

describe('bit plane', () => {
  it('finds what counting the ways to every sum finds, with a hundred amounts', () => {
    const list = fc.array(fc.integer({ min: 500, max: 999 }), { minLength: 40, maxLength: 100 })
    fc.assert(
      fc.property(list, fc.nat(4000), (items, loMinor) => {
        const window = { loMinor, hiMinor: loMinor + 1 }
        const normal = normaliseSum(items, window)
        const found = normal === undefined ? 0 : bitPlane(normal.problem, workMeter(plenty)).found.length
        expect(found).toBe(waysWithin(items, window))
      }),
      { numRuns: 12 },
    )
  })

  it('begins nothing that it could not end', () => {
    const normal = normaliseSum([3, 5, 7, 11, 13], { loMinor: 15, hiMinor: 15 })
    if (normal === undefined) throw new Error('15 is within bounds')
    const meter = workMeter(bitPlaneWork(normal.problem) - 1)
    expect(bitPlane(normal.problem, meter)).toEqual({ found: [], exhaustive: false })
    expect(meter.spent).toBe(0)
  })
})

describe('witness core', () => {
  it('finds two sets that make the sum wherever amounts lie dense', () => {
    const next = numbersFrom(11)
    for (const count of [50, 120, 400]) {
      const items = Array.from({ length: count }, () => 1000 + Math.floor(next() * 200_000))
      for (const share of [0.1, 0.3, 0.5, 0.8]) {
        const target = Math.floor(items.reduce((so, item) => so + item, 0) * share)
        const normal = normaliseSum(items, { loMinor: target, hiMinor: target })
        const { found } = normal === undefined ? { found: [] } : witnessCore(normal.problem, workMeter(plenty))
        const sums = found.map((counts) => normal?.restore(counts).sumMinor)
        expect(sums).toEqual([target, target])
      }
    }
  })
})
