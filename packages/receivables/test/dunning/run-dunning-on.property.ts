import type { ItemLadder, NoticeDue } from '@quittance/dunning'
import { type EventStore, inMemoryEventStore } from '@quittance/event-store'
import { accountStream, addDays, type LocalDate } from '@quittance/kernel'
import * as fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { type DunningReport, type Ledger, readFacts, runDunningOn } from '../../src/index.js'
import { by, day, invoice, ledgerOn, storeWith } from '../ledger/stand.js'
import { commandsOf, type Happening, happenings, ladders, noticesIn, start, weeks } from './dunned-account.js'

const customers = ['C-17', 'globex', 'initech'] as const
const stories = fc.tuple(happenings, happenings, happenings)
const last = addDays(start, weeks)

/** Some accounts with their histories, and nobody dunned yet. */
const filled = async (ledger: Ledger, all: ReadonlyArray<ReadonlyArray<Happening>>): Promise<void> => {
  for (const [at, story] of all.entries())
    for (const [no, one] of [...story].sort((a, b) => a.day - b.day).entries())
      for (const [index, command] of commandsOf(one, `${at}-${no}`, start).entries())
        await ledger.run(customers[at] as string, onItsOwn(command, at), by(`h${no}-${index}`))
}

/** Document numbers are the entity's: each account has its own. */
const onItsOwn = <Command>(command: Command, at: number): Command =>
  JSON.parse(JSON.stringify(command).replaceAll(/"I(\d)"/g, `"I$1-${at}"`)) as Command

const noticesOf = async (store: EventStore, customer: string): Promise<ReadonlyArray<NoticeDue>> => {
  const read = readFacts((await store.read(accountStream('acme', customer))).facts)
  if (E.isLeft(read)) throw new Error(JSON.stringify(read.left))
  return noticesIn(read.right.map(({ fact }) => fact))
}

const asked = (policy: ItemLadder, on: LocalDate = last) => ({ policy, on, after: addDays(start, -1), actor: 'night' })

describe('a run over all accounts', () => {
  it('a run over all accounts gives each what a run on it alone gives', async () => {
    let given = 0
    await fc.assert(
      fc.asyncProperty(stories, ladders, async (all, ladder) => {
        const [together, alone] = [inMemoryEventStore(), inMemoryEventStore()]
        await filled(ledgerOn(together), all)
        await filled(ledgerOn(alone), all)
        const report = await runDunningOn(ledgerOn(together), asked(ladder))
        expect(report.refused).toEqual([])
        for (const customer of customers) {
          const { on, after } = asked(ladder)
          const account = accountStream('acme', customer)
          await ledgerOn(alone).run(customer, { _tag: 'RunDunning', on, account, ladder, after }, by('alone'))
          expect(await noticesOf(together, customer)).toEqual(await noticesOf(alone, customer))
          given += (await noticesOf(alone, customer)).length
        }
      }),
      { numRuns: 25 },
    )
    expect(given).toBeGreaterThan(5)
  })

  it('a run that broke off, or is made twice, gives the same notices', async () => {
    await fc.assert(
      fc.asyncProperty(stories, ladders, fc.nat(4), async (all, ladder, breaksAt) => {
        const [sound, broken] = [inMemoryEventStore(), inMemoryEventStore()]
        await filled(ledgerOn(sound), all)
        await filled(ledgerOn(broken), all)
        const first = await runDunningOn(ledgerOn(sound), asked(ladder))
        let appends = 0
        const dying = storeWith(broken, (append) => async (...args) => {
          appends += 1
          if (appends > breaksAt) throw new Error('the machine went down')
          return append(...args)
        })
        await runDunningOn(ledgerOn(dying), asked(ladder)).catch(() => undefined)
        const counts = ({ accounts, noticed, notices }: DunningReport) => [accounts, noticed, notices]
        for (const again of [broken, sound, sound])
          expect(counts(await runDunningOn(ledgerOn(again), asked(ladder)))).toEqual(counts(first))
        for (const customer of customers)
          expect(await noticesOf(broken, customer)).toEqual(await noticesOf(sound, customer))
      }),
      { numRuns: 25 },
    )
  })

  it('names the accounts that cannot be worked through, and goes on with the others', async () => {
    const store = inMemoryEventStore()
    const ledger = ledgerOn(store)
    for (const customer of ['ann', 'bob', 'cid']) await ledger.run(customer, invoice(`I-${customer}`), by('i'))
    const { facts } = await store.read(accountStream('acme', 'bob'))
    const unread = { ...facts[0], id: 'unread', type: 'invoicing.NobodyKnows' } as (typeof facts)[number]
    await store.append(accountStream('acme', 'bob'), { _tag: 'Any' }, [unread])
    const [ladder] = fc.sample(ladders, { numRuns: 1, seed: 1 }) as [ItemLadder]
    const daily = { ...ladder, runDays: { _tag: 'EveryDays' as const, from: start, days: 1 } }
    const told: Array<string> = []
    const pages: Array<number> = []
    const report = await runDunningOn(
      ledger,
      { ...asked(daily, day('2026-03-30')), after: day('2026-03-29') },
      { recorded: (customer) => told.push(customer), progress: ({ accounts }) => void pages.push(accounts) },
    )
    expect(report.refused).toMatchObject([{ customer: 'bob', failure: { _tag: 'UnreadableHistory' } }])
    expect([report.accounts, report.noticed, told, pages]).toEqual([3, 2, ['ann', 'cid'], [3]])
  })
})
