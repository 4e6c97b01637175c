import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Desk, desk } from './run-cli.js'

const shared = (path: string): string => fileURLToPath(new URL(`../../../../shared/data/${path}`, import.meta.url))
const expectedFile = shared('expected/invoices/ibm.json')
const ledgerFile = shared('invoices/ibm/WA_Fn-UseC_-Accounts-Receivable.csv')
const present = existsSync(expectedFile)
if (!present) console.log('ibm-ledger: the shared reference answers are not here; skipped')

interface Expected {
  readonly asOf: Readonly<
    Record<string, { readonly USD: { readonly open: string; readonly aging: Readonly<Record<string, string>> } }>
  >
}

const minor = (text: string): number => Number(text.replace('.', ''))

describe.skipIf(!present)('the whole IBM ledger through the command line', () => {
  let at: Desk
  let store: string
  beforeAll(async () => {
    at = desk()
    store = `sqlite:${at.folder}/ledger.sqlite`
    const { out } = await at.run('import', 'invoices', ledgerFile, '--profile', 'ibm-ar', '--store', store)
    expect(out).toContain('2466 rows: 2466 invoices, 2466 receipts')
  })
  afterAll(() => at.clear())

  it('gives the reference aging to the cent on every reference day, also as known on that day', async () => {
    const { asOf } = JSON.parse(readFileSync(expectedFile, 'utf8')) as Expected
    expect(Object.keys(asOf).length).toBeGreaterThan(3)
    for (const [day, { USD }] of Object.entries(asOf))
      for (const known of [[], ['--known-at', day]]) {
        const { out } = await at.run('aging', '--store', store, '--json', '--as-of', day, ...known)
        const { currencies } = JSON.parse(out) as { currencies: { USD: Record<string, number> } }
        const { current, d1_30, d31_60, d61_90, d90_plus, total } = currencies.USD
        expect({ day, current, d1_30, d31_60, d61_90, d90_plus, total }).toEqual({
          day,
          current: minor(USD.aging['current'] ?? ''),
          d1_30: minor(USD.aging['1-30'] ?? ''),
          d31_60: minor(USD.aging['31-60'] ?? ''),
          d61_90: minor(USD.aging['61-90'] ?? ''),
          d90_plus: minor(USD.aging['90+'] ?? ''),
          total: minor(USD.open),
        })
      }
  })
})
