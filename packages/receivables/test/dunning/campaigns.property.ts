import type { DunningCampaign, NoticeDue } from '@quittance/dunning'
import { type EventStore, inMemoryEventStore } from '@quittance/event-store'
import { accountStream, addDays, money } from '@quittance/kernel'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type AccountFact, accountOnDay, evolveAccount, initialAccount, readFacts } from '../../src/index.js'
import { by, ledgerOn, ok } from '../ledger/stand.js'
import { commandsOf, type Happening, happenings, noticesIn, start, weeks } from './dunned-account.js'

const campaigns: fc.Arbitrary<DunningCampaign> = fc.record({
  _tag: fc.constant('DunningCampaign' as const),
  id: fc.constant('soft'),
  version: fc.constant(1),
  thresholds: fc.constantFrom([money('EUR', 0)], [money('EUR', 60_00)], [money('EUR', 150_00)]),
  maxAttempts: fc.constantFrom(1, 2, 5),
  daysBetween: fc.constantFrom(0, 3, 7),
  gap: fc.constantFrom('at-least' as const, 'more-than' as const),
  spacing: fc.constantFrom('per-currency' as const, 'per-account' as const),
  channel: fc.constant('e-mail' as const),
  runDays: fc.constantFrom(
    { _tag: 'EveryDays' as const, from: start, days: 1 },
    { _tag: 'Weekdays' as const, weekdays: [1, 4] },
  ),
  sendWithinDays: fc.constant(5),
})

const told = async (
  all: ReadonlyArray<Happening>,
  campaign: DunningCampaign,
  looks: (day: number) => number,
): Promise<ReadonlyArray<AccountFact>> => {
  const store: EventStore = inMemoryEventStore()
  const ledger = ledgerOn(store)
  for (let today = 0; today <= weeks; today += 1) {
    for (const [at, one] of all.entries())
      if (one.day === today)
        for (const [index, command] of commandsOf(one, `${at}`, start).entries())
          await ledger.run('C-17', command, by(`d${today}-${at}-${index}`))
    const run = { _tag: 'RunCampaign', on: addDays(start, today), account: 'acme/C-17', campaign } as const
    for (let look = 0; look < looks(today); look += 1)
      await ledger.run('C-17', { ...run, after: addDays(start, -1) }, by(`run-${today}-${look}`))
  }
  return ok(readFacts((await store.read(accountStream('acme', 'C-17'))).facts)).map(({ fact }) => fact)
}

const daily = (): number => 1
const isRun = (fact: AccountFact): fact is NoticeDue => fact._tag === 'NoticeDue'

describe('campaigns, on a real ledger', () => {
  it('any chunking of the same run days gives the same attempts', async () => {
    let given = 0
    await fc.assert(
      fc.asyncProperty(happenings, campaigns, fc.array(fc.nat(weeks)), async (all, campaign, days) => {
        const reference = noticesIn(await told(all, campaign, daily))
        given += reference.length
        const end = (day: number): number => (day === weeks ? 1 : 0)
        for (const looks of [
          (day: number) => (day % 7 === 0 ? 1 : end(day)),
          end,
          () => 2,
          (day: number) => (days.includes(day) ? 1 : end(day)),
        ])
          expect(noticesIn(await told(all, campaign, looks))).toEqual(reference)
      }),
      { numRuns: 20 },
    )
    expect(given).toBeGreaterThan(5)
  })

  it('a campaign asks for no more than is past due and may be asked', async () => {
    await fc.assert(
      fc.asyncProperty(happenings, campaigns, async (all, campaign) => {
        const state = initialAccount()
        for (const fact of await told(all, campaign, daily)) {
          if (isRun(fact)) {
            const { items } = accountOnDay(state, fact.on)
            for (const { itemId, instalmentNo, amountMinor } of fact.lines) {
              const item = items.find((one) => one.itemId === itemId && one.instalmentNo === instalmentNo)
              expect(item !== undefined && item.dueOn < fact.on).toBe(true)
              expect(amountMinor).toBeLessThanOrEqual((item?.openMinor ?? 0) - (item?.disputedMinor ?? 0))
            }
            expect(fact.amountMinor).toBeGreaterThanOrEqual(campaign.thresholds[0]?.minor ?? 0)
            expect(fact.level).toBeLessThanOrEqual(campaign.maxAttempts)
          }
          evolveAccount(state, fact)
        }
      }),
      { numRuns: 25 },
    )
  })

  it('counts anew after a day on which nothing was past due, though no run saw it', async () => {
    const late = { what: 'invoice' as const, amount: 100_00 }
    const paid = { what: 'pay' as const, amount: 100_00 }
    const story: ReadonlyArray<Happening> = [
      { ...late, day: 0, item: 0 },
      { ...late, day: 1, item: 1 },
      { ...paid, day: 10, item: 0 },
      { ...paid, day: 10, item: 1 },
      { ...late, day: 10, item: 2 },
    ]
    const [campaign] = fc.sample(campaigns, { numRuns: 1, seed: 3 }) as [DunningCampaign]
    const runDays = { _tag: 'ListedDays' as const, days: [4, 9, 25, 26].map((days) => addDays(start, days)) }
    const plain = { ...campaign, thresholds: [money('EUR', 0)], maxAttempts: 2, daysBetween: 0, runDays }
    const due = noticesIn(await told(story, plain, daily))
    expect(due.map(({ on, level, ladder }) => [on, level, ladder?.campaign?.attempts])).toEqual([
      ['2026-01-05', 1, 2],
      ['2026-01-10', 2, 2],
      ['2026-01-26', 1, 2],
      ['2026-01-27', 2, 2],
    ])
  })
})
