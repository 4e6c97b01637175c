import type { ItemLadder, NoticeDue } from '@quittance/dunning'
import { type EventStore, inMemoryEventStore } from '@quittance/event-store'
import { accountStream, addDays, policiesStream } from '@quittance/kernel'
import * as fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { type NightReport, policyCodecs, policyStandings, readFacts, runMissedDays } from '../../src/index.js'
import { commandsOf, type Happening, happenings, ladders, noticesIn, start, weeks } from '../dunning/dunned-account.js'
import { by, day, invoice, ledgerOn, ok, storeWith, ticking } from '../ledger/stand.js'

const customers = ['C-17', 'globex'] as const
const stories = fc.tuple(happenings, happenings)

/** Document numbers are the entity's: each account has its own. */
const onItsOwn = <Command>(command: Command, at: number): Command =>
  JSON.parse(JSON.stringify(command).replaceAll(/"I(\d)"/g, `"I$1-${at}"`)) as Command

const night = async (store: EventStore, policy: ItemLadder, on: number): Promise<NightReport> => {
  const [ledger, clock] = [ledgerOn(store), ticking()]
  const asked = { policy, on: addDays(start, on), since: start, actor: 'night' }
  return ok(await runMissedDays({ store, entity: 'acme', clock, ledger }, asked))
}

/** How the nights of some weeks went: how often each was begun, and whether the machine went down in it. */
interface Nights {
  readonly runs: (day: number) => number
  readonly dies: (day: number) => boolean
}

const lived = async (
  all: ReadonlyArray<ReadonlyArray<Happening>>,
  ladder: ItemLadder,
  { runs, dies }: Nights,
): Promise<ReadonlyArray<ReadonlyArray<NoticeDue>>> => {
  const store = inMemoryEventStore()
  const ledger = ledgerOn(store)
  for (let today = 0; today <= weeks; today += 1) {
    for (const [at, story] of all.entries())
      for (const [no, one] of story.entries())
        if (one.day === today)
          for (const [index, command] of commandsOf(one, `${at}-${no}`, start).entries())
            await ledger.run(customers[at] as string, onItsOwn(command, at), by(`h${today}-${no}-${index}`))
    if (dies(today)) await night(dyingAfter(store, today % 4), ladder, today).catch(() => undefined)
    for (let run = 0; run < runs(today); run += 1) await night(store, ladder, today)
  }
  await night(store, ladder, weeks)
  return Promise.all(
    customers.map(async (customer) =>
      noticesIn(ok(readFacts((await store.read(accountStream('acme', customer))).facts)).map(({ fact }) => fact)),
    ),
  )
}

const dyingAfter = (store: EventStore, appends: number): EventStore => {
  let left = appends
  return storeWith(store, (append) => async (...args) => {
    left -= 1
    if (left < 0) throw new Error('the machine went down')
    return append(...args)
  })
}

const never = (): boolean => false

describe('nights over all accounts', () => {
  it('nights in any chunking, broken off or made twice, give the same notices', async () => {
    let given = 0
    await fc.assert(
      fc.asyncProperty(stories, ladders, fc.array(fc.nat(weeks)), async (all, ladder, days) => {
        const reference = await lived(all, ladder, { runs: () => 1, dies: never })
        given += reference.flat().length
        const others: ReadonlyArray<Nights> = [
          { runs: (today) => (today % 7 === 0 ? 1 : 0), dies: never },
          { runs: () => 0, dies: never },
          { runs: () => 2, dies: never },
          { runs: (today) => (days.includes(today) ? 1 : 0), dies: (today) => today % 2 === 0 },
        ]
        for (const other of others) expect(await lived(all, ladder, other)).toEqual(reference)
      }),
      { numRuns: 15 },
    )
    expect(given).toBeGreaterThan(5)
  })
})

describe('the facts of nights', () => {
  const daily = async (): Promise<readonly [EventStore, ItemLadder]> => {
    const store = inMemoryEventStore()
    await ledgerOn(store).run('globex', invoice('I-1'), by('i'))
    const [ladder] = fc.sample(ladders, { numRuns: 1, seed: 1 }) as [ItemLadder]
    return [store, { ...ladder, id: 'daily', runDays: { _tag: 'EveryDays', from: start, days: 1 } }]
  }
  const told = async (store: EventStore) =>
    (await store.read(policiesStream('acme'))).facts.map((stored) => ok(policyCodecs.decode(stored)))

  it('tell what was adopted and through which day it has run, once', async () => {
    const [store, ladder] = await daily()
    await night(store, ladder, 3)
    const again = await night(store, ladder, 3)
    expect([again.accounts, again.finished]).toEqual([0, true])
    const before = { policyId: 'daily', after: day('2025-12-31') }
    expect(await told(store)).toEqual([
      { _tag: 'DunningPolicyAdopted', on: '2026-01-04', version: 1, ...before },
      { _tag: 'DunningRunFinished', on: '2026-01-04', version: 1, accountCount: 1, ...before },
    ])
    await night(store, { ...ladder, version: 2 }, 4)
    expect((await told(store)).slice(2).map(({ _tag, after }) => [_tag, after])).toEqual([
      ['DunningPolicyAdopted', '2026-01-04'],
      ['DunningRunFinished', '2026-01-04'],
    ])
    expect(ok(await policyStandings(store, 'acme')).get('daily')).toEqual({ version: 2, after: '2026-01-05' })
  })

  it('do not say finished of a run for some, nor of one that an account refused', async () => {
    const [store, policy] = await daily()
    const parts = { store, entity: 'acme', clock: ticking(), ledger: ledgerOn(store) }
    const asked = { policy, on: day('2026-01-04'), actor: 'night' }
    expect(ok(await runMissedDays(parts, { ...asked, customers: ['globex'] })).finished).toBe(false)
    const [stored] = (await store.read(accountStream('acme', 'globex'))).facts
    const unread = { ...stored, id: 'unread', type: 'invoicing.NobodyKnows' } as NonNullable<typeof stored>
    await store.append(accountStream('acme', 'globex'), { _tag: 'Any' }, [unread])
    const report = ok(await runMissedDays(parts, asked))
    expect([report.finished, report.refused.length]).toEqual([false, 1])
    expect((await told(store)).map(({ _tag }) => _tag)).toEqual(['DunningPolicyAdopted'])
  })

  it('that cannot be read stop the run', async () => {
    const [store, policy] = await daily()
    const [stored] = (await store.read(accountStream('acme', 'globex'))).facts
    await store.append(policiesStream('acme'), { _tag: 'Any' }, [{ ...stored, id: 'x' } as NonNullable<typeof stored>])
    const parts = { store, entity: 'acme', clock: ticking(), ledger: ledgerOn(store) }
    const answer = await runMissedDays(parts, { policy, on: day('2026-01-04'), actor: 'night' })
    expect(answer).toMatchObject(E.left({ _tag: 'UnreadableHistory', revision: 0 }))
  })
})
