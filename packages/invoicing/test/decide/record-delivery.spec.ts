import { describe, expect, it } from 'vitest'
import type { RecordDelivery } from '../../src/index.js'
import { creditNote, day, decide, factsOf, invoiceFact, voided } from '../room.js'

const outcome = (told: RecordDelivery['outcome']): RecordDelivery => ({
  _tag: 'RecordDelivery',
  on: day('2026-01-11'),
  documentId: 'INV-1',
  outcome: told,
})

describe('recording a delivery', () => {
  it.each([
    [
      { _tag: 'Delivered', channel: 'e-mail' },
      { _tag: 'InvoiceDelivered', channel: 'e-mail' },
    ],
    [
      { _tag: 'Bounced', channel: 'e-mail', reason: 'mailbox full' },
      { _tag: 'InvoiceBounced', channel: 'e-mail', reason: 'mailbox full' },
    ],
    [
      { _tag: 'Rejected', reason: 'no order number' },
      { _tag: 'InvoiceRejected', reason: 'no order number' },
    ],
    [{ _tag: 'Viewed' }, { _tag: 'InvoiceViewed' }],
  ] as const)('tells what became of the document: %o', (told, fact) => {
    expect(factsOf(decide([invoiceFact()], outcome(told)))).toEqual([
      { ...fact, on: '2026-01-11', documentId: 'INV-1' },
    ])
  })

  it('refuses in the order of the list of refusals', () => {
    const early = { ...outcome({ _tag: 'Viewed' }), on: day('2026-01-09') }
    expect(decide([], early)).toMatchObject({ left: { _tag: 'DocumentUnknown' } })
    expect(decide([creditNote('INV-1', '2026-01-10')], early)).toMatchObject({ left: { _tag: 'WrongDocumentKind' } })
    expect(decide([invoiceFact(), voided('INV-1')], early)).toMatchObject({ left: { _tag: 'DocumentVoided' } })
    expect(decide([invoiceFact()], early)).toMatchObject({ left: { _tag: 'TooEarly', notBefore: '2026-01-10' } })
  })
})
