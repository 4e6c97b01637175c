import { it as propertyIt } from '@fast-check/vitest'
import fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { decodeUpstreamMix, type UpstreamMix } from '../../src/index.js'
import { few, fixedMix } from './mixes.js'

const broken = (change: object): ReadonlyArray<string> => {
  const read = decodeUpstreamMix({ ...few, ...change })
  return E.isLeft(read) ? read.left : []
}

const mixes: fc.Arbitrary<UpstreamMix> = fc
  .record({
    customers: fc.integer({ min: 1, max: 500 }),
    months: fc.integer({ min: 1, max: 60 }),
    slowPayers: fc.integer({ min: 0, max: 1000 }),
    price: fc.integer({ min: 0, max: 500 }),
  })
  .map(({ price, ...rest }) => ({ ...few, ...rest, errors: { ...few.errors, price } }))

describe('decodeUpstreamMix', () => {
  propertyIt.prop([mixes])('a mix written as JSON is the same when it is read', (mix) => {
    expect(decodeUpstreamMix(JSON.parse(JSON.stringify(mix)))).toEqual(E.right(mix))
  })

  it('reads the three mixes of the benches', () => {
    for (const name of ['even', 'thin-evidence', 'mostly-slow-payers']) expect(fixedMix(name).name).toBe(name)
  })

  it('names the field that is missing, and the one that nobody knows', () => {
    const { price: _, ...errors } = few.errors
    expect(broken({ errors })).toEqual(['errors.price: is missing, expected wholeNumber'])
    expect(broken({ errors: { ...few.errors, gremlins: 3 } })).toEqual(['errors.gremlins: there is no such share'])
  })

  it('takes shares from none to all, and no more than all together', () => {
    expect(broken({ slowPayers: 1000 })).toEqual([])
    expect(broken({ slowPayers: 1001 })).toEqual(['slowPayers: is 1001, expected 0 to 1000'])
    expect(broken({ noise: { ...few.noise, vagueCodes: -1 } })).toEqual(['noise.vagueCodes: is -1, expected 0 to 1000'])
    expect(broken({ errors: { ...few.errors, price: 900 } })).toEqual([
      'errors and troubles together: is 1158, expected 0 to 1000',
    ])
  })

  it('wants somebody to trade with', () => {
    expect(broken({ customers: 0, months: 0 })).toEqual([
      'customers: is 0, expected 1 to 100000',
      'months: is 0, expected 1 to 120',
    ])
  })
})
