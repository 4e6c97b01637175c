import { describe, expect, it } from 'vitest'
import type { VoidInvoice } from '../../src/index.js'
import { creditNote, day, decide, factsOf, invoiceFact, voided } from '../room.js'

const strikeOut: VoidInvoice = {
  _tag: 'VoidInvoice',
  on: day('2026-01-12'),
  documentId: 'INV-1',
  reason: 'issued twice',
  policy: { voidAllowed: true },
}
const delivered = { _tag: 'InvoiceDelivered', on: day('2026-01-11'), documentId: 'INV-1', channel: 'e-mail' } as const
const viewed = { _tag: 'InvoiceViewed', on: day('2026-01-11'), documentId: 'INV-1' } as const
const disputed = {
  _tag: 'DisputeRaised',
  on: day('2026-01-11'),
  disputeId: 'DSP-1',
  documentId: 'INV-1',
  disputedMinor: 1,
  cause: 'unknown',
} as const

describe('voiding an invoice', () => {
  it('takes effect on the day of the invoice, for it was an error from then', () => {
    expect(factsOf(decide([invoiceFact()], strikeOut))).toEqual([
      { _tag: 'InvoiceVoided', on: '2026-01-10', documentId: 'INV-1', payableMinor: 100_00, reason: 'issued twice' },
    ])
  })

  it('is refused by policy, then once delivered, then once touched, and says what to credit instead', () => {
    const because = (reason: string): object => ({
      left: { _tag: 'VoidNotAllowed', because: reason, creditInsteadMinor: 100_00 },
    })
    const touched = { 'INV-1': { touched: true } }
    const forbidden = { ...strikeOut, policy: { voidAllowed: false } }
    expect(decide([invoiceFact(), delivered], forbidden, touched)).toMatchObject(because('policy'))
    expect(decide([invoiceFact(), delivered], strikeOut, touched)).toMatchObject(because('delivered'))
    expect(decide([invoiceFact(), viewed], strikeOut, touched)).toMatchObject(because('delivered'))
    expect(decide([invoiceFact()], strikeOut, touched)).toMatchObject(because('touched'))
    expect(decide([invoiceFact(), disputed], strikeOut)).toMatchObject(because('touched'))
  })

  it('is refused where something was given back after the day of the invoice, allowed on that very day', () => {
    expect(decide([invoiceFact()], strikeOut, { 'INV-1': { reopenedOn: day('2026-01-11') } })).toMatchObject({
      left: { because: 'touched' },
    })
    expect(factsOf(decide([invoiceFact()], strikeOut, { 'INV-1': { reopenedOn: day('2026-01-10') } }))).toHaveLength(1)
  })

  it('once credited leaves only the rest to credit', () => {
    const credited = { ...creditNote('CN-1', '2026-01-11'), precedingId: 'INV-1', offsetMinor: 40_00 }
    expect(decide([invoiceFact(), credited], strikeOut)).toMatchObject({
      left: { because: 'touched', creditInsteadMinor: 60_00 },
    })
  })

  it('refuses in the order of the list of refusals', () => {
    const early = { ...strikeOut, on: day('2026-01-09'), policy: { voidAllowed: false } }
    expect(decide([], early)).toMatchObject({ left: { _tag: 'DocumentUnknown' } })
    expect(decide([creditNote('INV-1', '2026-01-10')], early)).toMatchObject({ left: { _tag: 'WrongDocumentKind' } })
    expect(decide([invoiceFact(), voided('INV-1')], early)).toMatchObject({ left: { _tag: 'DocumentVoided' } })
    expect(decide([invoiceFact()], early)).toMatchObject({ left: { _tag: 'TooEarly', notBefore: '2026-01-10' } })
  })
})
