import { type Instant, localDate, money } from '@quittance/kernel'
import { type AccountCommand, openLedger } from '@quittance/receivables'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openStore } from '../src/index.js'
import { type Desk, desk } from './run-cli.js'

let at: Desk
let store: string

/** A ledger as a program would have written it, recorded on the days on which it happened. */
const write = async (customer: string, commands: ReadonlyArray<AccountCommand>): Promise<void> => {
  const opened = await openStore(store, (file) => file, false)
  for (const [index, command] of commands.entries()) {
    const clock = (): Instant => `${command.on}T12:00:00.000Z` as Instant
    const ledger = openLedger({ store: opened, entity: 'acme', clock })
    const done = await ledger.run(customer, command, { commandId: `${customer}-${command.on}-${index}`, actor: 'test' })
    if (done._tag === 'Left') throw new Error(JSON.stringify(done.left))
  }
  await opened.close()
}
const on = (day: string) => ({ on: localDate(day) })
const invoice = (documentId: string, netMinor: number): AccountCommand => ({
  _tag: 'IssueInvoice',
  ...on('2026-04-01'),
  documentId,
  currency: 'EUR',
  lines: [{ netMinor }],
})
const paid = (receiptId: string, day: string, itemId: string, minor: number): ReadonlyArray<AccountCommand> => [
  { _tag: 'RecordReceipt', ...on(day), receiptId, amount: money('EUR', minor), method: 'wire' },
  {
    _tag: 'ApplyCash',
    ...on(day),
    receiptId,
    lines: [{ applicationId: `A-${receiptId}`, itemId, amount: money('EUR', minor) }],
  },
]

beforeAll(async () => {
  at = desk()
  store = `sqlite:${at.folder}/promises.sqlite`
  await write('globex', [invoice('INV-1', 500_00), invoice('INV-2', 300_00)])
  await write('initech', [invoice('INV-9', 90_00)])
})
afterAll(() => at.clear())

const run = async (...args: ReadonlyArray<string>): Promise<string> => {
  const { code, out, err } = await at.run(...args, '--store', store)
  expect({ code, err }).toEqual({ code: 0, err: '' })
  return out
}
const refused = async (...args: ReadonlyArray<string>): Promise<readonly [number, string]> => {
  const { code, out, err } = await at.run(...args, '--store', store)
  expect(out).toBe('')
  return [code, err]
}

describe('quittance promise and promises', () => {
  it('takes a promise for items, of which the last takes the rest', async () => {
    const made = [
      'promise',
      'make',
      'globex',
      '600.00',
      '--by',
      '2026-05-15',
      '--on',
      '2026-05-01',
      '--asked',
      '800.00',
    ]
    const told = await run(...made, '--item', 'INV-1', '--item', 'INV-2', '--taken-by', 'carla', '--channel', 'phone')
    expect(told).toBe('Promise promise-1: 600.00 EUR of INV-1, INV-2 by 2026-05-15\n')
    expect(await run('promise', 'confirm', 'globex', 'promise-1', '--on', '2026-05-02')).toBe(
      'Promise promise-1 confirmed by e-mail\n',
    )
  })

  it('takes a promise of the balance, in the currency that the account owes', async () => {
    const told = await run(
      'promise',
      'make',
      'initech',
      '90.00',
      '--by',
      '2026-05-20',
      '--on',
      '2026-05-02',
      '--id',
      'P',
    )
    expect(told).toBe('Promise P: 90.00 EUR of the balance by 2026-05-20\n')
  })

  it('tells what is promised by a day, and how it stands as of a day', async () => {
    const due = JSON.parse(await run('promises', '--due', '2026-05-15', '--as-of', '2026-05-10', '--json')) as {
      asOf: string
      promises: ReadonlyArray<Record<string, unknown>>
    }
    expect(due.promises.map(({ promiseId, standing, isConfirmed }) => [promiseId, standing, isConfirmed])).toEqual([
      ['promise-1', 'open', true],
    ])
    await write('globex', paid('R-1', '2026-05-14', 'INV-1', 500_00))
    expect(await run('promises', '--as-of', '2026-05-19')).toBe(
      [
        'Customer  Promise    For           Promised  Came in time       By          Until       Level  Stands',
        '------------------------------------------------------------------------------------------------------------',
        'globex    promise-1  INV-1, INV-2    600.00        500.00  EUR  2026-05-15  2026-05-18      1  partly-kept *',
        'initech   P          balance          90.00             -  EUR  2026-05-20  2026-05-23      1  open',
        '',
      ].join('\n'),
    )
  })

  it('records the verdicts of a day, once', async () => {
    expect(await run('promise', 'assess', '--on', '2026-05-19')).toBe(
      'Promise promise-1 partly kept: 500.00 EUR of 600.00 EUR came by 2026-05-18\n',
    )
    expect(await run('promise', 'assess', '--on', '2026-05-19')).toBe('Nothing to record.\n')
  })

  it('takes another promise in place of one, and a promise back', async () => {
    const again = ['promise', 'make', 'initech', '90.00', '--by', '2026-05-30', '--on', '2026-05-19']
    expect(await run(...again, '--supersedes', 'P')).toBe(
      'Promise P replaced by promise-2\nPromise promise-2: 90.00 EUR of the balance by 2026-05-30, promised again: level 2\n',
    )
    const back = ['promise', 'withdraw', 'initech', 'promise-2', '--on', '2026-05-20', '--reason', 'goods came broken']
    expect(await run(...back)).toBe('Promise promise-2 withdrawn by customer: goods came broken\n')
  })

  it('tells how far promises can be trusted', async () => {
    expect(await run('promises', '--by', 'collector')).toBe(
      [
        'Collector       Made  Open  Kept  Partly  Broken  Kept %  Of asked %  Received %',
        '--------------------------------------------------------------------------------',
        '(none)     EUR     2     0     0       0       0       -           -           -',
        'carla      EUR     1     0     0       1       0    0.00       75.00       83.33',
        '',
      ].join('\n'),
    )
    const { reliability } = JSON.parse(await run('promises', '--by', 'customer', '--json')) as {
      reliability: ReadonlyArray<{ group: string; made: number }>
    }
    expect(reliability.map(({ group, made }) => [group, made])).toEqual([
      ['globex', 1],
      ['initech', 2],
    ])
  })

  it('shows what was known earlier, and one customer alone', async () => {
    expect(await run('promises', '--customer', 'initech', '--known-at', '2026-04-30')).toBe('No promises.\n')
    expect(await run('promises', '--customer', 'initech')).toContain('promise-2')
  })

  it('says what is wrong', async () => {
    const make = ['promise', 'make', 'globex', '10.00', '--by', '2026-06-01', '--on', '2026-05-20']
    expect(await refused(...make, '--id', 'promise-1')).toEqual([
      1,
      expect.stringContaining('is in the ledger already, with other content'),
    ])
    expect(await refused(...make, '--item', 'NONE')).toEqual([1, expect.stringContaining('item unknown')])
    expect(await refused(...make, '--grace', '-1')).toEqual([2, expect.stringContaining('--grace -1')])
    expect(await refused('promise', 'make', 'globex', 'ten', '--by', '2026-06-01')).toEqual([
      2,
      expect.stringContaining('amount ten: not an amount of EUR'),
    ])
    expect(await refused('promise', 'make', 'nobody', '1.00', '--by', '2026-06-01')).toEqual([
      1,
      expect.stringContaining('customer nobody has no account'),
    ])
    expect(await refused('promises', '--by', 'moon')).toEqual([2, expect.stringContaining('--by moon')])
    expect(await refused('promises', '--customer', 'nobody')).toEqual([
      1,
      expect.stringContaining('no customer nobody'),
    ])
    expect(await refused('promise', 'confirm', 'globex', 'P-7')).toEqual([
      1,
      expect.stringContaining('promise unknown'),
    ])
  })
})
