import { anyMinor } from '@quittance/testkit'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { allocate, type ResidueRule } from '../src/index.js'

const weights = fc
  .array(fc.oneof(fc.integer({ min: 0, max: 1000 }), fc.constantFrom(0, 1, 1, 1_000_000)), {
    minLength: 1,
    maxLength: 12,
  })
  .filter((list) => list.some((weight) => weight > 0))
const rules = fc.constantFrom<ResidueRule>('largest-remainder', 'last', 'largest')
const sum = (list: ReadonlyArray<number>): number => list.reduce((so, one) => so + one, 0)

describe('allocate', () => {
  it('allocation conserves the total, and no part has the wrong sign or passes its exact share by a minor unit or more under largest-remainder', () => {
    fc.assert(
      fc.property(anyMinor(), weights, rules, (total, list, rule) => {
        const parts = allocate(total, list, rule)
        expect(parts).toHaveLength(list.length)
        expect(sum(parts)).toBe(total)
        if (rule !== 'largest-remainder') return
        const all = BigInt(sum(list))
        for (const [index, part] of parts.entries()) {
          expect(part * Math.sign(total)).toBeGreaterThanOrEqual(0)
          const off = BigInt(part) * all - BigInt(total) * BigInt(list[index] ?? 0)
          expect(off < all && -off < all).toBe(true)
        }
      }),
    )
  })

  it('is odd: what is taken back splits as it was given', () => {
    fc.assert(
      fc.property(anyMinor(), weights, rules, (total, list, rule) => {
        expect(allocate(0 - total, list, rule).map((part) => 0 - part)).toEqual(allocate(total, list, rule))
      }),
    )
  })

  it('leaves every part but the one that takes the residue at its rounded share', () => {
    fc.assert(
      fc.property(anyMinor(1_000_000), weights, (total, list) => {
        const all = sum(list)
        const rounded = list.map(
          (weight) => Math.sign(total) * Math.floor((Math.abs(total) * weight * 2 + all) / (all * 2)),
        )
        const largest = list.indexOf(Math.max(...list))
        const others = (taker: number) => (_: number, index: number) => index !== taker
        expect(
          allocate(total, list, 'last')
            .filter(others(list.length - 1))
            .map(Math.abs),
        ).toEqual(rounded.filter(others(list.length - 1)).map(Math.abs))
        expect(allocate(total, list, 'largest').filter(others(largest)).map(Math.abs)).toEqual(
          rounded.filter(others(largest)).map(Math.abs),
        )
      }),
    )
  })

  it('stops on weights that are all nothing', () => {
    expect(() => allocate(1, [0, 0], 'last')).toThrow('Invariant broken')
    expect(() => allocate(1, [2, -1], 'last')).toThrow('Invariant broken')
  })
})
