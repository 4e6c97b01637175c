import { placementFile, shippedPlacementNeeds } from '@quittance/dunning'
import { type Fact, instant, localDate, type Recorded } from '@quittance/kernel'
import { describe, expect, it } from 'vitest'
import { placementDocuments } from '../../src/index.js'

const told = (...facts: ReadonlyArray<object>): ReadonlyArray<Recorded<Fact>> =>
  facts.map((fact, index) => ({
    id: `F${index}`,
    effectiveOn: localDate('2026-05-01'),
    recordedAt: instant('2026-05-01T12:00:00.000Z'),
    fact,
  })) as unknown as ReadonlyArray<Recorded<Fact>>
const at = { asOf: localDate('2026-06-30'), knownAt: instant('2026-06-30T12:00:00.000Z') }
const invoice = (documentId: string, references?: object): object => ({ _tag: 'InvoiceIssued', documentId, references })
const order = { _tag: 'OrderAccepted', orderId: 'SO-1', purchaseOrder: 'PO-77' }
const delivery = { _tag: 'GoodsDelivered', deliveryId: 'D-1', orderId: 'SO-1', proof: 'pod/D-1.pdf', lines: [] }
const of = (items: ReadonlyArray<string>, ...facts: ReadonlyArray<object>): unknown =>
  placementDocuments(told(...facts), items, at).map(({ kind, itemId, reference }) => [kind, itemId ?? 'all', reference])

describe('placementDocuments', () => {
  it('shows the invoice by its fact, and what its order and its delivery say', () => {
    expect(of(['I1'], order, delivery, invoice('I1', { order: 'SO-1' }), invoice('I2'))).toEqual([
      ['statement', 'all', 'open items on 2026-06-30'],
      ['invoice', 'I1', 'fact F2'],
      ['purchase-order', 'I1', 'PO-77'],
      ['proof-of-delivery', 'I1', 'pod/D-1.pdf'],
    ])
    const named = { purchaseOrder: 'PO-8', delivery: 'D-1' }
    expect(of(['I1'], delivery, invoice('I1', named))).toContainEqual(['purchase-order', 'I1', 'PO-8'])
    expect(of(['I1'], delivery, invoice('I1', named))).toContainEqual(['proof-of-delivery', 'I1', 'pod/D-1.pdf'])
  })

  it('takes no delivery for proven that nobody signed for, and no contact for a note without words', () => {
    const { proof: _unsigned, ...bare } = delivery
    expect(of(['I1'], order, bare, invoice('I1', { order: 'SO-1' }))).not.toContainEqual(
      expect.arrayContaining(['proof-of-delivery']),
    )
    const touch = { _tag: 'TouchRecorded', touchId: 'T', channel: 'call', role: 'collector', outcome: 'reached' }
    expect(of([], touch)).toEqual([])
    expect(of([], { ...touch, words: 'pays on Friday' })).toEqual([['call-notes', 'all', 'fact F0']])
  })

  it('knows what was on record at the moment that is asked about', () => {
    const before = { ...at, knownAt: instant('2026-05-01T11:00:00.000Z') }
    expect(placementDocuments(told(invoice('I1')), ['I1'], before)).toEqual([
      { kind: 'statement', reference: 'open items on 2026-06-30' },
    ])
  })

  it('leaves open what only paper can show', () => {
    const { missing, complete } = placementFile(
      ['I1'],
      placementDocuments(told(order, delivery, invoice('I1', { order: 'SO-1' })), ['I1'], at),
      shippedPlacementNeeds,
    )
    expect(missing.map(({ kind }) => kind)).toEqual(['credit-application', 'contract', 'guarantee', 'call-notes'])
    expect(complete).toEqual([])
  })
})
