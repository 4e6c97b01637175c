import { addDays, type Instant, localDate, money } from '@quittance/kernel'
import { type AccountCommand, openLedger } from '@quittance/receivables'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openStore } from '../src/index.js'
import { type Desk, desk } from './run-cli.js'

const golden = (name: string): string => fileURLToPath(new URL(`./golden/${name}`, import.meta.url))
const sameAs = (name: string, text: string): void => {
  if (!existsSync(golden(name)) || process.env['QUITTANCE_UPDATE_GOLDEN'] === 'yes') writeFileSync(golden(name), text)
  expect(text).toBe(readFileSync(golden(name), 'utf8'))
}

let at: Desk
let store: string
let [usual, strict, fees] = ['', '', '']

const ladder = (id: string, ...delays: ReadonlyArray<number>) => ({
  _tag: 'ItemLadder' as const,
  id,
  version: 1,
  steps: delays.map((delayDays, index) => ({
    level: index + 1,
    kind: index === 0 ? ('reminder' as const) : ('past-due-notice' as const),
    channel: 'letter' as const,
    mode: 'net-days' as const,
    delayDays,
  })),
  sequential: true,
  graceDays: 0,
  tolerances: [],
  repeatsLastStep: false,
  credits: 'matched-first' as const,
  runDays: { _tag: 'EveryDays' as const, from: localDate('2026-01-01'), days: 1 },
  sendWithinDays: 5,
})

const invoice = (documentId: string, netMinor: number, dueOn: string): AccountCommand => ({
  _tag: 'IssueInvoice',
  on: addDays(localDate(dueOn), -30),
  documentId,
  currency: 'EUR',
  lines: [{ netMinor }],
  dueOn: localDate(dueOn),
})
const paid = (itemId: string, minor: number, day: string): ReadonlyArray<AccountCommand> => {
  const on = localDate(day)
  const amount = money('EUR', minor)
  return [
    { _tag: 'RecordReceipt', on, receiptId: `R-${itemId}`, amount, method: 'wire' },
    { _tag: 'ApplyCash', on, receiptId: `R-${itemId}`, lines: [{ applicationId: `A-${itemId}`, itemId, amount }] },
  ]
}

beforeAll(async () => {
  at = desk()
  store = `sqlite:${at.folder}/what-if.sqlite`
  usual = at.write('usual.json', JSON.stringify(ladder('usual', 10, 30)))
  strict = at.write('strict.json', JSON.stringify(ladder('strict', 5, 15, 30)))
  const rule = { _tag: 'FixedFee', currency: 'EUR', amountMinor: 5_00 }
  fees = at.write('fees.json', JSON.stringify({ id: 'five', version: 1, paymentDays: 14, rule }))
  const opened = await openStore(store, (file) => file, false)
  const own = openLedger({ store: opened, entity: 'acme', clock: () => '2026-04-01T12:00:00.000Z' as Instant })
  const run = (account: string): AccountCommand => ({
    _tag: 'RunDunning',
    on: localDate('2026-03-31'),
    account: `account-acme/${account}`,
    ladder: ladder('usual', 10, 30),
    after: localDate('2025-12-31'),
  })
  const told: ReadonlyArray<readonly [string, AccountCommand]> = [
    ['globex', invoice('A', 100_00, '2026-01-01')],
    ['globex', invoice('B', 100_00, '2026-01-01')],
    ...paid('A', 100_00, '2026-01-18').map((command) => ['globex', command] as const),
    ...paid('B', 100_00, '2026-02-20').map((command) => ['globex', command] as const),
    ['initech', invoice('C', 250_00, '2026-03-01')],
    ...paid('C', 250_00, '2026-03-08').map((command) => ['initech', command] as const),
    ['globex', run('globex')],
    [
      'initech',
      {
        _tag: 'RecordTouch',
        on: localDate('2026-03-31'),
        touchId: 'T',
        channel: 'call',
        role: 'collector',
        outcome: 'reached',
      },
    ],
  ]
  for (const [index, [customer, command]] of told.entries())
    await own.run(customer, command, { commandId: `c${index}`, actor: 'test' })
  await opened.close()
})
afterAll(() => at.clear())

const run = async (...args: ReadonlyArray<string>): Promise<string> => {
  const { code, out, err } = await at.run('what-if', 'dunning', ...args, '--store', store)
  expect({ code, err }).toEqual({ code: 0, err: '' })
  return out
}

describe('quittance what-if dunning', () => {
  it('shows what a stricter ladder would have asked for, beside another, with what the notices cost', async () => {
    sameAs('what-if.txt', await run('--policy', strict, '--against', usual, '--fees', fees))
  })

  it('compares with the notices on record, and finds no difference in the same ladder', async () => {
    sameAs('what-if-recorded.txt', await run('--policy', strict))
    expect(await run('--policy', usual)).toContain('there is no difference')
  })

  it('tells programs all of it', async () => {
    const told = JSON.parse(await run('--policy', strict, '--against', usual, '--json', '--customer', 'globex')) as {
      readonly different: ReadonlyArray<Readonly<Record<string, unknown>>>
    }
    expect(told).toMatchObject({ policy: 'strict@1', against: 'usual@1', from: '2025-12-02', to: '2026-03-31' })
    expect(told).toMatchObject({ sums: { notices: 3, customers: 1 }, againstSums: { notices: 2, customers: 1 } })
    expect(
      told.different.map(({ itemId, level, on, againstOn, days }) => [itemId, level, on, againstOn, days]),
    ).toEqual([
      ['A', 1, '2026-01-06', '2026-01-11', -5],
      ['A', 2, '2026-01-16', undefined, undefined],
      ['B', 1, '2026-01-06', '2026-01-11', -5],
      ['B', 2, '2026-01-16', '2026-01-31', -15],
      ['B', 3, '2026-01-31', undefined, undefined],
    ])
  })

  it('is in force from one day to another only', async () => {
    const told = await run('--policy', strict, '--against', usual, '--from', '2026-01-20', '--to', '2026-02-01')
    expect(told).toContain('from 2026-01-20 to 2026-02-01')
    expect(told).toMatch(/Notices +3 +2 +\+1/)
  })

  it('says what is wrong with an option or a file', async () => {
    const wrong = async (...args: ReadonlyArray<string>): Promise<string> =>
      (await at.run('what-if', 'dunning', ...args, '--store', store)).err
    expect(await wrong('--policy', 'nowhere.json')).toContain('--policy nowhere.json: no such file')
    expect(await wrong('--policy', usual, '--against', 'nowhere.json')).toContain(
      '--against nowhere.json: no such file',
    )
    expect(await wrong('--policy', usual, '--against', 'charges:')).toContain('names no reason')
    expect(await wrong('--policy', usual, '--against', 'charges:late', '--fees', fees)).toContain('by their days')
    expect(await wrong('--policy', usual, '--from', '2026-02-01', '--to', '2026-01-01')).toContain('before 2026-02-01')
    expect(await wrong('--policy', usual, '--customer', 'nobody')).toContain('no customer nobody in the ledger')
    const dollars = JSON.stringify({
      id: 'd',
      version: 1,
      paymentDays: 1,
      rule: { _tag: 'FixedFee', currency: 'USD', amountMinor: 1 },
    })
    expect(await wrong('--policy', usual, '--fees', at.write('usd.json', dollars))).toContain('no rate is known')
  })
})
