import { it as propertyIt } from '@fast-check/vitest'
import * as E from 'fp-ts/lib/Either.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeDebtorPolicy, habitualDebtorPolicy, latePayerPolicy } from '../../src/index.js'

const errorsOf = (json: unknown): ReadonlyArray<string> => {
  const read = decodeDebtorPolicy(json)
  return E.isLeft(read) ? read.left : []
}

describe('a debtor policy in a file', () => {
  propertyIt.prop([fc.constantFrom(habitualDebtorPolicy, latePayerPolicy), fc.boolean()])(
    'a policy written as JSON is the same when it is read',
    (policy, all) => {
      const own = { ...policy, excludeCauses: all ? ('all' as const) : ['dispute open'] }
      expect(decodeDebtorPolicy(JSON.parse(JSON.stringify(own)))).toEqual(E.right(own))
    },
  )

  it('names the field that is wrong', () => {
    const [signal, ...others] = habitualDebtorPolicy.signals
    expect(errorsOf({ ...habitualDebtorPolicy, signals: [{ ...signal, minBroken: 'two' }, ...others] })).toEqual([
      'signals.0.minBroken: is "two", expected wholeNumber',
    ])
    expect(errorsOf({ ...habitualDebtorPolicy, version: 1.5 })).toEqual(['version: is 1.5, expected wholeNumber'])
    expect(errorsOf({ ...habitualDebtorPolicy, signals: [{ _tag: 'Astrology' }] })[0]).toMatch(
      /^signals\.0\._tag: "Astrology" is none of BrokenPromises, /,
    )
    expect(errorsOf([])).toContain('signals: expected a list')
    expect(errorsOf({ ...habitualDebtorPolicy, excludeCauses: 7 })).toEqual([
      'excludeCauses: expected "all" or a list of texts',
    ])
  })

  it('refuses a level of a signal that is not there, and two signals of one name', () => {
    const levels = [{ level: 'habitual', allOf: ['ghosts'], anyOf: [] }]
    expect(errorsOf({ ...habitualDebtorPolicy, levels })).toEqual(['levels.0: there is no signal "ghosts"'])
    const [signal] = habitualDebtorPolicy.signals
    expect(errorsOf({ ...habitualDebtorPolicy, levels: [], signals: [signal, signal] })).toEqual([
      'signals: two are called "broken promises"',
    ])
  })
})
