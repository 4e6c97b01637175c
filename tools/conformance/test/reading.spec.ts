import { describe, expect, it } from 'vitest'
import { BadFile, type MapNode, nodesOf, readCases, written } from '../src/index.js'

const given = (text: string, id: string): string => {
  const found = readCases(text).find((worked) => worked.id === id)
  return found === undefined ? '' : written(found.given)
}

const complaint = (text: string): string => {
  try {
    readCases(text)
    return ''
  } catch (error) {
    return error instanceof BadFile ? `${error.line ?? '-'}: ${error.message}` : String(error)
  }
}

describe('nodesOf', () => {
  it('keeps the written form of every scalar', () => {
    expect(written(nodesOf('{a: 1200.00, b: 0.1212, c: 007, d: 1e3, e: 2026-02-30, f: yes}'))).toBe(
      '{a: 1200.00, b: 0.1212, c: 007, d: 1e3, e: 2026-02-30, f: yes}',
    )
  })

  it('takes a quoted word for a word and a plain null for nothing', () => {
    const { entries } = nodesOf(`{a: "null", b: null, c: '600', "6": 1.50}`) as MapNode
    expect([...entries].map(([key, node]) => [key, node.kind === 'scalar' && node.plain, written(node)])).toEqual([
      ['a', false, 'null'],
      ['b', true, 'null'],
      ['c', false, '600'],
      ['6', true, '1.50'],
    ])
  })

  it('follows an alias to what it names', () => {
    expect(written(nodesOf('a: &x {n: 1.00}\nb: *x'))).toBe('{a: {n: 1.00}, b: {n: 1.00}}')
  })
})

describe('readCases', () => {
  const file = `
fixtures:
  some: {tolerance: 0.10, runs: [1, 2]}
cases:
  - {id: A, area: terms, given: {options: {x: 1, y: 2}, gross: 10.00}, expect: {due: 1}}
  - {id: B, area: terms, given: {same_as: A, options: {x: 3}}, expect: {due: 1}}
  - {id: C, area: terms, given: {same_as: B, gross: 20.00}, expect: {due: 1}}
  - {id: D, area: terms, given: {fixture: some, runs: [3]}, expect: {due: 1}}
`

  it('copies what another case gives, then replaces the keys written beside it', () => {
    expect(given(file, 'B')).toBe('{options: {x: 3}, gross: 10.00}')
    expect(given(file, 'C')).toBe('{options: {x: 3}, gross: 20.00}')
  })

  it('brings a fixture in under the keys of the case, and as it is beside them', () => {
    expect(given(file, 'D')).toBe('{tolerance: 0.10, runs: [3], fixture: {tolerance: 0.10, runs: [1, 2]}}')
  })

  it('says what is wrong with a file, and on which line', () => {
    expect(complaint('cases: [')).toMatch(/^1: /)
    expect(complaint('')).toBe('-: the file is empty')
    expect(complaint('meta: {}')).toBe('1: there is no key "cases"')
    expect(complaint('cases:\n  - {area: terms, given: {}, expect: {}}')).toBe('2: a case has no "id"')
    expect(complaint('cases:\n  - {id: A, area: terms, expect: {}}')).toBe('2: a case has no "given"')
    expect(complaint('cases:\n  - {id: A, area: a, given: {x: 1, x: 2}, expect: {}}')).toMatch(/^2: /)
    expect(complaint('cases:\n  - {id: A, area: a, given: {same_as: Z}, expect: {}}')).toBe(
      '2: same_as names Z, which is not in this file',
    )
  })

  it('refuses two cases of one id, and copies that go round in a circle', () => {
    const one = '{id: A, area: a, given: {}, expect: {}}'
    expect(complaint(`cases: [${one}, ${one}]`)).toBe('1: the id A is used twice')
    expect(complaint('cases: [{id: A, area: a, given: {same_as: A}, expect: {}}]')).toBe(
      '1: same_as goes round in a circle: A, A',
    )
  })
})
