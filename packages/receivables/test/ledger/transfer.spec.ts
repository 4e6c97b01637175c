import { type EventStore, inMemoryEventStore } from '@quittance/event-store'
import type { ApplicationPolicy } from '@quittance/cash-application'
import { accountStream, decimal, keyedGet, money } from '@quittance/kernel'
import { describe, expect, it } from 'vitest'
import {
  accountBalances,
  type AccountCommand,
  type AccountFact,
  type CashTransfer,
  type Ledger,
  netDays,
  readFacts,
} from '../../src/index.js'
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
const home = recall
/** 50.00 on 5 January 2026, 2 % off within ten days. */
const withDiscount: AccountCommand = {
  _tag: 'IssueInvoice',
  on: day('2026-01-05'),
  documentId: 'INV-1',
  currency: 'EUR',
  lines: [{ netMinor: 50_00 }],
  terms: {
    ...netDays(30),
    discount: {
      taxMode: 'reduce-on-payment',
      base: 'total',
      graceDays: 0,
      tiers: [{ days: 10, percent: decimal('2') }],
    },
  },
}
const policy: ApplicationPolicy = {
  id: 'usual',
  version: 1,
  discounts: 'earned',
  partialDiscount: false,
  overpayment: 'specific',
  maxPennyMinor: 0,
}

const withReceipt = async (store: EventStore = inMemoryEventStore()): Promise<Ledger> => {
  const ledger = ledgerOn(store)
  ok(await ledger.run('parent', received('R'), by('c0')))
  return ledger
}

/** A ledger that dies before it writes to one customer's account. */
const crashingAt = (store: EventStore, customer: string): Ledger =>
  ledgerOn(
    storeWith(
      store,
      (append) =>
        async (stream, ...asked) =>
          stream.endsWith(customer) ? { _tag: 'Unknown', reason: 'crash' } : append(stream, ...asked),
    ),
  )

const factsAt = async (store: EventStore, customer: string): Promise<ReadonlyArray<AccountFact>> =>
  ok(readFacts((await store.read(accountStream('acme', customer))).facts)).map(({ fact }) => fact)

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

  it('takes along what was written with it, so that a claim of full satisfaction does not lapse on the way', async () => {
    const ledger = ledgerOn()
    const words = {
      payer: { name: 'CHILD LTD' },
      remittanceText: 'INV-7',
      bankReference: 'B-9',
      fullSatisfactionClaimed: 'paid in full',
    }
    ok(await ledger.run('parent', { ...received('R'), ...words } as AccountCommand, by('c0')))
    const { facts, account } = ok(await ledger.moveCash(transfer, by('m')))
    expect(facts[0]?.fact).toMatchObject({ _tag: 'CashTransferredIn', ...words })
    expect(keyedGet(account.state.cash.receipts, 'R/child')?.words).toEqual(words)
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
    expect(await crashingAt(store, 'child').moveCash(transfer, by('m'))).toMatchObject({
      left: { _tag: 'TransferFailure', side: 'in', failure: { _tag: 'OutcomeUnknown' } },
    })
    const later = ledgerOn(store)
    expect(await held(later)).toEqual([40_00, 0])
    ok(await later.moveCash(transfer, by('m')))
    expect(await held(later)).toEqual([40_00, 60_00])
  })

  it('that could not arrive goes home under another receipt id there', async () => {
    const ledger = await withReceipt()
    ok(await ledger.run('child', received('R/child'), by('taken')))
    expect(await ledger.moveCash(transfer, by('m'))).toMatchObject({
      left: { side: 'in', failure: { _tag: 'IdAlreadyUsed', kind: 'receipt' } },
    })
    expect(await ledger.returnCash(home, 'wrong account', by('b'))).toMatchObject({
      left: { side: 'in', failure: { _tag: 'IdAlreadyUsed', kind: 'receipt' } },
    })
    const elsewhere = { ...home, toReceiptId: 'R/child/2' }
    expect(tags(await ledger.returnCash(elsewhere, 'wrong account', by('b')))).toEqual(['CashTransferReturned'])
    expect(await held(ledger)).toEqual([100_00, 100_00])
  })

  it('that is in transit goes home once it has arrived, so that a late retry finds it gone', async () => {
    const store = inMemoryEventStore()
    await withReceipt(store)
    await crashingAt(store, 'child').moveCash(transfer, by('m'))
    const later = ledgerOn(store)
    ok(await later.returnCash(home, 'wrong account', by('b')))
    expect(await factsAt(store, 'child')).toMatchObject([
      { _tag: 'CashTransferredIn', on: '2026-01-21', amountMinor: 60_00, method: 'wire', valueOn: '2026-01-06' },
      { _tag: 'CashTransferReturned', on: '2026-01-21', side: 'destination' },
    ])
    expect(await later.moveCash(transfer, by('m'))).toMatchObject({
      left: { side: 'in', failure: { _tag: 'IdAlreadyUsed', kind: 'transfer' } },
    })
    expect(await held(later)).toEqual([100_00, 0])
    expect(ok(await later.returnCash(home, 'wrong account', by('b'))).repeated).toBe(true)
  })

  it('that a crash stopped on its way home gets there, under whatever command id it is asked for again', async () => {
    for (const again of ['b', 'b2']) {
      const store = inMemoryEventStore()
      ok(await (await withReceipt(store)).moveCash(transfer, by('m')))
      expect(await crashingAt(store, 'parent').returnCash(home, 'wrong account', by('b'))).toMatchObject({
        left: { side: 'out', failure: { _tag: 'OutcomeUnknown' } },
      })
      const later = ledgerOn(store)
      expect(await held(later)).toEqual([40_00, 0])
      expect(await later.returnCash({ ...home, on: day('2026-01-20') }, 'wrong account', by('b3'))).toMatchObject({
        left: { side: 'in', failure: { _tag: 'TooEarly', notBefore: '2026-01-21' } },
      })
      ok(await later.returnCash(home, 'wrong account', by(again)))
      expect(await held(later)).toEqual([100_00, 0])
    }
  })

  it('only goes home from where it went, and only what had left', async () => {
    const ledger = await withReceipt()
    const unknown = { left: { side: 'out', failure: { _tag: 'NotFound', kind: 'transfer', id: 'T' } } }
    expect(await ledger.returnCash(home, 'wrong account', by('b1'))).toMatchObject(unknown)
    ok(await ledger.moveCash(transfer, by('m')))
    const mistaken = { ...home, toCustomer: 'cousin', toReceiptId: 'R/cousin' }
    expect(await ledger.returnCash(mistaken, 'wrong account', by('b2'))).toMatchObject(unknown)
    const backwards = { ...home, fromCustomer: 'child', toCustomer: 'parent' }
    expect(await ledger.returnCash(backwards, 'wrong account', by('b3'))).toMatchObject(unknown)
    const early = { ...home, on: day('2026-01-09') }
    expect(await ledger.returnCash(early, 'wrong account', by('b4'))).toMatchObject({
      left: { side: 'out', failure: { _tag: 'TooEarly', notBefore: '2026-01-10' } },
    })
    expect(await held(ledger)).toEqual([40_00, 60_00])
  })

  it('goes home whole, whatever amount is named', async () => {
    const store = inMemoryEventStore()
    await withReceipt(store)
    await crashingAt(store, 'child').moveCash(transfer, by('m'))
    const later = ledgerOn(store)
    ok(await later.returnCash({ ...home, amount: money('USD', 1) }, 'wrong account', by('b')))
    expect(await factsAt(store, 'child')).toMatchObject([{ amountMinor: 60_00, currency: 'EUR' }, {}])
    expect(await held(later)).toEqual([100_00, 0])
  })

  it('is not moved from an account to itself', async () => {
    const ledger = await withReceipt()
    const inside = { ...transfer, toCustomer: 'parent', toReceiptId: 'R2' }
    expect(await ledger.moveCash(inside, by('m'))).toEqual({
      _tag: 'Left',
      left: { _tag: 'TransferFailure', side: 'out', failure: { _tag: 'SameAccount', customer: 'parent' } },
    })
    expect(await held(ledger)).toEqual([100_00, 0])
  })

  it('has a transfer id that no other account sends under', async () => {
    const ledger = await withReceipt()
    ok(await ledger.run('cousin', received('R/cousin'), by('c0')))
    ok(await ledger.moveCash(transfer, by('m')))
    const same = { ...transfer, fromCustomer: 'cousin', fromReceiptId: 'R/cousin', toReceiptId: 'R/child/2' }
    expect(await ledger.moveCash(same, by('m2'))).toMatchObject({
      left: { side: 'out', failure: { _tag: 'NumberTaken', kind: 'transfer', id: 'T', byCustomer: 'parent' } },
    })
    expect(await ledger.moveCash({ ...transfer, toCustomer: 'cousin' }, by('m3'))).toMatchObject({
      left: { side: 'out', failure: { _tag: 'IdAlreadyUsed', kind: 'transfer' } },
    })
  })

  it('keeps the day on which it first came in, from account to account, and earns the discount of that day', async () => {
    const ledger = await withReceipt()
    const onward = {
      ...transfer,
      transferId: 'T2',
      on: day('2026-01-20'),
      amount: money('EUR', 49_00),
      fromCustomer: 'child',
      fromReceiptId: 'R/child',
      toCustomer: 'cousin',
      toReceiptId: 'R/cousin',
    }
    ok(await ledger.moveCash({ ...transfer, on: day('2026-01-19') }, by('m1')))
    expect(ok(await ledger.moveCash(onward, by('m2'))).facts).toMatchObject([
      { effectiveOn: '2026-01-20', fact: { valueOn: '2026-01-06' } },
    ])
    ok(await ledger.run('cousin', withDiscount, by('c1')))
    const lines = [
      {
        applicationId: 'A',
        itemId: 'INV-1',
        amount: money('EUR', 49_00),
        discount: { _tag: 'Allowed', policy } as const,
      },
    ]
    const paid = { _tag: 'ApplyCash', on: day('2026-01-21'), receiptId: 'R/cousin', lines } as const
    expect(ok(await ledger.run('cousin', paid, by('c2'))).facts).toMatchObject([
      { fact: { amountMinor: 49_00, discount: { discountMinor: 1_00, kind: 'earned', lastDay: '2026-01-15' } } },
    ])
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

  it('and is still in transit arrives first, and is given up at once', async () => {
    const store = inMemoryEventStore()
    await withReceipt(store)
    await crashingAt(store, 'child').moveCash(transfer, by('m'))
    const later = ledgerOn(store)
    ok(await later.run('parent', bounced, by('b')))
    ok(await later.recallCash(recall, by('r')))
    expect(await factsAt(store, 'child')).toMatchObject([
      { _tag: 'CashTransferredIn', amountMinor: 60_00 },
      { _tag: 'CashTransferRecalled', returnedMinor: 60_00 },
    ])
    expect(await later.moveCash(transfer, by('m'))).toMatchObject({ left: { failure: { _tag: 'IdAlreadyUsed' } } })
    expect(await held(later)).toEqual([0, 0])
  })

  it('is called back only then, from where it went, and not before the day it bounced', async () => {
    const ledger = await withReceipt()
    const unknown = { left: { side: 'out', failure: { _tag: 'NotFound', kind: 'transfer' } } }
    expect(await ledger.recallCash(recall, by('r1'))).toMatchObject(unknown)
    ok(await ledger.moveCash(transfer, by('m')))
    expect(await ledger.recallCash(recall, by('r2'))).toEqual({
      _tag: 'Left',
      left: { _tag: 'TransferFailure', side: 'out', failure: { _tag: 'NotBounced', transferId: 'T' } },
    })
    ok(await ledger.run('parent', bounced, by('b')))
    expect(await ledger.recallCash({ ...recall, toCustomer: 'cousin' }, by('r3'))).toMatchObject(unknown)
    expect(await ledger.recallCash({ ...recall, on: day('2026-01-19') }, by('r4'))).toMatchObject({
      left: { side: 'out', failure: { _tag: 'TooEarly', notBefore: '2026-01-20' } },
    })
    expect(await held(ledger)).toEqual([0, 60_00])
  })

  it('cannot be ended in any other way where it went', async () => {
    const ledger = await withReceipt()
    ok(await ledger.moveCash(transfer, by('m')))
    const arrived = { left: { _tag: 'ArrivedByTransfer', receiptId: 'R/child', transferId: 'T' } }
    const there = { on: day('2026-01-22'), receiptId: 'R/child' }
    const strike = { _tag: 'VoidReceipt', ...there, reason: 'booked twice' } as const
    expect(await ledger.run('child', strike, by('c1'))).toMatchObject(arrived)
    expect(await ledger.run('child', { ...bounced, ...there }, by('c2'))).toMatchObject(arrived)
    ok(await ledger.run('parent', bounced, by('b')))
    ok(await ledger.recallCash(recall, by('r')))
    expect(await ledger.run('child', { _tag: 'CancelReturn', ...there }, by('c3'))).toMatchObject(arrived)
    expect(await held(ledger)).toEqual([0, 0])
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

describe('money with a value in the base currency', () => {
  const valued = { ...received('R'), exchange: { baseCurrency: 'CHF', baseMinor: 95_01 } }
  const inChild = async (ledger: Ledger): Promise<number | undefined> =>
    keyedGet(ok(await ledger.account('child')).state.cash.receipts, 'R/child')?.exchange?.baseMinor

  it('takes its part of it along, also when it arrives late, and brings it home', async () => {
    const store = inMemoryEventStore()
    ok(await ledgerOn(store).run('parent', valued, by('c0')))
    await crashingAt(store, 'child').moveCash(transfer, by('c1'))
    const ledger = ledgerOn(store)
    ok(await ledger.moveCash(transfer, by('c1')))
    const sent = keyedGet(ok(await ledger.account('parent')).state.cash.transfers, 'T')?.exchange?.baseMinor
    expect(sent).toBeGreaterThan(0)
    expect(await inChild(ledger)).toBe(sent)
    ok(await ledger.returnCash(home, 'wrong account', by('c2')))
    expect(keyedGet(ok(await ledger.account('parent')).state.cash.receipts, 'R')?.baseUsedMinor).toBe(0)
  })
})
