import { localDate } from '@quittance/kernel'
import { type AccountCommand, type Instant, openLedger } from '@quittance/receivables'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openStore } from '../src/index.js'
import { type Desk, desk } from './run-cli.js'

const expectGolden = (name: string, text: string): void => {
  const file = fileURLToPath(new URL(`./golden/${name}`, import.meta.url))
  if (!existsSync(file) || process.env['QUITTANCE_UPDATE_GOLDEN'] === 'yes') writeFileSync(file, text)
  expect(text).toBe(readFileSync(file, 'utf8'))
}

let at: Desk
let store: string
let policy: string
beforeAll(async () => {
  at = desk()
  store = `sqlite:${at.folder}/credit.sqlite`
  policy = at.write(
    'credit.json',
    JSON.stringify({
      id: 'limits',
      version: 1,
      marginDays: 5,
      limits: [{ currency: 'EUR', totalMinor: 100000, overdueMinor: 20000 }],
      alertTop: 2,
    }),
  )
  const opened = await openStore(store, (file) => file, false)
  const on = localDate('2026-05-01')
  const clock = (): Instant => '2026-05-01T12:00:00.000Z' as Instant
  for (const [customer, documentId, netMinor, due] of [
    ['globex', 'INV-1', 700_00, '2026-06-29'],
    ['hooli', 'INV-2', 250_00, '2026-06-01'],
    ['initech', 'INV-3', 90_00, '2026-05-20'],
  ] as const) {
    const lines = [{ netMinor }]
    const dueOn = localDate(due)
    const command: AccountCommand = { _tag: 'IssueInvoice', on, documentId, currency: 'EUR', lines, dueOn }
    const ledger = openLedger({ store: opened, entity: 'acme', clock })
    await ledger.run(customer, command, { commandId: documentId, actor: 'test' })
  }
  await opened.close()
})
afterAll(() => at.clear())

const run = async (line: string): Promise<string> => {
  const { code, out, err } = await at.run(...line.split(' '), '--store', store)
  expect({ code, err }).toEqual({ code: 0, err: '' })
  return out
}
const refused = async (line: string): Promise<string> => {
  const { code, err } = await at.run(...line.split(' '), '--store', store)
  return `${code} ${err}`
}

describe('credit', () => {
  it('adds an order to the exposure, advises to hold, and tells who of the largest fell behind', async () => {
    await run('order placed globex SO-9 450.00 --currency EUR --deposit 50.00 --on 2026-06-28')
    expectGolden('credit.txt', await run(`credit --on 2026-06-30 --policy ${policy}`))
  })

  it('speaks of one customer, and of nobody unknown', async () => {
    const { standing } = JSON.parse(await run(`credit globex --on 2026-06-30 --json`)) as { standing: object }
    expect(standing).toMatchObject([{ customer: 'globex', openMinor: 0, unpaidMinor: 700_00, ordersMinor: 400_00 }])
    expect(await refused('credit nobody')).toContain('1 no customer nobody')
    expect(await refused('order placed globex SO-9 1.00 --currency EUR')).toContain('1 customer globex')
    expect(await refused('credit --policy no.json')).toContain('2 --policy no.json: no such file')
  })
})

describe('coverage', () => {
  it('names who is under the floor and who has no collector, and what each has to look after', async () => {
    await run('collector assign globex carla --minutes 90 --on 2026-06-01')
    await run('collector assign hooli carla --on 2026-06-02')
    await run('touch record globex reached --on 2026-06-29')
    expectGolden('coverage.txt', await run('coverage --on 2026-07-01'))
    expect(await run('coverage --on 2026-05-02')).toContain('Every account past due has a collector.')
    expect(await refused('collector assign globex carla --minutes all')).toContain('2 --minutes all')
  })
})
