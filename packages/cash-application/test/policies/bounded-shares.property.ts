import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { boundedShares } from '../../src/index.js'

const cases = fc
  .array(fc.oneof(fc.constantFrom(0, 1, 1, 2), fc.nat(1000)), { minLength: 1, maxLength: 8 })
  .filter((sizes) => sizes.some((size) => size > 0))
  .chain((sizes) => fc.tuple(fc.constant(sizes), fc.nat(sizes.reduce((so, size) => so + size, 0))))

describe('boundedShares', () => {
  it('no share is negative or larger than its size, and the shares add up to the total', () => {
    fc.assert(
      fc.property(cases, ([sizes, total]) => {
        const shares = boundedShares(total, sizes)
        expect(shares.reduce((so, share) => so + share, 0)).toBe(total)
        for (const [index, share] of shares.entries()) {
          expect(share).toBeGreaterThanOrEqual(0)
          expect(share).toBeLessThanOrEqual(sizes[index] ?? 0)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('gives the odd minor units to the largest', () => {
    expect(boundedShares(100, [10, 100, 30])).toEqual([7, 72, 21])
  })
})
