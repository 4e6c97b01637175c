import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { localDate, money } from '@quittance/kernel'
import { type AccountCommand, type Instant, openLedger } from '@quittance/receivables'
import { openStore } from '../src/index.js'
import { type Desk, desk } from './run-cli.js'

const golden = fileURLToPath(new URL('./golden/metrics.txt', import.meta.url))
const bill = (documentId: string, day: string, netMinor: number): AccountCommand => ({
  _tag: 'IssueInvoice',
  on: localDate(day),
  documentId,
  currency: 'EUR',
  lines: [{ netMinor }],
  dueOn: localDate('2026-02-20'),
  dueBeforeIssue: 'accept',
})
const paid = (day: string, itemId: string, minor: number): ReadonlyArray<AccountCommand> => {
  const [on, amount] = [localDate(day), money('EUR', minor)]
  return [
    { _tag: 'RecordReceipt', on, receiptId: 'R', amount, method: 'wire' },
    { _tag: 'ApplyCash', on, receiptId: 'R', lines: [{ applicationId: 'A', itemId, amount }] },
  ]
}

let at: Desk
let store: string
beforeAll(async () => {
  at = desk()
  store = `sqlite:${at.folder}/metrics.sqlite`
  const opened = await openStore(store, (file) => file, false)
  const ledger = openLedger({ store: opened, entity: 'acme', clock: () => '2026-04-05T12:00:00.000Z' as Instant })
  const commands = [
    bill('INV-1', '2026-01-10', 310_00),
    bill('INV-2', '2026-02-10', 280_00),
    ...paid('2026-02-15', 'INV-1', 200_00),
    bill('INV-3', '2026-04-02', 5_00),
  ]
  const done = await ledger.runAll('globex', commands, { commandId: 'all', actor: 'test' })
  if (done._tag === 'Left') throw new Error(JSON.stringify(done.left))
  await opened.close()
})
afterAll(() => at.clear())

describe('metrics', () => {
  it('prints every whole month, with a dash where nothing was billed', async () => {
    const { code, out } = await at.run('metrics', '--as-of', '2026-04-05', '--store', store)
    expect(code).toBe(0)
    if (!existsSync(golden) || process.env['QUITTANCE_UPDATE_GOLDEN'] === 'yes') writeFileSync(golden, out)
    expect(out).toBe(readFileSync(golden, 'utf8'))
  })

  it('prints numbers for programs, null where there is none, and as many months as asked for', async () => {
    const { out } = await at.run('metrics', '--as-of', '2026-04-05', '--months', '2', '--json', '--store', store)
    const { months } = JSON.parse(out) as { months: ReadonlyArray<Record<string, unknown>> }
    expect(months.map(({ month, simple, bestPossible }) => [month, simple, bestPossible])).toEqual([
      ['2026-02', 39, 0],
      ['2026-03', null, null],
    ])
    expect((await at.run('metrics', '--months', '0', '--store', store)).code).toBe(2)
  })
})
