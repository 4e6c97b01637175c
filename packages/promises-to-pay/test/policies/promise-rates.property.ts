import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { promiseRates, promiseReliability, type RatedPromise } from '../../src/index.js'

const rated: fc.Arbitrary<RatedPromise> = fc
  .record({
    standing: fc.constantFrom('open', 'kept', 'partly-kept', 'broken', 'void', 'superseded', 'withdrawn'),
    countsAs: fc.constantFrom('nothing', 'partly-kept', 'broken'),
    promisedMinor: fc.integer({ min: 1, max: 1000_00 }),
    share: fc.nat(100),
    asked: fc.option(fc.integer({ min: 1, max: 1000_00 }), { nil: undefined }),
  })
  .map(({ share, asked, promisedMinor, ...one }) => ({
    ...one,
    promisedMinor,
    keptMinor: Math.floor((promisedMinor * share) / 100),
    receivedMinor: promisedMinor,
    ...(asked === undefined ? {} : { askedMinor: asked }),
  }))
const all = fc.array(rated, { maxLength: 12 })

describe('promiseRates', () => {
  it('kept, partly kept, broken, open and left out make up all promises', () => {
    fc.assert(
      fc.property(all, (promises) => {
        const { made, open, kept, partlyKept, broken, leftOut } = promiseRates(promises)
        expect(open + kept + partlyKept + broken + leftOut).toBe(made)
        const rows = promiseReliability(promises, ({ standing }) => standing)
        expect(rows.reduce((so, row) => so + row.promisedMinor, 0)).toBe(promiseRates(promises).promisedMinor)
        expect(rows.map(({ group }) => group)).toEqual(rows.map(({ group }) => group).toSorted())
      }),
    )
  })

  it('replacing a broken promise never raises the kept rate', () => {
    fc.assert(
      fc.property(all, rated, (others, one) => {
        const broken: RatedPromise = { ...one, standing: 'broken', keptMinor: 0 }
        const replaced: RatedPromise = { ...broken, standing: 'superseded', countsAs: 'broken' }
        const rates = promiseRates([...others, replaced])
        expect(rates).toEqual(promiseRates([...others, broken]))
        expect(rates.keptBasisPoints).toBeLessThanOrEqual(promiseRates(others).keptBasisPoints ?? 10_000)
      }),
    )
  })

  it('has no rate where there is nothing to divide by', () => {
    const none = promiseRates([])
    expect(none).toMatchObject({ made: 0 })
    expect(none).not.toHaveProperty('keptBasisPoints')
    expect(none).not.toHaveProperty('promisedOfAskedBasisPoints')
  })

  it('weighs count and amount apart, and leaves void, withdrawn and open ones out', () => {
    const one = (standing: RatedPromise['standing'], promisedMinor: number, keptMinor: number): RatedPromise => ({
      standing,
      countsAs: 'nothing',
      promisedMinor,
      keptMinor,
      receivedMinor: keptMinor,
      askedMinor: 2 * promisedMinor,
    })
    const rates = promiseRates([
      one('kept', 100_00, 100_00),
      one('partly-kept', 200_00, 50_00),
      one('broken', 300_00, 0),
      one('void', 999_00, 0),
      one('withdrawn', 999_00, 0),
      one('superseded', 999_00, 0),
      one('open', 400_00, 150_00),
    ])
    expect(rates).toMatchObject({
      made: 7,
      leftOut: 3,
      openMinor: 250_00,
      promisedMinor: 600_00,
      keptMinor: 150_00,
      keptBasisPoints: 3333,
      keptAmountBasisPoints: 2500,
      promisedOfAskedBasisPoints: 5000,
      receivedOfPromisedBasisPoints: 2500,
    })
  })
})
