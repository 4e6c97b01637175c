import { decimal } from '@quittance/kernel'
import { describe, expect, it } from 'vitest'
import { type IssueCreditNote, netDays } from '../../src/index.js'
import { creditNote, day, decide, factsOf, invoiceFact, voided } from '../room.js'

const standard = { category: 'S', ratePercent: decimal('19') }
const credit: IssueCreditNote = {
  _tag: 'IssueCreditNote',
  on: day('2026-01-15'),
  documentId: 'CN-1',
  currency: 'EUR',
  lines: [{ netMinor: 40_00 }],
  reason: 'goods returned',
  precedingId: 'INV-1',
}
const open = { 'INV-1': { openMinor: 100_00 } }

describe('issuing a credit note', () => {
  it('first reduces its invoice, and leaves the customer what the invoice cannot take', () => {
    expect(factsOf(decide([invoiceFact()], credit, open))).toMatchObject([{ offsetMinor: 40_00, precedingId: 'INV-1' }])
    expect(factsOf(decide([invoiceFact()], credit, { 'INV-1': { openMinor: 30_00 } }))).toMatchObject([
      { offsetMinor: 30_00 },
    ])
    expect(factsOf(decide([invoiceFact()], credit))).toMatchObject([{ offsetMinor: 0 }])
  })

  it('leaves all of it with the customer where that is asked for, and where it stands alone', () => {
    expect(factsOf(decide([invoiceFact()], { ...credit, offset: false }, open))).toMatchObject([{ offsetMinor: 0 }])
    const { precedingId: _, ...alone } = credit
    expect(factsOf(decide([], alone))).toMatchObject([{ offsetMinor: 0 }])
  })

  it('takes back the whole of an invoice whose tax was always on the reduced amount', () => {
    const terms = {
      ...netDays(30),
      discount: {
        taxMode: 'always-reduced',
        base: 'total',
        graceDays: 0,
        tiers: [{ percent: decimal('2'), days: 10 }],
      },
    } as const
    const lines = [{ netMinor: 100_00, tax: standard }]
    const invoice = invoiceFact({ lines, terms })
    expect(invoice.totals).toMatchObject({ taxMinor: 18_62, grossMinor: 118_62 })
    expect(factsOf(decide([invoice], { ...credit, lines }, { 'INV-1': { openMinor: 118_62 } }))).toMatchObject([
      { totals: { taxMinor: 18_62 }, offsetMinor: 118_62 },
    ])
  })

  it('waits for the day on which something was given back to its invoice, if it takes from that', () => {
    const reopened = { 'INV-1': { openMinor: 100_00, reopenedOn: day('2026-01-20') } }
    expect(decide([invoiceFact()], credit, reopened)).toMatchObject({
      left: { _tag: 'TooEarly', notBefore: '2026-01-20' },
    })
    expect(factsOf(decide([invoiceFact()], { ...credit, offset: false }, reopened))).toHaveLength(1)
    expect(factsOf(decide([invoiceFact()], { ...credit, on: day('2026-01-20') }, reopened))).toHaveLength(1)
  })

  it('credits the last minor unit of an invoice and not one more', () => {
    const first = factsOf(decide([invoiceFact()], credit, open))
    const rest = { ...credit, documentId: 'CN-2' }
    const known = [invoiceFact(), ...first]
    expect(factsOf(decide(known, { ...rest, lines: [{ netMinor: 60_00 }] }))).toHaveLength(1)
    expect(decide(known, { ...rest, lines: [{ netMinor: 60_01 }] })).toMatchObject({
      left: { _tag: 'OverCredited', scope: 'total', creditableMinor: 60_00, askedMinor: 60_01 },
    })
  })

  it('needs a number and a positive total', () => {
    expect(decide([], { ...credit, documentId: '' })).toMatchObject({ left: { field: 'documentId' } })
    expect(decide([], { ...credit, lines: [{ netMinor: 0 }] })).toMatchObject({
      left: { _tag: 'InvalidDocument', field: 'lines' },
    })
  })

  it('refuses in the order of the list of refusals', () => {
    const all = { ...credit, on: day('2026-01-01'), currency: 'USD', lines: [{ netMinor: 999_00 }] }
    const taken = creditNote('CN-1', '2026-01-11')
    const ended = [invoiceFact(), voided('INV-1')]
    expect(decide([taken], { ...all, precedingId: 'INV-9', lines: [] })).toMatchObject({
      left: { _tag: 'InvalidDocument' },
    })
    expect(decide([taken], { ...all, precedingId: 'INV-9' })).toMatchObject({ left: { _tag: 'DocumentAlreadyIssued' } })
    expect(decide([], all)).toMatchObject({ left: { _tag: 'DocumentUnknown', documentId: 'INV-1' } })
    expect(decide([taken], { ...all, documentId: 'CN-2', precedingId: 'CN-1' })).toMatchObject({
      left: { _tag: 'WrongDocumentKind', kind: 'credit-note' },
    })
    expect(decide(ended, all)).toMatchObject({ left: { _tag: 'DocumentVoided' } })
    expect(decide([invoiceFact()], all, open)).toMatchObject({ left: { _tag: 'TooEarly', notBefore: '2026-01-10' } })
    expect(decide([invoiceFact()], { ...all, on: day('2026-01-10') }, open)).toMatchObject({
      left: { _tag: 'CurrencyMismatch' },
    })
    expect(decide([invoiceFact()], { ...all, on: day('2026-01-10'), currency: 'EUR' }, open)).toMatchObject({
      left: { _tag: 'OverCredited' },
    })
  })
})
