import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { collectibleParts } from '../../../src/index.js'
import { inHand, owedParts } from './parts.js'

const sum = <One>(all: ReadonlyArray<One>, minorOf: (one: One) => number): number =>
  all.reduce((so, one) => so + minorOf(one), 0)

describe('collectibleParts', () => {
  it('nothing disputed, promised, held back or in hand is asked for', () => {
    fc.assert(
      fc.property(owedParts, inHand, (parts, held) => {
        const asked = collectibleParts(parts, held)
        for (const {
          openMinor,
          disputedMinor,
          promisedMinor,
          heldBackMinor = 0,
          inHandMinor,
          collectibleMinor,
        } of asked) {
          expect(collectibleMinor).toBeGreaterThanOrEqual(0)
          expect(inHandMinor).toBeGreaterThanOrEqual(0)
          expect(collectibleMinor + inHandMinor).toBe(
            Math.max(0, openMinor - disputedMinor - promisedMinor - heldBackMinor),
          )
        }
        for (const currency of ['EUR', 'USD']) {
          const own = asked.filter((part) => part.currency === currency)
          const heldMinor = sum(
            held.filter((one) => one.currency === currency),
            (one) => one.heldMinor,
          )
          const askableMinor = sum(own, (part) => part.collectibleMinor + part.inHandMinor)
          expect(sum(own, (part) => part.inHandMinor)).toBe(Math.min(heldMinor, askableMinor))
        }
        expect(collectibleParts(parts.toReversed(), held.toReversed())).toEqual(asked)
      }),
    )
  })

  it('sets money in hand against what is due first', () => {
    const part = (itemId: string, dueOn: string, openMinor: number) => ({
      itemId,
      instalmentNo: 1,
      currency: 'EUR',
      dueOn: dueOn as never,
      openMinor,
      disputedMinor: 0,
      promisedMinor: 0,
    })
    const asked = collectibleParts(
      [part('B', '2026-02-01', 50), part('A', '2026-01-01', 80)],
      [{ currency: 'EUR', heldMinor: 100 }],
    )
    expect(asked.map(({ itemId, inHandMinor, collectibleMinor }) => [itemId, inHandMinor, collectibleMinor])).toEqual([
      ['A', 80, 0],
      ['B', 20, 30],
    ])
  })
})
