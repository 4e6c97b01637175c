import { any, type AppendResult, type EventStore, inMemoryEventStore, sampleFact } from '@quittance/event-store'
import { describe, expect, it } from 'vitest'
import { openMinorOf } from '../../src/index.js'
import { applied, by, invoice, ledgerOn, ok, received, storeWith, tags } from './stand.js'

const unknown: AppendResult = { _tag: 'Unknown', reason: 'the connection broke' }

/** Says `Unknown` for the first so many appends, after writing them or without. */
const forgetful = (store: EventStore, times: number, writes: boolean): EventStore => {
  let left = times
  return storeWith(store, (append) => async (...asked) => {
    if (left === 0) return append(...asked)
    left -= 1
    if (writes) await append(...asked)
    return unknown
  })
}

describe('an append whose outcome is unknown', () => {
  it.each([
    [1, true],
    [2, true],
    [1, false],
    [2, false],
  ])('%i times, written: %s, is asked again until it is told, and records once', async (times, writes) => {
    const store = inMemoryEventStore()
    const ledger = ledgerOn(forgetful(store, times, writes))
    expect(tags(await ledger.run('C-17', invoice('INV-1'), by('c1')))).toEqual(['InvoiceIssued'])
    expect((await store.head()).position).toBe(1)
    expect(tags(await ledger.run('C-17', received('R'), by('c2')))).toEqual(['ReceiptRecorded'])
  })

  it('for too long is told to the caller, and the same command again tells', async () => {
    const store = inMemoryEventStore()
    const ledger = ledgerOn(forgetful(store, 3, true))
    expect(await ledger.run('C-17', invoice('INV-1'), by('c1'))).toEqual({
      _tag: 'Left',
      left: { _tag: 'OutcomeUnknown', reason: 'the connection broke' },
    })
    expect(ok(await ledger.run('C-17', invoice('INV-1'), by('c1')))).toMatchObject({
      repeated: true,
      facts: [{ commandId: 'c1' }],
    })
    expect((await store.head()).position).toBe(1)
  })

  it('on a closed store is told', async () => {
    const store = inMemoryEventStore()
    await store.close()
    expect(await ledgerOn(store).run('C-17', invoice('INV-1'), by('c1'))).toMatchObject({
      left: { _tag: 'OutcomeUnknown' },
    })
  })
})

describe('two writers on one account', () => {
  it('both get their turn: whoever comes second decides on what the first wrote', async () => {
    const store = inMemoryEventStore()
    const [one, two] = [ledgerOn(store), ledgerOn(store)]
    ok(await one.run('C-17', invoice('INV-1'), by('c0')))
    await two.account('C-17')
    const commands = Array.from({ length: 12 }, (_, at) =>
      (at % 2 === 0 ? one : two).run('C-17', received(`R${at}`), by(`c${at + 1}`)),
    )
    for (const outcome of await Promise.all(commands)) expect(tags(outcome)).toEqual(['ReceiptRecorded'])
    const { facts } = await store.read('account-acme_C%2D17')
    expect(facts.map(({ revision }) => revision)).toEqual(facts.map((_, at) => at))
    expect(facts).toHaveLength(13)
  })

  it('never spend the same money', async () => {
    const store = inMemoryEventStore()
    const [one, two] = [ledgerOn(store), ledgerOn(store)]
    ok(await one.runAll('C-17', [invoice('INV-1'), invoice('INV-2'), received('R')], by('c0')))
    await two.account('C-17')
    const both = await Promise.all([
      one.run('C-17', applied('A1', 'R', 'INV-1', 100_00), by('c1')),
      two.run('C-17', applied('A2', 'R', 'INV-2', 100_00), by('c2')),
    ])
    expect(both.map(({ _tag }) => _tag).sort()).toEqual(['Left', 'Right'])
    expect(both.find(({ _tag }) => _tag === 'Left')).toMatchObject({ left: { _tag: 'NotEnoughFree', freeMinor: 0 } })
    const { state } = ok(await one.account('C-17'))
    expect(openMinorOf(state, 'INV-1') + openMinorOf(state, 'INV-2')).toBe(100_00)
  })

  it('that run the very same command record it once', async () => {
    const store = inMemoryEventStore()
    const both = await Promise.all(
      [ledgerOn(store), ledgerOn(store)].map((ledger) => ledger.run('C-17', invoice('INV-1'), by('c1'))),
    )
    expect(both.filter((outcome) => ok(outcome).repeated)).toHaveLength(1)
    expect((await store.head()).position).toBe(1)
  })

  it('give up after so many attempts, with nothing recorded', async () => {
    const store = inMemoryEventStore()
    let asked = 0
    const busy = storeWith(store, () => async (_, expected) => {
      asked += 1
      return { _tag: 'Conflict', expected, actual: 7 }
    })
    expect(await ledgerOn(busy, { maxAttempts: 5 }).run('C-17', invoice('INV-1'), by('c1'))).toEqual({
      _tag: 'Left',
      left: { _tag: 'TooBusy', attempts: 5 },
    })
    expect(asked).toBe(5)
  })
})

describe('a history that cannot be read', () => {
  const stream = 'account-acme_C%2D17'

  it('is named with its place, and nothing is decided on a part of it', async () => {
    const store = inMemoryEventStore()
    const ledger = ledgerOn(store)
    ok(await ledger.run('C-17', invoice('INV-1'), by('c1')))
    await store.append(stream, any, [{ ...sampleFact('strange'), type: 'receivables.FromTheFuture' }])
    const unreadable = {
      left: {
        _tag: 'UnreadableHistory',
        stream,
        revision: 1,
        failure: { _tag: 'UnknownFactType', type: 'receivables.FromTheFuture' },
      },
    }
    expect(await ledger.run('C-17', received('R'), by('c2'))).toMatchObject(unreadable)
    expect(await ledger.account('C-17')).toMatchObject(unreadable)
    expect(await ledgerOn(store).run('C-17', invoice('INV-1'), by('c1'))).toMatchObject(unreadable)
    expect((await store.head()).position).toBe(2)
  })

  it.each([
    [
      'a version of the future',
      { type: 'receivables.AccountClosed', schemaVersion: 2, data: { reason: 'x' } },
      'UnknownSchemaVersion',
    ],
    [
      'data of another shape',
      { type: 'receivables.AccountClosed', schemaVersion: 1, data: { reason: 7 } },
      'UndecodableFact',
    ],
  ])('because of %s', async (_, parts, why) => {
    const store = inMemoryEventStore()
    await store.append(stream, any, [{ ...sampleFact('strange'), ...parts }])
    expect(await ledgerOn(store).account('C-17')).toMatchObject({ left: { failure: { _tag: why } } })
  })
})
