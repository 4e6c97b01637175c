import { decimal } from '@quittance/kernel'
import { describe, expect, it } from 'vitest'
import { type IssueDebitNote, netDays } from '../../src/index.js'
import { day, decide, factsOf, invoiceFact } from '../room.js'

const charge: IssueDebitNote = {
  _tag: 'IssueDebitNote',
  on: day('2026-01-12'),
  documentId: 'DN-1',
  currency: 'EUR',
  lines: [{ netMinor: 15_00 }],
  reason: 'returned-payment-fee',
}

describe('issuing a debit note', () => {
  it('charges the customer, for an invoice or for nothing in particular', () => {
    expect(factsOf(decide([], charge))).toMatchObject([{ _tag: 'DebitNoteIssued', totals: { payableMinor: 15_00 } }])
    expect(factsOf(decide([invoiceFact()], { ...charge, precedingId: 'INV-1' }))).toMatchObject([
      { precedingId: 'INV-1' },
    ])
  })

  it('offers no discount, so its tax is on the full amount even under always-reduced terms', () => {
    const terms = {
      ...netDays(30),
      discount: {
        taxMode: 'always-reduced',
        base: 'total',
        graceDays: 0,
        tiers: [{ percent: decimal('50'), days: 10 }],
      },
    } as const
    const lines = [{ netMinor: 100_00, tax: { category: 'S', ratePercent: decimal('20') } }]
    expect(factsOf(decide([], { ...charge, lines, terms }))).toMatchObject([{ totals: { taxMinor: 20_00 } }])
  })

  it('refuses in the order of the list of refusals', () => {
    const known = [invoiceFact()]
    const all = { ...charge, precedingId: 'INV-9', dueOn: day('2026-01-01'), currency: 'USD', on: day('2026-01-09') }
    expect(decide(known, { ...all, lines: [] })).toMatchObject({ left: { _tag: 'InvalidDocument' } })
    expect(decide(known, { ...all, documentId: 'INV-1' })).toMatchObject({ left: { _tag: 'DocumentAlreadyIssued' } })
    expect(decide(known, all)).toMatchObject({ left: { _tag: 'DocumentUnknown', documentId: 'INV-9' } })
    expect(decide(known, { ...all, precedingId: 'INV-1' })).toMatchObject({
      left: { _tag: 'TooEarly', on: '2026-01-09', notBefore: '2026-01-10' },
    })
    const later = { ...all, precedingId: 'INV-1', on: day('2026-01-10') }
    expect(decide(known, later)).toMatchObject({ left: { _tag: 'DueBeforeIssue' } })
    expect(decide(known, { ...later, dueOn: day('2026-01-10') })).toMatchObject({
      left: { _tag: 'CurrencyMismatch', expected: 'EUR', got: 'USD' },
    })
  })
})
