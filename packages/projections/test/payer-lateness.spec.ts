import { localDate } from '@quittance/kernel'
import { describe, expect, it } from 'vitest'
import { payerLateness } from '../src/index.js'
import { asOf, newScene, type Scene } from './account/scene.js'

const record = (scene: Scene, day = '2026-12-31'): unknown => payerLateness(scene.view, asOf(day))
const dueOn = '2026-01-31'

describe('how late a customer pays', () => {
  it('counts days past the due day; the due day itself is in time, and early is not negative', () => {
    const scene = newScene()
      .invoice('EARLY', 10_00, { on: '2026-01-01', dueOn })
      .pay('EARLY', 10_00, '2026-01-05')
      .invoice('EVEN', 10_00, { on: '2026-01-01', dueOn })
      .pay('EVEN', 10_00, '2026-01-31')
      .invoice('LATE', 10_00, { on: '2026-01-01', dueOn })
      .pay('LATE', 10_00, '2026-02-01')
    expect(record(scene)).toEqual([{ customer: 'C-1', settled: 3, late: 1, daysLate: 1, worstDaysLate: 1 }])
  })

  it('looks at the payment that closed the item, and only at items that are closed', () => {
    const scene = newScene()
      .invoice('A', 10_00, { on: '2026-01-01', dueOn })
      .pay('A', 6_00, '2026-01-10')
      .pay('A', 4_00, '2026-02-10')
      .invoice('B', 10_00, { on: '2026-01-01', dueOn })
      .pay('B', 6_00, '2026-01-10')
    expect(record(scene)).toEqual([{ customer: 'C-1', settled: 1, late: 1, daysLate: 10, worstDaysLate: 10 }])
    expect(record(scene, '2026-02-09')).toEqual([])
  })

  it('is not made worse by a dispute that ends after the money came', () => {
    const scene = newScene()
      .invoice('A', 10_00, { on: '2026-01-01', dueOn })
      .run({ _tag: 'RaiseDispute', on: localDate('2026-01-20'), disputeId: 'D', documentId: 'A' })
      .pay('A', 10_00, '2026-01-25')
      .run({ _tag: 'ResolveDispute', on: localDate('2026-05-01'), disputeId: 'D', outcome: 'paid' })
    expect(record(scene)).toEqual([{ customer: 'C-1', settled: 1, late: 0, daysLate: 0, worstDaysLate: 0 }])
  })

  it('is not made worse by a mistake that was taken back', () => {
    const scene = newScene()
      .invoice('A', 10_00, { on: '2026-01-01', dueOn })
      .invoice('B', 10_00, { on: '2026-01-01', dueOn })
      .receipt('R', 10_00, '2026-02-20')
      .apply('X', 'R', 'A', 10_00, '2026-02-20')
      .run({
        _tag: 'Unapply',
        on: localDate('2026-02-21'),
        applicationId: 'X',
        because: 'mistake',
        reason: 'meant for B',
      })
      .apply('Y', 'R', 'B', 10_00, '2026-02-21')
      .pay('A', 10_00, '2026-02-22')
    expect(record(scene)).toEqual([{ customer: 'C-1', settled: 2, late: 2, daysLate: 43, worstDaysLate: 22 }])
  })

  it('counts anew when the bank takes the money back', () => {
    const scene = newScene()
      .invoice('A', 10_00, { on: '2026-01-01', dueOn })
      .receipt('R', 10_00, '2026-01-15')
      .apply('X', 'R', 'A', 10_00, '2026-01-15')
      .run({ _tag: 'ReturnReceipt', on: localDate('2026-01-20'), receiptId: 'R', kind: 'nsf' })
    expect(record(scene)).toEqual([])
    scene.pay('A', 10_00, '2026-02-05')
    expect(record(scene)).toEqual([{ customer: 'C-1', settled: 1, late: 1, daysLate: 5, worstDaysLate: 5 }])
    expect(record(scene, '2026-01-19')).toEqual([
      { customer: 'C-1', settled: 1, late: 0, daysLate: 0, worstDaysLate: 0 },
    ])
  })

  it('counts days of an invoice that was due before its own day and paid on it', () => {
    const scene = newScene().invoice('A', 10_00, { on: '2026-02-05', dueOn }).pay('A', 10_00, '2026-02-05')
    expect(record(scene)).toEqual([{ customer: 'C-1', settled: 1, late: 1, daysLate: 5, worstDaysLate: 5 }])
  })

  it('does not count what a credit note settled, for no money came', () => {
    const scene = newScene().invoice('A', 10_00, { on: '2026-01-01', dueOn }).credit('CN', 10_00, '2026-03-01', 'A')
    expect(record(scene)).toEqual([])
  })

  it('measures against the latest due day, as it was moved by then', () => {
    const scene = newScene()
      .invoice('A', 10_00, { on: '2026-01-01', dueOn })
      .run({
        _tag: 'ChangeDueDate',
        on: localDate('2026-01-10'),
        documentId: 'A',
        dueOn: localDate('2026-02-28'),
        reason: 'agreed',
      })
      .pay('A', 10_00, '2026-03-01')
    expect(record(scene)).toEqual([{ customer: 'C-1', settled: 1, late: 1, daysLate: 1, worstDaysLate: 1 }])
  })

  it('lets an item of several instalments be late only after the last of their due days', () => {
    const half = { share: { _tag: 'EqualPart', of: 2 }, due: { days: 30 } } as const
    const terms = { id: 'halves', version: 1, parts: [half, { ...half, due: { days: 60 } }] }
    const scene = newScene()
      .invoice('A', 10_00, { on: '2026-01-01', terms })
      .run({
        _tag: 'ChangeDueDate',
        on: localDate('2026-01-10'),
        documentId: 'A',
        instalmentNo: 1,
        dueOn: localDate('2026-03-31'),
        reason: 'agreed',
      })
      .pay('A', 10_00, '2026-03-15')
    expect(record(scene)).toEqual([{ customer: 'C-1', settled: 1, late: 0, daysLate: 0, worstDaysLate: 0 }])
  })

  it('puts the latest on average first, then more late items, then the id', () => {
    const scene = newScene()
    const paid = (id: string, customer: string, on: string): void => {
      scene.invoice(id, 10_00, { on: '2026-01-01', dueOn, customer })
      scene.receipt(`R-${id}`, 10_00, on, 'EUR', customer)
      const amount = { currency: 'EUR', minor: 10_00 }
      const lines = [{ applicationId: `A-${id}`, itemId: id, amount }]
      scene.run({ _tag: 'ApplyCash', on: localDate(on), receiptId: `R-${id}`, lines }, { customer })
    }
    paid('1', 'slow', '2026-02-20')
    paid('2', 'once', '2026-02-10')
    paid('3', 'once', '2026-01-31')
    paid('4', 'twice', '2026-02-05')
    paid('5', 'twice', '2026-02-05')
    paid('6', 'b', '2026-01-05')
    paid('7', 'a', '2026-01-05')
    expect(payerLateness(scene.view, asOf('2026-12-31')).map(({ customer }) => customer)).toEqual([
      'slow',
      'twice',
      'once',
      'a',
      'b',
    ])
  })
})
