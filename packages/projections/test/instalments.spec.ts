import { dueOnReceipt, type PaymentTerms } from '@quittance/invoicing'
import { decimal, localDate, money } from '@quittance/kernel'
import { describe, expect, it } from 'vitest'
import { agingReport, openItems } from '../src/index.js'
import { asOf, newScene, type Scene } from './account/scene.js'

const inThree: PaymentTerms = {
  id: 'three-parts',
  version: 1,
  parts: [
    { share: { _tag: 'PercentOfGross', percent: decimal('30') }, due: { days: 30 } },
    { share: { _tag: 'PercentOfGross', percent: decimal('50') }, due: { days: 60 } },
    { share: { _tag: 'Balance' }, due: { days: 90 } },
  ],
}

const twoHundred = (): Scene => newScene().invoice('INV', 200_00, { on: '2026-01-01', terms: inThree })
const rows = (scene: Scene, day = '2026-01-31'): unknown =>
  openItems(scene.view, asOf(day)).map((row) => [
    row.instalmentNo,
    row.amountMinor,
    row.paidMinor,
    row.creditedMinor,
    row.openMinor,
  ])

describe('instalments', () => {
  it('age by themselves, each by its own due day', () => {
    const { rows: aged, currencies } = agingReport(twoHundred().view, asOf('2026-03-05'))
    expect(aged.map(({ item, ageDays }) => [item?.instalmentNo, ageDays])).toEqual([
      [1, 33],
      [2, 3],
      [3, -27],
    ])
    expect(currencies[0]?.bucketMinor).toEqual([40_00, 100_00, 60_00, 0, 0])
  })

  it('are paid earliest first, and a paid one leaves no row', () => {
    const scene = twoHundred().pay('INV', 40_00, '2026-01-05')
    expect(rows(scene)).toEqual([
      [1, 60_00, 40_00, 0, 20_00],
      [2, 100_00, 0, 0, 100_00],
      [3, 40_00, 0, 0, 40_00],
    ])
    scene.credit('CN', 100_00, '2026-01-06', 'INV')
    expect(rows(scene)).toEqual([
      [2, 100_00, 0, 80_00, 20_00],
      [3, 40_00, 0, 0, 40_00],
    ])
  })

  it('get back what is taken back latest first', () => {
    const scene = twoHundred().pay('INV', 150_00, '2026-01-05')
    expect(rows(scene)).toEqual([
      [2, 100_00, 90_00, 0, 10_00],
      [3, 40_00, 0, 0, 40_00],
    ])
    const applicationId = 'A-R-INV-1'
    const unapply = { _tag: 'Unapply', on: localDate('2026-01-10'), applicationId, reason: 'for another' } as const
    scene.run({ ...unapply, amountMinor: 70_00, because: 'reallocation' })
    expect(rows(scene)).toEqual([
      [2, 100_00, 20_00, 0, 80_00],
      [3, 40_00, 0, 0, 40_00],
    ])
    scene.run({ ...unapply, amountMinor: 30_00, because: 'reallocation' })
    expect(rows(scene)).toEqual([
      [1, 60_00, 50_00, 0, 10_00],
      [2, 100_00, 0, 0, 100_00],
      [3, 40_00, 0, 0, 40_00],
    ])
  })

  it('show what was open of each on an earlier day', () => {
    const scene = twoHundred().pay('INV', 60_00, '2026-01-05').pay('INV', 100_00, '2026-02-05')
    expect(rows(scene, '2026-01-04')).toHaveLength(3)
    expect(rows(scene, '2026-01-31')).toEqual([
      [2, 100_00, 0, 0, 100_00],
      [3, 40_00, 0, 0, 40_00],
    ])
    expect(rows(scene, '2026-02-05')).toEqual([[3, 40_00, 0, 0, 40_00]])
  })

  it('are disputed and await future money earliest first', () => {
    const scene = twoHundred()
      .run({
        _tag: 'RaiseDispute',
        on: localDate('2026-01-02'),
        disputeId: 'D',
        documentId: 'INV',
        amountMinor: 80_00,
      })
      .run(
        {
          _tag: 'RecordReceipt',
          on: localDate('2026-03-01'),
          receiptId: 'R',
          amount: money('EUR', 70_00),
          method: 'check',
        },
        { learned: '2026-01-03' },
      )
      .apply('A', 'R', 'INV', 70_00, '2026-03-01', '2026-01-03')
    const shares = openItems(scene.view, asOf('2026-01-31')).map(({ disputedMinor, futureMinor, remainingMinor }) => [
      disputedMinor,
      futureMinor,
      remainingMinor,
    ])
    expect(shares).toEqual([
      [60_00, 60_00, 0],
      [20_00, 10_00, 90_00],
      [0, 0, 40_00],
    ])
  })

  it('move one by one when a due day is moved', () => {
    const scene = twoHundred().run({
      _tag: 'ChangeDueDate',
      on: localDate('2026-01-10'),
      documentId: 'INV',
      instalmentNo: 1,
      dueOn: localDate('2026-04-15'),
      reason: 'agreed',
    })
    expect(openItems(scene.view, asOf('2026-01-31')).map(({ instalmentNo, dueOn }) => [instalmentNo, dueOn])).toEqual([
      [2, '2026-03-02'],
      [3, '2026-04-01'],
      [1, '2026-04-15'],
    ])
  })

  it('of one part show the item as it is', () => {
    const scene = newScene()
      .invoice('INV', 10_00, { on: '2026-01-01', terms: dueOnReceipt })
      .pay('INV', 4_00, '2026-01-01')
    expect(rows(scene)).toEqual([[1, 10_00, 4_00, 0, 6_00]])
  })
})
