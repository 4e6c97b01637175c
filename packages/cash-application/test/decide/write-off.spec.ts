import { keyedGet, money } from '@quittance/kernel'
import { describe, expect, it } from 'vitest'
import type { ReverseWriteOff, WriteOff } from '../../src/index.js'
import { after, applied, day, decide, eur, factsOf, receipt, stateOf } from '../room.js'

const writeOff: WriteOff = {
  _tag: 'WriteOff',
  on: day('2026-01-20'),
  writeOffId: 'WO',
  itemId: 'A',
  amount: eur(119_00),
  reason: 'bad-debt',
  requestedBy: 'clerk',
  approvedBy: 'controller',
  policy: {
    id: 'write-off',
    version: 2,
    smallBalanceMaxMinor: 5_00,
    limits: [{ approver: 'controller', maxMinor: 500_00 }],
  },
}
const reverse: ReverseWriteOff = {
  _tag: 'ReverseWriteOff',
  on: day('2026-01-25'),
  writeOffId: 'WO',
  reason: 'paid after all',
}

describe('a write-off', () => {
  it('gives up an item under a policy that the fact names, with who asked and who approved', () => {
    expect(factsOf(decide([], writeOff))).toEqual([
      {
        _tag: 'WrittenOff',
        on: '2026-01-20',
        currency: 'EUR',
        writeOffId: 'WO',
        itemId: 'A',
        amountMinor: 119_00,
        reason: 'bad-debt',
        requestedBy: 'clerk',
        approvedBy: 'controller',
        policy: { id: 'write-off', version: 2 },
      },
    ])
  })

  it('of a small balance needs nobody else', () => {
    const { approvedBy: _, ...alone } = { ...writeOff, reason: 'small-balance', amount: eur(5_00) } as const
    expect(factsOf(decide([], alone))).toHaveLength(1)
    expect(decide([], { ...alone, amount: eur(5_01) })).toMatchObject({
      left: { _tag: 'ApprovalRequired', because: 'no-approver' },
    })
  })

  it('gives up what is open to the last minor unit and not one more', () => {
    const paid = [receipt(), { ...applied, amountMinor: 19_00 }]
    expect(factsOf(decide(paid, { ...writeOff, amount: eur(100_00) }))).toHaveLength(1)
    expect(decide(paid, { ...writeOff, amount: eur(100_01) })).toMatchObject({
      left: { _tag: 'OverApplied', openMinor: 100_00 },
    })
  })

  it('refuses in the order of the list of refusals', () => {
    const { approvedBy: _, ...unapproved } = writeOff
    const all = { ...unapproved, on: day('2026-01-01'), amount: money('USD', 999_00) }
    const known = after([], { ...writeOff, amount: eur(1_00) })
    expect(decide(known, { ...all, amount: eur(0), requestedBy: '' })).toMatchObject({
      left: { _tag: 'InvalidAmount' },
    })
    for (const [field, parts] of [
      ['writeOffId', { writeOffId: '' }],
      ['requestedBy', { requestedBy: '' }],
      ['approvedBy', { approvedBy: '' }],
      ['policy.id', { policy: { ...writeOff.policy, id: '' } }],
    ] as const)
      expect(decide(known, { ...all, ...parts })).toMatchObject({ left: { _tag: 'MissingField', field } })
    expect(decide(known, { ...all, itemId: 'X' })).toMatchObject({ left: { _tag: 'IdAlreadyUsed', kind: 'write-off' } })
    expect(decide([], { ...all, itemId: 'X' })).toMatchObject({ left: { _tag: 'NotFound', kind: 'item' } })
    expect(decide([], { ...all, itemId: 'GONE' })).toMatchObject({ left: { _tag: 'AlreadyEnded', ended: 'voided' } })
    expect(decide([], all)).toMatchObject({ left: { _tag: 'CurrencyMismatch' } })
    expect(decide([], { ...all, amount: eur(999_00) })).toMatchObject({
      left: { _tag: 'TooEarly', notBefore: '2026-01-05' },
    })
    expect(decide([], { ...all, amount: eur(999_00), on: day('2026-01-05') })).toMatchObject({
      left: { _tag: 'OverApplied' },
    })
    expect(decide([], { ...all, amount: eur(119_00), on: day('2026-01-05') })).toMatchObject({
      left: { _tag: 'ApprovalRequired' },
    })
  })
})

describe('a write-off that is taken back', () => {
  it('makes the item owed again from its own day on', () => {
    const facts = after([], writeOff, reverse)
    expect(keyedGet(stateOf(facts).items, 'A')).toMatchObject({ writtenOffMinor: 0, reopenedOn: '2026-01-25' })
    expect(decide(facts, { ...writeOff, writeOffId: 'WO-2' })).toMatchObject({
      left: { _tag: 'TooEarly', notBefore: '2026-01-25' },
    })
  })

  it('refuses in the order of the list of refusals', () => {
    const early = { ...reverse, on: day('2026-01-01') }
    expect(decide([], early)).toMatchObject({ left: { _tag: 'NotFound', kind: 'write-off' } })
    expect(decide(after([], writeOff, reverse), early)).toMatchObject({
      left: { _tag: 'AlreadyEnded', ended: 'reversed' },
    })
    expect(decide(after([], writeOff), early)).toMatchObject({ left: { _tag: 'TooEarly', notBefore: '2026-01-20' } })
  })
})
