import { canonicalJson, foldOwned, foldShared, type Recorded } from '@quittance/kernel'
import { accountHistories } from '@quittance/testkit'
import * as fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { accountCodecs, type AccountFact, type AccountState, evolveRecorded, initialAccount } from '../src/index.js'

type Log = ReadonlyArray<Recorded<AccountFact>>

const replay = (log: Log): AccountState => foldOwned(evolveRecorded, initialAccount(), log)

const frozen = <Value>(value: Value): Value => {
  if (typeof value === 'object' && value !== null) for (const inner of Object.values(value)) frozen(inner)
  return Object.freeze(value)
}

/** Every fact written to JSON and read back, as a store would. */
const throughJson = (log: Log): Log =>
  log.map((recorded) => {
    const decoded = accountCodecs.decode(JSON.parse(JSON.stringify(accountCodecs.encode(recorded.fact))) as never)
    if (E.isLeft(decoded)) throw new Error(canonicalJson(decoded.left))
    return { ...recorded, fact: decoded.right }
  })

describe('replaying an account', () => {
  it('both modes of the fold agree', () => {
    fc.assert(
      fc.property(accountHistories(), fc.array(fc.nat(60), { maxLength: 5 }), ({ recorded, state }, cuts) => {
        const owned = replay(frozen(recorded))
        let shared = initialAccount()
        let from = 0
        for (const cut of [...cuts.sort((a, b) => a - b), recorded.length]) {
          const before = canonicalJson(shared)
          const next = foldShared(evolveRecorded, shared, recorded.slice(from, Math.max(cut, from)))
          expect(canonicalJson(shared)).toBe(before)
          shared = next
          from = Math.max(cut, from)
        }
        expect(shared).toEqual(owned)
        expect(owned).toEqual(state)
      }),
      { numRuns: 60 },
    )
  })

  it('gives the same bytes again, also from what a store wrote', () => {
    fc.assert(
      fc.property(accountHistories(), ({ recorded }) => {
        const bytes = canonicalJson(replay(recorded))
        expect(canonicalJson(replay(recorded))).toBe(bytes)
        expect(canonicalJson(replay(throughJson(recorded)))).toBe(bytes)
      }),
      { numRuns: 60 },
    )
  })

  it('does not look at the moments of recording: equal timestamps change nothing', () => {
    fc.assert(
      fc.property(accountHistories(), ({ recorded, state }) => {
        const first = recorded[0]
        if (first === undefined) return
        expect(replay(recorded.map((one) => ({ ...one, recordedAt: first.recordedAt })))).toEqual(state)
      }),
      { numRuns: 30 },
    )
  })

  it('as known at a moment never changes when more is learned later', () => {
    fc.assert(
      fc.property(accountHistories(), fc.nat(60), fc.nat(60), ({ recorded }, a, b) => {
        const knownAt = recorded[Math.min(a, b)]?.recordedAt
        if (knownAt === undefined) return
        const known = (log: Log): Log => log.filter(({ recordedAt }) => recordedAt <= knownAt)
        const whole = known(recorded)
        // What is known by a moment is a beginning of the log, so a longer log gives the same.
        expect(whole).toEqual(recorded.slice(0, whole.length))
        expect(replay(known(recorded.slice(0, Math.max(a, b, whole.length))))).toEqual(replay(whole))
      }),
      { numRuns: 60 },
    )
  })
})
