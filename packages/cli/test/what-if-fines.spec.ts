import { addDays, localDate } from '@quittance/kernel'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Desk, desk } from './run-cli.js'

const golden = fileURLToPath(new URL('./golden/what-if-fines.txt', import.meta.url))
const header =
  'case,seq,activity,date,amount,expense,paymentAmount,totalPaymentAmount,points,article,vehicleClass,notificationType,lastSent,dismissal,resource'

const notified = '2007-07-24'
const sixtiethDay = '2007-09-22'

/** Rows of a fine, told as activity, day and the figure that belongs to it. */
const fine = (id: string, ...rows: ReadonlyArray<readonly [string, string, string?]>): ReadonlyArray<string> =>
  rows.map(([activity, on, figure = ''], index) => {
    const place = { 'Send Fine': 5, Payment: 6 }[activity] ?? 4
    const cells = [id, String(index + 1), activity, on, ...Array.from({ length: 11 }, () => '')]
    cells[place] = figure
    return cells.join(',')
  })
const begun = (amount: string, postage: string): ReadonlyArray<readonly [string, string, string?]> => [
  ['Create Fine', '2007-03-20', amount],
  ['Send Fine', '2007-07-17', postage],
  ['Insert Fine Notification', notified],
]
const raised = (on: string, amount: string = '74.0'): readonly [string, string, string] => ['Add penalty', on, amount]

let at: Desk
let store: string

beforeAll(async () => {
  at = desk()
  store = `sqlite:${at.folder}/fines.sqlite`
  const rows = [
    header,
    ...fine('on-the-day', ...begun('36.0', '13.0'), raised(sixtiethDay)),
    ...fine(
      'appealed-and-collected',
      ...begun('36.0', '13.0'),
      ['Insert Date Appeal to Prefecture', '2007-08-20'],
      raised(sixtiethDay),
      ['Send for Credit Collection', '2009-03-30'],
    ),
    ...fine('paid-in-part', ...begun('36.0', '13.0'), ['Payment', '2007-08-01', '36.0'], raised(sixtiethDay)),
    ...fine('paid-before', ...begun('36.0', '13.0'), ['Payment', '2007-08-01', '49.0'], raised(sixtiethDay)),
    ...fine('paid-on-the-day', ...begun('36.0', '13.0'), raised(sixtiethDay), ['Payment', sixtiethDay, '49.0']),
    ...fine('never-claimed', ...begun('0.0', '0.0'), raised(sixtiethDay)),
    ...fine('a-day-late', ...begun('36.0', '13.0'), raised(addDays(localDate(sixtiethDay), 1))),
    ...fine('forgotten', ...begun('36.0', '13.0')),
    ...fine('never-notified', ['Create Fine', '2007-03-20', '36.0'], ['Send Fine', '2007-07-17', '13.0']),
    ...fine('not-notified', ['Create Fine', '2007-03-20', '36.0'], raised('2007-08-01')),
  ]
  const log = at.write('fines.csv', rows.join('\n'))
  const { code } = await at.run('import', 'log', log, '--profile', 'traffic-fines', '--store', store)
  expect(code).toBe(0)
})
afterAll(() => at.clear())

const against = ['what-if', 'dunning', '--policy', 'traffic-fines-penalty', '--against', 'charges:penalty']
const run = async (...args: ReadonlyArray<string>): Promise<string> => {
  const { code, out, err } = await at.run(...against, ...args, '--store', store)
  expect({ code, err }).toEqual({ code: 0, err: '' })
  return out
}
const because = async (...args: ReadonlyArray<string>): Promise<ReadonlyArray<readonly [string, string]>> => {
  const { onlyRecorded } = JSON.parse(await run('--json', ...args)) as {
    readonly onlyRecorded: ReadonlyArray<{ readonly customer: string; readonly because: string }>
  }
  return onlyRecorded.map((one) => [one.customer, one.because])
}

describe('a ladder beside the penalties of a log', () => {
  it('tells case by case what is equal to the day, and what only one of them knows, and why', async () => {
    const told = await run('--runs', 'morning')
    if (!existsSync(golden) || process.env['QUITTANCE_UPDATE_GOLDEN'] === 'yes') writeFileSync(golden, told)
    expect(told).toBe(readFileSync(golden, 'utf8'))
  })

  it('takes in the evening what came in on the day for paid', async () => {
    expect(await because('--runs', 'morning')).toEqual([
      ['never-claimed', 'nothing-claimed'],
      ['not-notified', 'step-to-come'],
      ['paid-before', 'nothing-open'],
    ])
    expect(await because()).toContainEqual(['paid-on-the-day', 'nothing-open'])
  })

  it('says why a ladder of other terms would not have asked', async () => {
    const shipped = fileURLToPath(new URL('../policies/traffic-fines-penalty.json', import.meta.url))
    const own = (terms: object): string =>
      at.write('own.json', JSON.stringify({ ...(JSON.parse(readFileSync(shipped, 'utf8')) as object), ...terms }))
    const why = async (terms: object): Promise<string | undefined> => {
      const file = own(terms)
      const asked = ['what-if', 'dunning', '--policy', file, '--against', 'charges:penalty', '--json', '--store', store]
      const { out } = await at.run(...asked, '--customer', 'on-the-day')
      return (JSON.parse(out) as { onlyRecorded: ReadonlyArray<{ because: string }> }).onlyRecorded[0]?.because
    }
    expect(await why({})).toBeUndefined()
    expect(await why({ tolerances: [{ currency: 'EUR', minor: 36_00 }] })).toBe('within-tolerance')
    expect(await why({ minArrearsDays: 4000 })).toBe('step-to-come')
  })
})
