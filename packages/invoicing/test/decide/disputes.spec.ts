import { decimal } from '@quittance/kernel'
import { describe, expect, it } from 'vitest'
import type { CreditNoteIssued, InvoicingFact, RaiseDispute, ResolveDispute } from '../../src/index.js'
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

  const accepted = { ...resolve, outcome: 'accepted', creditNoteId: 'CN-1' } as const
  const credited = (on = '2026-01-15'): ReadonlyArray<InvoicingFact> => [...raised(40_00), creditNote('CN-1', on)]

  it('by a credit note is not before that credit note', () => {
    expect(decide(credited('2026-01-25'), accepted)).toMatchObject({
      left: { _tag: 'TooEarly', notBefore: '2026-01-25' },
    })
    expect(factsOf(decide(credited('2026-01-20'), accepted))).toMatchObject([
      { outcome: 'accepted', creditNoteId: 'CN-1', acceptedMinor: 40_00, releasedMinor: 40_00 },
    ])
  })

  it('accepts by a credit note over exactly what is disputed, or in part over less', () => {
    const more = [...raised(40_01), creditNote('CN-1', '2026-01-15')]
    expect(decide(more, accepted)).toMatchObject({
      left: { _tag: 'CreditDoesNotSettle', because: 'amount', disputedMinor: 40_01, creditMinor: 40_00 },
    })
    expect(factsOf(decide(more, { ...accepted, outcome: 'partly-accepted' }))).toMatchObject([
      { outcome: 'partly-accepted', acceptedMinor: 40_00, releasedMinor: 40_01 },
    ])
    expect(decide(credited(), { ...accepted, outcome: 'partly-accepted' })).toMatchObject({
      left: { _tag: 'CreditDoesNotSettle', because: 'amount' },
    })
  })

  it('accepts every dispute of an invoice that is credited whole, to be billed again', () => {
    const whole = { ...(creditNote('CN-1', '2026-01-15') as CreditNoteIssued), precedingId: 'INV-1' }
    const note = { ...whole, totals: { ...whole.totals, grossMinor: 100_00, netMinor: 100_00 } }
    const both = [...raised(40_00), ...factsOf(decide(raised(40_00), { ...raise, disputeId: 'DSP-2' }, open)), note]
    const once = factsOf(decide(both, accepted))
    expect(once).toMatchObject([{ acceptedMinor: 40_00 }])
    expect(factsOf(decide([...both, ...once], { ...accepted, disputeId: 'DSP-2' }))).toMatchObject([
      { acceptedMinor: 60_00, releasedMinor: 60_00 },
    ])
    expect(decide(both, { ...accepted, outcome: 'partly-accepted' })).toMatchObject({ left: { because: 'amount' } })
  })

  it('accepts nothing without a credit note, and credits nothing that is not accepted', () => {
    expect(decide(credited(), { ...resolve, outcome: 'accepted' })).toMatchObject({
      left: { _tag: 'InvalidDispute', field: 'creditNoteId' },
    })
    expect(decide(credited(), { ...resolve, creditNoteId: 'CN-1' })).toMatchObject({
      left: { _tag: 'InvalidDispute', field: 'creditNoteId' },
    })
  })

  it('accepts by a credit note for this document, in its currency, and once', () => {
    const note = creditNote('CN-1', '2026-01-15') as CreditNoteIssued
    const because = (facts: ReadonlyArray<InvoicingFact>, command = accepted): unknown => {
      const decided = decide(facts, command)
      return decided._tag === 'Left' && decided.left._tag === 'CreditDoesNotSettle' ? decided.left.because : decided
    }
    const elsewhere = { ...note, precedingId: 'INV-2', offsetMinor: 0 }
    expect(because([...raised(40_00), elsewhere])).toBe('document')
    expect(because([...raised(40_00), { ...note, currency: 'USD' }])).toBe('currency')
    const second = decide(credited(), { ...raise, disputeId: 'DSP-2', amountMinor: 40_00 }, open)
    const both = [...credited(), ...factsOf(second)]
    const once = [...both, ...factsOf(decide(both, accepted))]
    expect(because(once, { ...accepted, disputeId: 'DSP-2' } as typeof accepted)).toBe('settled-another')
  })

  it('accepts an error that could have been prevented only once somebody has said what caused it', () => {
    const preventable = { ...accepted, disputeClass: 'preventable' } as const
    expect(decide(credited(), preventable)).toMatchObject({ left: { _tag: 'CauseRequired', disputeId: 'DSP-1' } })
    const tag = { _tag: 'TagDisputeCause', disputeId: 'DSP-1', by: 'k.ito', because: 'asked' } as const
    const said = factsOf(decide(credited(), { ...tag, on: day('2026-01-18'), cause: 'quantity' }))
    expect(factsOf(decide([...credited(), ...said], preventable))).toMatchObject([{ disputeClass: 'preventable' }])
    const earlier = factsOf(decide(credited(), { ...tag, on: day('2026-01-17'), cause: 'unknown' }))
    expect(factsOf(decide([...credited(), ...said, ...earlier], preventable))).toHaveLength(1)
  })

  it('accepts nothing that was taken without a right', () => {
    expect(decide(credited(), { ...accepted, disputeClass: 'unauthorised' })).toMatchObject({
      left: { _tag: 'InvalidDispute', field: 'disputeClass' },
    })
    expect(factsOf(decide(credited(), { ...resolve, disputeClass: 'unauthorised' }))).toHaveLength(1)
  })

  it('refuses in the order of the list of refusals', () => {
    const all = { ...accepted, on: day('2026-01-01'), creditNoteId: 'INV-1', disputeId: 'DSP-9' }
    expect(decide(raised(), { ...all, outcome: 'rejected' })).toMatchObject({ left: { _tag: 'InvalidDispute' } })
    expect(decide(raised(), all)).toMatchObject({ left: { _tag: 'DocumentUnknown', documentId: 'INV-1' } })
    expect(decide(raised(), { ...resolve, on: day('2026-01-01'), disputeId: 'DSP-9' })).toMatchObject({
      left: { _tag: 'DisputeNotOpen', disputeId: 'DSP-9' },
    })
    expect(decide(raised(), { ...resolve, on: day('2026-01-14') })).toMatchObject({
      left: { _tag: 'TooEarly', notBefore: '2026-01-15' },
    })
  })
})

describe('raising a dispute over lines', () => {
  const tax = { category: 'S', ratePercent: decimal('19') }
  const taxed = [invoiceFact({ lines: [{ netMinor: 10_00, tax }, { netMinor: 20_00, tax }, { netMinor: 5_00 }] })]
  const all = { 'INV-1': { openMinor: 40_70 } }

  it('disputes what is left of them with its tax', () => {
    const objected = (lines: ReadonlyArray<number>): unknown =>
      factsOf(decide(taxed, { ...raise, lines }, all)).map((fact) => 'disputedMinor' in fact && fact.disputedMinor)
    expect([objected([2]), objected([1, 3]), objected([1, 2, 3])]).toEqual([[23_80], [16_90], [40_70]])
  })

  it('disputes no more than is open, and of a stated amount that much', () => {
    expect(factsOf(decide(taxed, { ...raise, lines: [2] }, { 'INV-1': { openMinor: 7_00 } }))).toMatchObject([
      { disputedMinor: 7_00, lines: [2] },
    ])
    expect(factsOf(decide(taxed, { ...raise, lines: [2], amountMinor: 3_00 }, all))).toMatchObject([
      { disputedMinor: 3_00, lines: [2] },
    ])
  })

  it.each([[[]], [[4]], [[1, 1]]])('of which some are not there is refused: %j', (lines) => {
    expect(decide(taxed, { ...raise, lines }, all)).toMatchObject({ left: { _tag: 'InvalidDispute' } })
  })

  it('keeps the claim code and the papers, none of them empty', () => {
    const claim = { claimCode: 'PRC-01', evidence: ['offer.pdf'] }
    expect(factsOf(decide(taxed, { ...raise, ...claim }, all))).toMatchObject([claim])
    expect(decide(taxed, { ...raise, claimCode: '' }, all)).toMatchObject({ left: { field: 'claimCode' } })
    expect(decide(taxed, { ...raise, evidence: ['a', ''] }, all)).toMatchObject({ left: { field: 'evidence[1]' } })
  })
})

describe('substantiating a dispute', () => {
  const add = { _tag: 'SubstantiateDispute', on: day('2026-01-15'), disputeId: 'DSP-1' } as const

  it('adds the code, the papers or the words that were missing', () => {
    expect(factsOf(decide(raised(), { ...add, claimCode: 'PRC-01' }))).toEqual([
      { ...add, _tag: 'DisputeSubstantiated', documentId: 'INV-1', claimCode: 'PRC-01', evidence: [] },
    ])
    expect(factsOf(decide(raised(), { ...add, evidence: ['offer.pdf'], words: 'Here.' }))).toMatchObject([
      { evidence: ['offer.pdf'], words: 'Here.' },
    ])
  })

  it('refuses in the order of the list of refusals', () => {
    const all = { ...add, on: day('2026-01-01'), disputeId: 'DSP-9', claimCode: '' }
    expect(decide(raised(), all)).toMatchObject({ left: { _tag: 'InvalidDispute', field: 'claimCode' } })
    expect(decide(raised(), add)).toMatchObject({ left: { _tag: 'InvalidDispute', field: 'evidence' } })
    expect(decide(raised(), { ...all, claimCode: 'P' })).toMatchObject({ left: { _tag: 'DisputeNotOpen' } })
    const early = { ...add, on: day('2026-01-14'), claimCode: 'P' }
    expect(decide(raised(), early)).toMatchObject({ left: { _tag: 'TooEarly', notBefore: '2026-01-15' } })
  })
})
