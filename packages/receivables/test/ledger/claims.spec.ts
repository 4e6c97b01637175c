import { inMemoryEventStore } from '@quittance/event-store'
import { money } from '@quittance/kernel'
import { describe, expect, it } from 'vitest'
import { documentClaim, receiptClaim, transferClaim } from '../../src/index.js'
import { by, day, invoice, ledgerOn, ok, received, tags } from './stand.js'

describe('numbers across accounts', () => {
  it('of documents and receipts are taken once in an entity, and tell whose they are', async () => {
    const store = inMemoryEventStore()
    const ledger = ledgerOn(store)
    await ledger.run('C-17', invoice('INV-1'), by('c1'))
    await ledger.run('C-17', received('R'), by('c2'))
    expect(await ledger.run('C-18', invoice('INV-1'), by('c3'))).toEqual({
      _tag: 'Left',
      left: { _tag: 'NumberTaken', kind: 'document', id: 'INV-1', byCustomer: 'C-17' },
    })
    expect(await ledger.run('C-18', received('R'), by('c4'))).toMatchObject({
      left: { kind: 'receipt', byCustomer: 'C-17' },
    })
    expect([await ledger.customerOfDocument('INV-1'), await ledger.customerOfReceipt('R')]).toEqual(['C-17', 'C-17'])
    expect([await ledger.customerOfDocument('INV-9'), await ledger.customerOfReceipt('INV-1')]).toEqual([
      undefined,
      undefined,
    ])
    expect((await store.head()).position).toBe(2)
  })

  it('of another entity are free', async () => {
    const store = inMemoryEventStore()
    await ledgerOn(store).run('C-17', invoice('INV-1'), by('c1'))
    const other = ledgerOn(store, { entity: 'acme-uk' })
    expect(tags(await other.run('C-17', invoice('INV-1'), by('c1')))).toEqual(['InvoiceIssued'])
  })

  it('taken twice in the same account are the account’s own refusal', async () => {
    const ledger = ledgerOn()
    await ledger.run('C-17', invoice('INV-1'), by('c1'))
    expect(await ledger.run('C-17', invoice('INV-1'), by('c2'))).toMatchObject({
      left: { _tag: 'DocumentAlreadyIssued' },
    })
  })

  it('of receipts that arrive by transfer are taken too', async () => {
    const ledger = ledgerOn()
    await ledger.run('C-17', received('R'), by('c1'))
    const arriving = {
      _tag: 'TransferCashIn',
      on: day('2026-01-06'),
      transferId: 'T',
      receiptId: 'R',
      amount: money('EUR', 1),
      fromCustomer: 'C-17',
      method: 'wire',
    } as const
    expect(await ledger.run('C-18', arriving, by('c2'))).toMatchObject({
      left: { _tag: 'NumberTaken', kind: 'receipt', id: 'R', byCustomer: 'C-17' },
    })
  })

  it('one of which is taken leave a batch unrecorded', async () => {
    const ledger = ledgerOn()
    await ledger.run('C-17', invoice('INV-1'), by('c1'))
    expect(await ledger.runAll('C-18', [received('R2'), invoice('INV-1')], by('c2'))).toMatchObject({
      left: { _tag: 'NumberTaken' },
    })
    expect(ok(await ledger.account('C-18')).revision).toBe(-1)
    expect(await ledger.customerOfReceipt('R2')).toBeUndefined()
  })

  it('never run into each other, whatever the entity and the number', () => {
    expect(documentClaim('a', 'b","c')).not.toBe(documentClaim('a","b', 'c'))
    expect(new Set([documentClaim('a', 'b'), receiptClaim('a', 'b'), transferClaim('a', 'b')]).size).toBe(3)
  })
})
