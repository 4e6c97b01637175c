import { keyedGet, money } from '@quittance/kernel'
import { describe, expect, it } from 'vitest'
import type { CancelRefund, Refund } from '../../src/index.js'
import { after, applied, day, decide, eur, factsOf, receipt, stateOf } from '../room.js'

const refund: Refund = {
  _tag: 'Refund',
  on: day('2026-01-20'),
  refundId: 'RF',
  source: 'receipt',
  sourceId: 'R',
  amount: eur(70_00),
}
const cancel: CancelRefund = { _tag: 'CancelRefund', on: day('2026-01-25'), refundId: 'RF', reason: 'account closed' }
const aside = { _tag: 'PlaceOnAccount', on: day('2026-01-15'), receiptId: 'R', amount: eur(20_00) } as const
const ofCredit: Refund = { ...refund, source: 'credit-note', sourceId: 'CN', amount: eur(50_00) }

describe('a refund', () => {
  it('takes what is unapplied first and from on account only what is missing', () => {
    const held = after([receipt(), applied], aside)
    expect(factsOf(decide(held, refund))).toMatchObject([
      { _tag: 'Refunded', amountMinor: 70_00, fromOnAccountMinor: 9_00 },
    ])
    expect(factsOf(decide(held, { ...refund, amount: eur(61_00) }))).toMatchObject([{ fromOnAccountMinor: 0 }])
    expect(factsOf(decide(held, { ...refund, amount: eur(81_00) }))).toMatchObject([{ fromOnAccountMinor: 20_00 }])
  })

  it('never pays out money that an item has', () => {
    expect(decide([receipt(), applied], { ...refund, amount: eur(81_01) })).toMatchObject({
      left: { _tag: 'NotEnoughFree', freeMinor: 81_00, askedMinor: 81_01 },
    })
  })

  it('from on account is not before the latest fact of the receipt, from unapplied money it may be', () => {
    const held = after([receipt(), applied], aside)
    expect(decide(held, { ...refund, on: day('2026-01-14') })).toMatchObject({
      left: { _tag: 'TooEarly', notBefore: '2026-01-15' },
    })
    expect(factsOf(decide(held, { ...refund, on: day('2026-01-14'), amount: eur(61_00) }))).toHaveLength(1)
  })

  it('pays out what a credit note left, to the last minor unit', () => {
    expect(factsOf(decide([], ofCredit))).toMatchObject([
      { source: 'credit-note', sourceId: 'CN', fromOnAccountMinor: 0 },
    ])
    expect(decide([], { ...ofCredit, amount: eur(50_01) })).toMatchObject({
      left: { _tag: 'NotEnoughFree', kind: 'credit-note', freeMinor: 50_00 },
    })
    expect(decide([], { ...ofCredit, sourceId: 'X' })).toMatchObject({
      left: { _tag: 'NotFound', kind: 'credit-note' },
    })
    expect(decide([], { ...ofCredit, on: day('2026-01-11') })).toMatchObject({
      left: { _tag: 'TooEarly', notBefore: '2026-01-12' },
    })
    expect(decide([], { ...ofCredit, amount: money('USD', 1) })).toMatchObject({ left: { _tag: 'CurrencyMismatch' } })
  })

  it('refuses in the order of the list of refusals', () => {
    const known = after([receipt()], refund)
    const all = { ...refund, on: day('2026-01-01'), amount: money('USD', 999_00) }
    expect(decide(known, { ...all, refundId: '', amount: eur(0) })).toMatchObject({ left: { _tag: 'InvalidAmount' } })
    expect(decide(known, { ...all, refundId: '' })).toMatchObject({ left: { _tag: 'MissingField', field: 'refundId' } })
    expect(decide(known, { ...all, sourceId: 'X' })).toMatchObject({ left: { _tag: 'IdAlreadyUsed', kind: 'refund' } })
    expect(decide([], all)).toMatchObject({ left: { _tag: 'NotFound', kind: 'receipt' } })
    const over = after([receipt()], { _tag: 'ReturnReceipt', on: day('2026-01-15'), receiptId: 'R', kind: 'nsf' })
    expect(decide(over, all)).toMatchObject({ left: { _tag: 'AlreadyEnded' } })
    expect(decide([receipt()], all)).toMatchObject({ left: { _tag: 'CurrencyMismatch' } })
    expect(decide([receipt()], { ...all, amount: eur(999_00) })).toMatchObject({ left: { _tag: 'TooEarly' } })
    expect(decide([receipt()], { ...all, on: day('2026-01-10'), amount: eur(999_00) })).toMatchObject({
      left: { _tag: 'NotEnoughFree' },
    })
  })
})

describe('a refund that did not go out', () => {
  it('gives the money back to where it was taken from', () => {
    const held = after([receipt(), applied], aside, refund)
    const facts = after(held, cancel)
    expect(facts.at(-1)).toMatchObject({
      _tag: 'RefundCancelled',
      amountMinor: 70_00,
      fromOnAccountMinor: 9_00,
      reason: 'account closed',
    })
    expect(keyedGet(stateOf(facts).receipts, 'R')).toMatchObject({
      refundedMinor: 0,
      onAccountMinor: 20_00,
      freedOn: '2026-01-25',
    })
    const credit = after([], ofCredit, cancel)
    expect(keyedGet(stateOf(credit).credits, 'CN')).toMatchObject({ refundedMinor: 0, freedOn: '2026-01-25' })
  })

  it('refuses in the order of the list of refusals', () => {
    const early = { ...cancel, on: day('2026-01-01') }
    expect(decide([], early)).toMatchObject({ left: { _tag: 'NotFound', kind: 'refund' } })
    expect(decide(after([receipt()], refund, cancel), early)).toMatchObject({
      left: { _tag: 'AlreadyEnded', ended: 'cancelled' },
    })
    const bounced = after([receipt()], refund, {
      _tag: 'ReturnReceipt',
      on: day('2026-01-22'),
      receiptId: 'R',
      kind: 'nsf',
      refundClaimId: 'CLM',
    })
    expect(decide(bounced, early)).toMatchObject({ left: { _tag: 'AlreadyEnded', kind: 'receipt', ended: 'returned' } })
    expect(decide(after([receipt()], refund), early)).toMatchObject({
      left: { _tag: 'TooEarly', notBefore: '2026-01-20' },
    })
  })
})
