import { decimal } from '@quittance/kernel'
import { describe, expect, it } from 'vitest'
import {
  type AcceptOrder,
  type AgreePrice,
  type ConfirmRootCause,
  type InvoicingCommand,
  netDays,
  type RecordGoodsDelivered,
} from '../../src/index.js'
import { creditNote, day, decide, factsOf, invoiceFact, voided } from '../room.js'

const order: AcceptOrder = {
  _tag: 'AcceptOrder',
  on: day('2026-01-05'),
  orderId: 'SO-1',
  currency: 'EUR',
  lines: [{ lineNo: 10, quantity: decimal('5'), unitPrice: decimal('20.00') }],
}
const delivery: RecordGoodsDelivered = {
  _tag: 'RecordGoodsDelivered',
  on: day('2026-01-08'),
  deliveryId: 'DL-1',
  orderId: 'SO-1',
  shippedOn: day('2026-01-08'),
  lines: [{ lineNo: 1, quantity: decimal('4'), damaged: decimal('1') }],
}
const price: AgreePrice = {
  _tag: 'AgreePrice',
  on: day('2026-01-01'),
  agreementId: 'PA-1',
  productId: 'P-1',
  currency: 'EUR',
  unitPrice: decimal('20'),
  until: day('2026-01-01'),
}
const confirm: ConfirmRootCause = {
  _tag: 'ConfirmRootCause',
  on: day('2026-01-10'),
  documentId: 'INV-1',
  cause: 'pricing_error',
  by: 'k.ito',
  because: 'the list of January was not loaded',
}

describe('what happened before an invoice was owed', () => {
  it.each<InvoicingCommand>([order, delivery, price])('is recorded as it is told: $_tag', (command) => {
    const { _tag, ...told } = command
    expect(factsOf(decide([], command))).toMatchObject([told])
  })

  it('comes in any order: a delivery before its order, an order after its invoice', () => {
    const first = [invoiceFact(), ...factsOf(decide([], delivery))]
    expect(factsOf(decide(first, { ...order, on: day('2026-02-01') }))).toHaveLength(1)
  })

  it('holds back no date of anything else', () => {
    const known = factsOf(decide([], { ...order, on: day('2026-12-31') }))
    const invoice = { _tag: 'IssueInvoice', on: day('2026-01-10'), documentId: 'INV-1', currency: 'EUR' } as const
    expect(
      factsOf(decide(known, { ...invoice, lines: [{ netMinor: 1 }], references: { order: 'SO-1' } })),
    ).toHaveLength(1)
  })

  it('is recorded once', () => {
    const known = [order, delivery, price].flatMap((command) => factsOf(decide([], command)))
    expect(decide(known, order)).toMatchObject({ left: { _tag: 'OrderAlreadyAccepted', orderId: 'SO-1' } })
    expect(decide(known, delivery)).toMatchObject({ left: { _tag: 'DeliveryAlreadyRecorded', deliveryId: 'DL-1' } })
    expect(decide(known, price)).toMatchObject({ left: { _tag: 'PriceAlreadyAgreed', agreementId: 'PA-1' } })
  })

  const line = { lineNo: 10, quantity: decimal('1') }
  it.each<readonly [string, InvoicingCommand]>([
    ['orderId', { ...order, orderId: '' }],
    ['currency', { ...order, currency: 'EUX' }],
    ['terms', { ...order, terms: { ...netDays(1), id: '' } }],
    ['lines', { ...order, lines: [] }],
    ['lines[1].lineNo', { ...order, lines: [line, line] }],
    ['lines[0].lineNo', { ...order, lines: [{ ...line, lineNo: 0.5 }] }],
    ['lines[0].productId', { ...order, lines: [{ ...line, productId: '' }] }],
    ['lines[0].quantity', { ...order, lines: [{ ...line, quantity: decimal('-1') }] }],
    ['lines[0].unitPrice', { ...order, lines: [{ ...line, unitPrice: decimal('-0.01') }] }],
    ['lines[0].netMinor', { ...order, lines: [{ ...line, netMinor: 0.5 }] }],
    ['lines[0].tax.category', { ...order, lines: [{ ...line, tax: { category: '', ratePercent: decimal('1') } }] }],
    [
      'lines[0].tax.ratePercent',
      { ...order, lines: [{ ...line, tax: { category: 'S', ratePercent: decimal('-1') } }] },
    ],
    ['deliveryId', { ...delivery, deliveryId: '' }],
    ['orderId', { ...delivery, orderId: '' }],
    ['shippedOn', { ...delivery, shippedOn: day('2026-01-09') }],
    ['lines', { ...delivery, lines: [] }],
    ['lines[0].damaged', { ...delivery, lines: [{ ...line, damaged: decimal('-1') }] }],
    ['lines[0].substituteFor', { ...delivery, lines: [{ ...line, substituteFor: '' }] }],
    ['agreementId', { ...price, agreementId: '' }],
    ['productId', { ...price, productId: '' }],
    ['currency', { ...price, currency: '' }],
    ['unitPrice', { ...price, unitPrice: decimal('-1') }],
    ['until', { ...price, until: day('2025-12-31') }],
  ])('is refused by the name of the field that is wrong: %s', (field, command) => {
    expect(decide([], command)).toMatchObject({ left: { _tag: 'InvalidUpstream', field } })
  })
})

describe('a person who says why a document is unpaid', () => {
  it('is recorded as often as somebody knows better', () => {
    const once = [invoiceFact(), ...factsOf(decide([invoiceFact()], confirm))]
    expect(factsOf(decide(once, { ...confirm, cause: 'quantity' }))).toEqual([
      { ...confirm, _tag: 'RootCauseConfirmed', cause: 'quantity' },
    ])
  })

  it('is refused in the order of the list of refusals', () => {
    const all = { ...confirm, on: day('2026-01-09'), cause: '' }
    expect(decide([], all)).toMatchObject({ left: { _tag: 'InvalidDocument', field: 'cause' } })
    expect(decide([], { ...all, cause: 'x', by: '' })).toMatchObject({ left: { field: 'by' } })
    expect(decide([], { ...all, cause: 'x', because: '' })).toMatchObject({ left: { field: 'because' } })
    const said = { ...all, cause: 'x' }
    expect(decide([], said)).toMatchObject({ left: { _tag: 'DocumentUnknown' } })
    expect(decide([creditNote('INV-1', '2026-01-10')], said)).toMatchObject({ left: { _tag: 'WrongDocumentKind' } })
    expect(decide([invoiceFact(), voided('INV-1')], said)).toMatchObject({ left: { _tag: 'DocumentVoided' } })
    expect(decide([invoiceFact()], said)).toMatchObject({ left: { _tag: 'TooEarly', notBefore: '2026-01-10' } })
  })
})
