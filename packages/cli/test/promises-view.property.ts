import { addDays, type Fact, keyedGet, type LocalDate, type Recorded } from '@quittance/kernel'
import {
  accountPromises,
  addDebtorFact,
  emptyDebtorView,
  payerRecords,
  type PointInTime,
  type PromiseAt,
  promisesDue,
  reliabilityBy,
} from '@quittance/projections'
import { type AccountFact, decideAccount, evolveAccount, initialAccount } from '@quittance/receivables'
import { accountHistories } from '@quittance/testkit'
import * as fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'

type Log = ReadonlyArray<Recorded<AccountFact>>

const histories = accountHistories(50)

/** A point of the history: as of the day of one of its facts, known when another was recorded. */
const pointOf = (log: Log, day: number, known: number): PointInTime | undefined => {
  const [effective, recorded] = [log[day % Math.max(log.length, 1)], log[known % Math.max(log.length, 1)]]
  return effective === undefined || recorded === undefined
    ? undefined
    : { asOf: effective.effectiveOn, knownAt: recorded.recordedAt }
}
const latest = (log: Log): PointInTime | undefined => {
  const last = log.at(-1)
  if (last === undefined) return undefined
  const asOf = log.reduce<LocalDate>((so, { effectiveOn }) => (effectiveOn > so ? effectiveOn : so), last.effectiveOn)
  return { asOf, knownAt: last.recordedAt }
}
const promises = (log: ReadonlyArray<Recorded<Fact>>, at: PointInTime | undefined): ReadonlyArray<PromiseAt> =>
  at === undefined ? [] : accountPromises(log, at)

describe('promises at a point in time', () => {
  it('a later fact changes nothing that was known before it', () => {
    fc.assert(
      fc.property(histories, fc.nat(200), fc.nat(200), ({ recorded }, day, known) => {
        const at = pointOf(recorded, day, known)
        if (at === undefined) return
        const then = recorded.filter(({ recordedAt }) => recordedAt <= at.knownAt)
        expect(promises(recorded, at)).toEqual(promises(then, at))
        expect(promises(recorded, at)).toEqual(
          promises(
            recorded.filter(({ effectiveOn }) => effectiveOn <= at.asOf),
            at,
          ),
        )
      }),
      { numRuns: 80 },
    )
  })

  it('after an assessment the recorded standing is the derived one', () => {
    fc.assert(
      fc.property(histories, ({ recorded }) => {
        const point = latest(recorded)
        if (point === undefined) return
        const on = addDays(point.asOf, 1)
        const state = initialAccount()
        for (const { fact } of recorded) evolveAccount(state, fact)
        const assessed = decideAccount({ _tag: 'AssessPromises', on }, state)
        const facts = E.isRight(assessed) ? assessed.right : []
        const last = recorded.at(-1)
        const more = facts.flatMap((fact, index) =>
          last === undefined
            ? []
            : { ...last, fact, effectiveOn: on, id: `more-${index}`, revision: recorded.length + index },
        )
        for (const promise of promises([...recorded, ...more], { ...point, asOf: on }))
          expect([promise.promiseId, promise.recordedStanding]).toEqual([promise.promiseId, promise.standing])
      }),
      { numRuns: 80 },
    )
  })

  it('no promise past its window stands open without an assessment being due', () => {
    fc.assert(
      fc.property(histories, fc.nat(200), fc.nat(200), ({ recorded }, day, known) => {
        const at = pointOf(recorded, day, known)
        if (at === undefined) return
        const all = promises(recorded, at)
        const due = new Set(promisesDue(all, at.asOf).map(({ promiseId }) => promiseId))
        for (const { promiseId, recordedStanding, windowEndsOn } of all)
          if (recordedStanding === 'open' && windowEndsOn < at.asOf) expect(due.has(promiseId)).toBe(true)
      }),
      { numRuns: 80 },
    )
  })

  it('the groups of a currency add up to all of it', () => {
    fc.assert(
      fc.property(histories, ({ recorded }) => {
        const all = promises(recorded, latest(recorded))
        for (const grouping of ['customer', 'collector', 'channel', 'month'] as const) {
          const rows = reliabilityBy(all, grouping)
          expect(rows.reduce((so, { made }) => so + made, 0)).toBe(all.length)
          const kept = all.filter(({ standing }) => standing === 'kept').length
          expect(rows.reduce((so, row) => so + row.kept, 0)).toBe(kept)
        }
      }),
      { numRuns: 60 },
    )
  })

  it('a promise settles on the day after its window, unless it was kept or replaced before', () => {
    fc.assert(
      fc.property(histories, ({ recorded }) => {
        const at = latest(recorded)
        const all = promises(recorded, at)
        const known = new Set(recorded.map(({ id }) => id))
        const view = emptyDebtorView()
        for (const fact of recorded) addDebtorFact(view, fact)
        const settled = at === undefined ? [] : payerRecords(view, at).flatMap((payer) => payer.promises)
        for (const { promiseId, settledOn, state, factIds } of settled) {
          const promise = all.find((one) => one.promiseId === promiseId)
          if (promise === undefined || at === undefined) throw new Error(`${promiseId} settled and is not there`)
          expect(settledOn <= at.asOf).toBe(true)
          expect(factIds.every((id) => known.has(id))).toBe(true)
          if (state === 'kept') expect(settledOn <= promise.windowEndsOn).toBe(true)
          else if (promise.standing !== 'superseded') expect(settledOn).toBe(addDays(promise.windowEndsOn, 1))
        }
      }),
      { numRuns: 80 },
    )
  })

  it('has the very promises that the account remembers', () => {
    fc.assert(
      fc.property(histories, ({ recorded, state }) => {
        for (const { promiseId, recordedStanding } of promises(recorded, latest(recorded)))
          expect(keyedGet(state.promises.promises, promiseId)?.standing).toBe(recordedStanding)
      }),
      { numRuns: 60 },
    )
  })
})
