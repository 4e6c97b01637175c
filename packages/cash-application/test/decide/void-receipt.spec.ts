import { describe, expect, it } from 'vitest'
import type { VoidReceipt } from '../../src/index.js'
import { after, applied, day, decide, eur, factsOf, receipt } from '../room.js'

const strikeOut: VoidReceipt = { _tag: 'VoidReceipt', on: day('2026-01-20'), receiptId: 'R', reason: 'booked twice' }
const refunded = {
  _tag: 'Refund',
  on: day('2026-01-13'),
  refundId: 'RF',
  source: 'receipt',
  sourceId: 'R',
  amount: eur(50_00),
} as const
const aside = { _tag: 'PlaceOnAccount', on: day('2026-01-15'), receiptId: 'R', amount: eur(20_00) } as const

describe('voiding a receipt', () => {
  it('takes it back as of the day it was booked, and its applications as of theirs', () => {
    expect(factsOf(decide([receipt(), applied], strikeOut))).toMatchObject([
      { _tag: 'CashUnapplied', on: '2026-01-12', applicationId: '1', amountMinor: 119_00, reason: 'receipt voided' },
      { _tag: 'ReceiptVoided', on: '2026-01-10', amountMinor: 200_00, reason: 'booked twice' },
    ])
  })

  it('waits for its latest day where money lay on account or had been given back to it', () => {
    expect(factsOf(decide(after([receipt(), applied], aside), strikeOut))).toMatchObject([
      { _tag: 'CashUnapplied', on: '2026-01-15' },
      { _tag: 'ReleasedFromAccount', on: '2026-01-15', amountMinor: 20_00 },
      { _tag: 'ReceiptVoided', on: '2026-01-15' },
    ])
    const freed = after([receipt(), applied], {
      _tag: 'Unapply',
      on: day('2026-01-18'),
      applicationId: '1',
      because: 'reallocation',
      reason: 'wrong',
    })
    expect(factsOf(decide(freed, strikeOut))).toMatchObject([{ _tag: 'ReceiptVoided', on: '2026-01-18' }])
  })

  it('refuses in the order of the list of refusals', () => {
    const early = { ...strikeOut, on: day('2026-01-01') }
    expect(decide([], early)).toMatchObject({ left: { _tag: 'NotFound' } })
    expect(decide(after([receipt()], strikeOut), early)).toMatchObject({
      left: { _tag: 'AlreadyEnded', ended: 'voided' },
    })
    expect(decide(after([receipt()], refunded), early)).toMatchObject({
      left: { _tag: 'TooEarly', notBefore: '2026-01-10' },
    })
    expect(decide(after([receipt()], refunded), strikeOut)).toMatchObject({
      left: { _tag: 'StillInUse', refundedMinor: 50_00 },
    })
  })

  it('is possible again once a refund did not go out', () => {
    const cancelled = after([receipt()], refunded, {
      _tag: 'CancelRefund',
      on: day('2026-01-14'),
      refundId: 'RF',
      reason: 'closed',
    })
    expect(factsOf(decide(cancelled, strikeOut))).toMatchObject([{ _tag: 'ReceiptVoided', on: '2026-01-14' }])
  })
})
