import { keyedGet, money } from '@quittance/kernel'
import { describe, expect, it } from 'vitest'
import type { AcceptDeduction, RecordDeduction, RejectDeduction, WriteOff } from '../../src/index.js'
import { after, apply, applied, day, decide, eur, factsOf, line, receipt, stateOf } from '../room.js'

const record: RecordDeduction = {
  _tag: 'RecordDeduction',
  on: day('2026-01-20'),
  deductionId: 'D',
  itemId: 'A',
  amount: eur(19_00),
  reasonCode: '24',
  receiptId: 'R',
}
const accept: AcceptDeduction = {
  _tag: 'AcceptDeduction',
  on: day('2026-01-25'),
  deductionId: 'D',
  creditNoteId: 'CN-7',
  lines: [{ netMinor: 19_00 }],
}
const reject: RejectDeduction = {
  _tag: 'RejectDeduction',
  on: day('2026-01-25'),
  deductionId: 'D',
  reason: 'signed for',
}
const writeOff: WriteOff = {
  _tag: 'WriteOff',
  on: day('2026-01-25'),
  writeOffId: 'WO',
  itemId: 'A',
  amount: eur(19_00),
  reason: 'deduction',
  requestedBy: 'clerk',
  deductionId: 'D',
  policy: { id: 'w', version: 1, smallBalanceMaxMinor: 0, deductionMaxMinor: 19_00, limits: [] },
}
/** 100.00 of 119.00 came; 19.00 were held back. */
const short = [receipt(), { ...applied, amountMinor: 100_00 }]
const pending = after(short, record)
const settled = after(pending, apply('2026-01-22', line('2', 'A', 19_00)))

describe('a deduction', () => {
  it('is recorded with its reason and the payment that came short, and takes nothing off the item', () => {
    expect(factsOf(decide(short, { ...record, cause: 'pricing_error' }))).toEqual([
      {
        _tag: 'DeductionRecorded',
        on: '2026-01-20',
        currency: 'EUR',
        deductionId: 'D',
        itemId: 'A',
        amountMinor: 19_00,
        reasonCode: '24',
        cause: 'pricing_error',
        receiptId: 'R',
      },
    ])
    expect(keyedGet(stateOf(pending).items, 'A')).toMatchObject({ cashMinor: 100_00, writtenOffMinor: 0 })
  })

  it('goes up to what is open and not deducted already, and not one minor unit beyond', () => {
    expect(decide(short, { ...record, amount: eur(19_01) })).toMatchObject({
      left: { _tag: 'OverDeducted', deductibleMinor: 19_00, askedMinor: 19_01 },
    })
    const one = after(short, { ...record, amount: eur(10_00) })
    expect(factsOf(decide(one, { ...record, deductionId: 'D-2', amount: eur(9_00) }))).toHaveLength(1)
    expect(decide(one, { ...record, deductionId: 'D-2', amount: eur(9_01) })).toMatchObject({
      left: { _tag: 'OverDeducted', deductibleMinor: 9_00 },
    })
  })

  it('is refused in the order of the list of refusals', () => {
    const all = { ...record, on: day('2026-01-01'), amount: money('USD', 999_00), deductionId: 'D', itemId: 'X' }
    expect(decide(pending, { ...all, amount: eur(0), reasonCode: '' })).toMatchObject({
      left: { _tag: 'InvalidAmount' },
    })
    for (const parts of [{ deductionId: '' }, { reasonCode: '' }, { cause: '' }])
      expect(decide(pending, { ...all, ...parts })).toMatchObject({
        left: { _tag: 'MissingField', field: Object.keys(parts)[0] },
      })
    expect(decide(pending, all)).toMatchObject({ left: { _tag: 'IdAlreadyUsed', kind: 'deduction' } })
    expect(decide([], all)).toMatchObject({ left: { _tag: 'NotFound', kind: 'item' } })
    expect(decide([], { ...all, itemId: 'GONE' })).toMatchObject({ left: { _tag: 'NotFound', kind: 'receipt' } })
    expect(decide(short, { ...all, itemId: 'GONE' })).toMatchObject({ left: { _tag: 'AlreadyEnded', ended: 'voided' } })
    expect(decide(short, { ...all, itemId: 'A' })).toMatchObject({ left: { _tag: 'CurrencyMismatch' } })
    expect(decide(short, { ...all, itemId: 'A', amount: eur(999_00) })).toMatchObject({
      left: { _tag: 'TooEarly', notBefore: '2026-01-10' },
    })
  })
})

describe('a deduction ends', () => {
  it('accepted: what is pending is credited by a credit note in the same append', () => {
    expect(decide(pending, accept)).toMatchObject({
      right: {
        facts: [{ _tag: 'DeductionAccepted', amountMinor: 19_00, releasedMinor: 19_00, creditNoteId: 'CN-7' }],
        requests: [{ _tag: 'CreditCustomer', documentId: 'CN-7', itemId: 'A', amountMinor: 19_00, reason: '24' }],
      },
    })
  })

  it('accepted over what is pending, where some of it was paid meanwhile', () => {
    const partly = after(pending, apply('2026-01-22', line('2', 'A', 9_00)))
    expect(decide(partly, accept)).toMatchObject({
      right: { facts: [{ amountMinor: 10_00, releasedMinor: 19_00 }], requests: [{ amountMinor: 10_00 }] },
    })
    expect(decide(settled, accept)).toMatchObject({ left: { _tag: 'AlreadyEnded', ended: 'settled' } })
  })

  it('rejected: the part is plainly owed, and may be deducted again under another id', () => {
    const facts = after(pending, reject)
    expect(facts.at(-1)).toMatchObject({ _tag: 'DeductionRejected', releasedMinor: 19_00, reason: 'signed for' })
    expect(keyedGet(stateOf(facts).items, 'A')).toMatchObject({ deductions: [] })
    expect(factsOf(decide(facts, { ...record, deductionId: 'D-2' }))).toHaveLength(1)
    expect(factsOf(decide(settled, reject))).toHaveLength(1)
  })

  it('written off, within the limit by itself, and for exactly what is pending', () => {
    const facts = after(pending, writeOff)
    expect(facts.at(-1)).toMatchObject({
      _tag: 'WrittenOff',
      reason: 'deduction',
      limitMinor: 19_00,
      deduction: { deductionId: 'D', releasedMinor: 19_00 },
    })
    expect(keyedGet(stateOf(facts).deductions, 'D')).toMatchObject({ status: 'written-off' })
    expect(decide(pending, { ...writeOff, amount: eur(18_99) })).toMatchObject({
      left: { _tag: 'AmountDiffers', kind: 'deduction', id: 'D', expectedMinor: 19_00, askedMinor: 18_99 },
    })
    const policy = { ...writeOff.policy, deductionMaxMinor: 18_99 }
    expect(decide(pending, { ...writeOff, policy })).toMatchObject({
      left: { _tag: 'ApprovalRequired', because: 'no-approver' },
    })
    const { deductionMaxMinor: _, ...none } = policy
    expect(decide(pending, { ...writeOff, policy: none })).toMatchObject({ left: { _tag: 'ApprovalRequired' } })
  })

  it('and is pending again when its write-off is taken back', () => {
    const facts = after(pending, writeOff, {
      _tag: 'ReverseWriteOff',
      on: day('2026-01-26'),
      writeOffId: 'WO',
      reason: 'not small after all',
    })
    expect(facts.at(-1)).toMatchObject({ deduction: { deductionId: 'D', releasedMinor: 19_00 } })
    expect(decide(facts, { ...accept, on: day('2026-01-26') })).toMatchObject({
      right: { requests: [{ amountMinor: 19_00 }] },
    })
    for (const end of [accept, reject, { ...writeOff, writeOffId: 'WO-2' }])
      expect(decide(facts, end)).toMatchObject({ left: { _tag: 'TooEarly', notBefore: '2026-01-26' } })
  })

  it('once only, and not before it was recorded', () => {
    for (const end of [accept, reject, writeOff] as const)
      for (const [ended, by] of [
        ['accepted', accept],
        ['rejected', reject],
        ['written-off', writeOff],
      ] as const)
        expect(decide(after(pending, by), { ...end, writeOffId: 'WO-2' } as typeof end)).toMatchObject({
          left: { _tag: 'AlreadyEnded', kind: 'deduction', ended },
        })
    for (const end of [accept, reject, writeOff] as const) {
      expect(decide(short, end)).toMatchObject({ left: { _tag: 'NotFound', kind: 'deduction', id: 'D' } })
      expect(decide(pending, { ...end, on: day('2026-01-19') })).toMatchObject({
        left: { _tag: 'TooEarly', notBefore: '2026-01-20' },
      })
    }
    expect(decide(pending, { ...writeOff, itemId: 'B' })).toMatchObject({
      left: { _tag: 'NotFound', kind: 'deduction' },
    })
  })

  it('refuses an acceptance that names no credit note, or lines that are none', () => {
    expect(decide(pending, { ...accept, lines: [{ netMinor: 0.5 }], creditNoteId: '' })).toMatchObject({
      left: { _tag: 'InvalidAmount', field: 'lines[0].netMinor' },
    })
    expect(decide(pending, { ...accept, creditNoteId: '' })).toMatchObject({
      left: { _tag: 'MissingField', field: 'creditNoteId' },
    })
    expect(decide(pending, { ...accept, lines: [] })).toMatchObject({ left: { _tag: 'MissingField', field: 'lines' } })
    const { deductionId: _, ...unnamed } = writeOff
    expect(decide(pending, unnamed)).toMatchObject({ left: { _tag: 'MissingField', field: 'deductionId' } })
  })
})
