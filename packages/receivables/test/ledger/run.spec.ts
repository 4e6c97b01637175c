import { inMemoryEventStore } from '@quittance/event-store'
import { describe, expect, it } from 'vitest'
import { accountBalances, type AccountCommand, openMinorOf } from '../../src/index.js'
import { applied, by, day, invoice, ledgerOn, ok, received, tags } from './stand.js'

const stream = 'account-acme_C%2D17'
const dueOn = (text: string): AccountCommand => ({
  _tag: 'ChangeDueDate',
  on: day('2026-01-06'),
  documentId: 'INV-1',
  dueOn: day(text),
  reason: 'agreed by telephone',
})

describe('running a command', () => {
  it('records its facts with who, when and why, and gives the account after them', async () => {
    const store = inMemoryEventStore()
    const meta = { commandId: 'c1', actor: 'ann', correlationId: 'order-7', causationId: 'mail-3' }
    const { facts, account, repeated } = ok(await ledgerOn(store).run('C-17', invoice('INV-1'), meta))
    expect(facts).toMatchObject([
      {
        stream,
        revision: 0,
        position: 1,
        effectiveOn: '2026-01-05',
        recordedAt: '2026-01-05T00:00:01.000Z',
        actor: 'ann',
        commandId: 'c1',
        correlationId: 'order-7',
        causationId: 'mail-3',
        fact: { _tag: 'InvoiceIssued', documentId: 'INV-1' },
      },
    ])
    expect([account.revision, openMinorOf(account.state, 'INV-1'), repeated]).toEqual([0, 100_00, false])
    expect((await store.read(stream)).facts.map(({ type }) => type)).toEqual(['invoicing.InvoiceIssued'])
  })

  it('is answered once: the same again gives the same facts and records nothing', async () => {
    const store = inMemoryEventStore()
    const ledger = ledgerOn(store)
    const first = ok(await ledger.run('C-17', invoice('INV-1'), by('c1')))
    await ledger.run('C-17', received('R'), by('c2'))
    const again = ok(await ledger.run('C-17', invoice('INV-1'), by('c1')))
    expect(again).toMatchObject({ repeated: true, account: { revision: 1 } })
    expect(again.facts).toEqual(first.facts)
    expect((await store.head()).position).toBe(2)
  })

  it('is answered once by another process too', async () => {
    const store = inMemoryEventStore()
    const first = ok(await ledgerOn(store).run('C-17', invoice('INV-1'), by('c1')))
    expect(ok(await ledgerOn(store).run('C-17', invoice('INV-1'), by('c1')))).toMatchObject({
      repeated: true,
      facts: first.facts,
    })
  })

  it('of another content under the same id is refused, before any rule is asked', async () => {
    const ledger = ledgerOn()
    await ledger.run('C-17', invoice('INV-1'), by('c1'))
    expect(await ledger.run('C-17', invoice('INV-1', 100_01), by('c1'))).toMatchObject({
      left: { _tag: 'CommandIdReused', commandId: 'c1' },
    })
  })

  it('that was refused leaves its id free', async () => {
    const ledger = ledgerOn()
    const apply = applied('A', 'R', 'INV-1', 100_00)
    expect(await ledger.run('C-17', apply, by('c1'))).toMatchObject({ left: { _tag: 'NotFound' } })
    await ledger.run('C-17', invoice('INV-1'), by('c2'))
    await ledger.run('C-17', received('R'), by('c3'))
    expect(tags(await ledger.run('C-17', apply, by('c1')))).toEqual(['CashApplied'])
  })

  it('that changes nothing is refused, so that no late retry can undo what came after', async () => {
    const ledger = ledgerOn()
    await ledger.run('C-17', invoice('INV-1'), by('c1'))
    const unchanged = dueOn('2026-01-05')
    expect(await ledger.run('C-17', unchanged, by('c2'))).toMatchObject({
      left: { _tag: 'DueDateUnchanged', documentId: 'INV-1', instalmentNo: 1 },
    })
    expect(tags(await ledger.run('C-17', dueOn('2026-02-05'), by('c3')))).toEqual(['DueDateChanged'])
    expect(ok(await ledger.run('C-17', dueOn('2026-02-05'), by('c3'))).repeated).toBe(true)
    expect(ok(await ledger.account('C-17')).revision).toBe(1)
  })

  it('on one account has nothing to do with another', async () => {
    const ledger = ledgerOn()
    await ledger.run('C-17', invoice('INV-1'), by('c1'))
    expect(tags(await ledger.run('C-18', invoice('INV-2'), by('c1')))).toEqual(['InvoiceIssued'])
    expect(accountBalances(ok(await ledger.account('C-17')).state)).toMatchObject([{ openMinor: 100_00 }])
  })
})

describe('an account of which nothing is known', () => {
  it('is empty, and asking does not make it', async () => {
    const store = inMemoryEventStore()
    const account = ok(await ledgerOn(store).account('nobody'))
    expect([account.revision, accountBalances(account.state)]).toEqual([-1, []])
    expect((await store.head()).position).toBe(0)
  })
})

describe('several commands as one', () => {
  it('each see what those before them did, and are recorded in one append', async () => {
    const store = inMemoryEventStore()
    const batch = [invoice('INV-1'), received('R'), applied('A', 'R', 'INV-1', 100_00)]
    const outcome = await ledgerOn(store).runAll('C-17', batch, by('c1'))
    expect(tags(outcome)).toEqual(['InvoiceIssued', 'ReceiptRecorded', 'CashApplied'])
    expect(ok(outcome).facts.map(({ commandId }) => commandId)).toEqual(['c1#0', 'c1#1', 'c1#2'])
    expect(ok(outcome).facts.map(({ correlationId }) => correlationId)).toEqual(['c1', 'c1', 'c1'])
  })

  it('are recorded all or none', async () => {
    const store = inMemoryEventStore()
    const ledger = ledgerOn(store)
    const batch = [invoice('INV-1'), received('R'), applied('A', 'R', 'INV-1', 100_01)]
    expect(await ledger.runAll('C-17', batch, by('c1'))).toMatchObject({ left: { _tag: 'NotEnoughFree' } })
    expect((await store.head()).position).toBe(0)
    expect(ok(await ledger.account('C-17')).revision).toBe(-1)
  })

  it('are answered once; none at all are no command', async () => {
    const store = inMemoryEventStore()
    const ledger = ledgerOn(store)
    const batch = [invoice('INV-1'), received('R')]
    const first = ok(await ledger.runAll('C-17', batch, by('c1')))
    expect(ok(await ledgerOn(store).runAll('C-17', batch, by('c1')))).toMatchObject({
      repeated: true,
      facts: first.facts,
    })
    expect(ok(await ledger.runAll('C-17', [], by('c2')))).toMatchObject({ facts: [], repeated: false })
    expect((await store.head()).position).toBe(2)
  })

  it.each([
    ['one of them changed', [invoice('INV-1'), received('R', 1)]],
    ['one more', [invoice('INV-1'), received('R'), received('R2')]],
    ['one less', [invoice('INV-1')]],
    ['the same in another order', [received('R'), invoice('INV-1')]],
  ])('with %s are refused under the same id', async (_, other) => {
    const store = inMemoryEventStore()
    const ledger = ledgerOn(store)
    await ledger.runAll('C-17', [invoice('INV-1'), received('R')], by('c1'))
    expect(await ledger.runAll('C-17', other, by('c1'))).toEqual({
      _tag: 'Left',
      left: { _tag: 'CommandIdReused', commandId: 'c1#0' },
    })
    expect((await store.head()).position).toBe(2)
  })

  it('of which one is refused leave their id free for others', async () => {
    const ledger = ledgerOn()
    expect(await ledger.runAll('C-17', [invoice('INV-1'), applied('A', 'R', 'INV-1', 1)], by('c1'))).toMatchObject({
      left: { _tag: 'NotFound' },
    })
    expect(tags(await ledger.runAll('C-17', [invoice('INV-1')], by('c1')))).toEqual(['InvoiceIssued'])
  })
})
