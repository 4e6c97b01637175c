import { localDate } from '@quittance/kernel'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type AccountCommand, type Instant, openLedger } from '@quittance/receivables'
import { openStore } from '../src/index.js'
import { type Desk, desk } from './run-cli.js'

const golden = (name: string): string => fileURLToPath(new URL(`./golden/${name}`, import.meta.url))
const expectGolden = (name: string, text: string): void => {
  if (!existsSync(golden(name)) || process.env['QUITTANCE_UPDATE_GOLDEN'] === 'yes') writeFileSync(golden(name), text)
  expect(text).toBe(readFileSync(golden(name), 'utf8'))
}

const on = (day: string) => ({ on: localDate(`2026-${day}`) })
const invoice = (documentId: string, netMinor: number, due: string, currency = 'EUR'): AccountCommand => ({
  _tag: 'IssueInvoice',
  ...on('03-02'),
  documentId,
  currency,
  lines: [{ netMinor }],
  dueOn: localDate(`2026-${due}`),
})

/** Globex owes in two currencies and contests a part, initech was called lately, hooli owes one large invoice. */
const story: ReadonlyArray<readonly [string, ReadonlyArray<AccountCommand>]> = [
  [
    'globex',
    [
      invoice('INV-1', 300_00, '05-01'),
      invoice('INV-2', 250_00, '05-20'),
      invoice('INV-3', 200_00, '06-10', 'USD'),
      invoice('INV-4', 260_00, '06-15'),
      {
        _tag: 'RaiseDispute',
        ...on('06-20'),
        disputeId: 'D',
        documentId: 'INV-2',
        amountMinor: 100_00,
        cause: 'freight',
      },
    ],
  ],
  ['hooli', [invoice('INV-6', 1000_00, '06-20'), invoice('INV-7', 10_00, '06-21')]],
  [
    'initech',
    [
      invoice('INV-5', 90_00, '06-01'),
      { _tag: 'RecordTouch', ...on('06-29'), touchId: 'T', channel: 'call', role: 'sales', outcome: 'voicemail' },
    ],
  ],
]

let at: Desk
let store: string
beforeAll(async () => {
  at = desk()
  store = `sqlite:${at.folder}/desk.sqlite`
  const opened = await openStore(store, (file) => file, false)
  for (const [customer, commands] of story)
    for (const [index, command] of commands.entries()) {
      const clock = (): Instant => `${command.on}T12:00:00.000Z` as Instant
      const ledger = openLedger({ store: opened, entity: 'acme', clock })
      const done = await ledger.run(customer, command, { commandId: `${customer}-${index}`, actor: 'test' })
      if (done._tag === 'Left') throw new Error(JSON.stringify(done.left))
    }
  await opened.close()
})
afterAll(() => at.clear())

const run = async (...args: ReadonlyArray<string>): Promise<string> => {
  const { code, out, err } = await at.run(...args, '--store', store)
  expect({ code, err }).toEqual({ code: 0, err: '' })
  return out
}
const refused = async (...args: ReadonlyArray<string>): Promise<readonly [number, string]> => {
  const { code, err } = await at.run(...args, '--store', store)
  return [code, err]
}

describe('worklist', () => {
  it('says whom to call, who is put off and who is left alone', async () => {
    expectGolden('worklist.txt', await run('worklist', '--on', '2026-06-30', '--capacity', '1'))
  })

  it('prints scores with their inputs for programs', async () => {
    const list = JSON.parse(await run('worklist', '--on', '2026-06-30', '--json')) as {
      readonly policy: object
      readonly planned: ReadonlyArray<{ customer: string; score: number; inputs: Readonly<Record<string, number>> }>
    }
    expect(list.policy).toEqual({ id: 'desk', version: 1 })
    expect(list.planned.map(({ customer, score }) => [customer, score])).toEqual([
      ['globex', 30],
      ['hooli', 30],
    ])
    expect(list.planned[0]?.inputs).toEqual({ 'broken-promise': 0, 'over-60-share': 0, exposure: 1 })
  })

  it('knows what was known', async () => {
    expect(await run('worklist', '--on', '2026-06-30', '--known-at', '2026-06-28')).toContain('3 to call')
    expect(await run('worklist', '--on', '2026-03-03')).toContain('Nobody to call.')
  })

  it('goes by a policy of one’s own, and names what is wrong in it', async () => {
    const good = at.write('own.json', JSON.stringify({ id: 'own', version: 3, quiet: { quietDays: 0 } }))
    expect(await run('worklist', '--on', '2026-06-30', '--policy', good)).toMatch(/by own@3[^]*3 to call/)
    const bad = at.write('bad.json', JSON.stringify({ id: 'own', version: 3, call: { maxNamed: 3 } }))
    expect(await refused('worklist', '--policy', bad)).toEqual([
      1,
      expect.stringContaining('call.maxNamed: one invoice or two'),
    ])
    expect(await refused('worklist', '--policy', 'nowhere.json')).toEqual([2, expect.stringContaining('no such file')])
    expect(await refused('worklist', '--capacity', 'ten')).toEqual([2, expect.stringContaining('--capacity ten')])
    expect(await refused('worklist', '--on', 'today')).toEqual([2, expect.stringContaining('--on today')])
  })
})

const ladder = {
  _tag: 'ItemLadder',
  id: 'standard',
  version: 1,
  steps: [
    { level: 1, kind: 'reminder', channel: 'e-mail', mode: 'net-days', delayDays: 5 },
    { level: 2, kind: 'call', channel: 'call', mode: 'previous-date', delayDays: 10 },
  ],
  sequential: true,
  graceDays: 0,
  tolerances: [],
  repeatsLastStep: false,
  credits: 'matched-first',
  runDays: { _tag: 'Weekdays', weekdays: [1] },
  sendWithinDays: 5,
}

describe('a ladder at the desk', () => {
  it('tells for each item what is next, of the ladder and of the floor whichever comes first', async () => {
    const file = at.write('ladder.json', JSON.stringify(ladder))
    await run('dunning', 'run', '--on', '2026-06-29', '--policy', file, '--customer', 'initech')
    expectGolden('worklist-ladder.txt', await run('worklist', '--on', '2026-07-03', '--ladder', file))
    expect(await run('call', 'initech', '--on', '2026-07-03', '--ladder', file)).toContain('INV-5  reminder')
    expect(await run('call', 'initech', '--on', '2026-07-03')).not.toContain('reminder')
  })

  it('is no ladder out of any other file', async () => {
    const wrong = at.write('states.json', JSON.stringify({ _tag: 'ItemLadder' }))
    expect(await refused('worklist', '--ladder', wrong)).toEqual([1, expect.stringContaining('not a dunning policy')])
    expect(await refused('call', 'hooli', '--ladder', 'no.json')).toEqual([2, expect.stringContaining('no such file')])
  })
})

describe('call', () => {
  it('says one total in each currency, and what is not asked for', async () => {
    expectGolden('call-total.txt', await run('call', 'globex', '--on', '2026-06-30'))
  })

  it('names one large invoice', async () => {
    expectGolden('call-invoice.txt', await run('call', 'hooli', '--on', '2026-06-30'))
  })

  it('says why to wait', async () => {
    expect(await run('call', 'initech', '--on', '2026-06-30')).toContain(
      'Wait: contacted lately, free from 2026-07-02\n',
    )
  })

  it('prints the pack for programs, and does not know strangers', async () => {
    const pack = JSON.parse(await run('call', 'hooli', '--on', '2026-06-30', '--json')) as object
    expect(pack).toMatchObject({ customer: 'hooli', summary: { _tag: 'Invoices', invoices: [{ itemId: 'INV-6' }] } })
    expect(await refused('call', 'nobody')).toEqual([1, expect.stringContaining('no customer nobody')])
  })
})

describe('touch record', () => {
  it('puts a contact and an excuse on record, and the list and the page know of it', async () => {
    const recorded =
      'touch record hooli reached --on 2026-06-30 --actor carla --asked 1010.00 --excuse short-of-money --resolve-on 2026-07-06 --next call --next-on 2026-07-06'
    const told = await run(...recorded.split(' '), '--spoke-with', 'Mr Belson', '--words', 'next week')
    expect(told.split('\n')).toHaveLength(3)
    expect(await run('worklist', '--on', '2026-07-01')).toMatch(/hooli +they named a day, free from 2026-07-06/)
    // On the day that they named they are called.
    expect(await run('worklist', '--on', '2026-07-06')).toMatch(/hooli +1,010.00 EUR/)
    const page = await run('call', 'hooli', '--on', '2026-07-06')
    expect(page).toContain('Contact: Mr Belson, last on 2026-06-30')
    expect(page).toContain('Last excuse: short-of-money on 2026-06-30, "next week"')
  })

  it('says what is wrong', async () => {
    expect(await refused('touch', 'record', 'hooli', 'shouted')).toEqual([
      2,
      expect.stringContaining('outcome shouted'),
    ])
    expect(await refused('touch', 'record', 'hooli', 'reached', '--next', 'call')).toEqual([
      2,
      expect.stringContaining('both or neither'),
    ])
    expect(await refused('touch', 'record', 'hooli', 'reached', '--resolve-on', '2026-07-06')).toEqual([
      2,
      expect.stringContaining('only with --excuse'),
    ])
    expect(await refused('touch', 'record', 'globex', 'reached', '--asked', '1.00')).toEqual([
      2,
      expect.stringContaining('--currency'),
    ])
    expect(await refused('touch', 'record', 'hooli', 'reached', '--item', 'NONE')).toEqual([
      1,
      expect.stringContaining('item unknown'),
    ])
  })
})
