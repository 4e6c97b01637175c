import { decimal, keyedGet, money } from '@quittance/kernel'
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

describe('a difference that is tolerated at application', () => {
  const { approvedBy: _, ...asked } = writeOff
  const policy = {
    ...writeOff.policy,
    smallDifference: { maxMinor: 2_00, maxPercent: decimal('1') },
    bankFee: { maxMinor: 15_00, period: { from: day('2026-01-20'), maxMinor: 20_00 } },
  }
  const tolerated: WriteOff = { ...asked, policy, reason: 'small-difference', amount: eur(1_19), applicationId: '1' }
  const short = [receipt(), { ...applied, amountMinor: 117_81 }]

  it('is given up without asking, with the limit that let it and the application that came short', () => {
    expect(factsOf(decide(short, tolerated))).toMatchObject([
      { _tag: 'WrittenOff', reason: 'small-difference', amountMinor: 1_19, limitMinor: 1_19, applicationId: '1' },
    ])
  })

  it('is refused beyond the limit, whoever approves', () => {
    const more = { ...tolerated, amount: eur(1_20), approvedBy: 'controller' }
    expect(decide([receipt(), { ...applied, amountMinor: 117_00 }], more)).toMatchObject({
      left: { _tag: 'BeyondTolerance', scope: 'item', limitMinor: 1_19, takenMinor: 0, askedMinor: 1_20 },
    })
  })

  it('never stacks: a second payment that comes short gets what the first left of the limit', () => {
    const first = after([receipt(), { ...applied, amountMinor: 100_00 }], { ...tolerated, amount: eur(1_00) })
    const second = { ...tolerated, writeOffId: 'WO-2', amount: eur(20) }
    expect(decide(first, second)).toMatchObject({
      left: { _tag: 'BeyondTolerance', scope: 'item', limitMinor: 1_19, takenMinor: 1_00 },
    })
    expect(factsOf(decide(first, { ...second, amount: eur(19) }))).toHaveLength(1)
  })

  it('counts the fees of a period together, and no other', () => {
    const fee = { ...tolerated, reason: 'bank-fee', amount: eur(15_00) } as const
    const open = [receipt({ amountMinor: 300_00 }), { ...applied, amountMinor: 100_00 }]
    const other = { ...fee, writeOffId: 'WO-2', itemId: 'B', amount: eur(5_01) }
    const { applicationId: _1, ...unlinked } = other
    expect(decide(after(open, fee), unlinked)).toMatchObject({
      left: { _tag: 'BeyondTolerance', reason: 'bank-fee', scope: 'period', limitMinor: 20_00, takenMinor: 15_00 },
    })
    expect(factsOf(decide(after(open, { ...fee, on: day('2026-01-19') }), unlinked))).toHaveLength(1)
    expect(factsOf(decide(after(open, fee, { ...reverse, on: day('2026-01-20') }), unlinked))).toHaveLength(1)
  })

  it('names an application of the same item that stands', () => {
    expect(decide(short, { ...tolerated, applicationId: '9' })).toMatchObject({
      left: { _tag: 'NotFound', kind: 'application', id: '9' },
    })
    expect(decide(short, { ...tolerated, itemId: 'B' })).toMatchObject({ left: { kind: 'application' } })
    const undone = after(short, {
      _tag: 'Unapply',
      on: day('2026-01-14'),
      applicationId: '1',
      because: 'reallocation',
      reason: 'x',
    })
    expect(decide(undone, tolerated)).toMatchObject({ left: { _tag: 'AlreadyEnded', kind: 'application' } })
    expect(decide(short, { ...tolerated, on: day('2026-01-11') })).toMatchObject({
      left: { _tag: 'TooEarly', notBefore: '2026-01-12' },
    })
  })

  it('is owed again when its application is taken back, whole or in part, unless it was taken back before', () => {
    const facts = after(short, tolerated)
    const unapply = {
      _tag: 'Unapply',
      on: day('2026-02-01'),
      applicationId: '1',
      because: 'mistake',
      reason: 'x',
    } as const
    expect(factsOf(decide(facts, { ...unapply, amountMinor: 1 }))).toMatchObject([
      { _tag: 'CashUnapplied', on: '2026-01-12' },
      { _tag: 'WriteOffReversed', writeOffId: 'WO', amountMinor: 1_19, on: '2026-01-20' },
    ])
    const back = { _tag: 'ReturnReceipt', on: day('2026-02-01'), receiptId: 'R', kind: 'nsf' } as const
    expect(factsOf(decide(facts, back))).toMatchObject([
      { _tag: 'ReceiptReturned' },
      { _tag: 'WriteOffReversed', on: '2026-02-01' },
    ])
    const voided = factsOf(
      decide(facts, { _tag: 'VoidReceipt', on: day('2026-02-01'), receiptId: 'R', reason: 'twice' }),
    )
    expect(voided.map(({ _tag: tag }) => tag)).toEqual(['CashUnapplied', 'WriteOffReversed', 'ReceiptVoided'])
    expect(factsOf(decide(after(facts, reverse), unapply))).toHaveLength(1)
  })
})
