import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Desk, desk } from './run-cli.js'

const extract = fileURLToPath(new URL('./data/ibm-extract.csv', import.meta.url))
const header =
  'countryCode,customerID,PaperlessDate,invoiceNumber,InvoiceDate,DueDate,InvoiceAmount,Disputed,SettledDate,PaperlessBill,DaysToSettle,DaysLate'
const row = (cells: Partial<Record<string, string>>): string =>
  Object.entries({
    countryCode: '391',
    customerID: 'C-1',
    PaperlessDate: '1/1/2013',
    invoiceNumber: 'I-1',
    InvoiceDate: '1/2/2013',
    DueDate: '2/1/2013',
    InvoiceAmount: '55.94',
    Disputed: 'No',
    SettledDate: '',
    PaperlessBill: 'Paper',
    DaysToSettle: '',
    DaysLate: '',
    ...cells,
  })
    .map(([, value]) => value)
    .join(',')

let at: Desk
let store: string
beforeEach(() => {
  at = desk()
  store = `sqlite:${at.folder}/ledger.sqlite`
})
afterEach(() => at.clear())

const aging = async (...more: ReadonlyArray<string>): Promise<unknown> =>
  JSON.parse((await at.run('aging', '--store', store, '--json', ...more)).out) as unknown

describe('import of receivables', () => {
  it('brings a real ledger in with its settlements and disputes', async () => {
    const { code, out } = await at.run('import', 'invoices', extract, '--profile', 'ibm-ar', '--store', store)
    expect(code).toBe(0)
    expect(out).toContain('60 rows: 60 invoices, 60 receipts')
  })

  it('adds nothing the second time and says so', async () => {
    await at.run('import', 'invoices', extract, '--profile', 'ibm-ar', '--store', store)
    const log = (await at.run('log', 'export', '--store', store)).out
    const again = await at.run('import', 'invoices', extract, '--profile', 'ibm-ar', '--store', store)
    expect(again.code).toBe(0)
    expect(again.out).toContain('nothing new')
    const settlements = await at.run('import', 'settlements', extract, '--profile', 'ibm-ar', '--store', store)
    expect(settlements.out).toContain('nothing new')
    expect((await at.run('log', 'export', '--store', store)).out).toBe(log)
  })

  it('writes the same log on two machines', async () => {
    await at.run('import', 'invoices', extract, '--profile', 'ibm-ar', '--store', store)
    const other = desk()
    await other.run('import', 'invoices', extract, '--profile', 'ibm-ar', '--store', `sqlite:${other.folder}/o.sqlite`)
    const logs = [
      (await at.run('log', 'export', '--store', store)).out,
      (await other.run('log', 'export', '--store', `sqlite:${other.folder}/o.sqlite`)).out,
    ]
    other.clear()
    expect(logs[0]).toBe(logs[1])
  })

  it('answers what was known on a past day, because history carries its own moments', async () => {
    const file = at.write('a.csv', [header, row({ SettledDate: '3/1/2013' })].join('\n'))
    await at.run('import', 'invoices', file, '--profile', 'ibm-ar', '--store', store)
    expect(await aging('--as-of', '2013-03-31', '--known-at', '2013-02-15')).toMatchObject({
      knownAt: '2013-02-15T23:59:59.999Z',
      currencies: { USD: { d31_60: 5594, total: 5594 } },
    })
    expect(await aging('--as-of', '2013-03-31')).toMatchObject({ currencies: {} })
  })

  it('holds a flagged invoice as disputed from its date until its settlement', async () => {
    const file = at.write('a.csv', [header, row({ Disputed: 'Yes', SettledDate: '3/1/2013' })].join('\n'))
    await at.run('import', 'invoices', file, '--profile', 'ibm-ar', '--store', store)
    const usd = async (day: string): Promise<unknown> =>
      ((await aging('--as-of', day)) as { currencies: Record<string, unknown> }).currencies['USD']
    expect(await usd('2013-01-02')).toMatchObject({ disputed: 5594, total: 5594 })
    expect(await usd('2013-02-28')).toMatchObject({ disputed: 5594 })
    expect(await usd('2013-03-01')).toBeUndefined()
  })

  it('lets money that came before its invoice wait for it', async () => {
    const file = at.write('a.csv', [header, row({ SettledDate: '12/20/2012' })].join('\n'))
    expect((await at.run('import', 'invoices', file, '--profile', 'ibm-ar', '--store', store)).code).toBe(0)
    expect(await aging('--as-of', '2012-12-31')).toMatchObject({
      currencies: { USD: { unapplied: 5594, total: -5594 } },
    })
    expect(await aging('--as-of', '2013-01-02')).toMatchObject({ currencies: {} })
  })

  it('records a later import of settlements when it happens', async () => {
    const open = at.write('open.csv', [header, row({})].join('\n'))
    const paid = at.write('paid.csv', [header, row({ SettledDate: '1/20/2013' })].join('\n'))
    await at.run('import', 'invoices', open, '--profile', 'ibm-ar', '--store', store)
    const { out } = await at.run('import', 'settlements', paid, '--profile', 'ibm-ar', '--store', store)
    expect(out).toContain('1 receipts')
    expect(await aging('--as-of', '2013-01-31')).toMatchObject({ currencies: {} })
    expect(await aging('--as-of', '2013-01-31', '--known-at', '2013-01-31')).toMatchObject({
      currencies: { USD: { total: 5594 } },
    })
  })

  it('reads files with a byte order mark, mixed line ends and quoted cells', async () => {
    const text = `\uFEFF${header}\r\n${row({ customerID: '"C, 1"' })}\n${row({ invoiceNumber: 'I-2' })}\r\n`
    const { out } = await at.run('import', 'invoices', at.write('a.csv', text), '--profile', 'ibm-ar', '--store', store)
    expect(out).toContain('2 rows: 2 invoices')
  })
})

describe('the file', () => {
  it('may be gzipped', async () => {
    const file = at.write('a.csv.gz', gzipSync([header, row({})].join('\n')))
    expect((await at.run('import', 'invoices', file, '--profile', 'ibm-ar', '--store', store)).out).toContain(
      '1 invoices',
    )
  })

  it.each([
    ['Latin-1 text', Buffer.from([0x4d, 0xfc, 0x6c, 0x6c]), 'is not UTF-8 text'],
    ['a damaged gzip file', Buffer.from([0x1f, 0x8b, 0x08, 0x00, 0x01]), 'is a damaged gzip file'],
    ['nothing', Buffer.alloc(0), 'the file is empty'],
  ])('is refused when it is %s', async (_, bytes, message) => {
    const file = at.write('a.csv', bytes)
    const { code, err } = await at.run('import', 'invoices', file, '--profile', 'ibm-ar', '--store', store)
    expect(code).toBe(1)
    expect(err).toContain(message)
  })
})

describe('import of a wrong file', () => {
  const wrongs: ReadonlyArray<readonly [string, string, string]> = [
    [
      'an impossible date',
      row({ InvoiceDate: '2/30/2013' }),
      'a.csv:2: InvoiceDate: "2/30/2013" is not a day written M/D/YYYY',
    ],
    [
      'three decimals in a currency of two',
      row({ InvoiceAmount: '55.945' }),
      'a.csv:2: InvoiceAmount: "55.945" has more than the 2 decimals of USD',
    ],
    [
      'an amount beyond the safe range',
      row({ InvoiceAmount: '99999999999999999' }),
      'a.csv:2: InvoiceAmount: "99999999999999999" is beyond the safe range of amounts',
    ],
    ['no number at all', row({ InvoiceAmount: 'abc' }), 'a.csv:2: InvoiceAmount: "abc" is not an amount'],
    ['an exponent', row({ InvoiceAmount: '1e3' }), 'a.csv:2: InvoiceAmount: "1e3" is not an amount'],
    ['an empty customer', row({ customerID: '' }), 'a.csv:2: customerID: is empty'],
    ['a flag that is neither yes nor no', row({ Disputed: 'Maybe' }), 'a.csv:2: Disputed: "Maybe" is none of Yes, No'],
    [
      'a negative invoice',
      row({ InvoiceAmount: '-5.00' }),
      'a.csv:2: InvoiceAmount: is negative: a credit note is not an invoice',
    ],
    ['too few cells', '391,C-1,1/1/2013', 'a.csv:2: row: 12 columns expected, 3 found'],
    ['an open quote', row({ customerID: '"C-1' }), 'a.csv:2: row: Quoted field unterminated'],
    [
      'due before its own day',
      row({ DueDate: '1/1/2013' }),
      "a.csv:2: invoiceNumber: due day 2013-01-01 lies before the document's day 2013-01-02",
    ],
    ['the same number twice', `${row({})}\n${row({})}`, 'a.csv:3: invoiceNumber: invoice I-1 stands in line 2 already'],
  ]

  it.each(wrongs)('names file, line and field of %s and records nothing', async (_, line, message) => {
    const file = at.write('a.csv', [header, line, row({ invoiceNumber: 'GOOD' })].join('\n'))
    const { code, err } = await at.run('import', 'invoices', file, '--profile', 'ibm-ar', '--store', store)
    expect(code).toBe(1)
    expect(err.split(`${at.folder}/`).join('')).toContain(message)
    expect(err).toContain('Nothing was recorded.')
    expect((await at.run('log', 'export', '--store', store)).out).toBe('')
  })

  it.each(wrongs.slice(0, 9))('leaves %s out whole under skip, and takes the rest', async (_, line) => {
    const file = at.write('a.csv', [header, line, row({ invoiceNumber: 'GOOD', SettledDate: '1/9/2013' })].join('\n'))
    const { code, out } = await at.run(
      'import',
      'invoices',
      file,
      '--profile',
      'ibm-ar',
      '--store',
      store,
      '--on-error',
      'skip',
    )
    expect(code).toBe(0)
    expect(out).toContain('1 invoices, 1 receipts')
    expect(out).toContain('1 rows were left out')
  })

  it('refuses a number that another customer has', async () => {
    await at.run(
      'import',
      'invoices',
      at.write('a.csv', [header, row({})].join('\n')),
      '--profile',
      'ibm-ar',
      '--store',
      store,
    )
    const other = at.write('b.csv', [header, row({ customerID: 'C-2' })].join('\n'))
    const { code, err } = await at.run('import', 'invoices', other, '--profile', 'ibm-ar', '--store', store)
    expect(code).toBe(1)
    expect(err).toContain('b.csv:2: invoiceNumber: document I-1 is in the account of C-1 already')
  })

  it('refuses the same number with other content', async () => {
    await at.run(
      'import',
      'invoices',
      at.write('a.csv', [header, row({})].join('\n')),
      '--profile',
      'ibm-ar',
      '--store',
      store,
    )
    const changed = at.write('b.csv', [header, row({ InvoiceAmount: '56.94' })].join('\n'))
    const { code, err } = await at.run('import', 'invoices', changed, '--profile', 'ibm-ar', '--store', store)
    expect(code).toBe(1)
    expect(err).toContain('b.csv:2: invoiceNumber: is in the ledger already, with other content')
  })

  it('refuses columns it does not know, and names columns that are missing', async () => {
    const extra = at.write('a.csv', `${header},Extra\n${row({})},x`)
    expect((await at.run('import', 'invoices', extra, '--profile', 'ibm-ar', '--store', store)).err).toContain(
      'column "Extra" is unknown to profile ibm-ar',
    )
    const missing = at.write('b.csv', `${header.replace('InvoiceAmount', 'Betrag')}\n${row({})}`)
    expect((await at.run('import', 'invoices', missing, '--profile', 'ibm-ar', '--store', store)).err).toContain(
      'column "InvoiceAmount" of profile ibm-ar is not in the header',
    )
  })

  it('says what is wrong with a profile, by field', async () => {
    const profile = at.write('p.json', JSON.stringify({ id: 'x', version: '1' }))
    const { code, err } = await at.run('import', 'invoices', extract, '--profile', profile, '--store', store)
    expect(code).toBe(1)
    expect(err).toContain('version: is "1", expected wholeNumber')
    expect(err).toContain('entity: is missing')
  })

  it('says that a settlement has no invoice', async () => {
    const { err } = await at.run('import', 'settlements', extract, '--profile', 'ibm-ar', '--store', store)
    expect(err).toContain('invoiceNumber: no invoice 0000611365')
  })
})

describe('decimal commas and grouping', () => {
  it('reads amounts as the profile says they are written', async () => {
    const profile = JSON.parse(
      readFileSync(fileURLToPath(new URL('../profiles/ibm-ar.json', import.meta.url)), 'utf8'),
    ) as Record<string, unknown>
    const own = at.write('p.json', JSON.stringify({ ...profile, decimalPoint: ',', grouping: '.', delimiter: ';' }))
    const cells = row({ InvoiceAmount: 'AMOUNT' }).replaceAll(',', ';').replace('AMOUNT', '1.234,50')
    const file = at.write('a.csv', `${header.replaceAll(',', ';')}\n${cells}`)
    expect((await at.run('import', 'invoices', file, '--profile', own, '--store', store)).code).toBe(0)
    expect(await aging()).toMatchObject({ currencies: { USD: { total: 123450 } } })
  })
})
