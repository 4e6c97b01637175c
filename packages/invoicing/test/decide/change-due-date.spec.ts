import { describe, expect, it } from 'vitest'
import type { ChangeDueDate, PaymentTerms } from '../../src/index.js'
import { creditNote, day, decide, factsOf, invoiceFact, stateOf, voided } from '../room.js'
import { keyedGet } from '@quittance/kernel'

const move: ChangeDueDate = {
  _tag: 'ChangeDueDate',
  on: day('2026-01-20'),
  documentId: 'INV-1',
  dueOn: day('2026-02-20'),
  reason: 'agreed by telephone',
}
const halves: PaymentTerms = {
  id: 'halves',
  version: 1,
  parts: [
    { share: { _tag: 'EqualPart', of: 2 }, due: {} },
    { share: { _tag: 'EqualPart', of: 2 }, due: { days: 30 } },
  ],
}

describe('changing a due day', () => {
  it('moves the only instalment without naming it, and says from where', () => {
    const facts = factsOf(decide([invoiceFact()], move))
    expect(facts).toEqual([
      {
        _tag: 'DueDateChanged',
        on: '2026-01-20',
        documentId: 'INV-1',
        instalmentNo: 1,
        from: '2026-01-10',
        to: '2026-02-20',
        reason: 'agreed by telephone',
      },
    ])
    expect(keyedGet(stateOf([invoiceFact(), ...facts]).documents, 'INV-1')?.instalments[0]?.dueOn).toBe('2026-02-20')
  })

  it('to the day that it has already is refused, for nothing would be recorded', () => {
    expect(decide([invoiceFact()], { ...move, dueOn: day('2026-01-10') })).toMatchObject({
      left: { _tag: 'DueDateUnchanged', documentId: 'INV-1', instalmentNo: 1 },
    })
  })

  it('of several instalments moves the one that is named, and no other', () => {
    const invoice = invoiceFact({ terms: halves })
    const facts = factsOf(decide([invoice], { ...move, instalmentNo: 2 }))
    expect(keyedGet(stateOf([invoice, ...facts]).documents, 'INV-1')?.instalments.map(({ dueOn }) => dueOn)).toEqual([
      '2026-01-10',
      '2026-02-20',
    ])
    expect(decide([invoice], move)).toMatchObject({ left: { _tag: 'InstalmentUnknown', instalmentNo: undefined } })
    expect(decide([invoice], { ...move, instalmentNo: 3 })).toMatchObject({
      left: { _tag: 'InstalmentUnknown', instalmentNo: 3 },
    })
  })

  it('refuses in the order of the list of refusals', () => {
    const all = { ...move, instalmentNo: 9, on: day('2026-01-01'), dueOn: day('2026-01-02') }
    expect(decide([], all)).toMatchObject({ left: { _tag: 'DocumentUnknown' } })
    expect(decide([creditNote('INV-1', '2026-01-10')], all)).toMatchObject({ left: { _tag: 'WrongDocumentKind' } })
    expect(decide([invoiceFact(), voided('INV-1')], all)).toMatchObject({ left: { _tag: 'DocumentVoided' } })
    expect(decide([invoiceFact()], all)).toMatchObject({ left: { _tag: 'InstalmentUnknown' } })
    expect(decide([invoiceFact()], { ...all, instalmentNo: 1 })).toMatchObject({ left: { _tag: 'TooEarly' } })
    expect(decide([invoiceFact()], { ...all, instalmentNo: 1, on: day('2026-01-10') })).toMatchObject({
      left: { _tag: 'DueBeforeIssue', issuedOn: '2026-01-10' },
    })
    expect(decide([invoiceFact()], { ...all, instalmentNo: 1, dueOn: day('2026-01-10') })).toMatchObject({
      left: { _tag: 'TooEarly' },
    })
  })
})
