import { money } from '@quittance/kernel'
import { describe, expect, it } from 'vitest'
import type { PlaceOnAccount, ReleaseFromAccount } from '../../src/index.js'
import { after, apply, applied, day, decide, eur, factsOf, line, receipt } from '../room.js'

const place: PlaceOnAccount = { _tag: 'PlaceOnAccount', on: day('2026-01-12'), receiptId: 'R', amount: eur(81_00) }
const release: ReleaseFromAccount = {
  _tag: 'ReleaseFromAccount',
  on: day('2026-01-20'),
  receiptId: 'R',
  amount: eur(81_00),
}
const returned = { _tag: 'ReturnReceipt', on: day('2026-01-15'), receiptId: 'R', kind: 'nsf' } as const

describe('money on account', () => {
  it('is set aside from what is free, down to the last minor unit', () => {
    expect(factsOf(decide([receipt(), applied], place))).toMatchObject([
      { _tag: 'PlacedOnAccount', amountMinor: 81_00 },
    ])
    expect(decide([receipt(), applied], { ...place, amount: eur(81_01) })).toMatchObject({
      left: { _tag: 'NotEnoughFree', freeMinor: 81_00, askedMinor: 81_01 },
    })
  })

  it('is not free to apply until it is released', () => {
    const aside = after([receipt(), applied], place)
    expect(decide(aside, apply('2026-01-21', line('2', 'B', 1)))).toMatchObject({
      left: { _tag: 'NotEnoughFree', freeMinor: 0 },
    })
    expect(factsOf(decide(after(aside, release), apply('2026-01-21', line('2', 'B', 81_00))))).toHaveLength(1)
    expect(decide(after(aside, release), apply('2026-01-19', line('2', 'B', 1)))).toMatchObject({
      left: { _tag: 'TooEarly', notBefore: '2026-01-20' },
    })
  })

  it('is released not before the latest fact of its receipt, and never more than lies there', () => {
    const aside = after([receipt(), applied], place)
    expect(decide(aside, { ...release, on: day('2026-01-11') })).toMatchObject({
      left: { _tag: 'TooEarly', notBefore: '2026-01-12' },
    })
    expect(decide(aside, { ...release, amount: eur(81_01) })).toMatchObject({ left: { _tag: 'NotEnoughFree' } })
  })

  it.each([place, release])('refuses in the order of the list of refusals: $_tag', (command) => {
    const all = { ...command, on: day('2026-01-01'), amount: money('USD', 999_00) }
    expect(decide([], { ...all, amount: eur(-1) })).toMatchObject({ left: { _tag: 'InvalidAmount' } })
    expect(decide([], all)).toMatchObject({ left: { _tag: 'NotFound' } })
    expect(decide(after([receipt()], returned), all)).toMatchObject({ left: { _tag: 'AlreadyEnded' } })
    expect(decide([receipt()], all)).toMatchObject({ left: { _tag: 'CurrencyMismatch' } })
    expect(decide([receipt()], { ...all, amount: eur(999_00) })).toMatchObject({ left: { _tag: 'TooEarly' } })
    expect(decide([receipt()], { ...all, amount: eur(999_00), on: day('2026-01-10') })).toMatchObject({
      left: { _tag: 'NotEnoughFree' },
    })
  })
})
