import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { log2Centibits, log2RatioCentibits, powerOfHalf, wholeWeight } from '../../../src/index.js'
import { countOfCentibits } from '../../../src/matching/solver/centibits.js'

/** Whether 2^(centibits/100) <= over/under, in whole numbers: both to the hundredth power. */
const reaches = (over: bigint, under: bigint, centibits: number): boolean => {
  const [more, less] = [over ** 100n, under ** 100n]
  return centibits >= 0 ? less << BigInt(centibits) <= more : less <= more << BigInt(-centibits)
}

const counts = fc.oneof(fc.bigInt({ min: 1n, max: 3000n }), fc.bigInt({ min: 1n, max: 2n ** 300n }))

describe('log2Centibits', () => {
  it('centibits of a count are the exact logarithm rounded down', () => {
    fc.assert(
      fc.property(counts, counts, (over, under) => {
        const centibits = log2Centibits(over)
        expect(reaches(over, 1n, centibits)).toBe(true)
        expect(reaches(over, 1n, centibits + 1)).toBe(false)
        const ofRatio = log2RatioCentibits(over, under)
        expect(reaches(over, under, ofRatio)).toBe(true)
        expect(reaches(over, under, ofRatio + 1)).toBe(false)
      }),
    )
  })

  it('is the same for a number and for a bigint', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.integer({ min: 1, max: 5000 }),
          fc.maxSafeNat().filter((count) => count > 0),
        ),
        (count) => {
          expect(log2Centibits(count)).toBe(log2Centibits(BigInt(count)))
        },
      ),
    )
  })

  it('knows the powers of two and their neighbours', () => {
    for (let bits = 1; bits < 200; bits += 1) {
      expect(log2Centibits(1n << BigInt(bits))).toBe(bits * 100)
      expect(log2Centibits((1n << BigInt(bits)) - 1n)).toBeLessThan(bits * 100)
    }
    expect(log2Centibits(1)).toBe(0)
  })

  it('stops on nothing', () => {
    expect(() => log2Centibits(0)).toThrow('Invariant broken')
    expect(() => log2RatioCentibits(1n, 0n)).toThrow('Invariant broken')
  })
})

describe('powerOfHalf', () => {
  it('a hundred centibits halve a weight', () => {
    fc.assert(
      fc.property(fc.nat(5000), (centibits) => {
        expect(powerOfHalf(centibits + 100)).toBe(Math.floor(powerOfHalf(centibits) / 2))
        expect(powerOfHalf(centibits + 1)).toBeLessThanOrEqual(powerOfHalf(centibits))
      }),
    )
  })

  it('begins at the whole weight and ends at nothing', () => {
    expect(powerOfHalf(0)).toBe(wholeWeight)
    expect(powerOfHalf(4000)).toBe(1)
    expect(powerOfHalf(4001)).toBe(0)
    expect(powerOfHalf(1_000_000)).toBe(0)
    expect(() => powerOfHalf(-1)).toThrow('Invariant broken')
    expect(() => powerOfHalf(0.5)).toThrow('Invariant broken')
  })

  it('is within one part of the square of itself', () => {
    for (let centibits = 0; centibits < 100; centibits += 1) {
      const exact = BigInt(powerOfHalf(centibits)) ** 100n
      const whole = (BigInt(wholeWeight) ** 100n) >> BigInt(centibits)
      expect((BigInt(powerOfHalf(centibits)) + 1n) ** 100n > whole).toBe(true)
      expect((BigInt(powerOfHalf(centibits)) - 1n) ** 100n < whole).toBe(true)
      expect(exact > 0n).toBe(true)
    }
  })
})

describe('countOfCentibits', () => {
  it('turns centibits back into a count', () => {
    for (const bits of [0, 1, 20, 52, 53, 99]) expect(countOfCentibits(bits * 100)).toBe(2 ** bits)
    expect(countOfCentibits(10_000)).toBe(Infinity)
    expect(Math.round(countOfCentibits(log2Centibits(1000)))).toBe(996)
  })
})
