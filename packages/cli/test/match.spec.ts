import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Desk, desk } from './run-cli.js'

const extract = fileURLToPath(new URL('./data/ibm-extract.csv', import.meta.url))
const golden = (name: string): string => fileURLToPath(new URL(`./golden/${name}`, import.meta.url))

const invoices = `invoice,customer,issued,due,currency,amount
4711,globex,2026-01-05,2026-02-04,EUR,100.00
4712,globex,2026-01-06,2026-02-05,EUR,250.50
4801,initech,2026-01-07,2026-02-06,EUR,75.00
4802,initech,2026-01-08,2026-02-07,EUR,75.00
4901,hooli,2026-01-08,2026-02-07,JPY,5000
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
const head = 'payment_id,date,amount,currency,payer_name,remittance,customer_id'
const payments = (...rows: ReadonlyArray<string>): string => `${[head, ...rows].join('\n')}\n`
const morning = payments(
  'P-1,2026-02-02,350.50,EUR,GLOBEX,4711 and 4712,',
  'P-2,2026-02-02,75.00,EUR,INITECH,,initech',
  'P-3,2026-02-02,12.34,EUR,Nobody Known,hello,',
  'P-4,2026-02-02,5000,JPY,HOOLI,4901 paid in full,hooli',
)

let at: Desk
let store: string
beforeEach(async () => {
  at = desk()
  store = `sqlite:${at.folder}/ledger.sqlite`
  const profile = at.write('own.json', invoicesProfile)
  await at.run('import', 'invoices', at.write('invoices.csv', invoices), '--profile', profile, '--store', store)
})
afterEach(() => at.clear())

interface Row {
  readonly payment: string
  readonly account: string
  readonly decision: string
  readonly because: string | null
  readonly identifiedBy: string | null
  readonly items: ReadonlyArray<{ readonly itemId: string; readonly cashMinor: number }>
}
interface Report {
  readonly posted: boolean
  readonly payments: ReadonlyArray<Row>
  readonly totals: ReadonlyArray<{ readonly decision: string; readonly currency: string; readonly amountMinor: number }>
}

const match = async (text: string | Buffer, ...more: ReadonlyArray<string>): Promise<Report> => {
  const { code, out, err } = await at.run('match', at.write('p.csv', text), '--store', store, '--json', ...more)
  expect({ code, err }).toEqual({ code: 0, err: '' })
  return JSON.parse(out) as Report
}
const decisions = ({ payments: rows }: Report): ReadonlyArray<string> =>
  rows.map(({ payment, decision, account }) => `${payment} ${decision} ${account}`)
const log = async (): Promise<string> => (await at.run('log', 'export', '--store', store)).out

describe('match', () => {
  it('proposes and records nothing', async () => {
    const before = await log()
    const report = await match(morning)
    expect(decisions(report)).toEqual([
      'P-1 apply globex',
      'P-2 ambiguous initech',
      'P-3 unknown-payer suspense-bank-2026-02',
      'P-4 ambiguous hooli',
    ])
    expect(report.payments.map(({ because }) => because)).toEqual([null, 'rival', null, 'full-satisfaction'])
    expect(report.payments[0]).toMatchObject({
      identifiedBy: 'name',
      items: [
        { itemId: '4711', cashMinor: 100_00 },
        { itemId: '4712', cashMinor: 250_50 },
      ],
    })
    expect(report.totals).toEqual([
      { decision: 'apply', currency: 'EUR', count: 1, amountMinor: 350_50 },
      { decision: 'ambiguous', currency: 'EUR', count: 1, amountMinor: 75_00 },
      { decision: 'ambiguous', currency: 'JPY', count: 1, amountMinor: 5000 },
      { decision: 'unknown-payer', currency: 'EUR', count: 1, amountMinor: 12_34 },
    ])
    expect(report.posted).toBe(false)
    expect(await log()).toBe(before)
  })

  it('posts what it proposed, keeps all other money, and posts nothing twice', async () => {
    const foreseen = await match(morning)
    const done = await match(morning, '--post')
    expect(done.payments).toEqual(foreseen.payments)
    const facts = await log()
    const types = facts
      .split('\n')
      .flatMap((line) => (line === '' ? [] : [(JSON.parse(line) as { type: string }).type]))
    expect(types.filter((type) => type.endsWith('ReceiptRecorded'))).toHaveLength(4)
    expect(types.filter((type) => type.endsWith('PaymentMatched'))).toHaveLength(1)
    const again = await match(morning, '--post')
    expect(again.payments.map(({ decision }) => decision)).toEqual(['already', 'already', 'already', 'already'])
    expect(await log()).toBe(facts)
  })

  it('flags a payment that comes again under another id', async () => {
    await match(morning, '--post')
    const again = payments('Q-1,2026-02-03,350.50,EUR,GLOBEX,4711 and 4712,')
    expect(decisions(await match(again))).toEqual(['Q-1 suspect globex'])
  })

  it('reads a gzipped file by a profile of other columns', async () => {
    const text = payments('P-1,2026-02-02,350.50,EUR,GLOBEX,4711 and 4712,')
    expect(decisions(await match(gzipSync(text)))).toEqual(['P-1 apply globex'])
    const benchmark =
      'payment_id,customer_id,payer_name,date,currency,amount_exact,amount_discount,amount_shortpay,remittance_none,remittance_clean,remittance_noisy\n' +
      'B-1,globex,XEBOLG,2026-02-02,EUR,100.00,98.00,99.00,,INV 4711,PMT 4711\n'
    expect(decisions(await match(benchmark, '--profile', 'benchmark-payments'))).toEqual(['B-1 apply globex'])
  })

  it('looks at the accounts as they were known at another point', async () => {
    await match(morning, '--post')
    const text = payments('Q-1,2026-02-02,350.50,EUR,GLOBEX,invoices 4712 4711,')
    expect(decisions(await match(text, '--as-of', '2026-02-02'))).toEqual(['Q-1 suspect globex'])
    expect(decisions(await match(text, '--known-at', '2026-01-31'))).toEqual(['Q-1 apply globex'])
  })

  it('takes policies of posting from a file, and says which field is wrong', async () => {
    const good = {
      writeOff: { id: 'own', version: 1, smallBalanceMaxMinor: 0, limits: [], smallDifference: { maxMinor: 5 } },
    }
    await match(morning, '--policies', at.write('good.json', JSON.stringify(good)))
    const bad = at.write('bad.json', JSON.stringify({ writeOff: { ...good.writeOff, limits: 'none' } }))
    const { code, err } = await at.run('match', '--policies', bad, '--store', store)
    expect({ code, err }).toEqual({ code: 1, err: expect.stringContaining('writeOff.limits') as string })
  })

  it.each([
    ['{"writeoff":{}}', 'writeoff: no such field'],
    ['{"chargeback":{"id":"own","version":1,"dueAfter":30}}', 'chargeback.dueAfter: no such field'],
  ])('refuses policies with a field that nobody reads: %s', async (json, message) => {
    const { code, err } = await at.run('match', '--policies', at.write('typo.json', json), '--store', store)
    expect({ code, err }).toEqual({ code: 1, err: expect.stringContaining(message) as string })
  })

  it('reads a claim to settle everything in the bank reference, too', async () => {
    const row = 'P-1,2026-02-02,350.50,EUR,GLOBEX,4711 and 4712,PAID IN FULL'
    const report = await match(`payment_id,date,amount,currency,payer_name,remittance,bank_reference\n${row}\n`)
    expect(report.payments[0]).toMatchObject({ decision: 'ambiguous', because: 'full-satisfaction' })
  })

  it('shows texts without an end, and those that steer a screen, as a few plain lines', async () => {
    const long = 'Z'.repeat(1_000_000)
    const rows = payments(`P-1,2026-02-02,1.00,EUR,\u001B[2J${long},x,`, `P-2,2026-02-02,1.00,EUR,Nobody,${long},`)
    const { code, out } = await at.run('match', at.write('long.csv', rows), '--store', store)
    expect(code).toBe(0)
    expect(out).toContain('more')
    expect(out.split('\n').length).toBeLessThan(50)
    expect(out).not.toContain('\u001B')
    expect(out.length).toBeLessThan(10_000)
    const bad = payments(`P-1,2026-02-02,${'9'.repeat(1_000_000)},EUR,A,,`)
    expect((await at.run('match', at.write('bad.csv', bad), '--store', store)).err.length).toBeLessThan(1000)
  })

  it('takes a rule set by name or file, and says which', async () => {
    const { out } = await at.run(
      'match',
      at.write('p.csv', morning),
      '--store',
      store,
      '--rule-set',
      'autocash-exact',
      '--json',
    )
    expect((JSON.parse(out) as { ruleSet: string }).ruleSet).toMatch(/^autocash-exact@1#[0-9a-f]{64}$/)
    const bad = await at.run('match', '--store', store, '--rule-set', at.write('rules.json', '{"kind":"guess"}'))
    expect(bad).toMatchObject({ code: 1, err: expect.stringContaining('kind: "guess" is none of') as string })
    const none = await at.run('match', '--store', store, '--rule-set', 'bogus')
    expect(none).toMatchObject({ code: 2, err: expect.stringContaining('autocash-exact@1, evidence@1') as string })
  })
})

describe('a file of payments that is wrong', () => {
  it.each([
    ['P-1,2026-02-02,0.00,EUR,A,,', '2: amount: "0.00" is zero: no money came in'],
    ['P-1,2026-02-02,-5.00,EUR,A,,', '2: amount: "-5.00" is negative: only money that came in is matched'],
    ['P-1,2026-02-02,1.234,EUR,A,,', '2: amount: "1.234" has more than the 2 decimals of EUR'],
    ['P-1,2026-02-02,12.50,JPY,A,,', '2: amount: "12.50" has more than the 0 decimals of JPY'],
    ['P-1,2026-02-02,99999999999999999,EUR,A,,', '2: amount: "99999999999999999" is beyond the safe range'],
    ['P-1,2026-02-02,ten,EUR,A,,', '2: amount: "ten" is not an amount'],
    ['P-1,2026-02-02,10.00,EURO,A,,', '2: currency: "EURO" is not an ISO 4217 currency'],
    ['P-1,2026-02-30,10.00,EUR,A,,', '2: date: "2026-02-30" is not a day written YYYY-MM-DD'],
    [',2026-02-02,10.00,EUR,A,,', '2: payment_id: is empty'],
    ['P-1,2026-02-02,10.00,EUR,A', '2: row: 7 columns expected, 5 found'],
    ['P-1,2026-02-02,1,EUR,A,,\nP-1,2026-02-02,1,EUR,A,,', '3: payment_id: payment P-1 stands in line 2 already'],
  ])('names line and field, and records nothing: %s', async (row, message) => {
    const before = await log()
    const file = at.write('bad.csv', payments('P-9,2026-02-02,350.50,EUR,GLOBEX,4711 4712,').concat(`${row}\n`))
    const { code, out, err } = await at.run('match', file, '--post', '--store', store)
    expect({ code, out }).toEqual({ code: 1, out: '' })
    const line = Number(message.split(':')[0]) + 1
    expect(err).toContain(`${file}:${line}:${message.slice(message.indexOf(':') + 1).replace('line 2', 'line 3')}`)
    expect(err).toContain('Nothing was recorded.')
    expect(await log()).toBe(before)
  })

  it.each([
    ['', 'the file is empty'],
    [`${head}\n`, 'holds no payment'],
    ['payment_id,date,currency\nP-1,2026-02-02,EUR\n', 'column "amount" of profile payments is not in the header'],
    [`${head},iban\nP-1,2026-02-02,1.00,EUR,A,,,X\n`, 'column "iban" is unknown to profile payments'],
  ])('is refused as a whole: %j', async (text, message) => {
    const { code, err } = await at.run('match', at.write('bad.csv', text), '--store', store)
    expect({ code, err }).toEqual({ code: 1, err: expect.stringContaining(message) as string })
  })

  it('may not say another amount for a payment that the ledger has', async () => {
    await match(morning, '--post')
    const other = at.write('other.csv', payments('P-1,2026-02-02,350.51,EUR,GLOBEX,4711 and 4712,'))
    expect(await at.run('match', other, '--post', '--store', store)).toMatchObject({
      code: 1,
      err: expect.stringContaining('payment P-1 is in the account of globex already, with another amount') as string,
    })
  })

  it.each([
    [['match', 'none.csv'], 1, 'no such file'],
    [['match', '--post', '--known-at', '2026-02-02'], 2, '--post --known-at'],
    [['match', '--as-of', 'noon'], 2, '--as-of noon: not a day'],
    [['match', '--profile', 'none.json', 'none.csv'], 1, 'no such profile file'],
    [['match', '--policies', 'none.json'], 1, 'no such file'],
    [['explain', 'NONE'], 1, 'no payment NONE in the ledger of acme'],
    [['identify', 'NONE', 'globex'], 1, 'no payment NONE'],
    [['apply', 'NONE', '4711'], 1, 'no payment NONE'],
  ] as const)('%j ends with code %i and a plain sentence', async (args, code, message) => {
    const ran = await at.run(...args, '--store', store)
    expect(ran).toMatchObject({ code, out: '', err: expect.stringContaining(message) as string })
    expect(ran.err).not.toContain('    at ')
  })
})

describe('what a clerk decides by hand', () => {
  beforeEach(async () => {
    await match(morning, '--post')
  })
  const run = async (...args: ReadonlyArray<string>): Promise<string> => {
    const { code, out, err } = await at.run(...args, '--store', store)
    expect({ code, err }).toEqual({ code: 0, err: '' })
    return out
  }

  it('moves money in suspense to the customer that it is from, with what was written', async () => {
    expect(await run('identify', 'P-3', 'globex')).toBe(
      '12.34 EUR of P-3 moved from suspense-bank-2026-02 to globex, as P-3/globex\n',
    )
    const told = await run('explain', 'P-3')
    expect(told).toContain('Payment P-3/globex of 12.34 EUR on 2026-02-02, in the account of globex')
    expect(told.match(/"hello"/g)).toHaveLength(2)
    expect((await at.run('identify', 'P-3', 'globex', '--store', store)).err).toContain('nothing of it is free')
    expect((await at.run('identify', 'P-1', 'initech', '--store', store)).err).toContain('is no longer unknown')
    expect((await at.run('identify', 'P-3', 'nobody', '--store', store)).err).toContain('no customer nobody')
  })

  it('applies money to the items that are named, all that is open or an amount', async () => {
    expect(await run('apply', 'P-2', '4801=70.00', '4802')).toBe(
      '70.00 EUR of P-2 applied to 4801\n5.00 EUR of P-2 applied to 4802\n',
    )
    expect((await at.run('apply', 'P-2', '4801', '--store', store)).err).toContain('no money is left')
    expect((await at.run('apply', 'P-4', '4901=one', '--store', store)).code).toBe(2)
  })

  it.each([
    ['4799', 1, 'no item 4799 in the account of initech'],
    ['4801=-1.00', 2, '4801=-1.00: "-1.00" is not more than nothing'],
    ['4801=75.01', 1, 'receipt P-2 has 7500 minor units free, 7501 were asked for'],
  ] as const)('says of %s why not', async (item, code, message) => {
    const said = await at.run('apply', 'P-2', item, '--store', store)
    expect(said).toMatchObject({ code, err: expect.stringContaining(message) as string })
  })

  it('is matched later, when what it was for is there', async () => {
    const later = at.write('later.csv', `${invoices.split('\n')[0]}\n4803,initech,2026-02-03,2026-03-05,EUR,12.34\n`)
    await run('identify', 'P-3', 'initech')
    await at.run('import', 'invoices', later, '--profile', `${at.folder}/own.json`, '--store', store)
    expect(await run('match', '--post')).toContain('P-3/initech')
    expect(await run('explain', 'P-3/initech', '--verify')).toContain('the decision stands, byte for byte')
  })
})

describe('explain', () => {
  const told = async (...args: ReadonlyArray<string>): Promise<string> => {
    const { code, out, err } = await at.run('explain', ...args, '--store', store)
    expect({ code, err }).toEqual({ code: 0, err: '' })
    return out
  }

  it('renders the recorded decision, and finds that it stands', async () => {
    await match(morning, '--post')
    const text = await told('P-1', '--verify')
    expect(text).toContain('Applied to 4711 + 4712 on 2026-02-02')
    expect(text).toContain('by rule set evidence@1, knowing the account up to revision 1')
    expect(text).toContain('checked: the decision stands, byte for byte')
    const [json] = JSON.parse(await told('P-1', '--verify', '--json')) as ReadonlyArray<{
      freeMinor: number
      matches: ReadonlyArray<{ ruleSet: string; verdict: { _tag: string } }>
    }>
    expect(json).toMatchObject({ freeMinor: 0, waiting: null, matches: [{ verdict: { _tag: 'Stands' } }] })
  })

  it('says what stands in the way of money that is free', async () => {
    await match(morning, '--post')
    expect(await told('P-2')).toContain('If it were matched today: 4801 or 4802')
    expect(await told('P-4')).toContain('claims to settle everything: "paid in full"')
  })

  it('ends with code 1 when the ledger was changed under a decision', async () => {
    await match(morning, '--post')
    const changed = (await log()).replaceAll('"payableMinor":25050', '"payableMinor":25051')
    const other = `memory:${at.write('changed.jsonl', changed)}`
    const { code, out, err } = await at.run('explain', 'P-1', '--verify', '--store', other)
    expect(code).toBe(1)
    expect(out).toContain('differs: the account as it stood does not ask what was asked')
    expect(err).toContain('payment P-1: differs')
  })

  it('tells of payments that were imported with their settlements', async () => {
    const imported = `sqlite:${at.folder}/ibm.sqlite`
    await at.run('import', 'invoices', extract, '--profile', 'ibm-ar', '--store', imported)
    const { out } = await at.run('explain', 'R-0007900770', '--store', imported)
    expect(out).toContain('Applied by hand or by an import: no decision of a rule set is on record.')
  })
})

describe('tables that a cash clerk works through', () => {
  let texts: ReadonlyArray<readonly [string, string]>
  let other: Desk
  beforeAll(async () => {
    other = desk()
    const own = `sqlite:${other.folder}/ledger.sqlite`
    const profile = other.write('own.json', invoicesProfile)
    await other.run('import', 'invoices', other.write('invoices.csv', invoices), '--profile', profile, '--store', own)
    const file = other.write('p.csv', morning)
    const run = async (...args: ReadonlyArray<string>): Promise<string> =>
      (await other.run(...args, '--store', own)).out
    texts = [
      ['match.txt', await run('match', file)],
      ['match-posted.txt', await run('match', file, '--post')],
      ['match-waiting.txt', await run('match')],
      ['explain.txt', await run('explain', 'P-1', '--verify')],
      ['explain-waiting.txt', await run('explain', 'P-2')],
    ]
  })
  afterAll(() => other.clear())

  it.each([0, 1, 2, 3, 4])('read as the golden file says (%i), within 100 columns', (index) => {
    const [name, text] = texts[index] ?? ['', '']
    if (!existsSync(golden(name)) && process.env['QUITTANCE_GOLDEN'] === 'write') writeFileSync(golden(name), text)
    expect(text).toBe(readFileSync(golden(name), 'utf8'))
    expect(text.split('\n').filter((line) => line.length > 100)).toEqual([])
  })
})
