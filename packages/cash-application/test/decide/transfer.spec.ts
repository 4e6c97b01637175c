import { keyedGet, money } from '@quittance/kernel'
import { describe, expect, it } from 'vitest'
import {
  type CashFact,
  type RecallCashTransfer,
  type ReturnCashTransfer,
  type TransferCashIn,
  type TransferCashOut,
  unappliedMinor,
} from '../../src/index.js'
import { after, apply, applied, arrival, day, decide, eur, factsOf, line, policy, receipt, stateOf } from '../room.js'

const out: TransferCashOut = {
  _tag: 'TransferCashOut',
  on: day('2026-01-13'),
  transferId: 'T',
  receiptId: 'R',
  amount: eur(81_00),
  toCustomer: 'C-18',
}
const into: TransferCashIn = {
  _tag: 'TransferCashIn',
  on: day('2026-01-10'),
  transferId: 'T',
  receiptId: 'R',
  amount: eur(200_00),
  fromCustomer: 'C-other',
  method: 'wire',
}
const giveBack: ReturnCashTransfer = {
  _tag: 'ReturnCashTransfer',
  on: day('2026-01-20'),
  transferId: 'T',
  reason: 'wrong account',
}
const recall: RecallCashTransfer = { _tag: 'RecallCashTransfer', on: day('2026-01-20'), transferId: 'T' }
const bounced = { _tag: 'ReturnReceipt', on: day('2026-01-15'), receiptId: 'R', kind: 'nsf' } as const
/** No command records this of a receipt that arrived; a history may hold it nevertheless. */
const struckOut: CashFact = {
  _tag: 'ReceiptVoided',
  on: day('2026-01-12'),
  currency: 'EUR',
  receiptId: 'R',
  amountMinor: 200_00,
  reason: 'booked twice',
}

const free = (facts: Parameters<typeof stateOf>[0]): number =>
  unappliedMinor(keyedGet(stateOf(facts).receipts, 'R') ?? expect.fail('there is a receipt'))

describe('money sent to another account', () => {
  it('leaves what is free, to the last minor unit', () => {
    expect(factsOf(decide([receipt(), applied], out))).toMatchObject([
      { _tag: 'CashTransferredOut', amountMinor: 81_00, toCustomer: 'C-18' },
    ])
    expect(decide([receipt(), applied], { ...out, amount: eur(81_01) })).toMatchObject({
      left: { _tag: 'NotEnoughFree', freeMinor: 81_00 },
    })
  })

  it('that comes home is free again from that day on', () => {
    const home = after([receipt(), applied], out, giveBack)
    expect(home.at(-1)).toMatchObject({ _tag: 'CashTransferReturned', side: 'source', amountMinor: 81_00 })
    expect(free(home)).toBe(81_00)
    expect(decide(home, apply('2026-01-19', line('2', 'B', 1)))).toMatchObject({
      left: { _tag: 'TooEarly', notBefore: '2026-01-20' },
    })
  })

  it('refuses in the order of the list of refusals', () => {
    const known = after([receipt(), applied], out)
    const all = { ...out, on: day('2026-01-01'), amount: money('USD', 999_00) }
    expect(decide(known, { ...all, transferId: '', amount: eur(0) })).toMatchObject({ left: { _tag: 'InvalidAmount' } })
    expect(decide(known, { ...all, transferId: '' })).toMatchObject({
      left: { _tag: 'MissingField', field: 'transferId' },
    })
    expect(decide(known, { ...all, toCustomer: '' })).toMatchObject({
      left: { _tag: 'MissingField', field: 'toCustomer' },
    })
    expect(decide(known, { ...all, receiptId: 'X' })).toMatchObject({
      left: { _tag: 'IdAlreadyUsed', kind: 'transfer' },
    })
    expect(decide([], all)).toMatchObject({ left: { _tag: 'NotFound' } })
    expect(decide(after([receipt()], bounced), all)).toMatchObject({ left: { _tag: 'AlreadyEnded' } })
    expect(decide([receipt()], all)).toMatchObject({ left: { _tag: 'CurrencyMismatch' } })
    expect(decide([receipt()], { ...all, amount: eur(999_00) })).toMatchObject({ left: { _tag: 'TooEarly' } })
    expect(decide([receipt()], { ...all, amount: eur(999_00), on: day('2026-01-10') })).toMatchObject({
      left: { _tag: 'NotEnoughFree' },
    })
  })
})

describe('money that arrives from another account', () => {
  it('is a receipt of its own', () => {
    expect(factsOf(decide([], into))).toEqual([arrival()])
    expect(free([arrival()])).toBe(200_00)
  })

  it('keeps the day it first came in, and none after it arrived', () => {
    expect(factsOf(decide([], { ...into, valueOn: day('2026-01-08') }))).toMatchObject([
      { on: '2026-01-10', valueOn: '2026-01-08' },
    ])
    expect(factsOf(decide([], { ...into, valueOn: day('2026-01-11') }))).toMatchObject([{ valueOn: '2026-01-10' }])
  })

  it('earns the discount of the day it first came in, though it arrived after the last day', () => {
    const late = { ...into, on: day('2026-01-20') }
    const discountOf = (command: TransferCashIn): unknown =>
      factsOf(decide(after([], command), apply('2026-01-21', line('1', 'A', 119_00, { _tag: 'Allowed', policy })))).map(
        (fact) => fact._tag === 'CashApplied' && fact.discount?.discountMinor,
      )
    expect(discountOf({ ...late, valueOn: day('2026-01-15') })).toEqual([2_38])
    expect(discountOf({ ...late, valueOn: day('2026-01-16') })).toEqual([1_19])
    expect(discountOf(late)).toEqual([1_19])
  })

  it.each([
    { _tag: 'VoidReceipt', on: day('2026-01-20'), receiptId: 'R', reason: 'booked twice' },
    { _tag: 'ReturnReceipt', on: day('2026-01-20'), receiptId: 'R', kind: 'nsf' },
    { _tag: 'ReverseCardPayment', on: day('2026-01-20'), receiptId: 'R', reason: 'objects' },
  ] as const)('can only be given back or recalled: $_tag is refused', (command) => {
    const refusal = { left: { _tag: 'ArrivedByTransfer', receiptId: 'R', transferId: 'T' } }
    expect(decide([arrival('card')], command)).toMatchObject(refusal)
    expect(decide([arrival('card')], { ...command, on: day('2026-01-01') })).toMatchObject(refusal)
  })

  it('that was recalled is gone for good: its return cannot be cancelled', () => {
    const cancel = { _tag: 'CancelReturn', on: day('2026-01-01'), receiptId: 'R' } as const
    expect(decide(after([arrival()], recall), cancel)).toMatchObject({
      left: { _tag: 'ArrivedByTransfer', receiptId: 'R', transferId: 'T' },
    })
    expect(decide([arrival()], cancel)).toMatchObject({ left: { _tag: 'AlreadyEnded', ended: 'live' } })
  })

  it('is given back only while it is free', () => {
    expect(factsOf(decide([arrival()], giveBack))).toMatchObject([{ side: 'destination', amountMinor: 200_00 }])
    expect(free(after([arrival()], giveBack))).toBe(0)
    expect(decide([arrival(), applied], giveBack)).toMatchObject({
      left: { _tag: 'NotEnoughFree', freeMinor: 81_00, askedMinor: 200_00 },
    })
  })

  it('refuses in the order of the list of refusals', () => {
    const all = { ...into, amount: { currency: 'EURO', minor: 1 } }
    expect(decide([arrival()], { ...all, transferId: '', amount: eur(0) })).toMatchObject({
      left: { _tag: 'InvalidAmount' },
    })
    for (const field of ['transferId', 'receiptId', 'fromCustomer'])
      expect(decide([arrival()], { ...all, [field]: '' })).toMatchObject({ left: { _tag: 'MissingField', field } })
    expect(decide([arrival()], all)).toMatchObject({ left: { _tag: 'MissingField', field: 'amount.currency' } })
    expect(decide([arrival()], into)).toMatchObject({ left: { _tag: 'IdAlreadyUsed', kind: 'transfer' } })
    expect(decide([receipt()], into)).toMatchObject({ left: { _tag: 'IdAlreadyUsed', kind: 'receipt' } })
  })
})

describe('the return of a transfer', () => {
  it('refuses in the order of the list of refusals', () => {
    const early = { ...giveBack, on: day('2026-01-01') }
    expect(decide([], early)).toMatchObject({ left: { _tag: 'NotFound', kind: 'transfer' } })
    expect(decide(after([arrival()], giveBack), early)).toMatchObject({
      left: { _tag: 'AlreadyEnded', kind: 'transfer', ended: 'returned' },
    })
    expect(decide([arrival(), applied], early)).toMatchObject({ left: { _tag: 'TooEarly', notBefore: '2026-01-10' } })
    expect(decide([arrival(), struckOut], giveBack)).toMatchObject({ left: { _tag: 'AlreadyEnded', kind: 'receipt' } })
  })
})

describe('a recalled transfer', () => {
  const refunded = {
    _tag: 'Refund',
    on: day('2026-01-14'),
    refundId: 'RF',
    source: 'receipt',
    sourceId: 'R',
    amount: eur(50_00),
  } as const

  it('is given up in the stated order, and what was refunded of it is claimed', () => {
    const used = after([arrival(), applied], refunded)
    expect(decide(used, { ...recall, refundClaimId: 'CLM' })).toMatchObject({
      right: {
        facts: [
          {
            _tag: 'CashTransferRecalled',
            side: 'destination',
            returnedMinor: 150_00,
            fromUnappliedMinor: 31_00,
            released: [{ applicationId: '1', amountMinor: 119_00 }],
          },
        ],
        requests: [{ documentId: 'CLM', amountMinor: 50_00, reason: 'refund-of-returned-payment' }],
      },
    })
    expect(decide([arrival()], recall)).toMatchObject({ right: { requests: [] } })
  })

  it('refuses in the order of the list of refusals', () => {
    const early = { ...recall, on: day('2026-01-01') }
    const onward = after([arrival()], { ...out, transferId: 'T2' })
    expect(decide([], early)).toMatchObject({ left: { _tag: 'NotFound', kind: 'transfer' } })
    expect(decide(after([receipt()], out), early)).toMatchObject({ left: { _tag: 'NotFound', kind: 'transfer' } })
    expect(decide(after([arrival()], recall), early)).toMatchObject({
      left: { _tag: 'AlreadyEnded', ended: 'recalled' },
    })
    expect(decide([arrival(), struckOut], early)).toMatchObject({ left: { _tag: 'AlreadyEnded', kind: 'receipt' } })
    expect(decide(after([arrival()], refunded), early)).toMatchObject({
      left: { _tag: 'MissingField', field: 'refundClaimId' },
    })
    expect(decide(onward, early)).toMatchObject({ left: { _tag: 'TooEarly', notBefore: '2026-01-13' } })
    expect(decide(onward, recall)).toMatchObject({ left: { _tag: 'StillInUse', transferredMinor: 81_00 } })
  })
})
