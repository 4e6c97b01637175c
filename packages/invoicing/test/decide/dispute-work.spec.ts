import { describe, expect, it } from 'vitest'
import type { AssignDispute, InvoicingFact, TagDisputeCause } from '../../src/index.js'
import { day, decide, factsOf, invoiceFact } from '../room.js'

const raised: ReadonlyArray<InvoicingFact> = [
  invoiceFact(),
  {
    _tag: 'DisputeRaised',
    on: day('2026-01-15'),
    disputeId: 'DSP-1',
    documentId: 'INV-1',
    disputedMinor: 40_00,
    cause: 'unknown',
  },
]
const ended: ReadonlyArray<InvoicingFact> = [
  ...raised,
  ...factsOf(
    decide(raised, { _tag: 'ResolveDispute', on: day('2026-01-20'), disputeId: 'DSP-1', outcome: 'rejected' }),
  ),
]
const assign: AssignDispute = { _tag: 'AssignDispute', on: day('2026-01-15'), disputeId: 'DSP-1', department: 'sales' }
const tag: TagDisputeCause = {
  _tag: 'TagDisputeCause',
  on: day('2026-01-15'),
  disputeId: 'DSP-1',
  cause: 'pricing_error',
  by: 'k.ito',
  because: 'the contract says 56.00',
}

describe('assigning a dispute', () => {
  it('names a department, and a person and a day where they are known', () => {
    const plain = { _tag: 'DisputeAssigned', on: '2026-01-15', disputeId: 'DSP-1', documentId: 'INV-1' }
    expect(factsOf(decide(raised, assign))).toEqual([{ ...plain, department: 'sales' }])
    const dueOn = day('2026-01-15')
    expect(factsOf(decide(raised, { ...assign, person: 'k.ito', dueOn }))).toEqual([
      { ...plain, department: 'sales', person: 'k.ito', dueOn },
    ])
  })

  it('can be done again, to another department', () => {
    const again = decide([...raised, ...factsOf(decide(raised, assign))], { ...assign, department: 'billing' })
    expect(factsOf(again)).toMatchObject([{ department: 'billing' }])
  })

  it('refuses in the order of the list of refusals', () => {
    const all = { ...assign, on: day('2026-01-14'), disputeId: 'DSP-9', department: '', person: '' }
    expect(decide(raised, all)).toMatchObject({ left: { _tag: 'InvalidDispute', field: 'department' } })
    expect(decide(raised, { ...all, department: 'sales' })).toMatchObject({
      left: { _tag: 'InvalidDispute', field: 'person' },
    })
    const { person: _, ...unnamed } = { ...all, department: 'sales' }
    expect(decide(raised, { ...unnamed, dueOn: day('2026-01-13') })).toMatchObject({
      left: { _tag: 'InvalidDispute', field: 'dueOn' },
    })
    expect(decide(raised, unnamed)).toMatchObject({ left: { _tag: 'DisputeNotOpen', disputeId: 'DSP-9' } })
    expect(decide(ended, assign)).toMatchObject({ left: { _tag: 'DisputeNotOpen' } })
    expect(decide(raised, { ...unnamed, disputeId: 'DSP-1' })).toMatchObject({
      left: { _tag: 'TooEarly', notBefore: '2026-01-15' },
    })
  })
})

describe('tagging the cause of a dispute', () => {
  it('says who says so and why', () => {
    expect(factsOf(decide(raised, tag))).toEqual([
      {
        _tag: 'DisputeCauseTagged',
        on: '2026-01-15',
        disputeId: 'DSP-1',
        documentId: 'INV-1',
        cause: 'pricing_error',
        by: 'k.ito',
        because: 'the contract says 56.00',
      },
    ])
  })

  it('is possible again, and after the dispute has ended', () => {
    expect(factsOf(decide([...raised, ...factsOf(decide(raised, tag))], tag))).toHaveLength(1)
    expect(factsOf(decide(ended, { ...tag, cause: 'quantity' }))).toMatchObject([{ cause: 'quantity' }])
    expect(decide(ended, { ...tag, on: day('2026-01-14') })).toMatchObject({
      left: { _tag: 'TooEarly', notBefore: '2026-01-15' },
    })
  })

  it.each(['cause', 'by', 'because'] as const)('needs a %s', (field) => {
    expect(decide([], { ...tag, on: day('2026-01-14'), [field]: '' })).toMatchObject({
      left: { _tag: 'InvalidDispute', field },
    })
  })

  it('of a dispute that never was is refused before its day is looked at', () => {
    expect(decide(raised, { ...tag, on: day('2026-01-14'), disputeId: 'DSP-9' })).toMatchObject({
      left: { _tag: 'DisputeUnknown', disputeId: 'DSP-9' },
    })
    expect(decide(raised, { ...tag, on: day('2026-01-14') })).toMatchObject({
      left: { _tag: 'TooEarly', notBefore: '2026-01-15' },
    })
  })
})
