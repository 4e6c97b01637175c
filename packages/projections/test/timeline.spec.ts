import { decimal, localDate, money } from '@quittance/kernel'
import { describe, expect, it } from 'vitest'
import { documentTimeline } from '../src/index.js'
import { asOf, newScene, type Scene } from './account/scene.js'

const told = (scene: Scene, documentId: string, at?: Parameters<typeof documentTimeline>[2]): unknown =>
  documentTimeline(scene.facts, documentId, at).map(({ recorded, what, openMinor }) => [
    recorded.effectiveOn,
    recorded.recordedAt.slice(0, 10),
    what,
    openMinor,
  ])

describe('the timeline of a document', () => {
  const scene = newScene()
    .invoice('INV-1', 100_00, { on: '2026-01-05' })
    .invoice('INV-2', 40_00, { on: '2026-01-05' })
    .receipt('R-1', 120_00, '2026-01-20')
    .apply('A-1', 'R-1', 'INV-1', 60_00, '2026-01-20', '2026-02-03')
    .apply('A-2', 'R-1', 'INV-2', 40_00, '2026-02-03')
    .credit('CN-1', 10_00, '2026-02-10', 'INV-1')
    .run({ _tag: 'RaiseDispute', on: localDate('2026-02-11'), disputeId: 'D-1', documentId: 'INV-1' })

  it('tells what happened in both times, and what was open after each step', () => {
    expect(told(scene, 'INV-1')).toEqual([
      ['2026-01-05', '2026-01-05', 'Invoice INV-1 issued over 100.00 EUR, due 2026-02-04', 100_00],
      ['2026-01-20', '2026-01-20', 'Receipt R-1 of 120.00 EUR by wire', 100_00],
      ['2026-01-20', '2026-02-03', '60.00 EUR of receipt R-1 applied to INV-1', 40_00],
      ['2026-02-10', '2026-02-10', 'Credit note CN-1 issued for INV-1 over 10.00 EUR: goods returned', 30_00],
      ['2026-02-11', '2026-02-11', 'Dispute D-1 raised over 30.00 EUR, cause unknown', 30_00],
    ])
  })

  it('says what of it is disputed after each step', () => {
    expect(documentTimeline(scene.facts, 'INV-1').map(({ disputedMinor }) => disputedMinor)).toEqual([
      0, 0, 0, 0, 30_00,
    ])
    const paid = newScene()
      .invoice('A', 10_00, { on: '2026-01-05' })
      .run({ _tag: 'RaiseDispute', on: localDate('2026-01-06'), disputeId: 'D', documentId: 'A', amountMinor: 8_00 })
      .pay('A', 6_00, '2026-01-07')
    expect(documentTimeline(paid.facts, 'A').at(-1)).toMatchObject({ openMinor: 4_00, disputedMinor: 4_00 })
  })

  it('tells a chargeback on both of its documents, and what is deducted after each step', () => {
    const amount = money('EUR', 4_00)
    const on = localDate('2026-01-08')
    const moved = newScene()
      .invoice('A', 10_00, { on: '2026-01-05' })
      .pay('A', 6_00, '2026-01-07')
      .run({ _tag: 'RecordDeduction', on, deductionId: 'DED', itemId: 'A', amount, reasonCode: 'price' })
      .run({
        _tag: 'RaiseChargeback',
        on,
        chargebackId: 'CB',
        itemId: 'A',
        amount,
        reason: 'price',
        policy: { id: 'chargebacks', version: 1 },
      })
    expect(
      documentTimeline(moved.facts, 'A').map(({ openMinor, deductedMinor }) => [openMinor, deductedMinor]),
    ).toEqual([
      [10_00, 0],
      [10_00, 0],
      [4_00, 0],
      [4_00, 4_00],
      [0, 0],
    ])
    expect(documentTimeline(moved.facts, 'CB').map(({ what, openMinor }) => [what, openMinor])).toEqual([
      ['4.00 EUR of A charged back as CB, due 2026-02-04: price', 0],
      ['Debit note CB issued over 4.00 EUR, due 2026-02-04', 4_00],
    ])
  })

  it('tells of a credit note how much of it is left', () => {
    const credit = newScene()
      .credit('CN', 10_00, '2026-01-01')
      .invoice('INV', 6_00, { on: '2026-01-02' })
      .run({
        _tag: 'ApplyCredit',
        on: localDate('2026-01-03'),
        creditId: 'CN',
        lines: [{ applicationId: 'A', itemId: 'INV', amount: money('EUR', 6_00) }],
      })
    expect(told(credit, 'CN')).toEqual([
      ['2026-01-01', '2026-01-01', 'Credit note CN issued over 10.00 EUR: goods returned', 10_00],
      ['2026-01-03', '2026-01-03', '6.00 EUR of credit CN applied to INV', 4_00],
    ])
  })

  it('does not tell what the same money did for other documents', () => {
    expect(JSON.stringify(told(scene, 'INV-1'))).not.toContain('INV-2')
    expect(JSON.stringify(told(scene, 'INV-2'))).not.toContain('INV-1')
  })

  it('asked for an earlier knowledge, does not know that a receipt would pay it', () => {
    expect(told(scene, 'INV-1', asOf('2026-12-31', '2026-01-31'))).toEqual([
      ['2026-01-05', '2026-01-05', 'Invoice INV-1 issued over 100.00 EUR, due 2026-02-04', 100_00],
    ])
  })

  it('asked for an earlier day, leaves out what took effect later', () => {
    expect(told(scene, 'INV-1', asOf('2026-01-20'))).toHaveLength(3)
  })

  it('follows the money: a bounced receipt opens the document again', () => {
    const bounced = newScene()
      .invoice('INV', 10_00, { on: '2026-01-05' })
      .receipt('R', 10_00, '2026-01-06')
      .apply('A', 'R', 'INV', 10_00, '2026-01-06')
      .run({ _tag: 'ReturnReceipt', on: localDate('2026-01-09'), receiptId: 'R', kind: 'nsf' })
      .run({ _tag: 'CancelReturn', on: localDate('2026-01-12'), receiptId: 'R' })
    expect(documentTimeline(bounced.facts, 'INV').map(({ openMinor }) => openMinor)).toEqual([
      10_00, 10_00, 0, 10_00, 0,
    ])
  })

  it('is not confused by a receipt of the same number', () => {
    const same = newScene()
      .invoice('1001', 10_00, { on: '2026-01-05' })
      .receipt('1001', 7_00, '2026-01-06')
      .invoice('1002', 7_00, { on: '2026-01-06' })
      .apply('A', '1001', '1002', 7_00, '2026-01-07')
    expect(told(same, '1001')).toEqual([
      ['2026-01-05', '2026-01-05', 'Invoice 1001 issued over 10.00 EUR, due 2026-02-04', 10_00],
    ])
    expect(told(same, '1002')).toHaveLength(3)
  })

  it('begins with the order and the deliveries behind it, and tells what the payer advised', () => {
    const lines = [{ lineNo: 1, quantity: decimal('1') }]
    const trade = newScene()
      .run({ _tag: 'AcceptOrder', on: localDate('2026-01-02'), orderId: 'SO-1', currency: 'EUR', lines })
      .run({ _tag: 'AcceptOrder', on: localDate('2026-01-02'), orderId: 'SO-2', currency: 'EUR', lines })
      .run({ _tag: 'RecordGoodsDelivered', on: localDate('2026-01-03'), deliveryId: 'DL-1', orderId: 'SO-1', lines })
      .run({ _tag: 'RecordGoodsDelivered', on: localDate('2026-01-03'), deliveryId: 'DL-2', orderId: 'SO-2', lines })
      .run({ _tag: 'RecordGoodsDelivered', on: localDate('2026-01-03'), deliveryId: 'DL-3', lines })
      .run({
        _tag: 'IssueInvoice',
        on: localDate('2026-01-05'),
        documentId: 'INV-1',
        currency: 'EUR',
        lines: [{ netMinor: 10_00 }],
        references: { order: 'SO-1', delivery: 'DL-3' },
      })
      .run({
        _tag: 'RecordRemittance',
        on: localDate('2026-01-09'),
        currency: 'EUR',
        remittanceId: 'RA-1',
        lines: [{ documentId: 'INV-1', paidMinor: 10_00 }, { documentId: 'INV-9' }],
      })
      .run({
        _tag: 'ConfirmRootCause',
        on: localDate('2026-01-10'),
        documentId: 'INV-1',
        cause: 'quantity',
        by: 'k.ito',
        because: 'one too many',
      })
    expect(documentTimeline(trade.facts, 'INV-1').map(({ what }) => what)).toEqual([
      'Order SO-1 accepted, 1 line',
      'Goods delivered under DL-1 for order SO-1, 1 line',
      'Goods delivered under DL-3, 1 line',
      'Invoice INV-1 issued over 10.00 EUR, due 2026-01-05',
      'Remittance RA-1 advised for INV-1, INV-9',
      'Unpaid because of quantity, says k.ito: one too many',
    ])
  })

  it('of a document that nobody knows is empty', () => {
    expect(documentTimeline(scene.facts, 'INV-99')).toEqual([])
  })
})
