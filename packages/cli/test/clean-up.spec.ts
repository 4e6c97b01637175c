import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Desk, desk } from './run-cli.js'

const golden = (name: string): string => fileURLToPath(new URL(`./golden/${name}`, import.meta.url))

const invoices = `invoice,customer,issued,due,currency,amount
INV-4711,globex,2026-01-05,2026-02-04,EUR,100.00
INV-4801,initech,2026-01-07,2026-02-06,EUR,75.00
INV-4802,initech,2026-01-08,2026-02-07,EUR,80.00
INV-4901,hooli,2026-01-08,2026-02-07,EUR,60.00
`
const invoicesProfile = JSON.stringify({
  id: 'own',
  version: 1,
  entity: 'acme',
  dateFormat: 'YYYY-MM-DD',
  decimalPoint: '.',
  currency: { column: 'currency' },
  recordedAt: { time: '12:00:00.000' },
  invoices: { number: 'invoice', customer: 'customer', issuedOn: 'issued', dueOn: 'due', amount: 'amount' },
})
const payments = `payment_id,date,amount,currency,remittance,customer_id
P-1,2026-02-10,97.50,EUR,INV-4711,globex
P-2,2026-02-10,12.34,EUR,hello,
P-3,2026-02-10,10.00,EUR,on account,hooli
`
const policy = {
  id: 'tidy',
  version: 1,
  smallDebit: { maxMinor: 5_00, minDaysPastDue: 0 },
  smallCredit: { maxMinor: 20_00, minAgeDays: 90, becomes: 'refund' },
  oldestFirstAgreed: false,
}

let at: Desk
let store: string
beforeEach(async () => {
  at = desk()
  store = `sqlite:${at.folder}/ledger.sqlite`
  const profile = at.write('own.json', invoicesProfile)
  await at.run('import', 'invoices', at.write('invoices.csv', invoices), '--profile', profile, '--store', store)
  await at.run('match', at.write('p.csv', payments), '--post', '--store', store)
})
afterEach(() => at.clear())

interface Report {
  readonly posted: boolean
  readonly accounts: ReadonlyArray<{
    readonly account: string
    readonly proposals: ReadonlyArray<{
      readonly rule: string
      readonly undo: ReadonlyArray<{ readonly _tag: string }>
      readonly leaves: ReadonlyArray<{ readonly id: string; readonly leftMinor: number }>
    }>
    readonly left: ReadonlyArray<{ readonly id: string; readonly why: string }>
  }>
}
const cleanUp = async (...more: ReadonlyArray<string>): Promise<Report> => {
  const { code, out, err } = await at.run('clean-up', '--store', store, '--json', ...more)
  expect({ code, err }).toEqual({ code: 0, err: '' })
  return JSON.parse(out) as Report
}
const rules = ({ accounts }: Report): ReadonlyArray<string> =>
  accounts.flatMap(({ account, proposals }) => proposals.map(({ rule }) => `${account} ${rule}`))
const log = async (): Promise<string> => (await at.run('log', 'export', '--store', store)).out

describe('clean-up', () => {
  it('proposes, says what it leaves and how it is taken back, and records nothing', async () => {
    const before = await log()
    const report = await cleanUp()
    expect(rules(report)).toEqual(['globex reference'])
    expect(report.accounts[0]?.proposals[0]).toMatchObject({
      leaves: [
        { id: 'P-1', leftMinor: 0 },
        { id: 'INV-4711', leftMinor: 2_50 },
      ],
      undo: [{ _tag: 'Unapply' }],
    })
    expect(report.posted).toBe(false)
    expect(await log()).toBe(before)
  })

  it('does what it proposed, and then finds nothing more', async () => {
    const foreseen = await cleanUp()
    const done = await cleanUp('--post')
    expect(done.accounts).toEqual(foreseen.accounts)
    const after = await log()
    expect(rules(await cleanUp('--post'))).toEqual([])
    expect(await log()).toBe(after)
  })

  it('writes off and pays back only under a policy, and never the money of unknown payers', async () => {
    const file = at.write('tidy.json', JSON.stringify(policy))
    expect(rules(await cleanUp('--policy', file, '--post', '--as-of', '2026-02-10'))).toEqual([
      'globex reference',
      'globex small-debit',
    ])
    const report = await cleanUp('--policy', file, '--as-of', '2026-06-30')
    expect(rules(report)).toEqual(['hooli small-credit'])
    expect(report.accounts.map(({ account }) => account)).toEqual(['globex', 'hooli', 'initech'])
  })

  it('looks at one account when it is told to, and at the accounts as they were known', async () => {
    expect(rules(await cleanUp('--customer', 'hooli'))).toEqual([])
    expect(rules(await cleanUp('--known-at', '2026-01-31'))).toEqual([])
  })

  it.each([
    [['--customer', 'nobody'], 1, 'no customer nobody in the ledger'],
    [['--post', '--known-at', '2026-01-31'], 2, '--post --known-at'],
    [['--policy', 'none.json'], 1, 'no such file'],
  ] as const)('%j ends with code %i and a plain sentence', async (args, code, message) => {
    const ran = await at.run('clean-up', ...args, '--store', store)
    expect(ran).toMatchObject({ code, out: '', err: expect.stringContaining(message) as string })
  })

  it('says which field of a policy is wrong', async () => {
    const file = at.write('bad.json', JSON.stringify({ ...policy, oldestFirstAgreed: 'yes' }))
    const { code, err } = await at.run('clean-up', '--policy', file, '--store', store)
    expect(code).toBe(1)
    expect(err).toContain('oldestFirstAgreed')
  })

  it('prints a table that reads as the golden file says, within 100 columns', async () => {
    const file = at.write('tidy.json', JSON.stringify(policy))
    const { out } = await at.run('clean-up', '--policy', file, '--store', store)
    if (!existsSync(golden('clean-up.txt')) && process.env['QUITTANCE_GOLDEN'] === 'write')
      writeFileSync(golden('clean-up.txt'), out)
    expect(out).toBe(readFileSync(golden('clean-up.txt'), 'utf8'))
    expect(out.split('\n').filter((line) => line.length > 100)).toEqual([])
  })
})
