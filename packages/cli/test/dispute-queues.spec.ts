import { openSqliteEventStore } from '@quittance/event-store-sqlite'
import { instantOn, localDate, money } from '@quittance/kernel'
import { type AccountCommand, netDays, openLedger } from '@quittance/receivables'
import * as E from 'fp-ts/lib/Either.js'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Desk, desk, type Ran } from './run-cli.js'

const day = localDate
const credit = (documentId: string, precedingId: string, netMinor: number): AccountCommand => ({
  _tag: 'IssueCreditNote',
  on: day('2026-01-20'),
  documentId,
  currency: 'EUR',
  precedingId,
  lines: [{ netMinor }],
  reason: 'old list',
})
const disputed = (documentId: string, disputeId: string): ReadonlyArray<AccountCommand> => [
  {
    _tag: 'IssueInvoice',
    on: day('2026-01-05'),
    documentId,
    currency: 'EUR',
    lines: [{ netMinor: 100_00 }],
    terms: netDays(30),
  },
  { _tag: 'RaiseDispute', on: day('2026-01-10'), disputeId, documentId, amountMinor: 40_00 },
]

/** Two disputes are credited but for a little, one but for a lot, and one not at all. */
const story: ReadonlyArray<readonly [string, ReadonlyArray<AccountCommand>]> = [
  ['globex', [...disputed('INV-1', 'D-1'), credit('CN-1', 'INV-1', 37_50)]],
  ['globex', [...disputed('INV-2', 'D-2'), credit('CN-2', 'INV-2', 39_00)]],
  ['initech', [...disputed('INV-3', 'D-3'), credit('CN-3', 'INV-3', 20_00)]],
  ['hooli', disputed('INV-4', 'D-4')],
  [
    'hooli',
    [{ _tag: 'AssignDispute', on: day('2026-01-12'), disputeId: 'D-4', department: 'pricing', person: 'k.ito' }],
  ],
]

let at: Desk
let store: string
let policy: string
beforeEach(async () => {
  at = desk()
  store = `sqlite:${at.folder}/ledger.sqlite`
  policy = at.write('rests.json', JSON.stringify({ id: 'rests', version: 3, belowMinor: { EUR: 5_00 } }))
  await record(story)
})
afterEach(() => at.clear())

const record = async (told: typeof story): Promise<void> => {
  const opened = openSqliteEventStore({ file: `${at.folder}/ledger.sqlite` })
  if (opened._tag === 'Refused') throw new Error(opened.reason)
  const clock = () => instantOn(day('2026-02-01'), '12:00:00.000')
  const ledger = openLedger({ store: opened.store, entity: 'acme', clock })
  for (const [index, [customer, commands]] of told.entries()) {
    const commandId = `${told.length}-${index}`
    expect(E.isRight(await ledger.runAll(customer, commands, { commandId, actor: 'test' }))).toBe(true)
  }
  await opened.store.close()
}

const disputes = (...args: ReadonlyArray<string>): Promise<Ran> => at.run('disputes', '--store', store, ...args)
const json = async <A>(...args: ReadonlyArray<string>): Promise<A> => {
  const { code, out, err } = await disputes(...args, '--json')
  expect({ code, err }).toEqual({ code: 0, err: '' })
  return JSON.parse(out) as A
}
interface Rests {
  readonly posted: boolean
  readonly disputes: ReadonlyArray<{ readonly disputeId: string; readonly giveUpMinor: number; because?: string }>
}
const rests = async (...args: ReadonlyArray<string>): Promise<ReadonlyArray<unknown>> =>
  (await json<Rests>('--remainders', ...args)).disputes.map(({ disputeId, giveUpMinor, because }) => [
    disputeId,
    because ?? giveUpMinor,
  ])
const log = async (): Promise<ReadonlyArray<string>> =>
  (await at.run('log', 'export', '--store', store)).out.trim().split('\n')

describe('rests of disputes', () => {
  it('gives nothing up without a policy, and says of each why it stays under one', async () => {
    expect(await rests()).toEqual([
      ['D-1', 'no-limit'],
      ['D-2', 'no-limit'],
      ['D-3', 'no-limit'],
      ['D-4', 'untouched'],
    ])
    const before = await log()
    expect(await rests('--policy', policy)).toEqual([
      ['D-1', 2_50],
      ['D-2', 1_00],
      ['D-3', 'too-much'],
      ['D-4', 'untouched'],
    ])
    expect(await log()).toEqual(before)
  })

  it('writes the rest off and ends the dispute with it, once', async () => {
    const before = await log()
    expect((await json<Rests>('--remainders', '--policy', policy, '--post', '--as-of', '2026-02-02')).posted).toBe(true)
    const after = await log()
    expect(after.slice(before.length).map((line) => (JSON.parse(line) as { readonly type: string }).type)).toEqual([
      'cash-application.WrittenOff',
      'invoicing.DisputeResolved',
      'cash-application.WrittenOff',
      'invoicing.DisputeResolved',
    ])
    expect(await rests('--policy', policy, '--post', '--as-of', '2026-02-02')).toEqual([
      ['D-3', 'too-much'],
      ['D-4', 'untouched'],
    ])
    expect(await log()).toEqual(after)
    const ended = await json<{ readonly disputes: ReadonlyArray<unknown> }>('--all', '--customer', 'globex')
    expect(ended.disputes).toMatchObject([
      { disputeId: 'D-1', outcome: 'written-off', endedOn: '2026-02-02' },
      { disputeId: 'D-2', outcome: 'written-off', endedOn: '2026-02-02' },
    ])
    const open = await at.run('aging', '--store', store, '--json', '--as-of', '2026-02-02')
    expect(JSON.parse(open.out)).toMatchObject({ currencies: { EUR: { total: 300_00 } } })
  })

  it('gives up those of one customer when it is told to', async () => {
    expect(await rests('--policy', policy, '--customer', 'initech', '--post')).toEqual([['D-3', 'too-much']])
    expect(await rests('--policy', policy)).toHaveLength(4)
  })

  it('leaves an account as it is when one of its rests is refused, and says which and why', async () => {
    const amount = money('EUR', 5_00)
    const policyOfAnother = { id: 'by hand', version: 1, smallBalanceMaxMinor: 5_00, limits: [] }
    const command: AccountCommand = {
      _tag: 'WriteOff',
      on: day('2026-01-20'),
      writeOffId: 'dispute-rest:D-5',
      itemId: 'INV-4',
      amount,
      reason: 'small-balance',
      requestedBy: 'Ann',
      policy: policyOfAnother,
    }
    await record([['hooli', [...disputed('INV-5', 'D-5'), credit('CN-5', 'INV-5', 38_00), command]]])
    const before = (await log()).filter((line) => line.includes('hooli'))
    const { code, out, err } = await disputes('--remainders', '--policy', policy, '--post')
    expect(code).toBe(1)
    expect(out).toMatch(/D-5 +INV-5 +hooli .*left as it is/)
    expect(out).toContain('Account hooli was left as it is: ')
    expect(out).toMatch(/D-1 .*given up, the dispute has ended/)
    expect(err).toContain('1 account was left as it is')
    expect((await log()).filter((line) => line.includes('hooli'))).toEqual(before)
  })

  it('prints them as a table', async () => {
    const { out } = await disputes('--remainders', '--policy', policy)
    expect(out).toContain('Rests of disputes as of 2026-01-20')
    expect(out).toContain('under rests@3')
    expect(out).toMatch(/D-1 +INV-1 +globex +40\.00 +2\.50 +EUR +may be given up/)
    expect(out).toMatch(/D-3 +INV-3 +initech +40\.00 +20\.00 +EUR +stays: too much to give up/)
    expect(out).toContain('Run it with --post')
    expect((await disputes('--remainders', '--policy', policy, '--post')).out).toContain(
      'given up, the dispute has ended',
    )
  })
})

describe('claims without ground', () => {
  it('wait in a queue with the next step, of which the first is that somebody has it', async () => {
    const queue = await json<{ readonly disputes: ReadonlyArray<unknown> }>(
      '--unsubstantiated',
      '--wait-days',
      '10',
      '--as-of',
      '2026-01-20',
    )
    expect(queue.disputes).toMatchObject([
      { disputeId: 'D-1', nextStep: 'assign', waitingDays: 10 },
      { disputeId: 'D-2', nextStep: 'assign' },
      { disputeId: 'D-3', nextStep: 'assign' },
      { disputeId: 'D-4', nextStep: 'ask', waitUntil: '2026-01-20' },
    ])
    const { out } = await disputes('--unsubstantiated', '--wait-days', '10', '--as-of', '2026-01-21')
    expect(out).toMatch(/D-4 .* 11 .*pricing, k\.ito +2026-01-20 +decide on what is there/)
    expect((await disputes('--unsubstantiated', '--as-of', '2026-01-09')).out).toContain('None is waiting.')
  })
})

describe('options that do not go together', () => {
  it.each([
    [['--by', 'cause', '--remainders'], 2, 'one of them at a time'],
    [['--policy', 'rests.json'], 2, '--policy belongs to --remainders'],
    [['--post'], 2, '--post belongs to --remainders'],
    [['--wait-days', '3'], 2, '--wait-days belongs to --unsubstantiated'],
    [['--unsubstantiated', '--wait-days', 'soon'], 2, 'not a number of days'],
    [['--remainders', '--post', '--known-at', '2026-03-01'], 2, '--post --known-at'],
    [['--remainders', '--post', '--as-of', '2026-01-19'], 2, 'facts are known until 2026-01-20'],
    [['--remainders', '--policy', 'none.json'], 1, 'no such file'],
  ] as const)('%j ends with code %i and a plain sentence', async (args, code, message) => {
    expect(await disputes(...args)).toMatchObject({ code, out: '', err: expect.stringContaining(message) as string })
  })
})
