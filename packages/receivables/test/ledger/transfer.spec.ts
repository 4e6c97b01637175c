import { type EventStore, inMemoryEventStore } from '@quittance/event-store'
import { keyedGet, money } from '@quittance/kernel'
import { describe, expect, it } from 'vitest'
import { accountBalances, type CashTransfer, type Ledger } from '../../src/index.js'
import { applied, by, day, invoice, ledgerOn, ok, received, storeWith, tags } from './stand.js'

const transfer: CashTransfer = {
  transferId: 'T',
  on: day('2026-01-10'),
  amount: money('EUR', 60_00),
  fromCustomer: 'parent',
  fromReceiptId: 'R',
  toCustomer: 'child',
  toReceiptId: 'R/child',
}
const bounced = { _tag: 'ReturnReceipt', on: day('2026-01-20'), receiptId: 'R', kind: 'nsf' } as const
const recall = { ...transfer, on: day('2026-01-21') }

const withReceipt = async (store: EventStore = inMemoryEventStore()): Promise<Ledger> => {
  const ledger = ledgerOn(store)
  ok(await ledger.run('parent', received('R'), by('c0')))
  return ledger
}

/** Held in euros by the parent and by the child. */
const held = async (ledger: Ledger): Promise<ReadonlyArray<number>> => {
  const of = async (customer: string): Promise<number> =>
    accountBalances(ok(await ledger.account(customer)).state).reduce((so, one) => so - one.balanceMinor, 0)
  return [await of('parent'), await of('child')]
}

describe('money that moves between accounts', () => {
  it('leaves one and arrives at the other under one transfer id, each fact naming what caused it', async () => {
    const ledger = await withReceipt()
    const { facts } = ok(await ledger.moveCash(transfer, by('m')))
    expect(facts).toMatchObject([
      {
        commandId: 'm/in',
        causationId: 'm/out',
        correlationId: 'm/in',
        fact: { _tag: 'CashTransferredIn', method: 'wire' },
      },
    ])
    expect(await held(ledger)).toEqual([40_00, 60_00])
    expect(await ledger.customerOfReceipt('R/child')).toBe('child')
  })

  it('is moved once, however often it is asked for', async () => {
    const ledger = await withReceipt()
    await ledger.moveCash(transfer, by('m'))
    expect(ok(await ledger.moveCash(transfer, by('m'))).repeated).toBe(true)
    expect(await held(ledger)).toEqual([40_00, 60_00])
  })

  it('is in transit after a crash in between, and arrives when the move is asked for again', async () => {
    const store = inMemoryEventStore()
    await withReceipt(store)
    const crashing = storeWith(
      store,
      (append) =>
        async (stream, ...asked) =>
          stream.endsWith('child') ? { _tag: 'Unknown', reason: 'crash' } : append(stream, ...asked),
    )
    expect(await ledgerOn(crashing).moveCash(transfer, by('m'))).toMatchObject({
      left: { _tag: 'TransferFailure', side: 'in', failure: { _tag: 'OutcomeUnknown' } },
    })
    const later = ledgerOn(store)
    expect(await held(later)).toEqual([40_00, 0])
    ok(await later.moveCash(transfer, by('m')))
    expect(await held(later)).toEqual([40_00, 60_00])
  })

  it('that never arrived goes home', async () => {
    const ledger = await withReceipt()
    ok(await ledger.run('child', received('R/child'), by('taken')))
    expect(await ledger.moveCash(transfer, by('m'))).toMatchObject({
      left: { side: 'in', failure: { _tag: 'IdAlreadyUsed', kind: 'receipt' } },
    })
    expect(tags(await ledger.returnCash(recall, 'wrong account', by('b')))).toEqual(['CashTransferReturned'])
    expect(await held(ledger)).toEqual([100_00, 100_00])
  })

  it('that arrived goes home while it is free, and not otherwise', async () => {
    const ledger = await withReceipt()
    ok(await ledger.moveCash(transfer, by('m')))
    ok(await ledger.run('child', invoice('INV-1'), by('c1')))
    const apply = { ...applied('A', 'R/child', 'INV-1', 60_00), on: day('2026-01-11') }
    ok(await ledger.run('child', apply, by('c2')))
    expect(await ledger.returnCash(recall, 'wrong account', by('b1'))).toMatchObject({
      left: { side: 'in', failure: { _tag: 'NotEnoughFree' } },
    })
    const undo = {
      _tag: 'Unapply',
      on: day('2026-01-12'),
      applicationId: 'A',
      because: 'reallocation',
      reason: 'goes home',
    } as const
    ok(await ledger.run('child', undo, by('c3')))
    ok(await ledger.returnCash(recall, 'wrong account', by('b2')))
    expect(await held(ledger)).toEqual([100_00, -100_00])
    expect(ok(await ledger.returnCash(recall, 'wrong account', by('b2'))).repeated).toBe(true)
  })

  it('is not sent when there is not enough of it', async () => {
    const ledger = await withReceipt()
    expect(await ledger.moveCash({ ...transfer, amount: money('EUR', 100_01) }, by('m'))).toMatchObject({
      left: { side: 'out', failure: { _tag: 'NotEnoughFree' } },
    })
    expect(await held(ledger)).toEqual([100_00, 0])
  })
})

describe('money that bounced after it was sent on', () => {
  it('is called back: applications are released, what was refunded is claimed', async () => {
    const ledger = await withReceipt()
    ok(await ledger.moveCash(transfer, by('m')))
    ok(await ledger.run('child', invoice('INV-1'), by('c1')))
    ok(await ledger.run('child', { ...applied('A', 'R/child', 'INV-1', 30_00), on: day('2026-01-11') }, by('c2')))
    const paidOut = {
      _tag: 'Refund',
      on: day('2026-01-12'),
      refundId: 'RF',
      source: 'receipt',
      sourceId: 'R/child',
      amount: money('EUR', 20_00),
    } as const
    ok(await ledger.run('child', paidOut, by('c3')))
    expect(tags(await ledger.run('parent', bounced, by('b')))).toEqual(['ReceiptReturned', 'CashTransferRecalled'])

    expect(await ledger.recallCash(recall, by('r1'))).toMatchObject({
      left: { side: 'in', failure: { _tag: 'MissingField', field: 'refundClaimId' } },
    })
    expect(tags(await ledger.recallCash(recall, by('r2'), 'CLM-1'))).toEqual([
      'CashTransferRecalled',
      'DebitNoteIssued',
    ])
    const { state } = ok(await ledger.account('child'))
    expect(keyedGet(state.cash.receipts, 'R/child')).toMatchObject({
      status: 'returned',
      returnedMinor: 40_00,
      refundedMinor: 20_00,
    })
    // Everything that is left: the whole invoice, and the claim for what was paid out.
    expect(accountBalances(state)).toMatchObject([{ openMinor: 120_00, unappliedMinor: 0, balanceMinor: 120_00 }])
    expect(ok(await ledger.recallCash(recall, by('r2'), 'CLM-1')).repeated).toBe(true)
  })

  it('of which nothing was used is simply gone', async () => {
    const ledger = await withReceipt()
    ok(await ledger.moveCash(transfer, by('m')))
    ok(await ledger.run('parent', bounced, by('b')))
    ok(await ledger.recallCash(recall, by('r')))
    expect(await held(ledger)).toEqual([0, 0])
    expect(await ledger.recallCash(recall, by('r-again'))).toMatchObject({
      left: { failure: { _tag: 'AlreadyEnded', ended: 'recalled' } },
    })
  })
})
