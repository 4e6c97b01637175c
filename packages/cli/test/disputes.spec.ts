import { openSqliteEventStore } from '@quittance/event-store-sqlite'
import { instantOn, localDate } from '@quittance/kernel'
import { type AccountCommand, netDays, openLedger } from '@quittance/receivables'
import * as E from 'fp-ts/lib/Either.js'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Desk, desk } from './run-cli.js'

const golden = fileURLToPath(new URL('./golden/disputes.txt', import.meta.url))
const day = localDate

const disputed = (documentId: string, disputeId: string, on: string): ReadonlyArray<AccountCommand> => {
  const lines = [{ netMinor: 100_00 }]
  return [
    { _tag: 'IssueInvoice', on: day('2026-01-05'), documentId, currency: 'EUR', lines, terms: netDays(30) },
    { _tag: 'RaiseDispute', on: day(on), disputeId, documentId, amountMinor: 40_00 },
  ]
}

/** Globex disputes two invoices, of which one is settled; initech one. */
const story: ReadonlyArray<readonly [string, ReadonlyArray<AccountCommand>]> = [
  ['globex', [...disputed('INV-1', 'D-1', '2026-01-10'), ...disputed('INV-2', 'D-2', '2026-01-20')]],
  ['initech', disputed('INV-3', 'D-3', '2026-01-15')],
  [
    'globex',
    [
      {
        _tag: 'AssignDispute',
        on: day('2026-01-21'),
        disputeId: 'D-2',
        department: 'pricing',
        person: 'k.ito',
        dueOn: day('2026-01-28'),
      },
      {
        _tag: 'TagDisputeCause',
        on: day('2026-01-22'),
        disputeId: 'D-2',
        cause: 'pricing_error',
        by: 'k.ito',
        because: 'old list',
      },
      { _tag: 'ResolveDispute', on: day('2026-01-25'), disputeId: 'D-1', outcome: 'rejected' },
    ],
  ],
]

let at: Desk
let store: string
beforeEach(async () => {
  at = desk()
  const file = `${at.folder}/ledger.sqlite`
  store = `sqlite:${file}`
  const opened = openSqliteEventStore({ file })
  if (opened._tag === 'Refused') throw new Error(opened.reason)
  const clock = () => instantOn(day('2026-02-01'), '12:00:00.000')
  const ledger = openLedger({ store: opened.store, entity: 'acme', clock })
  for (const [index, [customer, commands]] of story.entries())
    expect(E.isRight(await ledger.runAll(customer, commands, { commandId: `c${index}`, actor: 'test' }))).toBe(true)
  await opened.store.close()
})
afterEach(() => at.clear())

const report = async (...args: ReadonlyArray<string>): Promise<string> => {
  const { code, out, err } = await at.run('disputes', '--store', store, ...args)
  expect(err).toBe('')
  expect(code).toBe(0)
  return out
}

describe('disputes', () => {
  it('prints the register, the ended ones as well if asked', async () => {
    const text = await report('--as-of', '2026-02-01', '--all')
    if (!existsSync(golden) || process.env['QUITTANCE_UPDATE_GOLDEN'] === 'yes') writeFileSync(golden, text)
    expect(text).toBe(readFileSync(golden, 'utf8'))
  })

  it('prints how long they take, by department', async () => {
    const text = await report('--as-of', '2026-02-01', '--by', 'department')
    const file = golden.replace('disputes.txt', 'disputes-by-department.txt')
    if (!existsSync(file) || process.env['QUITTANCE_UPDATE_GOLDEN'] === 'yes') writeFileSync(file, text)
    expect(text).toBe(readFileSync(file, 'utf8'))
    expect(JSON.parse(await report('--as-of', '2026-02-01', '--by', 'customer', '--json'))).toMatchObject({
      times: [
        { group: 'globex', disputes: 2, ended: 1, daysFromDispute: 15, daysFromInvoice: 20 },
        { group: 'initech', open: 1, oldestOpenDays: 17 },
      ],
    })
  })

  it('leaves ended ones out, and counts them in the cycle times all the same', async () => {
    const { cycleTimes, disputes } = JSON.parse(await report('--as-of', '2026-02-01', '--json')) as {
      cycleTimes: unknown
      disputes: ReadonlyArray<{ disputeId: string; cause: string }>
    }
    expect(cycleTimes).toEqual({ ended: 1, endedDays: 15, open: 2, oldestOpenDays: 17 })
    expect(disputes.map(({ disputeId, cause }) => [disputeId, cause])).toEqual([
      ['D-3', 'unknown'],
      ['D-2', 'pricing_error'],
    ])
  })

  it('prints those of one customer, as of a day', async () => {
    const text = await report('--as-of', '2026-01-24', '--customer', 'globex')
    expect(text).toContain('2 open, the oldest 14 days old; 0 ended.')
    expect(text).not.toContain('initech')
    expect(await report('--as-of', '2026-01-09')).toContain('Nothing is in dispute.')
  })
})
