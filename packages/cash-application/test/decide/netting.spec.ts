import { keyedGet, money } from '@quittance/kernel'
import { describe, expect, it } from 'vitest'
import type { NetAgainstPayables, ReverseNetting } from '../../src/index.js'
import { after, day, decide, eur, stateOf } from '../room.js'

const line = (itemId: string, minor: number, payableId = 'V') => ({ itemId, payableId, amount: eur(minor) })
const net: NetAgainstPayables = {
  _tag: 'NetAgainstPayables',
  on: day('2026-01-20'),
  nettingId: 'N',
  lines: [line('A', 119_00), line('B', 1_00)],
  payables: [{ payableId: 'V', dueOn: day('2026-01-15'), open: eur(120_00) }],
  policy: { id: 'netting', version: 3, agreed: true },
}
const reverse: ReverseNetting = { _tag: 'ReverseNetting', on: day('2026-01-25'), nettingId: 'N', reason: 'cancelled' }

describe('a netting', () => {
  it('takes off each item what its payables give, pair by pair', () => {
    const facts = after([], net)
    expect(facts).toEqual([
      {
        _tag: 'Netted',
        on: '2026-01-20',
        currency: 'EUR',
        nettingId: 'N',
        lines: [
          { itemId: 'A', payableId: 'V', amountMinor: 119_00 },
          { itemId: 'B', payableId: 'V', amountMinor: 1_00 },
        ],
        policy: { id: 'netting', version: 3 },
      },
    ])
    const { items } = stateOf(facts)
    expect([keyedGet(items, 'A')?.nettedMinor, keyedGet(items, 'B')?.nettedMinor]).toEqual([119_00, 1_00])
  })

  it('sees what its own lines take of an item and of a payable', () => {
    const lines = [line('A', 60_00), line('A', 59_01)]
    expect(decide([], { ...net, lines })).toMatchObject({
      left: { _tag: 'OverApplied', itemId: 'A', openMinor: 119_00, askedMinor: 119_01 },
    })
    expect(decide([], { ...net, lines: [line('A', 119_00), line('B', 1_01)] })).toMatchObject({
      left: { _tag: 'NotEnoughFree', kind: 'payable', id: 'V', freeMinor: 120_00, askedMinor: 120_01 },
    })
  })

  it('needs an agreement', () => {
    expect(decide([], { ...net, policy: { ...net.policy, agreed: false } })).toMatchObject({
      left: { _tag: 'NettingNotAgreed', policyId: 'netting' },
    })
  })

  it('is refused in the order of the list of refusals', () => {
    const policy = { ...net.policy, agreed: false }
    const early = { ...net, on: day('2026-01-01'), policy }
    const known = after([], net)
    expect(decide(known, { ...early, nettingId: '', lines: [line('A', 0)] })).toMatchObject({
      left: { _tag: 'InvalidAmount', field: 'lines[0].amount' },
    })
    const broken = { payableId: '', dueOn: day('2026-01-15'), open: { currency: 'EUR', minor: 0.5 } }
    expect(decide(known, { ...early, nettingId: '', payables: [broken] })).toMatchObject({
      left: { _tag: 'InvalidAmount', field: 'payables[0].open' },
    })
    for (const [field, parts] of [
      ['nettingId', { nettingId: '' }],
      ['policy.id', { policy: { ...policy, id: '' } }],
      ['payables[0].payableId', { payables: [{ ...broken, open: eur(1) }] }],
      ['lines', { lines: [] }],
    ] as const)
      expect(decide(known, { ...early, ...parts })).toMatchObject({ left: { _tag: 'MissingField', field } })
    expect(decide(known, { ...early, lines: [line('X', 1)] })).toMatchObject({ left: { _tag: 'IdAlreadyUsed' } })
    expect(decide([], { ...early, lines: [line('X', 1, 'W')] })).toMatchObject({
      left: { _tag: 'NotFound', kind: 'item' },
    })
    expect(decide([], { ...early, lines: [line('A', 1, 'W')] })).toMatchObject({
      left: { _tag: 'NotFound', kind: 'payable' },
    })
    expect(decide([], { ...early, lines: [line('DOLLARS', 1), line('GONE', 1)] })).toMatchObject({
      left: { _tag: 'AlreadyEnded', id: 'GONE' },
    })
    expect(decide([], { ...early, lines: [line('A', 1), { ...line('B', 1), amount: money('USD', 1) }] })).toMatchObject(
      {
        left: { _tag: 'CurrencyMismatch', expected: 'EUR', got: 'USD' },
      },
    )
    expect(decide([], { ...early, lines: [line('DOLLARS', 1)] })).toMatchObject({ left: { _tag: 'CurrencyMismatch' } })
    const dollars = [{ payableId: 'V', dueOn: day('2026-01-15'), open: money('USD', 1) }]
    expect(decide([], { ...early, payables: dollars })).toMatchObject({ left: { _tag: 'CurrencyMismatch' } })
    expect(decide([], { ...early, lines: [line('A', 999_00)] })).toMatchObject({
      left: { _tag: 'TooEarly', notBefore: '2026-01-05' },
    })
  })
})

describe('a netting that is taken back', () => {
  it('makes all its items owed again from its own day on', () => {
    const facts = after([], net, reverse)
    expect(facts.at(-1)).toMatchObject({
      _tag: 'NettingReversed',
      on: '2026-01-25',
      lines: [{ itemId: 'A' }, { itemId: 'B' }],
    })
    for (const id of ['A', 'B'])
      expect(keyedGet(stateOf(facts).items, id)).toMatchObject({ nettedMinor: 0, reopenedOn: '2026-01-25' })
  })

  it('refuses in the order of the list of refusals', () => {
    const early = { ...reverse, on: day('2026-01-01') }
    expect(decide([], early)).toMatchObject({ left: { _tag: 'NotFound', kind: 'netting' } })
    expect(decide(after([], net, reverse), early)).toMatchObject({ left: { _tag: 'AlreadyEnded', ended: 'reversed' } })
    expect(decide(after([], net), early)).toMatchObject({ left: { _tag: 'TooEarly', notBefore: '2026-01-20' } })
  })
})
