import { type Instant, localDate, money } from '@quittance/kernel'
import { shippedDeductionPolicy } from '@quittance/projections'
import { type AccountCommand, openLedger } from '@quittance/receivables'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openStore } from '../src/index.js'
import { type Desk, desk } from './run-cli.js'

let at: Desk
let store: string

const on = (day: string) => ({ on: localDate(day) })
const short = (number: number, reasonCode: string, minor: number): ReadonlyArray<AccountCommand> => [
  {
    _tag: 'IssueInvoice',
    ...on('2026-03-01'),
    documentId: `INV-${number}`,
    currency: 'EUR',
    lines: [{ netMinor: 500_00 }],
  },
  {
    _tag: 'RecordDeduction',
    ...on(`2026-04-0${number}`),
    deductionId: `DED-${number}`,
    itemId: `INV-${number}`,
    amount: money('EUR', minor),
    reasonCode,
  },
]
const reject = (deductionId: string, day: string): AccountCommand => ({
  _tag: 'RejectDeduction',
  ...on(day),
  deductionId,
  reason: 'signed for',
})

beforeAll(async () => {
  at = desk()
  store = `sqlite:${at.folder}/deductions.sqlite`
  const opened = await openStore(store, (file) => file, false)
  const ledger = openLedger({ store: opened, entity: 'acme', clock: () => '2026-05-01T12:00:00.000Z' as Instant })
  const lines = [{ netMinor: 60_00 }]
  const accept = {
    _tag: 'AcceptDeduction',
    ...on('2026-04-10'),
    deductionId: 'DED-3',
    creditNoteId: 'CN-3',
    lines,
  } as const
  const stories: ReadonlyArray<readonly [string, ReadonlyArray<AccountCommand>]> = [
    [
      'globex',
      [
        ...short(1, '22', 20_00),
        ...short(2, 'none-stated', 40_00),
        ...short(3, '24', 60_00),
        accept,
        reject('DED-2', '2026-04-20'),
      ],
    ],
    ['initech', [...short(4, 'unauthorised', 10_00), ...short(5, '06', 30_00), reject('DED-4', '2026-04-06')]],
  ]
  for (const [customer, commands] of stories) {
    const done = await ledger.runAll(customer, commands, { commandId: customer, actor: 'test' })
    if (done._tag === 'Left') throw new Error(JSON.stringify(done.left))
  }
  await opened.close()
})
afterAll(() => at.clear())

const run = async (...args: ReadonlyArray<string>): Promise<string> => {
  const { code, out, err } = await at.run('deductions', ...args, '--store', store)
  expect({ code, err }).toEqual({ code: 0, err: '' })
  return out
}
const golden = (name: string, text: string): void => {
  const file = fileURLToPath(new URL(`./golden/${name}.txt`, import.meta.url))
  if (!existsSync(file) || process.env['QUITTANCE_UPDATE_GOLDEN'] === 'yes') writeFileSync(file, text)
  expect(text).toBe(readFileSync(file, 'utf8'))
}

describe('quittance deductions', () => {
  it('prints what is running, and with --all what has ended', async () => {
    golden('deductions', await run('--as-of', '2026-05-04', '--all'))
    expect(await run('--as-of', '2026-05-04')).not.toContain('DED-3')
  })

  it('prints rates by customer', async () => {
    golden('deductions-rates', await run('--as-of', '2026-05-04', '--rates'))
  })

  it('tells which deadlines have passed, and for programs by which facts', async () => {
    const ids = async (...args: ReadonlyArray<string>) =>
      (
        JSON.parse(await run('--json', '--overdue', ...args)) as {
          readonly deductions: ReadonlyArray<{
            readonly deductionId: string
            readonly positions: ReadonlyArray<number>
          }>
        }
      ).deductions.map(({ deductionId, positions }) => `${deductionId} ${positions.join(',')}`)
    expect(await ids('--as-of', '2026-05-01')).toEqual([])
    expect(await ids('--as-of', '2026-05-04')).toEqual(['DED-1 2'])
    expect(await ids('--as-of', '2026-05-07')).toEqual(['DED-1 2', 'DED-4 11,14', 'DED-5 13'])
    expect(await ids('--as-of', '2026-05-07', '--customer', 'globex')).toEqual(['DED-1 2'])
  })

  it('takes windows of your own, and names what is wrong with them', async () => {
    const windows = { ...shippedDeductionPolicy.windows, answerDays: 90 }
    const own = at.write('own.json', JSON.stringify({ ...shippedDeductionPolicy, id: 'own', windows }))
    expect(await run('--as-of', '2026-05-04', '--policy', own)).toContain('by own@1')
    expect(await run('--as-of', '2026-05-04', '--policy', own, '--overdue')).toContain('Nothing to list.')
    const wrong = at.write(
      'wrong.json',
      JSON.stringify({ ...shippedDeductionPolicy, windows: { ...windows, answerDays: -1 } }),
    )
    const { code, err } = await at.run('deductions', '--store', store, '--policy', wrong)
    expect(code).toBe(1)
    expect(err).toContain('not a deduction policy\n  windows.answerDays: -1 days are below nothing')
    const missing = await at.run('deductions', '--store', store, '--policy', 'nowhere.json')
    expect(missing).toMatchObject({ code: 2, err: '--policy nowhere.json: no such file\n' })
  })
})
