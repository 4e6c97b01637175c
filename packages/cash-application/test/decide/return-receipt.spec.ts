import { keyedGet } from '@quittance/kernel'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import type { ReturnReceipt, ReverseCardPayment } from '../../src/index.js'
import { after, apply, applied, day, decide, eur, factsOf, line, policy, receipt, stateOf } from '../room.js'

const back: ReturnReceipt = { _tag: 'ReturnReceipt', on: day('2026-01-20'), receiptId: 'R', kind: 'nsf' }
const reversal: ReverseCardPayment = {
  _tag: 'ReverseCardPayment',
  on: day('2026-01-20'),
  receiptId: 'R',
  reason: 'objects',
}
const refunded = {
  _tag: 'Refund',
  on: day('2026-01-13'),
  refundId: 'RF',
  source: 'receipt',
  sourceId: 'R',
  amount: eur(50_00),
} as const
const sent = {
  _tag: 'TransferCashOut',
  on: day('2026-01-13'),
  transferId: 'T',
  receiptId: 'R',
  amount: eur(30_00),
  toCustomer: 'C-other',
} as const

describe('a returned receipt', () => {
  it('gives up what is free, then what lies on account, then its applications, the latest first', () => {
    const spent = after(
      [receipt()],
      apply('2026-01-12', line('1', 'A', 116_65, { _tag: 'Allowed', policy }), line('2', 'B', 50_00)),
      { _tag: 'PlaceOnAccount', on: day('2026-01-13'), receiptId: 'R', amount: eur(20_00) },
    )
    const facts = factsOf(decide(spent, back))
    expect(facts).toEqual([
      {
        _tag: 'ReceiptReturned',
        on: '2026-01-20',
        currency: 'EUR',
        receiptId: 'R',
        returnedMinor: 200_00,
        fromUnappliedMinor: 13_35,
        fromOnAccountMinor: 20_00,
        released: [
          { applicationId: '2', itemId: 'B', amountMinor: 50_00, discountMinor: 0, pennyMinor: 0 },
          { applicationId: '1', itemId: 'A', amountMinor: 116_62, discountMinor: 2_38, pennyMinor: 3 },
        ],
        kind: 'nsf',
        feeMinor: 0,
      },
    ])
    expect(keyedGet(stateOf([...spent, ...facts]).items, 'A')).toMatchObject({ cashMinor: 0, discountMinor: 0 })
  })

  it('charges its fee to the customer only where that is asked for', () => {
    const fee = { amountMinor: 15_00, chargeTo: 'creditor' } as const
    expect(decide([receipt()], { ...back, fee })).toMatchObject({
      right: { facts: [{ feeMinor: 15_00 }], requests: [] },
    })
    expect(decide([receipt()], { ...back, fee: { ...fee, chargeTo: 'customer', documentId: 'FEE' } })).toMatchObject({
      right: {
        requests: [{ documentId: 'FEE', amountMinor: 15_00, reason: 'returned-payment-fee', on: '2026-01-20' }],
      },
    })
  })

  it('claims what had been refunded of it, for it is not there any more', () => {
    const decided = decide(after([receipt()], refunded), { ...back, refundClaimId: 'CLM' })
    expect(decided).toMatchObject({
      right: {
        facts: [{ returnedMinor: 150_00 }],
        requests: [{ documentId: 'CLM', amountMinor: 50_00, reason: 'refund-of-returned-payment' }],
      },
    })
  })

  it('calls back what had been sent to another account', () => {
    const facts = factsOf(decide(after([receipt()], sent), back))
    expect(facts).toMatchObject([
      { _tag: 'ReceiptReturned', returnedMinor: 170_00 },
      { _tag: 'CashTransferRecalled', transferId: 'T', side: 'source', returnedMinor: 30_00, released: [] },
    ])
    const state = stateOf([...after([receipt()], sent), ...facts])
    expect(keyedGet(state.receipts, 'R')).toMatchObject({
      status: 'returned',
      returnedMinor: 200_00,
      transferredMinor: 0,
    })
    expect(keyedGet(state.transfers, 'T')?.status).toBe('recalled')
  })

  it('does not call back what had come home before', () => {
    const home = after([receipt()], sent, {
      _tag: 'ReturnCashTransfer',
      on: day('2026-01-14'),
      transferId: 'T',
      reason: 'wrong',
    })
    expect(factsOf(decide(home, back))).toMatchObject([{ returnedMinor: 200_00 }])
  })

  it.each([back, reversal])('refuses in the order of the list of refusals: $_tag', (command) => {
    const wire = after([receipt()], refunded)
    const all = { ...command, on: day('2026-01-01'), fee: { amountMinor: 0, chargeTo: 'customer' } as const }
    const unnamed = { ...all, fee: { amountMinor: 1, chargeTo: 'customer' } as const }
    const { fee: _, ...plain } = all
    expect(decide([], all)).toMatchObject({ left: { _tag: 'InvalidAmount', field: 'fee.amountMinor' } })
    expect(decide([], unnamed)).toMatchObject({ left: { _tag: 'MissingField', field: 'fee.documentId' } })
    expect(decide([], plain)).toMatchObject({ left: { _tag: 'NotFound' } })
    expect(decide(after([receipt()], back), plain)).toMatchObject({ left: { _tag: 'AlreadyEnded', ended: 'returned' } })
    expect(decide(wire, plain)).toMatchObject({ left: { _tag: 'MissingField', field: 'refundClaimId' } })
    const card = [receipt({ method: 'card' }), ...wire.slice(1)]
    expect(decide(card, { ...plain, refundClaimId: 'CLM' })).toMatchObject({
      left: { _tag: 'TooEarly', notBefore: '2026-01-13' },
    })
  })
})

describe('a card payment', () => {
  it.each(['card', 'virtual-card'] as const)('by %s can be reversed by the card scheme', (method) => {
    expect(factsOf(decide([receipt({ method })], reversal))).toMatchObject([
      { _tag: 'CardPaymentReversed', reason: 'objects', returnedMinor: 200_00 },
    ])
  })

  it('is what a reversal needs, on whatever day', () => {
    expect(decide([receipt()], { ...reversal, on: day('2026-01-01') })).toMatchObject({
      left: { _tag: 'NotACardPayment', receiptId: 'R' },
    })
    expect(E.isRight(decide([receipt()], back))).toBe(true)
  })
})

describe('the return of a return', () => {
  const cancel = { _tag: 'CancelReturn', on: day('2026-01-25'), receiptId: 'R' } as const
  const bounced = after([receipt(), applied], apply('2026-01-13', line('2', 'B', 81_00)), back)

  it('puts applications back, the oldest first, where they still fit whole', () => {
    expect(factsOf(decide(bounced, cancel))).toMatchObject([
      { _tag: 'ReturnCancelled', returnedMinor: 200_00, reapplied: [{ applicationId: '1' }, { applicationId: '2' }] },
    ])
    const paid = after([...bounced, receipt({ receiptId: 'R2' })], {
      ...apply('2026-01-22', line('3', 'A', 1)),
      receiptId: 'R2',
    } as never)
    const facts = factsOf(decide(paid, cancel))
    expect(facts).toMatchObject([{ reapplied: [{ applicationId: '2' }] }])
    expect(keyedGet(stateOf([...paid, ...facts]).receipts, 'R')).toMatchObject({
      status: 'live',
      appliedMinor: 81_00,
      returnedMinor: 0,
    })
  })

  it('is refused while money had left the receipt that would be counted twice', () => {
    const away = after([receipt()], sent, back)
    expect(decide(away, cancel)).toMatchObject({ left: { _tag: 'StillInUse', receiptId: 'R' } })
    const paidOut = after([receipt()], refunded, { ...back, refundClaimId: 'CLM' })
    expect(decide(paidOut, cancel)).toMatchObject({ left: { _tag: 'StillInUse', refundedMinor: 50_00 } })
  })

  it('is free to happen where what was sent had come home before', () => {
    const home = { _tag: 'ReturnCashTransfer', on: day('2026-01-14'), transferId: 'T', reason: 'wrong' } as const
    expect(factsOf(decide(after([receipt()], sent, home, back), cancel))).toMatchObject([
      { _tag: 'ReturnCancelled', returnedMinor: 200_00 },
    ])
    const again = after([receipt()], sent, home, { ...sent, on: day('2026-01-15'), transferId: 'T2' }, back)
    expect(decide(again, cancel)).toMatchObject({ left: { _tag: 'StillInUse' } })
  })

  it('refuses in the order of the list of refusals', () => {
    const early = { ...cancel, on: day('2026-01-01') }
    expect(decide([], early)).toMatchObject({ left: { _tag: 'NotFound' } })
    expect(decide([receipt()], early)).toMatchObject({ left: { _tag: 'AlreadyEnded', ended: 'live' } })
    expect(decide(after([receipt()], sent, back), early)).toMatchObject({
      left: { _tag: 'TooEarly', notBefore: '2026-01-20' },
    })
  })
})
