import { type EventStore, inMemoryEventStore, type NewFact } from '@quittance/event-store'
import { accountHistories } from '@quittance/testkit'
import * as fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { type AccountCommand, instant } from '../../src/index.js'
import { applied, by, day, invoice, ledgerOn, ok, received, storeWith } from './stand.js'

/** A command as it may come out of JSON, past the compiler. */
const asCame = (command: AccountCommand, parts: object): AccountCommand => ({ ...command, ...parts }) as AccountCommand

const writeOff: AccountCommand = {
  _tag: 'WriteOff',
  on: day('2026-01-07'),
  writeOffId: 'W',
  itemId: 'INV-0',
  amount: { currency: 'EUR', minor: 1 },
  reason: 'small-balance',
  requestedBy: 'clerk',
  policy: { id: 'usual', version: 1, smallBalanceMaxMinor: 100, limits: [] },
}
const open: AccountCommand = { _tag: 'OpenAccount', on: day('2026-01-05') }

const unreadable: ReadonlyArray<readonly [string, AccountCommand]> = [
  ['a day that is none', asCame(received('R'), { on: '2026-02-30' })],
  ['a day with a time', asCame(open, { on: '2026-01-05T00:00:00Z' })],
  ['no day', asCame(open, { on: undefined })],
  ['a method that is no word of the list', asCame(received('R'), { method: 'barter' })],
  ['a reason that is no text', asCame({ _tag: 'CloseAccount', on: day('2026-01-09'), reason: '' }, { reason: 7 })],
  ['attributes that are no text', asCame(open, { attributes: { rank: 1 } })],
  ['a name that is no text', asCame(open, { name: ['Globex'] })],
  [
    'half a version of a policy',
    asCame(writeOff, { policy: { id: 'usual', version: 1.5, smallBalanceMaxMinor: 100, limits: [] } }),
  ],
]

describe('a command that could not be read back', () => {
  it.each(unreadable)('is refused rather than written: %s', async (_, command) => {
    const store = inMemoryEventStore()
    const ledger = ledgerOn(store)
    if (command._tag === 'WriteOff') ok(await ledger.run('C-17', invoice('INV-0'), by('c0')))
    const before = (await store.head()).position
    expect(await ledger.run('C-17', command, by('c1'))).toMatchObject({
      left: { _tag: 'UnreadableCommand', commandId: 'c1', failure: { _tag: 'UndecodableFact' } },
    })
    expect((await store.head()).position).toBe(before)
    expect(E.isRight(await ledgerOn(store).account('C-17'))).toBe(true)
  })

  it('leaves its id free for the one that was meant', async () => {
    const ledger = ledgerOn()
    expect(E.isLeft(await ledger.run('C-17', asCame(received('R'), { method: 'barter' }), by('c1')))).toBe(true)
    expect(E.isRight(await ledger.run('C-17', received('R'), by('c1')))).toBe(true)
  })

  it('keeps the whole batch out, and names its place', async () => {
    const store = inMemoryEventStore()
    const batch = [invoice('INV-1'), asCame(received('R'), { method: 'barter' }), applied('A', 'R', 'INV-1', 1)]
    expect(await ledgerOn(store).runAll('C-17', batch, by('c1'))).toMatchObject({
      left: { _tag: 'UnreadableCommand', commandId: 'c1#1', failure: { type: 'cash-application.ReceiptRecorded' } },
    })
    expect((await store.head()).position).toBe(0)
  })

  it('of history is refused alone: what comes after is decided as if it were not there', async () => {
    const ledger = ledgerOn()
    const knownAt = instant('2025-01-01T00:00:00.000Z')
    const commands = [invoice('INV-1'), asCame(received('R'), { method: 'barter' }), applied('A', 'R', 'INV-1', 1)]
    const plan = ok(
      await ledger.planHistory(
        'C-17',
        commands.map((command, at) => ({ commandId: `h${at}`, command, knownAt })),
        { actor: 'import', correlationId: 'file', importedAt: instant('2026-01-05T10:00:00.000Z') },
      ),
    )
    expect(plan).toMatchObject({
      accepted: 1,
      refused: [
        { index: 1, failure: { _tag: 'UnreadableCommand', commandId: 'h1' } },
        { index: 2, failure: { _tag: 'NotFound', kind: 'receipt' } },
      ],
    })
    ok(await ledger.recordHistory(plan))
    expect(ok(await ledger.account('C-17')).revision).toBe(0)
  })
})

/** The same command with something inside replaced. */
const spoiltIn = (value: unknown, path: ReadonlyArray<number>, replacement: unknown): unknown => {
  const [step, ...rest] = path
  if (step === undefined || typeof value !== 'object' || value === null) return replacement
  const keys = Object.keys(value).filter((key) => key !== '_tag')
  const key = keys[step % Math.max(keys.length, 1)]
  if (key === undefined) return replacement
  const inner = (value as Readonly<Record<string, unknown>>)[key]
  const changed = spoiltIn(inner, rest, replacement)
  if (Array.isArray(value)) return value.map((one, at) => (String(at) === key ? changed : (one as unknown)))
  return { ...value, [key]: changed }
}

/** The same store, with facts written to JSON and read back on their way. */
const writing = (store: EventStore): EventStore =>
  storeWith(
    store,
    (append) => (stream, expected, facts, options) =>
      append(stream, expected, JSON.parse(JSON.stringify(facts)) as ReadonlyArray<NewFact>, options),
  )

describe('an account fed with commands as they come', () => {
  it('can be read after every one of them', async () => {
    const spoil = fc.tuple(
      fc.nat(30),
      fc.array(fc.nat(9), { minLength: 1, maxLength: 3 }),
      fc.constantFrom<unknown>(undefined, null, '', 'x', 0, -1, 0.5, 1e300, true, [], {}, '2026-02-30', [1], { a: 1 }),
    )
    await fc.assert(
      fc.asyncProperty(accountHistories(20), fc.array(spoil, { maxLength: 12 }), async ({ attempts }, spoils) => {
        const store = writing(inMemoryEventStore())
        const ledger = ledgerOn(store)
        for (const [at, { command, commandId }] of attempts.entries()) {
          const spoilt = spoils.find(([place]) => place === at)
          const asked = (spoilt === undefined ? command : spoiltIn(command, spoilt[1], spoilt[2])) as AccountCommand
          // What the compiler would never let through may stop the call; it may not be written.
          await ledger.run('C-17', asked, by(commandId)).catch(() => undefined)
          expect(await ledgerOn(store).account('C-17')).toMatchObject({ _tag: 'Right' })
        }
      }),
      { numRuns: 100 },
    )
  })
})
