import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { emptyKeyed, foldOwned, foldShared, type Keyed, keyedDelete, keyedGet, keyedSet } from '../src/index.js'

interface Shelf {
  count: number
  readonly boxes: Keyed<{ minor: number; readonly notes: Array<string> }>
  last: string | undefined
}
type Fact = readonly ['put' | 'add' | 'drop', string, number]

const initial = (): Shelf => ({ count: 0, boxes: emptyKeyed(), last: undefined })

const evolve = (draft: Shelf, [act, key, minor]: Fact): void => {
  draft.count += 1
  draft.last = key
  const box = keyedGet(draft.boxes, key)
  if (act === 'drop') keyedDelete(draft.boxes, key)
  else if (act === 'add' && box !== undefined) {
    box.minor += minor
    box.notes.push(act)
  } else keyedSet(draft.boxes, key, { minor, notes: [act] })
}

const facts = fc.array(
  fc.tuple(
    fc.constantFrom('put', 'add', 'add', 'drop'),
    fc.oneof(fc.constantFrom('__proto__', '7', 'a'), fc.nat(80).map(String)),
    fc.integer(),
  ),
  { maxLength: 120, size: 'max' },
) as fc.Arbitrary<ReadonlyArray<Fact>>

describe('folding', () => {
  it('both modes of the fold agree', () => {
    fc.assert(
      fc.property(facts, fc.array(fc.nat(120), { maxLength: 4 }), (history, cuts) => {
        const owned = foldOwned(evolve, initial(), history)
        let shared = initial()
        let from = 0
        for (const cut of [...cuts.sort((a, b) => a - b), history.length]) {
          const before = structuredClone(shared)
          const next = foldShared(evolve, shared, history.slice(from, Math.max(cut, from)))
          expect(shared).toEqual(before)
          shared = next
          from = Math.max(cut, from)
        }
        expect(shared).toEqual(owned)
      }),
    )
  })

  it('of nothing gives the very state that was given', () => {
    const state = initial()
    expect(foldShared(evolve, state, [])).toBe(state)
  })

  it('in place takes any sequence, not only a list', () => {
    const made: ReadonlyArray<Fact> = [
      ['put', 'a', 1],
      ['add', 'a', 2],
    ]
    expect(foldOwned(evolve, initial(), new Set(made).values())).toEqual(foldOwned(evolve, initial(), made))
  })
})
