import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { combinedScore, scoreOutcome } from '../../../src/index.js'

const components = fc.constantFrom('customer', 'reference', 'amount', 'date')
const scores = fc.dictionary(components, fc.integer({ min: 0, max: 10_000 }))
const weights = fc.dictionary(components, fc.integer({ min: 0, max: 100 }))
const candidates = fc
  .array(fc.integer({ min: 5_500, max: 10_000 }), { maxLength: 5 })
  .map((list) => list.map((combined, at) => ({ id: String(at), combined })))
const thresholds = fc.record({
  recommend: fc.integer({ min: 6_000, max: 7_000 }),
  auto: fc.integer({ min: 7_000, max: 9_000 }),
  margin: fc.integer({ min: 0, max: 500 }),
})

describe('what may be done with scored candidates', () => {
  it('a missing score never raises the combined score', () => {
    fc.assert(
      fc.property(scores, weights, components, (given, weighing, missing) => {
        const { [missing]: _, ...rest } = given
        expect(combinedScore(rest, weighing)).toBeLessThanOrEqual(combinedScore(given, weighing))
      }),
    )
  })

  it('the combined score lies between the lowest and the highest score', () => {
    fc.assert(
      fc.property(weights, fc.integer({ min: 0, max: 10_000 }), fc.nat(500), (weighing, least, spread) => {
        fc.pre(Object.values(weighing).some((weight) => weight > 0))
        const most = Math.min(10_000, least + spread)
        const given = Object.fromEntries(Object.keys(weighing).map((name, at) => [name, at % 2 === 0 ? least : most]))
        const combined = combinedScore(given, weighing)
        expect(combined).toBeGreaterThanOrEqual(least)
        expect(combined).toBeLessThanOrEqual(most)
      }),
    )
  })

  it('the order of the candidates makes no difference', () => {
    fc.assert(
      fc.property(candidates, thresholds, (list, limits) => {
        expect(scoreOutcome([...list].reverse(), limits)).toBe(scoreOutcome(list, limits))
      }),
    )
  })

  it('one more candidate never turns another outcome into auto for a candidate that was there', () => {
    fc.assert(
      fc.property(candidates, fc.integer({ min: 5_500, max: 10_000 }), thresholds, (list, combined, limits) => {
        const before = scoreOutcome(list, limits)
        const after = scoreOutcome([...list, { id: 'new', combined }], limits)
        const newIsBest = list.every((one) => one.combined < combined)
        expect(after === 'auto' && before !== 'auto' && !newIsBest).toBe(false)
      }),
    )
  })
})
