import { positiveMinor } from '@quittance/testkit'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type BasePool, drawBase, itemBaseOf, linkExchange, sourceBaseOf } from '../src/index.js'

const pool = (baseMinor: number, ofMinor: number): BasePool => ({
  baseCurrency: 'EUR',
  baseMinor,
  ofMinor,
  leftMinor: ofMinor,
  leftBaseMinor: baseMinor,
})

const parts = fc.array(positiveMinor(10_000), { minLength: 1, maxLength: 12 })

describe('drawBase', () => {
  it('the shares of a base value add up to it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000 }), parts, (baseMinor, list) => {
        const ofMinor = list.reduce((so, part) => so + part, 0)
        let { leftMinor, leftBaseMinor } = pool(baseMinor, ofMinor)
        for (const part of list) {
          const drawn = drawBase({ ...pool(baseMinor, ofMinor), leftMinor, leftBaseMinor }, part)
          expect(drawn).toBeGreaterThanOrEqual(0)
          leftMinor -= part
          leftBaseMinor -= drawn
          expect(leftBaseMinor).toBeGreaterThanOrEqual(0)
        }
        expect(leftBaseMinor).toBe(0)
      }),
    )
  })

  it('gives each part its own share, not what rounding left of the one before, and the last the rest', () => {
    const thirds = pool(10_00, 3_00)
    expect(drawBase(thirds, 1_00)).toBe(3_33)
    expect(drawBase({ ...thirds, leftMinor: 2_00, leftBaseMinor: 6_67 }, 1_00)).toBe(3_33)
    expect(drawBase({ ...thirds, leftMinor: 1_00, leftBaseMinor: 3_34 }, 1_00)).toBe(3_34)
  })

  it('never draws more than is left, though every part is rounded up', () => {
    expect(drawBase({ ...pool(1, 4), leftMinor: 3, leftBaseMinor: 0 }, 2)).toBe(0)
  })
})

describe('linkExchange', () => {
  const amounts = fc.record({
    sourceMinor: positiveMinor(1_000),
    pennyMinor: fc.nat(5),
    itemMinor: positiveMinor(1_000),
    discountMinor: fc.nat(50),
  })
  const pools = fc.option(
    fc.record({ baseMinor: fc.nat(1_000_000), ofMinor: fc.integer({ min: 1_050, max: 9_999 }) }),
    { nil: undefined },
  )

  it('realised is what the source gave less what the item cleared', () => {
    fc.assert(
      fc.property(pools, pools, amounts, (source, item, link) => {
        const [from, to] = [source, item].map((one) =>
          one === undefined ? undefined : pool(one.baseMinor, one.ofMinor),
        )
        const exchange = linkExchange(from, to, link)
        expect(exchange === undefined).toBe(from === undefined && to === undefined)
        if (exchange === undefined) return
        const { sourceBaseMinor, clearedBaseMinor, realisedBaseMinor } = exchange
        expect([sourceBaseMinor === undefined, clearedBaseMinor === undefined]).toEqual([!from, !to])
        expect(realisedBaseMinor).toBe(
          sourceBaseMinor === undefined || clearedBaseMinor === undefined
            ? undefined
            : sourceBaseMinor - clearedBaseMinor,
        )
        if (from !== undefined) expect(sourceBaseOf(exchange)).toBe(drawBase(from, link.sourceMinor + link.pennyMinor))
        if (to !== undefined) expect(itemBaseOf(exchange)).toBe(drawBase(to, link.itemMinor + link.discountMinor))
      }),
    )
  })

  it('keeps a discount and a penny apart from what is realised', () => {
    const [receipt, item] = [pool(46_50, 93_00), pool(50_00, 100_00)]
    const link = { sourceMinor: 90_00, pennyMinor: 3_00, itemMinor: 90_00, discountMinor: 10_00 }
    expect(linkExchange(receipt, item, link)).toEqual({
      baseCurrency: 'EUR',
      sourceBaseMinor: 45_00,
      pennyBaseMinor: 1_50,
      clearedBaseMinor: 45_00,
      discountBaseMinor: 5_00,
      realisedBaseMinor: 0,
    })
  })
})
