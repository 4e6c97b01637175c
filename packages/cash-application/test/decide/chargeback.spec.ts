import { keyedGet, money } from '@quittance/kernel'
import { describe, expect, it } from 'vitest'
import type { CancelChargeback, RaiseChargeback } from '../../src/index.js'
import { after, applied, day, decide, eur, factsOf, item, receipt, stateOf } from '../room.js'

const raise: RaiseChargeback = {
  _tag: 'RaiseChargeback',
  on: day('2026-05-20'),
  chargebackId: 'CB',
  itemId: 'A',
  amount: eur(19_00),
  reason: 'short pay',
  policy: { id: 'chargebacks', version: 1 },
}
const cancel: CancelChargeback = {
  _tag: 'CancelChargeback',
  on: day('2026-05-25'),
  chargebackId: 'CB',
  reason: 'paid elsewhere',
}
const short = [receipt(), { ...applied, amountMinor: 100_00 }]

describe('a chargeback', () => {
  it('moves a part of an item to a debit item of its own, due when the item was', () => {
    expect(decide(short, raise)).toEqual({
      _tag: 'Right',
      right: {
        facts: [
          {
            _tag: 'ChargebackItemRaised',
            on: '2026-05-20',
            currency: 'EUR',
            chargebackId: 'CB',
            itemId: 'A',
            amountMinor: 19_00,
            reason: 'short pay',
            dueOn: '2026-02-04',
            policy: { id: 'chargebacks', version: 1 },
          },
        ],
        requests: [
          {
            _tag: 'ChargeCustomer',
            on: '2026-05-20',
            documentId: 'CB',
            currency: 'EUR',
            amountMinor: 19_00,
            reason: 'chargeback-item',
            precedingId: 'A',
            dueOn: '2026-02-04',
          },
        ],
      },
    })
    expect(keyedGet(stateOf(after(short, raise)).items, 'A')).toMatchObject({ transferredMinor: 19_00 })
  })

  it('is due by the new terms of the policy, where it has any', () => {
    const policy = { ...raise.policy, dueAfterDays: 14 }
    expect(decide(short, { ...raise, policy })).toMatchObject({ right: { facts: [{ dueOn: '2026-06-03' }] } })
  })

  it('takes what is open to the last minor unit and not one more', () => {
    expect(decide(short, { ...raise, amount: eur(19_01) })).toMatchObject({
      left: { _tag: 'OverApplied', openMinor: 19_00, askedMinor: 19_01 },
    })
  })

  it('is refused in the order of the list of refusals', () => {
    const all = { ...raise, on: day('2026-01-01'), amount: money('USD', 999_00), itemId: 'X' }
    const known = after(short, raise)
    expect(decide(known, { ...all, amount: eur(0), reason: '' })).toMatchObject({ left: { _tag: 'InvalidAmount' } })
    for (const dueAfterDays of [-1, 0.5])
      expect(decide(known, { ...all, policy: { ...raise.policy, dueAfterDays } })).toMatchObject({
        left: { _tag: 'InvalidAmount', field: 'policy.dueAfterDays' },
      })
    for (const [field, parts] of [
      ['chargebackId', { chargebackId: '' }],
      ['reason', { reason: '' }],
      ['policy.id', { policy: { id: '', version: 1 } }],
    ] as const)
      expect(decide(known, { ...all, ...parts })).toMatchObject({ left: { _tag: 'MissingField', field } })
    expect(decide(known, all)).toMatchObject({ left: { _tag: 'IdAlreadyUsed', kind: 'chargeback' } })
    expect(decide([], all)).toMatchObject({ left: { _tag: 'NotFound', kind: 'item' } })
    expect(decide([], { ...all, itemId: 'GONE' })).toMatchObject({ left: { _tag: 'AlreadyEnded', ended: 'voided' } })
    expect(decide([], { ...all, itemId: 'A' })).toMatchObject({ left: { _tag: 'CurrencyMismatch' } })
    expect(decide([], { ...all, itemId: 'A', amount: eur(999_00) })).toMatchObject({
      left: { _tag: 'TooEarly', notBefore: '2026-01-05' },
    })
  })

  it('falls on the instalment that is open', () => {
    const parts = item('TWO', {
      instalments: [
        { dueOn: day('2026-02-04'), amountMinor: 60_00 },
        { dueOn: day('2026-03-04'), amountMinor: 59_00 },
      ],
    })
    const paid = [receipt(), { ...applied, itemId: 'TWO', amountMinor: 100_00 }]
    expect(decide(paid, { ...raise, itemId: 'TWO' }, [parts])).toMatchObject({
      right: { facts: [{ dueOn: '2026-03-04' }] },
    })
  })
})

describe('a chargeback that is taken back', () => {
  it('makes the item owed again from the day it was raised, and asks for its debit item to be voided', () => {
    const facts = after(short, raise)
    expect(decide(facts, cancel)).toMatchObject({
      right: {
        facts: [{ _tag: 'ChargebackItemCancelled', on: '2026-05-20', amountMinor: 19_00, reason: 'paid elsewhere' }],
        requests: [{ _tag: 'VoidCharge', on: '2026-05-25', documentId: 'CB' }],
      },
    })
    expect(keyedGet(stateOf(after(facts, cancel)).items, 'A')).toMatchObject({
      transferredMinor: 0,
      reopenedOn: '2026-05-20',
    })
  })

  it('refuses in the order of the list of refusals', () => {
    const early = { ...cancel, on: day('2026-01-01') }
    expect(decide(short, early)).toMatchObject({ left: { _tag: 'NotFound', kind: 'chargeback' } })
    const facts = after(short, raise)
    expect(decide(after(facts, cancel), early)).toMatchObject({ left: { _tag: 'AlreadyEnded', ended: 'cancelled' } })
    expect(decide(facts, early)).toMatchObject({ left: { _tag: 'TooEarly', notBefore: '2026-05-20' } })
    expect(factsOf(decide(facts, { ...cancel, on: day('2026-05-20') }))).toHaveLength(1)
  })
})
