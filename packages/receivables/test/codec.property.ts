import { type CashFact, cashCodecs } from '@quittance/cash-application'
import { dunningCodecs, type DunningFact } from '@quittance/dunning'
import { invoicingCodecs, type InvoicingFact } from '@quittance/invoicing'
import type { Version, Versions } from '@quittance/kernel'
import { promisesCodecs, type PromisesFact } from '@quittance/promises-to-pay'
import { accountHistories } from '@quittance/testkit'
import * as fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { accountCodecs, type AccountFact } from '../src/index.js'

const rooms: Readonly<Record<string, { readonly all: ReadonlyArray<Version> }>> = {
  ...(invoicingCodecs.facts satisfies Readonly<Record<InvoicingFact['_tag'], Versions<never> | object>>),
  ...(cashCodecs.facts satisfies Readonly<Record<CashFact['_tag'], Versions<never> | object>>),
  ...(promisesCodecs.facts satisfies Readonly<Record<PromisesFact['_tag'], Versions<never> | object>>),
  ...(dunningCodecs.facts satisfies Readonly<Record<DunningFact['_tag'], Versions<never> | object>>),
}

/** The same value with one thing inside replaced, removed or added. */
const mutated = (value: unknown, path: ReadonlyArray<number>, replacement: unknown): unknown => {
  const [step = 0, ...rest] = path
  if (typeof value !== 'object' || value === null || path.length === 0) return replacement
  const entries = Object.entries(value)
  const at = step % (entries.length + 1)
  const changed =
    at === entries.length
      ? [...entries, ['surplus', replacement] as const]
      : entries.map(([key, inner], index) => [key, index === at ? mutated(inner, rest, replacement) : inner] as const)
  if (Array.isArray(value)) return changed.map(([, inner]) => inner)
  const kept = replacement === undefined ? changed.filter(([, inner]) => inner !== undefined) : changed
  return Object.fromEntries(kept)
}
const replacements = fc.constantFrom<unknown>(
  undefined,
  null,
  '',
  'x',
  'EUR',
  '2026-02-30',
  '2026-02-28',
  0,
  -1,
  0.5,
  true,
  [],
  {},
  [1],
)
const paths = fc.array(fc.nat(20), { minLength: 1, maxLength: 5 })

describe('the codecs of all facts', () => {
  it('checker and codec agree on generated and on mutated values', () => {
    fc.assert(
      fc.property(
        accountHistories(),
        fc.array(fc.tuple(paths, replacements), { minLength: 1, maxLength: 4 }),
        ({ recorded }, changes) => {
          for (const { fact } of recorded) {
            const version = rooms[fact._tag]?.all.at(-1)
            if (version === undefined) continue
            const { data } = accountCodecs.encode(fact)
            expect(version.check(data)).toBe(true)
            expect(version.codec.is(data)).toBe(true)
            for (const [path, replacement] of changes) {
              const other = mutated(data, path, replacement)
              expect([fact._tag, other, version.check(other)]).toEqual([fact._tag, other, version.codec.is(other)])
            }
          }
        },
      ),
      { numRuns: 60 },
    )
  })

  it('decode after encode gives the fact back', () => {
    fc.assert(
      fc.property(accountHistories(), ({ recorded }) => {
        for (const { fact } of recorded) expect(accountCodecs.decode(accountCodecs.encode(fact))).toEqual(E.right(fact))
      }),
      { numRuns: 30 },
    )
  })

  it('know every fact of every room by one name', () => {
    const types: ReadonlyArray<string> = accountCodecs.types
    expect(new Set(types).size).toBe(types.length)
    expect(types).toHaveLength(Object.keys(rooms).length + 3)
    const opened: AccountFact['_tag'] = 'AccountOpened'
    expect(types).toContain(`receivables.${opened}`)
  })
})
