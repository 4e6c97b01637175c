import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addIdentifiers, emptyIdentifierIndex, landingRates, luhnOf } from '../../../src/index.js'
import { bookOf } from './books.js'

describe('slips that land on another open identifier', () => {
  it('numbers one after another land more often than the same numbers with a check digit', () => {
    fc.assert(
      fc.property(fc.integer({ min: 10_000, max: 900_000 }), fc.integer({ min: 20, max: 120 }), (first, count) => {
        const numbers = Array.from({ length: count }, (_, at) => String(first + at))
        const plain = landingRates(bookOf(numbers)).substitution
        const checked = landingRates(bookOf(numbers.flatMap((number) => luhnOf(number) ?? []))).substitution
        expect(plain.landed).toBeGreaterThan(0)
        expect(checked.landed).toBe(0)
      }),
      { numRuns: 20 },
    )
  })

  it('every wrong digit and every swap of unlike neighbours is tried', () => {
    expect(landingRates(bookOf(['12345', '12346', '13245', 'INV-7']))).toEqual({
      substitution: { landed: 2, of: 3 * 5 * 9 },
      transposition: { landed: 2, of: 3 * 4 },
    })
  })

  it('a first digit that becomes zero lands on the shorter number', () => {
    expect(landingRates(bookOf(['12345', '2345'])).substitution).toEqual({ landed: 1, of: 5 * 9 })
  })

  it('an identifier of the same item is no other', () => {
    const index = emptyIdentifierIndex()
    addIdentifiers(index, 'a', ['12345', '12346'])
    expect(landingRates(index).substitution).toEqual({ landed: 0, of: 2 * 5 * 9 })
    addIdentifiers(index, 'b', ['12347'])
    expect(landingRates(index).substitution).toEqual({ landed: 4, of: 3 * 5 * 9 })
  })

  it('so many at most are tried, spread over the book', () => {
    const index = bookOf(Array.from({ length: 100 }, (_, at) => String(12300 + at)))
    expect(landingRates(index, 10).substitution.of).toBe(10 * 5 * 9)
    expect(landingRates(index, 30).substitution.of).toBe(25 * 5 * 9)
  })
})
