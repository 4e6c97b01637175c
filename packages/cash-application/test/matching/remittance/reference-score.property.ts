import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { editsBetween, fullScore, normalReference, referenceScore } from '../../../src/index.js'

const references = fc.array(fc.constantFrom('A', 'b', '0', '1', '-'), { maxLength: 7 }).map((list) => list.join(''))

const editsByTrying = (one: string, other: string): number => {
  if (one === '' || other === '') return one.length + other.length
  const [first, second] = [one.slice(1), other.slice(1)]
  if (one[0] === other[0]) return editsByTrying(first, second)
  return 1 + Math.min(editsByTrying(first, other), editsByTrying(one, second), editsByTrying(first, second))
}

describe('scores of references', () => {
  it('a reference score is the same in both directions', () => {
    fc.assert(
      fc.property(references, references, (one, other) => {
        expect(referenceScore(one, other)).toBe(referenceScore(other, one))
      }),
    )
  })

  it('a reference score is full for equal references only', () => {
    fc.assert(
      fc.property(references, references, (one, other) => {
        const equal = normalReference(one) === normalReference(other) && one !== ''
        expect(referenceScore(one, other) === fullScore).toBe(equal)
      }),
    )
  })

  it('edits between references are a distance', () => {
    fc.assert(
      fc.property(references, references, references, (one, other, third) => {
        expect(editsBetween(one, other)).toBe(editsByTrying(one, other))
        expect(editsBetween(one, third)).toBeLessThanOrEqual(editsBetween(one, other) + editsBetween(other, third))
      }),
    )
  })
})
