import { type Instant, localDate } from '@quittance/kernel'
import { type AccountCommand, netDays, openLedger } from '@quittance/receivables'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openStore } from '../src/index.js'
import { type Desk, desk } from './run-cli.js'

let at: Desk
let store: string
let policy: string

const invoice = (documentId: string, netMinor: number): AccountCommand => ({
  _tag: 'IssueInvoice',
  on: localDate('2026-04-01'),
  documentId,
  currency: 'EUR',
  lines: [{ netMinor }],
  terms: netDays(10),
})
const ladder = {
  _tag: 'ItemLadder',
  id: 'usual',
  version: 1,
  steps: [
    { level: 1, kind: 'reminder', channel: 'e-mail', mode: 'net-days', delayDays: 5 },
    { level: 2, kind: 'past-due-notice', channel: 'letter', mode: 'net-days', delayDays: 15 },
  ],
  sequential: true,
  graceDays: 0,
  tolerances: [],
  repeatsLastStep: false,
  credits: 'matched-first',
  runDays: { _tag: 'Weekdays', weekdays: [1] },
  sendWithinDays: 5,
}

beforeAll(async () => {
  at = desk()
  store = `sqlite:${at.folder}/dunning.sqlite`
  policy = at.write('ladder.json', JSON.stringify(ladder))
  const opened = await openStore(store, (file) => file, false)
  const own = openLedger({ store: opened, entity: 'acme', clock: () => '2026-04-01T12:00:00.000Z' as Instant })
  for (const [customer, command] of [
    ['globex', invoice('INV-1', 500_00)],
    ['globex', invoice('INV-2', 300_00)],
    ['initech', invoice('INV-9', 90_00)],
  ] as const)
    await own.run(customer, command, { commandId: `${customer}-${JSON.stringify(command)}`, actor: 'test' })
  await opened.close()
})
afterAll(() => at.clear())

const run = async (...args: ReadonlyArray<string>): Promise<string> => {
  const { code, out, err } = await at.run(...args, '--store', store)
  expect({ code, err }).toEqual({ code: 0, err: '' })
  return out
}

describe('quittance dunning and hold', () => {
  it('proposes what a run would ask for, and records nothing', async () => {
    await run('hold', 'place', 'globex', '--on', '2026-04-15', '--item', 'INV-2', '--until', '2026-04-30')
    const told = await run('dunning', 'propose', '--on', '2026-04-20', '--policy', policy)
    expect(told).toMatch(
      /globex +2026-04-20 +1 +reminder +e-mail +INV-1 +2026-04-11 +9 +500\.00 +500\.00 +EUR +2026-04-25/,
    )
    expect(told).toMatch(/Not asked for, though its step has come:\n\n.*\n-+\nglobex +INV-2 +manual +2026-04-30/)
    expect(await run('dunning', 'propose', '--on', '2026-04-20', '--policy', policy)).toBe(told)
  })

  it('runs once for a day, and catches up on missed run days', async () => {
    const told = await run('dunning', 'run', '--on', '2026-04-20', '--policy', policy, '--customer', 'globex')
    expect(told).toMatch(/reminder by e-mail, level 1 of ladder usual@1, asks for 500\.00 EUR, to go out by 2026-04-25/)
    expect(await run('dunning', 'run', '--on', '2026-04-20', '--policy', policy, '--customer', 'globex')).toBe(
      'Nothing to record.\n',
    )
    const later = await run('dunning', 'run', '--on', '2026-04-28', '--policy', policy, '--json')
    const { facts } = JSON.parse(later) as { readonly facts: ReadonlyArray<Readonly<Record<string, unknown>>> }
    expect(facts.map(({ on, level, amountMinor, sendBy }) => [on, level, amountMinor, sendBy])).toEqual([
      ['2026-04-27', 2, 500_00, '2026-05-02'],
      ['2026-04-20', 1, 90_00, undefined],
      ['2026-04-27', 2, 90_00, '2026-05-02'],
    ])
  })

  it('derives the state of each customer, and records nothing', async () => {
    const states = { _tag: 'AccountStates', id: 'bands', version: 1, by: 'oldest-due-age' }
    const bands = [
      { name: 'LATE', from: 1 },
      { name: 'BLOCKED', from: 30 },
    ]
    const runDays = { _tag: 'EveryDays', from: '2026-01-01', days: 1 }
    const file = at.write('states.json', JSON.stringify({ ...states, states: bands, runDays }))
    const told = await run('dunning', 'states', '--on', '2026-04-28', '--policy', file)
    expect(told).toMatch(/^globex +LATE +800\.00 +EUR +2 +2026-04-11 +2026-05-11$/m)
    expect(told).toMatch(/^initech +LATE +90\.00 +EUR +1 +2026-04-11 +2026-05-11$/m)
    expect(await run('dunning', 'states', '--on', '2026-04-11', '--policy', file)).toBe('Nobody is in a state.\n')
    expect((await at.run('dunning', 'run', '--policy', file, '--store', store)).err).toContain('derived and not run')
  })

  it('runs a campaign over all accounts, and goes on where the last run ended', async () => {
    const runDays = { _tag: 'Weekdays', weekdays: [1] }
    const campaign = { _tag: 'DunningCampaign', id: 'soft', version: 1, channel: 'e-mail', runDays, sendWithinDays: 5 }
    const terms = { maxAttempts: 2, daysBetween: 7, gap: 'at-least', spacing: 'per-currency' }
    const thresholds = [{ currency: 'EUR', minor: 100_00 }]
    const file = at.write('campaign.json', JSON.stringify({ ...campaign, ...terms, thresholds }))
    const on = async (day: string) =>
      JSON.parse(await run('dunning', 'run', '--on', day, '--policy', file, '--json')) as {
        readonly facts: ReadonlyArray<{ readonly on: string; readonly level: number; readonly amountMinor: number }>
        readonly after: string
        readonly finished: boolean
      }
    const first = await on('2026-05-04')
    expect([first.finished, first.facts.map((fact) => [fact.on, fact.level, fact.amountMinor])]).toEqual([
      true,
      [['2026-05-04', 1, 800_00]],
    ])
    const second = await on('2026-05-18')
    expect([second.after, second.facts.map((fact) => [fact.on, fact.level])]).toEqual([
      '2026-05-04',
      [['2026-05-11', 2]],
    ])
    expect((await on('2026-05-18')).facts).toEqual([])
  })

  it('lifts a hold', async () => {
    expect(await run('hold', 'lift', 'globex', 'hold-1', '--on', '2026-04-29')).toBe('Hold hold-1 lifted by clerk\n')
  })

  it('says what is wrong with a word, an option or a file', async () => {
    const wrong = async (...args: ReadonlyArray<string>): Promise<string> =>
      (await at.run(...args, '--store', store)).err
    expect(await wrong('hold', 'place', 'globex', '--reason', 'mood')).toContain('--reason mood: manual, court')
    expect(await wrong('dunning', 'run', '--policy', 'nowhere.json')).toContain('--policy nowhere.json: no such file')
    const bad = at.write('bad.json', JSON.stringify({ ...ladder, graceDays: 'three' }))
    expect(await wrong('dunning', 'run', '--policy', bad)).toContain('graceDays')
  })
})
