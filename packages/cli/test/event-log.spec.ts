import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Desk, desk } from './run-cli.js'

const header =
  'case,seq,activity,date,amount,expense,paymentAmount,totalPaymentAmount,points,article,vehicleClass,notificationType,lastSent,dismissal,resource'
type Cell =
  'case' | 'seq' | 'activity' | 'date' | 'amount' | 'expense' | 'paymentAmount' | 'totalPaymentAmount' | 'article'
const row = (cells: Partial<Record<Cell, string>>): string =>
  header
    .split(',')
    .map((name) => cells[name as Cell] ?? '')
    .join(',')

const fined = (seq: string, on: string, amount: string, more: Partial<Record<Cell, string>> = {}): string =>
  row({ case: 'A1', seq, activity: 'Create Fine', date: on, amount, ...more })
const sent = (seq: string, on: string, expense: string): string =>
  row({ case: 'A1', seq, activity: 'Send Fine', date: on, expense })
const notified = (seq: string, on: string): string =>
  row({ case: 'A1', seq, activity: 'Insert Fine Notification', date: on })
const penalised = (seq: string, on: string, amount: string): string =>
  row({ case: 'A1', seq, activity: 'Add penalty', date: on, amount })
const paid = (seq: string, on: string, paymentAmount: string): string =>
  row({ case: 'A1', seq, activity: 'Payment', date: on, paymentAmount })
const appealed = (seq: string, on: string): string =>
  row({ case: 'A1', seq, activity: 'Insert Date Appeal to Prefecture', date: on })

let at: Desk
let store: string
beforeEach(() => {
  at = desk()
  store = `sqlite:${at.folder}/fines.sqlite`
})
afterEach(() => at.clear())

const bring = (...rows: ReadonlyArray<string>): Promise<{ code: number; out: string; err: string }> =>
  at.run(
    'import',
    'log',
    at.write('fines.csv', [header, ...rows].join('\n')),
    '--profile',
    'traffic-fines',
    '--store',
    store,
  )

const owedOn = async (day: string): Promise<unknown> => {
  const { out } = await at.run('aging', '--store', store, '--json', '--as-of', day)
  return (JSON.parse(out) as { currencies: Record<string, unknown> }).currencies['EUR']
}

describe('an event log of fines', () => {
  it('is a claim that grows by postage and penalty, and shrinks by what is paid', async () => {
    const { code, out } = await bring(
      fined('1', '2007-03-20', '36.0'),
      sent('2', '2007-07-17', '13.0'),
      notified('3', '2007-07-24'),
      penalised('4', '2007-09-22', '74.0'),
      paid('5', '2007-10-01', '50.0'),
    )
    expect(code).toBe(0)
    expect(out).toContain('5 rows: 1 invoices, 1 receipts and 0 disputes in 1 accounts')
    expect(await owedOn('2007-03-20')).toMatchObject({ total: 3600 })
    expect(await owedOn('2007-07-17')).toMatchObject({ total: 4900 })
    expect(await owedOn('2007-09-22')).toMatchObject({ total: 8700 })
    expect(await owedOn('2007-10-01')).toMatchObject({ total: 3700 })
  })

  it('keeps what was paid too much, until there is something to pay with it', async () => {
    await bring(fined('1', '2007-03-20', '36.0'), paid('2', '2007-03-22', '40.0'), sent('3', '2007-07-17', '13.0'))
    expect(await owedOn('2007-03-22')).toMatchObject({ unapplied: 400, total: -400 })
    expect(await owedOn('2007-07-17')).toMatchObject({ unapplied: 0, total: 900 })
  })

  it('is in dispute over all that is open once somebody appeals, where the profile takes an appeal for a dispute', async () => {
    const shipped = JSON.parse(readFileSync(new URL('../profiles/traffic-fines.json', import.meta.url), 'utf8')) as {
      readonly steps: object
    }
    const appeals = { 'Insert Date Appeal to Prefecture': { does: 'dispute', cause: 'appeal' } }
    const profile = at.write('own.json', JSON.stringify({ ...shipped, steps: { ...shipped.steps, ...appeals } }))
    const rows = [fined('1', '2007-03-20', '36.0'), sent('2', '2007-07-17', '13.0'), appealed('3', '2007-08-01')]
    const file = at.write('fines.csv', [header, ...rows, appealed('4', '2007-08-02')].join('\n'))
    await at.run('import', 'log', file, '--profile', profile, '--store', store)
    expect(await owedOn('2007-07-31')).toMatchObject({ disputed: 0, total: 4900 })
    expect(await owedOn('2007-08-01')).toMatchObject({ disputed: 4900, total: 4900 })
  })

  it('goes to collection with all that is open', async () => {
    const placed = row({ case: 'A1', seq: '3', activity: 'Send for Credit Collection', date: '2009-03-30' })
    await bring(fined('1', '2007-03-20', '36.0'), sent('2', '2007-07-17', '13.0'), placed)
    const { out } = await at.run('log', 'export', '--store', store)
    const fact = out.split('\n').find((line) => line.includes('dunning.PlacedWithAgency')) ?? '{}'
    expect(JSON.parse(fact)).toMatchObject({ data: { amountMinor: 4900, agency: 'credit collection' } })
  })

  it('takes an appeal over nothing, and a payment of nothing, as contacts', async () => {
    const { code } = await bring(
      fined('1', '2007-03-20', '36.0'),
      paid('2', '2007-03-21', '36.0'),
      appealed('3', '2007-04-01'),
      paid('4', '2007-04-02', '0.0'),
    )
    expect(code).toBe(0)
    const { out } = await at.run('log', 'export', '--store', store)
    const touches = out.split('\n').filter((line) => line.includes('dunning.TouchRecorded'))
    expect(touches.map((line) => (JSON.parse(line) as { data: { outcome: string } }).data.outcome)).toEqual([
      'disputed',
      'paid',
    ])
  })

  it('is read by day and place, whatever the order of its rows', async () => {
    await bring(paid('2', '2007-03-22', '36.0'), fined('1', '2007-03-20', '36.0'))
    expect(await owedOn('2007-03-22')).toBeUndefined()
  })

  it('adds nothing the second time and says so', async () => {
    await bring(fined('1', '2007-03-20', '36.0'), paid('2', '2007-03-22', '36.0'))
    expect((await bring(fined('1', '2007-03-20', '36.0'), paid('2', '2007-03-22', '36.0'))).out).toContain(
      'nothing new',
    )
  })
})

describe('a wrong event log', () => {
  const good = fined('1', '2007-03-20', '36.0')
  it.each([
    [
      'an activity that nobody knows',
      [good, row({ case: 'A1', seq: '2', activity: 'Tow', date: '2007-03-21' })],
      '3: activity: "Tow" is unknown to profile traffic-fines',
    ],
    ['a day that is none', [fined('1', '2007-02-30', '36.0')], '2: date: "2007-02-30" is not a day written YYYY-MM-DD'],
    ['an amount that is none', [fined('1', '2007-03-20', 'many')], '2: amount: "many" is not an amount'],
    ['a negative payment', [good, paid('2', '2007-03-21', '-1.0')], '3: paymentAmount: is negative'],
    ['a place that is none', [fined('x', '2007-03-20', '36.0')], '2: seq: "x" is not a place in the case'],
    ['a place taken twice', [good, paid('1', '2007-03-21', '1.0')], '3: seq: place 1 of case A1 is that of line 2'],
    ['a payment before anything is owed', [paid('1', '2007-03-21', '1.0')], '2: Payment: case A1 has not begun'],
    ['a case that begins twice', [good, fined('2', '2007-03-21', '36.0')], '3: Create Fine: case A1 has begun already'],
    [
      'a penalty that lowers the claim',
      [good, penalised('2', '2007-03-21', '30.0')],
      '3: Add penalty: amount: the claim cannot fall by being raised',
    ],
  ])('is refused whole for %s', async (_, rows, message) => {
    const { code, err } = await bring(...rows)
    expect(code).toBe(1)
    expect(err).toContain(`fines.csv:${message}`)
    expect(err).toContain('Nothing was recorded.')
  })

  it('is refused for a column that the profile does not know', async () => {
    const file = at.write('fines.csv', `${header},colour\n${good},red`)
    const { err } = await at.run('import', 'log', file, '--profile', 'traffic-fines', '--store', store)
    expect(err).toContain('fines.csv:1: column "colour" is unknown to profile traffic-fines')
  })
})
