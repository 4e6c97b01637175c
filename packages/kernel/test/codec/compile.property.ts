import * as fc from 'fast-check'
import type * as t from 'io-ts'
import { describe, expect, it } from 'vitest'
import {
  compileChecker,
  currencyCode,
  day,
  either,
  exactDecimal,
  listOf,
  moment,
  nonEmptyText,
  oneOf,
  struct,
  tagLiteral,
  text,
  textMap,
  wholeNumber,
  yesNo,
} from '../../src/index.js'

const inner = struct({ 'odd key"': text, amount: exactDecimal }, { maybe: yesNo })
const codecs: ReadonlyArray<readonly [string, t.Mixed]> = [
  ['text', text],
  ['nonEmptyText', nonEmptyText],
  ['wholeNumber', wholeNumber],
  ['yesNo', yesNo],
  ['day', day],
  ['moment', moment],
  ['currencyCode', currencyCode],
  ['textMap', textMap],
  ['oneOf', oneOf('a', 'constructor', "it's")],
  ['listOf', listOf(listOf(wholeNumber))],
  ['either', either(struct({ _tag: tagLiteral('A'), a: wholeNumber }), struct({ _tag: tagLiteral('B') }, { b: text }))],
  ['struct', struct({ a: inner, list: listOf(inner) }, { c: textMap, __proto: text })],
  ['empty', struct({})],
]

/** Values of the right kinds in the right places often enough, and of wrong ones. */
const leaves = fc.oneof(
  fc.constantFrom(
    '',
    'a',
    'EUR',
    '2026-01-05',
    '2026-02-30',
    '2026-01-05T10:00:00.000Z',
    'A',
    'B',
    'constructor',
    "it's",
  ),
  fc.constantFrom(0, 1, -0, 0.5, Number.NaN, Number.MAX_SAFE_INTEGER + 1, true, false, null, undefined),
)
const { values } = fc.letrec<{ readonly values: unknown; readonly records: unknown }>((tie) => ({
  values: fc.oneof({ maxDepth: 4 }, leaves, fc.array(tie('values'), { maxLength: 3 }), tie('records')),
  records: fc.record(
    {
      a: tie('values'),
      b: leaves,
      c: tie('values'),
      list: fc.array(tie('values'), { maxLength: 2 }),
      amount: fc.record({ unscaled: fc.constantFrom(1, 0.5), scale: fc.constantFrom(2, 13) }),
      'odd key"': leaves,
      maybe: leaves,
      _tag: leaves,
    },
    { requiredKeys: [] },
  ),
}))

describe('compileChecker', () => {
  it('checker and codec agree on generated and on mutated values', () => {
    const checks = codecs.map(([name, codec]) => ({ name, codec, check: compileChecker(codec) }))
    fc.assert(
      fc.property(values, (value) => {
        for (const { name, codec, check } of checks) expect([name, check(value)]).toEqual([name, codec.is(value)])
      }),
      { numRuns: 1000 },
    )
  })

  it('says yes to what it is for', () => {
    const right = { a: { 'odd key"': '', amount: { unscaled: 1, scale: 2 } }, list: [], c: { x: 'y' } }
    expect(compileChecker(codecs[11]?.[1] ?? text)(right)).toBe(true)
  })

  it('falls back on the codec where code may not be generated', () => {
    const original = globalThis.Function
    try {
      globalThis.Function = (() => {
        throw new EvalError('Code generation from strings disallowed for this context')
      }) as unknown as FunctionConstructor
      const check = compileChecker(inner)
      expect([check({ 'odd key"': '', amount: { unscaled: 1, scale: 2 } }), check({})]).toEqual([true, false])
    } finally {
      globalThis.Function = original
    }
  })
})
