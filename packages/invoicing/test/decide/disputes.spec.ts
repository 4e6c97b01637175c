import { describe, expect, it } from 'vitest'
import type { InvoicingFact, RaiseDispute, ResolveDispute } from '../../src/index.js'
import { creditNote, day, decide, factsOf, invoiceFact, voided } from '../room.js'

const raise: RaiseDispute = { _tag: 'RaiseDispute', on: day('2026-01-15'), disputeId: 'DSP-1', documentId: 'INV-1' }
const resolve: ResolveDispute = {
  _tag: 'ResolveDispute',
  on: day('2026-01-20'),
  disputeId: 'DSP-1',
  outcome: 'rejected',
}
const open = { 'INV-1': { openMinor: 100_00 } }
const raised = (amountMinor?: number): ReadonlyArray<InvoicingFact> => [
  invoiceFact(),
  ...factsOf(decide([invoiceFact()], { ...raise, ...(amountMinor === undefined ? {} : { amountMinor }) }, open)),
]

describe('raising a dispute', () => {
  it('without an amount disputes all that is open and not disputed yet', () => {
    expect(raised()[1]).toMatchObject({ _tag: 'DisputeRaised', disputedMinor: 100_00, cause: 'unknown' })
    const second = decide(raised(40_00), { ...raise, disputeId: 'DSP-2', cause: 'price', words: 'Too dear.' }, open)
    expect(factsOf(second)).toMatchObject([{ disputedMinor: 60_00, cause: 'price', words: 'Too dear.' }])
  })

  it('disputes the last open minor unit and not one more', () => {
    expect(factsOf(decide(raised(40_00), { ...raise, disputeId: 'DSP-2', amountMinor: 60_00 }, open))).toHaveLength(1)
    expect(decide(raised(40_00), { ...raise, disputeId: 'DSP-2', amountMinor: 60_01 }, open)).toMatchObject({
      left: { _tag: 'OverDisputed', disputableMinor: 60_00, askedMinor: 60_01 },
    })
  })

  it.each([0, -1, 0.5])('of %d minor units is none', (amountMinor) => {
    expect(decide([invoiceFact()], { ...raise, amountMinor }, open)).toMatchObject({ left: { _tag: 'OverDisputed' } })
  })

  it('of an item that was paid in the meantime finds nothing to dispute', () => {
    expect(decide(raised(40_00), { ...raise, disputeId: 'DSP-2' }, { 'INV-1': { openMinor: 30_00 } })).toMatchObject({
      left: { _tag: 'OverDisputed', disputableMinor: 0 },
    })
  })

  it('refuses in the order of the list of refusals', () => {
    const all = { ...raise, on: day('2026-01-01'), amountMinor: -1 }
    expect(decide([], { ...all, disputeId: '' })).toMatchObject({
      left: { _tag: 'InvalidDocument', field: 'disputeId' },
    })
    expect(decide([], all)).toMatchObject({ left: { _tag: 'DocumentUnknown' } })
    expect(decide([creditNote('INV-1', '2026-01-10')], all)).toMatchObject({ left: { _tag: 'WrongDocumentKind' } })
    expect(decide([invoiceFact(), voided('INV-1')], all)).toMatchObject({ left: { _tag: 'DocumentVoided' } })
    expect(decide(raised(), all)).toMatchObject({ left: { _tag: 'DisputeAlreadyRaised', disputeId: 'DSP-1' } })
    expect(decide([invoiceFact()], all)).toMatchObject({ left: { _tag: 'TooEarly', notBefore: '2026-01-10' } })
    expect(decide([invoiceFact()], { ...all, on: day('2026-01-10') })).toMatchObject({ left: { _tag: 'OverDisputed' } })
  })
})

describe('resolving a dispute', () => {
  it('releases what was disputed', () => {
    expect(factsOf(decide(raised(40_00), resolve))).toEqual([
      {
        _tag: 'DisputeResolved',
        on: '2026-01-20',
        disputeId: 'DSP-1',
        documentId: 'INV-1',
        releasedMinor: 40_00,
        outcome: 'rejected',
      },
    ])
  })

  it('once only, and its id is never used again', () => {
    const over = [...raised(), ...factsOf(decide(raised(), resolve))]
    expect(decide(over, resolve)).toMatchObject({ left: { _tag: 'DisputeNotOpen' } })
    expect(decide(over, raise, open)).toMatchObject({ left: { _tag: 'DisputeAlreadyRaised' } })
  })

  it('by a credit note is not before that credit note', () => {
    const known = [...raised(), creditNote('CN-1', '2026-01-25')]
    expect(decide(known, { ...resolve, creditNoteId: 'CN-1' })).toMatchObject({
      left: { _tag: 'TooEarly', notBefore: '2026-01-25' },
    })
    expect(factsOf(decide(known, { ...resolve, creditNoteId: 'CN-1', on: day('2026-01-25') }))).toMatchObject([
      { creditNoteId: 'CN-1' },
    ])
  })

  it('refuses in the order of the list of refusals', () => {
    const all = { ...resolve, on: day('2026-01-01'), creditNoteId: 'INV-1', disputeId: 'DSP-9' }
    expect(decide(raised(), all)).toMatchObject({ left: { _tag: 'DocumentUnknown', documentId: 'INV-1' } })
    expect(decide(raised(), { ...resolve, on: day('2026-01-01'), disputeId: 'DSP-9' })).toMatchObject({
      left: { _tag: 'DisputeNotOpen', disputeId: 'DSP-9' },
    })
    expect(decide(raised(), { ...resolve, on: day('2026-01-14') })).toMatchObject({
      left: { _tag: 'TooEarly', notBefore: '2026-01-15' },
    })
  })
})
