import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson } from '../src/index.js'

/** The same value with every object's keys put in the other order. */
const reordered = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(reordered)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inner]) => [key, reordered(inner)]),
  )
}

describe('canonicalJson', () => {
  it('is JSON of the same value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const plain = JSON.stringify(value)
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(plain))
      }),
    )
  })

  it('does not depend on the order in which fields were written', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(canonicalJson(reordered(value))).toBe(canonicalJson(value))
      }),
    )
  })

  it('leaves out what is not said, and has no room for white space', () => {
    expect(canonicalJson({ b: undefined, a: [1, undefined, 'x y'], c: { d: null } })).toBe(
      '{"a":[1,null,"x y"],"c":{"d":null}}',
    )
  })
})
