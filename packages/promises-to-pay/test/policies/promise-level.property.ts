import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type EarlierPromise, promiseLevel } from '../../src/index.js'

const standings = ['open', 'kept', 'partly-kept', 'broken', 'void', 'superseded', 'withdrawn'] as const
const earlier: fc.Arbitrary<EarlierPromise> = fc.record({
  level: fc.integer({ min: 1, max: 9 }),
  standing: fc.constantFrom(...standings),
})
const covers = fc.array(fc.array(earlier, { maxLength: 3 }), { maxLength: 3 })

describe('promiseLevel', () => {
  it('a level is at least 1 and rises by at most 1', () => {
    fc.assert(
      fc.property(covers, (all) => {
        const highest = Math.max(0, ...all.flat().map(({ level }) => level))
        expect(promiseLevel(all)).toBeGreaterThanOrEqual(1)
        expect(promiseLevel(all)).toBeLessThanOrEqual(highest + 1)
      }),
    )
  })

  it('starts at 1, stays where nobody failed, and rises by every promise that was not kept', () => {
    const after = (standing: EarlierPromise['standing']): number => promiseLevel([[{ level: 2, standing }]])
    expect(promiseLevel([])).toBe(1)
    expect(standings.map(after)).toEqual([3, 1, 3, 3, 2, 3, 3])
  })

  it('is that of the worst cover, and of a plan of which a part was not kept', () => {
    const kept: EarlierPromise = { level: 1, standing: 'kept' }
    const broken: EarlierPromise = { level: 1, standing: 'broken' }
    expect(promiseLevel([[kept], [broken]])).toBe(2)
    expect(promiseLevel([[kept, broken]])).toBe(2)
    expect(promiseLevel([[kept, { level: 1, standing: 'void' }]])).toBe(1)
  })
})
