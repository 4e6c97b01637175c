import { localDate, money } from '@quittance/kernel'
import { type AccountCommand, type Instant, openLedger } from '@quittance/receivables'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openStore } from '../src/index.js'
import { type Desk, desk } from './run-cli.js'

const golden = fileURLToPath(new URL('./golden/charges.txt', import.meta.url))
const interest = {
  id: 'contract',
  version: 1,
  terms: {
    rate: { _tag: 'FixedRate', percent: { unscaled: 12, scale: 0 } },
    dayCountDays: 365,
    compounding: 'none',
    rounding: 'once',
    disputed: 'waits',
  },
  minimumMinor: 100,
  paymentDays: 10,
}
const fees = { id: 'fees', version: 1, paymentDays: 10, rule: { _tag: 'FixedFee', currency: 'EUR', amountMinor: 500 } }

let at: Desk
let store: string
let [interestFile, feesFile] = ['', '']
beforeAll(async () => {
  at = desk()
  store = `sqlite:${at.folder}/charges.sqlite`
  interestFile = at.write('interest.json', JSON.stringify(interest))
  feesFile = at.write('fees.json', JSON.stringify(fees))
  const opened = await openStore(store, (file) => file, false)
  const told: ReadonlyArray<readonly [string, AccountCommand]> = [
    ['globex', { ...issue('INV-1', 1000_00), dueOn: localDate('2026-01-01') }],
    ['hooli', { ...issue('INV-2', 10_00), dueOn: localDate('2026-02-20') }],
    [
      'globex',
      {
        _tag: 'GiveNotice',
        on: localDate('2026-01-20'),
        noticeId: 'N-1',
        currency: 'EUR',
        level: 1,
        kind: 'reminder',
        channel: 'letter',
        items: [{ itemId: 'INV-1', instalmentNo: 1 }],
        by: 'carla',
        because: 'an earlier system sent it',
        sent: true,
      },
    ],
    ['initech', { ...issue('INV-3', 500_00), dueOn: localDate('2026-01-01') }],
    [
      'initech',
      {
        _tag: 'RecordReceipt',
        on: localDate('2026-01-31'),
        receiptId: 'R-2',
        amount: money('EUR', 500_00),
        method: 'wire',
      },
    ],
    [
      'globex',
      {
        _tag: 'RecordReceipt',
        on: localDate('2026-01-31'),
        receiptId: 'R-1',
        amount: money('EUR', 400_00),
        method: 'wire',
      },
    ],
    [
      'globex',
      {
        _tag: 'ApplyCash',
        on: localDate('2026-02-10'),
        receiptId: 'R-1',
        lines: [{ applicationId: 'A-1', itemId: 'INV-1', amount: money('EUR', 400_00) }],
      },
    ],
  ]
  for (const [index, [customer, command]] of told.entries()) {
    const clock = (): Instant => `${command.on}T12:00:00.000Z` as Instant
    const ledger = openLedger({ store: opened, entity: 'acme', clock })
    const done = await ledger.run(customer, command, { commandId: `C${index}`, actor: 'test' })
    if (done._tag === 'Left') throw new Error(JSON.stringify(done.left))
  }
  await opened.close()
})
afterAll(() => at.clear())

const issue = (documentId: string, netMinor: number) => ({
  _tag: 'IssueInvoice' as const,
  on: localDate('2025-12-01'),
  documentId,
  currency: 'EUR',
  lines: [{ netMinor }],
})
const run = async (line: string): Promise<string> => {
  const words = line
    .split(' ')
    .map((word) => (word === 'interest.json' ? interestFile : word === 'fees.json' ? feesFile : word))
  const { code, out, err } = await at.run(...words, '--store', store)
  return code === 0 ? out : `${code} ${err}`
}

describe('what lateness costs', () => {
  it('is proposed, billed once as items of their own, and on what came late only for its days', async () => {
    const lines = [
      'interest propose --on 2026-03-02 --policy interest.json',
      'interest bill --on 2026-03-02 --policy interest.json',
      'interest bill --on 2026-03-02 --policy interest.json',
      'fees propose --on 2026-03-02 --policy fees.json',
      'fees charge --on 2026-03-02 --policy fees.json',
      'fees propose --on 2026-03-02 --policy fees.json',
      'aging --as-of 2026-03-02',
    ]
    const told: Array<string> = []
    for (const line of lines) told.push(`$ quittance ${line}\n${(await run(line)).replace(/as known at .*/, '')}`)
    const text = told.join('\n')
    if (!existsSync(golden) || process.env['QUITTANCE_UPDATE_GOLDEN'] === 'yes') writeFileSync(golden, text)
    expect(text).toBe(readFileSync(golden, 'utf8'))
  })

  it('is nothing without a policy', async () => {
    expect(await run('interest bill')).toMatch(/^2 /)
    expect(await run('interest bill --policy fees.json')).toMatch(/^1 .*not a policy of interest/)
    expect(await run('fees charge --policy nowhere.json')).toMatch(/^2 .*no such file/)
    expect(await run('fees propose --policy fees.json --customer nobody')).toMatch(/^1 no customer nobody/)
  })
})
