import { localDate, money } from '@quittance/kernel'
import { describe, expect, it } from 'vitest'
import type { Scene } from '../../account/scene.js'
import { causeOf, explained } from '../books.js'
import { dueOn, sale, today } from '../trade-story.js'

const all = 1309_00
const ours = 'payment_application_error'

const seen = (scene: Scene, day = today): unknown => {
  const { cause, tags } = explained(scene, 'INV-1', day).item
  return [cause, tags[0]?.rule]
}
const nothing = ['unknown', undefined]

describe('money that came in time', () => {
  it('was applied more than five days later, and past the due day', () => {
    const applied = (receivedOn: string, appliedOn: string): unknown =>
      seen(sale().receipt('R-1', all, receivedOn).apply('A-1', 'R-1', 'INV-1', all, appliedOn))
    expect(applied('2026-02-09', '2026-02-14')).toEqual(nothing)
    expect(applied('2026-02-09', '2026-02-15')).toEqual([ours, 'cash-posted-late'])
    expect(applied('2026-02-12', '2026-02-18')).toEqual([ours, 'cash-posted-late'])
    expect(applied('2026-02-13', '2026-02-19')).toEqual(nothing)
    expect(applied('2026-01-20', '2026-02-09')).toEqual(nothing)
  })

  it('was applied to something else first, and only then here', () => {
    const scene = sale()
      .invoice('INV-2', all, { on: '2026-01-10', dueOn: '2026-02-09' })
      .receipt('R-1', all, dueOn)
      .apply('A-1', 'R-1', 'INV-2', all, dueOn)
      .run({
        _tag: 'Unapply',
        on: localDate('2026-02-25'),
        applicationId: 'A-1',
        because: 'reallocation',
        reason: 'it was meant for INV-1',
      })
      .apply('A-2', 'R-1', 'INV-1', all, '2026-02-25')
    const { item } = explained(scene, 'INV-1', today)
    expect([item.state, item.cause, item.department]).toEqual(['settled-late', ours, 'cash_application'])
    expect(item.tags[0]).toMatchObject({
      rule: 'cash-misapplied',
      happenedOn: dueOn,
      because: { firstAppliedTo: 'INV-2' },
    })
    expect(causeOf(scene, 'INV-2', today)).toBe('unknown')
    expect(causeOf(scene, 'INV-1', '2026-02-24')).toBe('unknown')
  })

  it('lies beside the item that it would pay', () => {
    const lying = (minor: number, on: string): Scene => sale().receipt('R-1', minor, on)
    expect(explained(lying(all, '2026-02-06'), 'INV-1', today).item).toMatchObject({ cause: ours, confidence: 85 })
    expect(explained(lying(all + 1, '2026-02-06'), 'INV-1', today).item).toMatchObject({ cause: ours, confidence: 60 })
    expect(seen(lying(all - 1, '2026-02-06'))).toEqual(nothing)
  })

  it('was hardly meant for the item where its text names something else', () => {
    const lying = (remittanceText: string): unknown =>
      seen(
        sale().run({
          _tag: 'RecordReceipt',
          on: localDate('2026-02-06'),
          receiptId: 'R-1',
          amount: money('EUR', all),
          method: 'wire',
          remittanceText,
        }),
      )
    expect(lying('inv-1, thank you')).toEqual([ours, 'unapplied-cash'])
    expect(lying('with thanks')).toEqual([ours, 'unapplied-cash'])
    expect(lying('INV-77')).toEqual(['unknown', 'unapplied-cash'])
  })

  it('may lie for five days, and is not unapplied where it was put on account', () => {
    const scene = sale().receipt('R-1', all, '2026-02-20')
    expect(seen(scene, '2026-02-25')).toEqual(nothing)
    expect(seen(scene, '2026-02-26')).toEqual([ours, 'unapplied-cash'])
    expect(explained(scene, 'INV-1', '2026-02-26').item.confidence).toBe(55)
    scene.run({ _tag: 'PlaceOnAccount', on: localDate('2026-02-26'), receiptId: 'R-1', amount: money('EUR', all) })
    expect(seen(scene, '2026-02-26')).toEqual(nothing)
  })

  it('was advised for the item, and none of it is there', () => {
    const scene = sale()
      .invoice('INV-2', 500_00, { on: '2026-01-10', dueOn: '2026-02-09' })
      .run({
        _tag: 'RecordRemittance',
        on: localDate(dueOn),
        remittanceId: 'RM-1',
        receiptId: 'R-1',
        currency: 'EUR',
        lines: [{ documentId: 'INV-1', paidMinor: 500_00 }],
      })
      .receipt('R-1', 500_00, dueOn)
    scene.apply('A-1', 'R-1', 'INV-2', 500_00, dueOn)
    expect(seen(scene, '2026-02-14')).toEqual(nothing)
    expect(seen(scene, '2026-02-15')).toEqual([ours, 'remittance-ignored'])
  })
})

describe('money that did not come, or went again', () => {
  it('was taken back by the bank for want of funds: the customer’s', () => {
    const returned = (kind: 'nsf' | 'wrong-payer'): Scene =>
      sale()
        .receipt('R-1', all, dueOn)
        .apply('A-1', 'R-1', 'INV-1', all, dueOn)
        .run({ _tag: 'ReturnReceipt', on: localDate('2026-02-12'), receiptId: 'R-1', kind })
    expect(seen(returned('nsf'))).toEqual(['customer_cash_flow', 'returned-payment'])
    expect(seen(returned('wrong-payer'))).toEqual(nothing)
  })
})
