import { localDate, money } from '@quittance/kernel'
import { describe, expect, it } from 'vitest'
import {
  firstPassRejections,
  invoiceAccuracy,
  type InvoiceFault,
  invoiceRecords,
  shippedCauseRules,
} from '../../src/index.js'
import { asOf, newScene, type Scene } from '../account/scene.js'
import { booksOf } from './books.js'

const on = (day: string) => ({ on: localDate(day) })
const issued = (): Scene => newScene().invoice('INV-1', 300_00, { on: '2026-03-01' })
const records = ({ facts }: Scene, day = '2026-06-30', known?: string) =>
  invoiceRecords(booksOf(facts), asOf(day, known), shippedCauseRules)
const faultsOf = (scene: Scene, day?: string, known?: string): ReadonlyArray<InvoiceFault> =>
  (records(scene, day, known)[0]?.faults ?? []).map(({ fault }) => fault)

const credited = (scene: Scene, reason: string): Scene =>
  scene.run({
    _tag: 'IssueCreditNote',
    ...on('2026-03-20'),
    documentId: 'CN-1',
    currency: 'EUR',
    lines: [{ netMinor: 20_00 }],
    reason,
    precedingId: 'INV-1',
  })
const disputed = (outcome: 'accepted' | 'partly-accepted' | 'rejected'): Scene => {
  const scene = issued().run({
    _tag: 'RaiseDispute',
    ...on('2026-03-10'),
    disputeId: 'D-1',
    documentId: 'INV-1',
    amountMinor: 20_00,
  })
  const end = { _tag: 'ResolveDispute', ...on('2026-03-20'), disputeId: 'D-1', outcome } as const
  if (outcome === 'rejected') return scene.run(end)
  const creditMinor = outcome === 'accepted' ? 20_00 : 5_00
  return scene.credit('CN-9', creditMinor, '2026-03-20').run({ ...end, creditNoteId: 'CN-9' })
}
const rejected = (scene: Scene, documentId: string, day: string, code: string): Scene =>
  scene.run({
    _tag: 'RecordDelivery',
    ...on(day),
    documentId,
    outcome: { _tag: 'Rejected', reason: 'refused by the portal', code },
  })

describe('what was wrong with an invoice', () => {
  it('is nothing as long as nobody says so', () => {
    expect(records(issued())).toEqual([
      {
        subject: 0,
        documentId: 'INV-1',
        customer: 'C-1',
        currency: 'EUR',
        issuedOn: '2026-03-01',
        billedMinor: 300_00,
        faults: [],
        creditsUnread: 0,
      },
    ])
    expect(records(issued(), '2026-02-28')).toEqual([])
  })

  it('is a dispute that the customer won, and not one that they lost', () => {
    expect(faultsOf(disputed('accepted'))).toEqual(['disputed'])
    expect(faultsOf(disputed('partly-accepted'))).toEqual(['disputed'])
    expect(faultsOf(disputed('rejected'))).toEqual([])
    expect(faultsOf(disputed('accepted'), '2026-03-19')).toEqual([])
    expect(faultsOf(disputed('accepted'), '2026-06-30', '2026-03-19')).toEqual([])
  })

  it('is a credit for an error of ours, by its cause or by its code', () => {
    expect(faultsOf(credited(issued(), 'pricing_error'))).toEqual(['credited'])
    expect(faultsOf(credited(issued(), '24'))).toEqual(['credited'])
    expect(faultsOf(credited(issued(), 'unearned_discount'))).toEqual([])
    // Nobody knows whose fault that was.
    expect(records(credited(issued(), 'as agreed by phone'))).toMatchObject([{ faults: [], creditsUnread: 1 }])
  })

  it('is an accepted deduction for a cause of ours', () => {
    const deducted = (cause: string): Scene =>
      issued()
        .run({
          _tag: 'RecordDeduction',
          ...on('2026-04-01'),
          deductionId: 'DED-1',
          itemId: 'INV-1',
          amount: money('EUR', 20_00),
          reasonCode: 'none-stated',
          cause,
        })
        .run({
          _tag: 'AcceptDeduction',
          ...on('2026-04-05'),
          deductionId: 'DED-1',
          creditNoteId: 'CN-9',
          lines: [{ netMinor: 20_00 }],
        })
    expect(faultsOf(deducted('shortage'))).toEqual(['credited'])
    expect(faultsOf(deducted('customer_refusal'))).toEqual([])
  })

  it('is a correction: voided, billed again, or billed too low', () => {
    const voided = {
      _tag: 'VoidInvoice',
      ...on('2026-03-01'),
      documentId: 'INV-1',
      reason: 'wrong',
      policy: { voidAllowed: true },
    } as const
    expect(faultsOf(issued().run(voided))).toEqual(['corrected'])
    const again = issued().run({
      _tag: 'IssueInvoice',
      ...on('2026-03-15'),
      documentId: 'INV-2',
      currency: 'EUR',
      lines: [{ netMinor: 280_00 }],
      references: { preceding: 'INV-1' },
    })
    expect(faultsOf(again)).toEqual(['corrected'])
    expect(records(again)[1]).toMatchObject({ documentId: 'INV-2', replaces: 'INV-1', faults: [] })
    const more = {
      _tag: 'IssueDebitNote',
      ...on('2026-03-15'),
      documentId: 'DN-1',
      currency: 'EUR',
      lines: [{ netMinor: 5_00 }],
    } as const
    expect(faultsOf(issued().run({ ...more, reason: 'freight left out', precedingId: 'INV-1' }))).toEqual(['corrected'])
  })

  it('is a correction where it was credited in full and billed again on the same papers', () => {
    const references = { purchaseOrder: 'PO-9', order: 'SO-9' }
    const bill = (documentId: string, day: string, netMinor: number) =>
      ({ _tag: 'IssueInvoice', ...on(day), documentId, currency: 'EUR', lines: [{ netMinor }], references }) as const
    const scene = newScene().run(bill('INV-1', '2026-03-01', 300_00))
    scene.run({
      _tag: 'IssueCreditNote',
      ...on('2026-03-10'),
      documentId: 'CN-1',
      currency: 'EUR',
      lines: [{ netMinor: 300_00 }],
      reason: 'see new invoice',
      precedingId: 'INV-1',
    })
    scene.run(bill('INV-2', '2026-03-11', 280_00))
    expect(faultsOf(scene)).toEqual(['corrected'])
    expect(faultsOf(scene, '2026-03-10')).toEqual([])
  })

  it('reads the reason of a credit in words', () => {
    expect(faultsOf(credited(issued(), 'wrong unit price on line 2'))).toEqual(['credited'])
  })

  it('is no correction where a part was only moved to an item of its own', () => {
    const moved = issued().run({
      _tag: 'RaiseChargeback',
      ...on('2026-04-10'),
      chargebackId: 'CB-1',
      itemId: 'INV-1',
      amount: money('EUR', 20_00),
      reason: 'short pay',
      policy: { id: 'chargebacks', version: 1 },
    })
    expect(faultsOf(moved)).toEqual([])
  })
})

describe('the accuracy of invoices', () => {
  const three = (): Scene =>
    rejected(disputed('accepted'), 'INV-1', '2026-03-02', 'PO-1')
      .invoice('INV-2', 200_00, { on: '2026-04-01' })
      .invoice('INV-3', 100_00, { on: '2026-05-01' })

  it('counts an invoice with two faults once, and each fault', () => {
    expect(invoiceAccuracy(records(three()), { asOf: localDate('2026-06-30'), lagDays: 60 })).toEqual([
      {
        currency: 'EUR',
        issued: 3,
        issuedMinor: 600_00,
        accurate: 2,
        accurateMinor: 300_00,
        faulty: { disputed: 1, corrected: 0, credited: 0, rejected: 1 },
        creditsUnread: 0,
        positions: [2, 4, 5],
      },
    ])
  })

  it('leaves out what is a day too young', () => {
    const issuedAt = (lagDays: number) =>
      invoiceAccuracy(records(three()), { asOf: localDate('2026-06-30'), lagDays })[0]?.issued
    expect([issuedAt(60), issuedAt(61)]).toEqual([3, 2])
    const from = { asOf: localDate('2026-06-30'), lagDays: 0, from: localDate('2026-04-02') }
    expect(invoiceAccuracy(records(three()), from)[0]?.issued).toBe(1)
  })

  it('is shown by month', () => {
    const months = invoiceAccuracy(records(three()), { asOf: localDate('2026-06-30'), lagDays: 0, by: 'month' })
    expect(months.map(({ group, issued: all, accurate }) => [group, all, accurate])).toEqual([
      ['2026-03', 1, 0],
      ['2026-04', 1, 1],
      ['2026-05', 1, 1],
    ])
  })
})

describe('refusals at the first try', () => {
  it('are of what replaces nothing, by code', () => {
    const scene = rejected(issued().invoice('INV-2', 200_00, { on: '2026-03-01' }), 'INV-1', '2026-03-02', 'PO-1')
    scene.run({
      _tag: 'IssueInvoice',
      ...on('2026-03-05'),
      documentId: 'INV-1B',
      currency: 'EUR',
      lines: [{ netMinor: 300_00 }],
      references: { preceding: 'INV-1' },
    })
    rejected(scene, 'INV-1B', '2026-03-06', 'PO-1')
    expect(firstPassRejections(records(scene), { asOf: localDate('2026-06-30'), lagDays: 0 })).toEqual([
      { currency: 'EUR', sent: 2, rejected: 1, codes: [{ code: 'PO-1', invoices: 1 }], positions: [3] },
    ])
  })
})
