import { type EventStore, inMemoryEventStore, type StoredFact } from '@quittance/event-store'
import { canonicalJson, instant } from '@quittance/kernel'
import { accountHistories, oneResultPerCommand, revisionsWithoutGaps } from '@quittance/testkit'
import * as fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { type Ledger, openLedger, readFacts } from '../../src/index.js'
import { by, ok } from './stand.js'

const stream = 'account-acme_C%2D17'
const clock = () => instant('2026-01-05T10:00:00.000Z')
const on = (store: EventStore, cachedAccounts: number): Ledger =>
  openLedger({ store, entity: 'acme', clock, cachedAccounts })
const log = async (store: EventStore): Promise<ReadonlyArray<StoredFact>> => (await store.read(stream)).facts

describe('a ledger fed with the commands of a whole history', () => {
  it('answers and records as the account alone does, whatever it keeps at hand', async () => {
    await fc.assert(
      fc.asyncProperty(accountHistories(25), async ({ attempts, recorded, state }) => {
        const logs: Array<string> = []
        for (const capacity of [0, 1, 1000]) {
          const store = inMemoryEventStore()
          const ledger = on(store, capacity)
          for (const { commandId, command, answer } of attempts) {
            const outcome = await ledger.run('C-17', command, by(commandId))
            expect(E.isRight(outcome) ? outcome.right.facts.map(({ fact }) => fact) : outcome.left).toEqual(
              E.isRight(answer) ? answer.right : answer.left,
            )
            // Another customer's account pushes this one out of a small cache.
            if (capacity === 1) await ledger.account('C-18')
          }
          expect(ok(await ledger.account('C-17')).state).toEqual(state)
          logs.push(canonicalJson(await log(store)))
          expect((await log(store)).map(({ id }) => id)).toEqual(recorded.map(({ id }) => id))
        }
        expect(new Set(logs).size).toBe(1)
      }),
      { numRuns: 25 },
    )
  })

  it('one result per command id', async () => {
    const repeats = fc.array(fc.tuple(fc.nat(60), fc.boolean()), { maxLength: 15 })
    await fc.assert(
      fc.asyncProperty(accountHistories(25), repeats, async ({ attempts }, again) => {
        const store = inMemoryEventStore()
        const ledgers = [on(store, 1000), on(store, 0)] as const
        const first = new Map<string, ReadonlyArray<string>>()
        for (const { commandId, command } of attempts) {
          const outcome = await ledgers[0].run('C-17', command, by(commandId))
          if (E.isRight(outcome) && outcome.right.facts.length > 0)
            first.set(
              commandId,
              outcome.right.facts.map(({ id }) => id),
            )
        }
        const before = await log(store)
        for (const [at, elsewhere] of again) {
          const attempt = attempts[at % Math.max(attempts.length, 1)]
          const ids = attempt === undefined ? undefined : first.get(attempt.commandId)
          if (attempt === undefined || ids === undefined) continue
          const outcome = ok(await ledgers[elsewhere ? 1 : 0].run('C-17', attempt.command, by(attempt.commandId)))
          expect([outcome.repeated, outcome.facts.map(({ id }) => id)]).toEqual([true, ids])
        }
        expect(await log(store)).toEqual(before)
        const recorded = ok(readFacts(before))
        expect([oneResultPerCommand.breach(recorded), revisionsWithoutGaps.breach(recorded)]).toEqual([
          undefined,
          undefined,
        ])
      }),
      { numRuns: 25 },
    )
  })
})
