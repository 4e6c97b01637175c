import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Desk, desk } from './run-cli.js'

const extract = fileURLToPath(new URL('./data/ibm-extract.csv', import.meta.url))
const golden = (name: string): string => fileURLToPath(new URL(`./golden/${name}`, import.meta.url))

let at: Desk
let store: string
beforeAll(async () => {
  at = desk()
  store = `sqlite:${at.folder}/ledger.sqlite`
  await at.run('import', 'invoices', extract, '--profile', 'ibm-ar', '--store', store)
})
afterAll(() => at.clear())

const report = async (...args: ReadonlyArray<string>): Promise<string> => {
  const { code, out, err } = await at.run(...args, '--store', store)
  expect(err).toBe('')
  expect(code).toBe(0)
  return out
}

describe('aging --json', () => {
  it('prints minor units under fixed keys, for every currency', async () => {
    const text = await report('aging', '--as-of', '2012-06-30', '--json')
    const { asOf, knownAt, currencies } = JSON.parse(text) as Record<string, Record<string, Record<string, number>>>
    expect(asOf).toBe('2012-06-30')
    expect(knownAt).toMatch(/Z$/)
    expect(Object.keys(currencies?.['USD'] ?? {})).toEqual([
      'current',
      'd1_30',
      'd31_60',
      'd61_90',
      'd90_plus',
      'disputed',
      'unapplied',
      'total',
    ])
    const {
      current = 0,
      d1_30 = 0,
      d31_60 = 0,
      d61_90 = 0,
      d90_plus = 0,
      unapplied = 0,
      total,
    } = currencies?.['USD'] ?? {}
    expect(current + d1_30 + d31_60 + d61_90 + d90_plus - unapplied).toBe(total)
  })

  it('adds customers that sum to the total', async () => {
    const { currencies, customers } = JSON.parse(
      await report('aging', '--as-of', '2012-06-30', '--by', 'customer', '--json'),
    ) as {
      currencies: Record<string, { total: number }>
      customers: Record<string, Record<string, { total: number }>>
    }
    const sum = Object.values(customers).reduce((so, own) => so + (own['USD']?.total ?? 0), 0)
    expect(sum).toBe(currencies['USD']?.total)
  })
})

describe('reports that an accountant reads', () => {
  const reports: ReadonlyArray<readonly [string, ReadonlyArray<string>]> = [
    ['aging.txt', ['aging', '--as-of', '2012-06-30']],
    ['aging-by-customer.txt', ['aging', '--as-of', '2013-02-15', '--by', 'customer']],
    ['timeline.txt', ['timeline', '0007900770']],
    ['statement.txt', ['statement', '8976-AMJEO', '--as-of', '2013-02-10']],
    ['statement-forward.txt', ['statement', '8976-AMJEO', '--from', '2013-01-01', '--as-of', '2013-03-31']],
    ['payers.txt', ['payers', '--top', '5']],
  ]

  it.each(reports)('prints %s as it stands in the golden file', async (name, args) => {
    const text = await report(...args)
    if (!existsSync(golden(name)) && process.env['QUITTANCE_GOLDEN'] === 'write') writeFileSync(golden(name), text)
    expect(text).toBe(readFileSync(golden(name), 'utf8'))
  })
})

describe('wrong use', () => {
  it.each([
    [['bogus'], 2, "unknown command 'bogus'"],
    [['aging', '--bogus'], 2, "unknown option '--bogus'"],
    [['aging', '--as-of', '2012-13-01'], 2, '--as-of 2012-13-01: not a day YYYY-MM-DD'],
    [['aging', '--known-at', 'noon'], 2, '--known-at noon: not a day YYYY-MM-DD'],
    [['aging', '--known-at', '2012-01-01', '--time-zone', 'Mars'], 2, '--time-zone Mars: not a time zone'],
    [['aging', '--basis', 'moon'], 2, '--basis moon: due, invoice or delivery'],
    [['timeline', 'NONE'], 1, 'no document NONE in the ledger of ibm-sample'],
    [['statement', 'NOBODY'], 1, 'no customer NOBODY in the ledger'],
    [['aging', '--entity', 'other'], 1, 'no entity other in the ledger'],
  ] as const)('%s ends with code %i and a plain sentence', async (args, wanted, message) => {
    const { code, out, err } = await at.run(...args, '--store', store)
    expect({ code, out }).toEqual({ code: wanted, out: '' })
    expect(err).toContain(message)
    expect(err).not.toContain('    at ')
  })

  it.each([
    ['a file of text', 'this is no ledger, only text', 'not an SQLite file'],
    ['an empty name', undefined, 'no such ledger'],
  ])('refuses %s as a store', async (_, content, message) => {
    const file = content === undefined ? `${at.folder}/none.sqlite` : at.write('text.sqlite', content)
    const { code, err } = await at.run('aging', '--store', `sqlite:${file}`)
    expect(code).toBe(1)
    expect(err).toContain(message)
  })
})
