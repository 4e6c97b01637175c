import { openSqliteEventStore } from '@quittance/event-store-sqlite'
import { addDays, instantOn, type LocalDate, localDate, money } from '@quittance/kernel'
import { defaultPromiseTerms } from '@quittance/promises-to-pay'
import { type AccountCommand, netDays, openLedger } from '@quittance/receivables'
import * as E from 'fp-ts/lib/Either.js'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Desk, desk } from './run-cli.js'

const golden = (name: string): string => fileURLToPath(new URL(`./golden/${name}`, import.meta.url))
const start = localDate('2026-01-05')
const on = (days: number): LocalDate => addDays(start, days)

const bill = (documentId: string): AccountCommand => {
  const lines = [{ netMinor: 100_00 }]
  return { _tag: 'IssueInvoice', on: start, documentId, currency: 'EUR', lines, terms: netDays(30) }
}
const promise = (promiseId: string, day: number): AccountCommand => ({
  _tag: 'MakePromise',
  on: on(day),
  promiseId,
  currency: 'EUR',
  amountMinor: 100_00,
  dueOn: on(day + 5),
  terms: defaultPromiseTerms,
})
const assess = (day: number): AccountCommand => ({ _tag: 'AssessPromises', on: on(day) })
const pay = (receiptId: string, itemId: string, day: number): ReadonlyArray<AccountCommand> => {
  const amount = money('EUR', 100_00)
  return [
    { _tag: 'RecordReceipt', on: on(day), receiptId, amount, method: 'wire' },
    { _tag: 'ApplyCash', on: on(day), receiptId, lines: [{ applicationId: `A-${receiptId}`, itemId, amount }] },
  ]
}

/** Globex breaks two promises and pays fifty days late; initech keeps one. */
const story: ReadonlyArray<readonly [string, ReadonlyArray<AccountCommand>]> = [
  ['globex', [bill('INV-1'), promise('PTP-1', 45), assess(54), promise('PTP-2', 55), assess(64)]],
  ['globex', pay('R-1', 'INV-1', 80)],
  ['initech', [bill('INV-2'), promise('PTP-3', 40), ...pay('R-2', 'INV-2', 44), assess(49)]],
]

let at: Desk
let store: string
beforeEach(async () => {
  at = desk()
  const file = `${at.folder}/ledger.sqlite`
  store = `sqlite:${file}`
  const opened = openSqliteEventStore({ file })
  if (opened._tag === 'Refused') throw new Error(opened.reason)
  const ledger = openLedger({ store: opened.store, entity: 'acme', clock: () => instantOn(on(90), '12:00:00.000') })
  for (const [index, [customer, commands]] of story.entries())
    expect(E.isRight(await ledger.runAll(customer, commands, { commandId: `c${index}`, actor: 'test' }))).toBe(true)
  await opened.store.close()
})
afterEach(() => at.clear())

const report = async (...args: ReadonlyArray<string>): Promise<string> => {
  const { code, out, err } = await at.run('debtors', ...args, '--store', store)
  expect(err).toBe('')
  expect(code).toBe(0)
  return out
}

const expectGolden = (name: string, text: string): void => {
  if (!existsSync(golden(name)) || process.env['QUITTANCE_UPDATE_GOLDEN'] === 'yes') writeFileSync(golden(name), text)
  expect(text).toBe(readFileSync(golden(name), 'utf8'))
}

describe('debtors', () => {
  it('lists who breaks promises again and again, with what was counted', async () => {
    expectGolden('debtors.txt', await report())
  })

  it('tells all about one: promises, habit, and when the name came', async () => {
    expectGolden('debtors-explain.txt', await report('--explain', 'globex'))
  })

  it('knew nothing on the day before the second promise was broken', async () => {
    expect(await report('--as-of', on(62))).toContain('Nobody. 2 customers looked at.')
    const day = JSON.parse(await report('--as-of', on(64), '--json')) as { findings: ReadonlyArray<{ level: string }> }
    expect(day.findings.map(({ level }) => level)).toEqual(['promise-breaker'])
  })

  it('prints a finding with its facts for programs', async () => {
    const told = JSON.parse(await report('--explain', 'globex', '--json')) as {
      readonly finding: { readonly level: string; readonly factIds: ReadonlyArray<string> }
      readonly changes: ReadonlyArray<{ readonly to: string }>
    }
    expect(told.finding.level).toBe('habitual')
    expect(told.finding.factIds).toHaveLength(2)
    expect(told.changes.map(({ to }) => to)).toEqual(['promise-breaker', 'habitual'])
  })

  it('judges by a policy of one’s own, and names the field that is wrong in it', async () => {
    const good = at.write(
      'own.json',
      JSON.stringify({ id: 'own', version: 3, signals: [], levels: [], excludeCauses: [] }),
    )
    expect(await report('--policy', good)).toContain('by own@3')
    const bad = at.write(
      'bad.json',
      JSON.stringify({ id: 'own', version: 'x', signals: [], levels: [], excludeCauses: [] }),
    )
    const { code, err } = await at.run('debtors', '--policy', bad, '--store', store)
    expect(code).toBe(1)
    expect(err).toContain('version: is "x", expected wholeNumber')
    expect((await at.run('debtors', '--policy', 'nowhere.json', '--store', store)).code).toBe(2)
    expect((await at.run('debtors', '--explain', 'nobody', '--store', store)).err).toContain('no customer nobody')
  })
})
