import { keyedGet } from '@quittance/kernel'
import { describe, expect, it } from 'vitest'
import type { Unapply } from '../../src/index.js'
import { after, apply, applied, day, decide, factsOf, line, policy, receipt, stateOf } from '../room.js'

const takeOff: Unapply = {
  _tag: 'Unapply',
  on: day('2026-01-20'),
  applicationId: '1',
  because: 'reallocation',
  reason: 'wrong invoice',
}
const discounted = after([receipt()], apply('2026-01-12', line('1', 'A', 116_65, { _tag: 'Allowed', policy })))

describe('taking back an application', () => {
  it('is a fact of its own, on its own day, and takes the discount and the penny along', () => {
    expect(factsOf(decide(discounted, takeOff))).toEqual([
      {
        _tag: 'CashUnapplied',
        on: '2026-01-20',
        currency: 'EUR',
        applicationId: '1',
        receiptId: 'R',
        itemId: 'A',
        amountMinor: 116_62,
        discountMinor: 2_38,
        pennyMinor: 3,
        reason: 'wrong invoice',
      },
    ])
  })

  it('of a mistake takes effect on the day it was made, for it was never true', () => {
    expect(factsOf(decide(discounted, { ...takeOff, because: 'mistake' }))).toMatchObject([{ on: '2026-01-12' }])
  })

  it('in parts takes parts of the discount, and the last part what is left of it and the penny', () => {
    const first = factsOf(decide(discounted, { ...takeOff, amountMinor: 33_33 }))
    expect(first).toMatchObject([{ amountMinor: 33_33, discountMinor: 68, pennyMinor: 0 }])
    const second = factsOf(decide([...discounted, ...first], takeOff))
    expect(second).toMatchObject([{ amountMinor: 83_29, discountMinor: 1_70, pennyMinor: 3 }])
    const state = stateOf([...discounted, ...first, ...second])
    expect(keyedGet(state.items, 'A')).toMatchObject({ cashMinor: 0, discountMinor: 0 })
    expect(keyedGet(state.receipts, 'R')).toMatchObject({ appliedMinor: 0, pennyMinor: 0 })
  })

  it('of credit gives it back to the credit note', () => {
    const used = after([], {
      _tag: 'ApplyCredit',
      on: day('2026-01-12'),
      creditId: 'CN',
      lines: [line('1', 'A', 30_00)],
    })
    expect(factsOf(decide(used, { ...takeOff, amountMinor: 10_00 }))).toEqual([
      {
        _tag: 'CreditUnapplied',
        on: '2026-01-20',
        currency: 'EUR',
        applicationId: '1',
        creditId: 'CN',
        itemId: 'A',
        amountMinor: 10_00,
        reason: 'wrong invoice',
      },
    ])
  })

  it('that a cancelled return had put back is never before that', () => {
    const back = after(
      [receipt(), applied],
      { _tag: 'ReturnReceipt', on: day('2026-01-15'), receiptId: 'R', kind: 'nsf' },
      { _tag: 'CancelReturn', on: day('2026-01-18'), receiptId: 'R' },
    )
    expect(factsOf(decide(back, { ...takeOff, because: 'mistake' }))).toMatchObject([{ on: '2026-01-18' }])
    expect(decide(back, { ...takeOff, on: day('2026-01-17') })).toMatchObject({
      left: { _tag: 'TooEarly', notBefore: '2026-01-18' },
    })
  })

  it('refuses in the order of the list of refusals', () => {
    const over = after([receipt(), applied], takeOff)
    expect(decide([], { ...takeOff, amountMinor: 0 })).toMatchObject({ left: { _tag: 'InvalidAmount' } })
    expect(decide([], takeOff)).toMatchObject({ left: { _tag: 'NotFound', kind: 'application', id: '1' } })
    expect(decide(over, { ...takeOff, on: day('2026-01-01') })).toMatchObject({
      left: { _tag: 'AlreadyEnded', ended: 'unapplied' },
    })
    expect(decide([receipt(), applied], { ...takeOff, on: day('2026-01-11'), amountMinor: 119_01 })).toMatchObject({
      left: { _tag: 'TooEarly', notBefore: '2026-01-12' },
    })
    expect(decide([receipt(), applied], { ...takeOff, amountMinor: 119_01 })).toMatchObject({
      left: { _tag: 'NotEnoughFree', kind: 'application', freeMinor: 119_00, askedMinor: 119_01 },
    })
  })
})
