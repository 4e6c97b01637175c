import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  emptyKeyed,
  foldShared,
  type Keyed,
  keyedDelete,
  keyedEntries,
  keyedGet,
  keyedSet,
  keyedSize,
  keyedValues,
} from '../src/index.js'

interface Entry {
  minor: number
}
type Change =
  | { readonly _tag: 'Set'; readonly key: string; readonly minor: number }
  | { readonly _tag: 'Add'; readonly key: string; readonly minor: number }
  | { readonly _tag: 'Delete'; readonly key: string }

const awkward = [
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '',
  '0',
  '7',
  '007',
  '-1',
  'Ü',
  '東京',
  'a b',
]
const keys = fc.oneof(
  fc.constantFrom(...awkward),
  fc.nat(200).map((number) => `INV-${number}`),
  fc.string({ maxLength: 20 }),
)
const changes: fc.Arbitrary<ReadonlyArray<Change>> = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: fc.record({ _tag: fc.constant('Set' as const), key: keys, minor: fc.integer() }) },
    { weight: 2, arbitrary: fc.record({ _tag: fc.constant('Add' as const), key: keys, minor: fc.integer() }) },
    { weight: 2, arbitrary: fc.record({ _tag: fc.constant('Delete' as const), key: keys }) },
  ),
  { maxLength: 150, size: 'max' },
)

const change = (keyed: Keyed<Entry>, made: Change): void => {
  if (made._tag === 'Delete') return keyedDelete(keyed, made.key)
  const entry = keyedGet(keyed, made.key)
  if (made._tag === 'Add' && entry !== undefined) entry.minor += made.minor
  else keyedSet(keyed, made.key, { minor: made.minor })
}

const changeMap = (map: Map<string, Entry>, made: Change): void => {
  if (made._tag === 'Delete') return void map.delete(made.key)
  const entry = map.get(made.key)
  map.set(made.key, { minor: made._tag === 'Add' && entry !== undefined ? entry.minor + made.minor : made.minor })
}

const contents = (entries: Iterable<readonly [string, Entry]>): ReadonlyArray<readonly [string, number]> =>
  [...entries].map(([key, { minor }]): readonly [string, number] => [key, minor]).sort(([a], [b]) => (a < b ? -1 : 1))

const agrees = (keyed: Keyed<Entry>, map: ReadonlyMap<string, Entry>): void => {
  expect(keyedSize(keyed)).toBe(map.size)
  expect(contents(keyedEntries(keyed))).toEqual(contents(map))
  expect(keyedValues(keyed)).toHaveLength(map.size)
  for (const key of awkward) expect(keyedGet(keyed, key)?.minor).toBe(map.get(key)?.minor)
}

describe('keyed collections against a Map', () => {
  it('hold the same entries after any changes, whatever the ids', () => {
    fc.assert(
      fc.property(changes, (made) => {
        const [keyed, map] = [emptyKeyed<Entry>(), new Map<string, Entry>()]
        for (const one of made) {
          change(keyed, one)
          changeMap(map, one)
        }
        agrees(keyed, map)
      }),
    )
  })

  it('change as drafts as they change in place, and leave what they were made from as it was', () => {
    fc.assert(
      fc.property(changes, changes, (before, after) => {
        const [keyed, map] = [emptyKeyed<Entry>(), new Map<string, Entry>()]
        for (const one of before) {
          change(keyed, one)
          changeMap(map, one)
        }
        const frozen = contents(keyedEntries(keyed))
        const changed = foldShared(change, keyed, after)
        expect(contents(keyedEntries(keyed))).toEqual(frozen)
        for (const one of after) changeMap(map, one)
        agrees(changed, map)
      }),
      { numRuns: 60 },
    )
  })

  it.each([48, 49, 50, 1024, 1025, 3000])('keep every entry on the way to %i, in place and as a draft', (count) => {
    const made = Array.from({ length: count }, (_, at): Change => ({ _tag: 'Set', key: `INV-${at}`, minor: at }))
    const [owned, map] = [emptyKeyed<Entry>(), new Map<string, Entry>()]
    for (const one of made) {
      change(owned, one)
      changeMap(map, one)
    }
    agrees(owned, map)
    const half = foldShared(change, emptyKeyed<Entry>(), made.slice(0, count / 2))
    agrees(foldShared(change, half, made.slice(count / 2)), map)
    expect(owned.buckets).toHaveLength(count > 1024 ? 256 : count > 48 ? 16 : 1)
  })

  it('grow without losing what a draft has changed in the same breath', () => {
    const start = emptyKeyed<Entry>()
    for (let at = 0; at < 48; at += 1) keyedSet(start, `INV-${at}`, { minor: at })
    const grown = foldShared(change, start, [
      { _tag: 'Add', key: 'INV-7', minor: 100 },
      { _tag: 'Set', key: 'one too many', minor: 1 },
      { _tag: 'Add', key: 'INV-7', minor: 1 },
    ])
    expect(keyedGet(grown, 'INV-7')).toEqual({ minor: 108 })
    expect(keyedGet(start, 'INV-7')).toEqual({ minor: 7 })
    expect([keyedSize(start), keyedSize(grown)]).toEqual([48, 49])
  })
})
