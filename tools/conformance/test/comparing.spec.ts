import { describe, expect, it } from 'vitest'
import {
  amount,
  differences,
  fields,
  list,
  map,
  nodesOf,
  nothing,
  rate,
  set,
  text,
  type Value,
  yesNo,
} from '../src/index.js'

const wrong = (expected: string, got: Value): ReadonlyArray<string> =>
  differences(nodesOf(expected), got, 'expect').map(({ path }) => path)

describe('differences', () => {
  it('compares money by its value, however many zeros are written', () => {
    const got = fields({ a: amount(120_000, 'EUR'), b: amount(-5, 'EUR'), c: amount(0, 'EUR'), d: amount(7, 'JPY') })
    expect(wrong('{a: 1200, b: -0.050, c: -0.00, d: 7.00}', got)).toEqual([])
    expect(wrong('{a: 1200.01, b: 0.05}', got)).toEqual(['expect.a', 'expect.b'])
  })

  it('rounds a rate half away from zero to the places that are written', () => {
    const got = fields({ a: rate({ numerator: 1n, denominator: 3n }), b: rate({ numerator: -5n, denominator: 4n }) })
    expect(wrong('{a: 0.3333, b: -1.3}', got)).toEqual([])
    expect(wrong('{a: 0.333300, b: -1.25}', got)).toEqual(['expect.a'])
    expect(wrong('{a: null}', fields({ a: rate(null) }))).toEqual([])
  })

  it('looks only at the keys that are expected', () => {
    expect(
      wrong(
        '{a: 1.00}',
        map([
          ['a', amount(100, 'EUR')],
          ['b', amount(1, 'EUR')],
        ]),
      ),
    ).toEqual([])
    expect(wrong('{c: 0.00}', map([['a', amount(100, 'EUR')]]))).toEqual(['expect.c'])
  })

  it('finds a rate however it is written', () => {
    expect(wrong('{"21.0": 9.74}', map([['21', amount(974, 'EUR')]]))).toEqual([])
  })

  it('compares lists by position and length, sets without order', () => {
    const words = [text('A'), text('B')]
    expect(wrong('[A, B]', list(words))).toEqual([])
    expect(wrong('[B, A]', list(words))).toEqual(['expect[0]', 'expect[1]'])
    expect(wrong('[A]', list(words))).toEqual(['expect'])
    expect(wrong('[B, A]', set(words))).toEqual([])
    expect(wrong('[A, A]', set(words))).toEqual(['expect'])
  })

  it('tells words, numbers, yes and nothing apart', () => {
    expect(wrong('{a: true, b: null, c: x}', fields({ a: yesNo(true), b: nothing, c: text('x') }))).toEqual([])
    expect(wrong('{a: "true", b: "null", c: 1.0}', fields({ a: yesNo(true), b: nothing, c: text('1.00') }))).toEqual([
      'expect.a',
      'expect.b',
      'expect.c',
    ])
    expect(wrong('{a: {b: 1}}', fields({ a: amount(100, 'EUR') }))).toEqual(['expect.a'])
  })
})
