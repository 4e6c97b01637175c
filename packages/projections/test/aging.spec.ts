import { decimal, localDate, money } from '@quittance/kernel'
import { describe, expect, it } from 'vitest'
import { type AgingOptions, agingReport, type AgingSums, fiveBuckets, openItems } from '../src/index.js'
import { asOf, newScene, noon, type Scene } from './account/scene.js'

const euros = (scene: Scene, day: string, options?: AgingOptions): AgingSums | undefined =>
  agingReport(scene.view, asOf(day), options).currencies.find(({ currency }) => currency === 'EUR')

describe('aging by due day', () => {
  const scene = newScene()
    .invoice('A', 1_00, { on: '2026-01-01', dueOn: '2026-07-01' })
    .invoice('B', 2_00, { on: '2026-01-01', dueOn: '2026-06-30' })
    .invoice('C', 4_00, { on: '2026-01-01', dueOn: '2026-06-29' })
    .invoice('D', 8_00, { on: '2026-01-01', dueOn: '2026-05-31' })
    .invoice('E', 16_00, { on: '2026-01-01', dueOn: '2026-05-30' })
    .invoice('F', 32_00, { on: '2026-01-01', dueOn: '2026-05-01' })
    .invoice('G', 64_00, { on: '2026-01-01', dueOn: '2026-04-30' })
    .invoice('H', 128_00, { on: '2026-01-01', dueOn: '2026-04-01' })
    .invoice('I', 256_00, { on: '2026-01-01', dueOn: '2026-03-31' })

  it('puts day 30 into 1-30, day 60 into 31-60, day 90 into 61-90', () => {
    expect(euros(scene, '2026-06-30')?.bucketMinor).toEqual([3_00, 12_00, 48_00, 192_00, 256_00])
    expect(euros(scene, '2026-06-30')?.bucketCount).toEqual([2, 2, 2, 2, 1])
    expect(euros(scene, '2026-06-30')?.totalMinor).toBe(511_00)
  })

  it('moves them one bucket on where bounds are half open', () => {
    const scheme = { ...fiveBuckets, edges: 'half-open-upper' } as const
    expect(euros(scene, '2026-06-30', { scheme })?.bucketMinor).toEqual([3_00, 4_00, 24_00, 96_00, 384_00])
  })

  it('prints the scheme, the basis, the treatment of credits and both times on the report', () => {
    const { at, scheme, basis, credits } = agingReport(scene.view, asOf('2026-06-30'))
    expect({ at, scheme, basis, credits }).toEqual({
      at: asOf('2026-06-30'),
      scheme: fiveBuckets,
      basis: 'due',
      credits: 'separate',
    })
  })

  it('shows nothing before the first invoice', () => {
    expect(agingReport(scene.view, asOf('2025-12-31'))).toMatchObject({ currencies: [], customers: [], rows: [] })
  })
})

describe('the day that age counts from', () => {
  const scene = newScene()
    .invoice('A', 100_00, { on: '2026-05-01', dueOn: '2026-06-30' })
    .invoice('B', 50_00, { on: '2026-03-15', dueOn: '2026-04-14' })

  it('is the due day, or the day of the invoice', () => {
    expect(euros(scene, '2026-06-30')?.bucketMinor).toEqual([100_00, 0, 0, 50_00, 0])
    expect(euros(scene, '2026-06-30', { basis: 'invoice' })?.bucketMinor).toEqual([0, 0, 100_00, 0, 50_00])
  })

  it('is the first day on which the customer had it, whatever was recorded first', () => {
    const delivered = { _tag: 'Delivered', channel: 'post' } as const
    scene
      .run({ _tag: 'RecordDelivery', on: localDate('2026-06-20'), documentId: 'B', outcome: delivered })
      .run(
        { _tag: 'RecordDelivery', on: localDate('2026-05-20'), documentId: 'B', outcome: delivered },
        { learned: '2026-06-25' },
      )
    const basisOn = (known?: string): unknown =>
      agingReport(scene.view, asOf('2026-06-30', known), { basis: 'delivery' }).rows.map((row) => [row.id, row.basisOn])
    expect(basisOn('2026-06-24')).toEqual([
      ['B', '2026-06-20'],
      ['A', '2026-05-01'],
    ])
    expect(basisOn()).toEqual([
      ['B', '2026-05-20'],
      ['A', '2026-05-01'],
    ])
  })

  it('moves with the due day, from the day of the move on and as soon as it is known', () => {
    const moved = newScene()
      .invoice('A', 100_00, { on: '2026-05-01', dueOn: '2026-05-31' })
      .run(
        {
          _tag: 'ChangeDueDate',
          on: localDate('2026-06-10'),
          documentId: 'A',
          dueOn: localDate('2026-07-31'),
          reason: 'agreed',
        },
        { learned: '2026-06-15' },
      )
    const ages = (day: string, known?: string): unknown =>
      agingReport(moved.view, asOf(day, known)).rows.map(({ ageDays, bucket }) => [ageDays, bucket])
    expect(ages('2026-06-09')).toEqual([[9, 1]])
    expect(ages('2026-06-10')).toEqual([[-51, 0]])
    expect(ages('2026-06-10', '2026-06-14')).toEqual([[10, 1]])
  })
})

describe('credits', () => {
  const scene = newScene()
    .invoice('OLD', 100_00, { on: '2026-01-01', dueOn: '2026-01-31' })
    .invoice('NEW', 100_00, { on: '2026-06-01', dueOn: '2026-07-01' })
    .receipt('R-1', 30_00, '2026-05-20')
    .credit('CN-1', 90_00, '2026-06-20')

  it('stand in a column of their own by default, taken off the total', () => {
    expect(euros(scene, '2026-06-30')).toMatchObject({
      bucketMinor: [100_00, 0, 0, 0, 100_00],
      unappliedMinor: 120_00,
      totalMinor: 80_00,
    })
  })

  it('age by their own day where that is asked for', () => {
    expect(euros(scene, '2026-06-30', { credits: 'own-date' })).toMatchObject({
      bucketMinor: [100_00, -90_00, -30_00, 0, 100_00],
      bucketCount: [1, 1, 1, 0, 1],
      unappliedMinor: 0,
      totalMinor: 80_00,
    })
  })

  it('go against the oldest items where that is asked for, and what is over against the next', () => {
    expect(euros(scene, '2026-06-30', { credits: 'fifo' })).toMatchObject({
      bucketMinor: [80_00, 0, 0, 0, 0],
      unappliedMinor: 0,
      totalMinor: 80_00,
    })
    expect(openItems(scene.view, asOf('2026-06-30')).map(({ openMinor }) => openMinor)).toEqual([100_00, 100_00])
  })

  it('of one customer never shrink what another owes', () => {
    const two = newScene()
      .invoice('A', 100_00, { on: '2026-01-01', customer: 'C-1' })
      .receipt('R-2', 40_00, '2026-01-02', 'EUR', 'C-2')
    expect(euros(two, '2026-06-30', { credits: 'fifo' })).toMatchObject({
      bucketMinor: [0, 0, 0, 0, 100_00],
      unappliedMinor: 40_00,
      totalMinor: 60_00,
    })
  })

  it('have rows of their own where that is asked for', () => {
    const { rows } = agingReport(scene.view, asOf('2026-06-30'), { credits: 'own-rows' })
    expect(rows.map(({ id, openMinor, item, credit }) => [id, openMinor, item !== undefined, credit?.kind])).toEqual([
      ['OLD', 100_00, true, undefined],
      ['NEW', 100_00, true, undefined],
      ['R-1', -30_00, false, 'receipt'],
      ['CN-1', -90_00, false, 'credit-note'],
    ])
  })

  it('on account count as held like any others', () => {
    const amount = money('EUR', 30_00)
    scene.run({ _tag: 'PlaceOnAccount', on: localDate('2026-06-25'), receiptId: 'R-1', amount })
    expect(euros(scene, '2026-06-30')?.unappliedMinor).toBe(120_00)
  })
})

describe('what an item still owes', () => {
  it('is a row down to the last cent, and no row at all without one', () => {
    const cent = newScene().invoice('A', 100_00, { on: '2026-01-01' }).pay('A', 99_99, '2026-01-05')
    expect(openItems(cent.view, asOf('2026-02-01')).map(({ openMinor }) => openMinor)).toEqual([1])
    cent.pay('A', 1, '2026-01-06')
    expect(openItems(cent.view, asOf('2026-02-01'))).toEqual([])
  })

  it('is nothing once a credit note took all of it', () => {
    const credited = newScene().invoice('A', 100_00, { on: '2026-01-01' }).credit('CN', 100_00, '2026-01-05', 'A')
    expect(agingReport(credited.view, asOf('2026-02-01'))).toMatchObject({ rows: [], currencies: [] })
  })

  it('splits into what is disputed and the rest, inside its bucket', () => {
    const scene = newScene()
      .invoice('A', 1000_00, { on: '2026-05-01', dueOn: '2026-05-31' })
      .run({
        _tag: 'RaiseDispute',
        on: localDate('2026-06-01'),
        disputeId: 'D-1',
        documentId: 'A',
        amountMinor: 250_00,
      })
    expect(euros(scene, '2026-06-30')).toMatchObject({ bucketMinor: [0, 1000_00, 0, 0, 0], disputedMinor: 250_00 })
    scene.pay('A', 900_00, '2026-06-02')
    expect(euros(scene, '2026-06-30')).toMatchObject({ bucketMinor: [0, 100_00, 0, 0, 0], disputedMinor: 100_00 })
  })

  it('splits into what is deducted and the rest, and stays in its bucket when it is charged back', () => {
    const scene = newScene()
      .invoice('A', 1000_00, { on: '2026-05-01', dueOn: '2026-05-31' })
      .pay('A', 900_00, '2026-05-31')
      .run({
        _tag: 'RecordDeduction',
        on: localDate('2026-06-02'),
        deductionId: 'DED',
        itemId: 'A',
        amount: money('EUR', 60_00),
        reasonCode: 'none-stated',
      })
    expect(euros(scene, '2026-06-30')).toMatchObject({ bucketMinor: [0, 100_00, 0, 0, 0], deductedMinor: 60_00 })
    scene.run({
      _tag: 'RaiseChargeback',
      on: localDate('2026-06-20'),
      chargebackId: 'CB',
      itemId: 'A',
      amount: money('EUR', 100_00),
      reason: 'short pay',
      policy: { id: 'chargebacks', version: 1 },
    })
    expect(euros(scene, '2026-06-30')).toMatchObject({ bucketMinor: [0, 100_00, 0, 0, 0], deductedMinor: 0 })
    expect(openItems(scene.view, asOf('2026-06-30'))).toMatchObject([
      { itemId: 'CB', dueOn: '2026-05-31', daysPastDue: 30, openMinor: 100_00 },
    ])
  })

  it('shows a post-dated payment as future, and never a later return as future money', () => {
    const scene = newScene()
      .invoice('A', 100_00, { on: '2026-01-01' })
      .run(
        {
          _tag: 'RecordReceipt',
          on: localDate('2026-02-10'),
          receiptId: 'R',
          amount: money('EUR', 90_00),
          method: 'check',
        },
        { learned: '2026-01-20' },
      )
      .apply('A-1', 'R', 'A', 90_00, '2026-02-10', '2026-01-20')
    const item = (day: string): unknown =>
      openItems(scene.view, asOf(day)).map(({ openMinor, futureMinor, remainingMinor }) => [
        openMinor,
        futureMinor,
        remainingMinor,
      ])
    expect(item('2026-01-31')).toEqual([[100_00, 90_00, 10_00]])
    expect(item('2026-02-10')).toEqual([[10_00, 0, 10_00]])
    scene.run({ _tag: 'ReturnReceipt', on: localDate('2026-02-20'), receiptId: 'R', kind: 'nsf' })
    expect(item('2026-02-15')).toEqual([[10_00, 0, 10_00]])
    expect(item('2026-01-31')).toEqual([[100_00, 0, 100_00]])
  })

  it('counts an application from its own day, not from the day of the money', () => {
    const scene = newScene()
      .invoice('A', 100_00, { on: '2026-01-01' })
      .receipt('R', 100_00, '2026-01-20')
      .apply('A-1', 'R', 'A', 100_00, '2026-02-05')
    expect(euros(scene, '2026-01-31')).toMatchObject({ unappliedMinor: 100_00, totalMinor: 0 })
    expect(euros(scene, '2026-01-31')?.bucketMinor).toEqual([100_00, 0, 0, 0, 0])
    expect(euros(scene, '2026-02-05')).toBeUndefined()
  })
})

describe('currencies', () => {
  it('are never added', () => {
    const scene = newScene()
      .invoice('A', 100_00, { on: '2026-01-01', currency: 'EUR' })
      .invoice('B', 70_00, { on: '2026-01-01', currency: 'USD' })
      .receipt('R', 20_00, '2026-01-02', 'EUR')
    const { currencies } = agingReport(scene.view, asOf('2026-01-15'))
    expect(currencies.map(({ currency, totalMinor }) => [currency, totalMinor])).toEqual([
      ['EUR', 80_00],
      ['USD', 70_00],
    ])
  })
})

describe('two times', () => {
  it('shows in March what was known in March, and in April the cash that was recorded late', () => {
    const scene = newScene()
      .invoice('A', 500_00, { on: '2026-02-08', dueOn: '2026-03-10' })
      .pay('A', 500_00, '2026-03-28', '2026-04-05')
    const open = (known: string): unknown =>
      openItems(scene.view, asOf('2026-03-31', known)).map(({ openMinor, daysPastDue }) => [openMinor, daysPastDue])
    expect(open('2026-03-31')).toEqual([[500_00, 21]])
    expect(open('2026-04-30')).toEqual([])
  })

  it('keeps what was known when an application is undone later', () => {
    const scene = newScene().invoice('A', 400_00, { on: '2026-04-01' }).pay('A', 400_00, '2026-05-10')
    const applicationId = 'A-R-A-1'
    const because = 'reallocation'
    scene.run({ _tag: 'Unapply', on: localDate('2026-06-02'), applicationId, because, reason: 'for another' })
    const open = (day: string, known: string): number =>
      openItems(scene.view, asOf(day, known)).reduce((so, { openMinor }) => so + openMinor, 0)
    expect([
      open('2026-05-31', '2026-05-31'),
      open('2026-05-31', '2026-06-30'),
      open('2026-06-30', '2026-06-30'),
    ]).toEqual([0, 0, 400_00])
  })

  it('counts a fact recorded at the very moment that is asked about', () => {
    const scene = newScene().invoice('A', 1_00, { on: '2026-01-01' })
    const at = { asOf: localDate('2026-01-01'), knownAt: noon('2026-01-01') }
    expect(openItems(scene.view, at)).toHaveLength(1)
    expect(openItems(scene.view, { ...at, knownAt: '2026-01-01T11:59:59.999Z' as typeof at.knownAt })).toEqual([])
  })
})

describe('choosing rows', () => {
  const scene = newScene()
    .invoice('A', 10_00, { on: '2026-01-01' })
    .invoice('B', 20_00, { on: '2026-01-02' })
    .invoice('C', 30_00, { on: '2026-01-03', customer: 'C-2' })
  const ids = (filter: Parameters<typeof openItems>[2]): ReadonlyArray<string> =>
    openItems(scene.view, asOf('2026-02-01'), filter).map(({ itemId }) => itemId)

  it('goes by customer, by amount and by day of the document, bounds included', () => {
    expect(ids({})).toEqual(['A', 'B', 'C'])
    expect(ids({ customer: 'C-2' })).toEqual(['C'])
    expect(ids({ openMinor: { from: 10_00, to: 20_00 } })).toEqual(['A', 'B'])
    expect(ids({ openMinor: { from: 10_01, to: 19_99 } })).toEqual([])
    expect(ids({ issuedOn: { from: localDate('2026-01-02'), to: localDate('2026-01-03') } })).toEqual(['B', 'C'])
  })
})

describe('a discount taken with a payment', () => {
  it('closes the item and stands apart from what was paid', () => {
    const terms = {
      id: '2-10',
      version: 1,
      parts: [{ share: { _tag: 'Balance' }, due: { days: 30 } }],
      discount: {
        taxMode: 'reduce-on-payment',
        base: 'total',
        graceDays: 0,
        tiers: [{ percent: decimal('2'), days: 10 }],
      },
    } as const
    const policy = {
      id: 'p',
      version: 1,
      discounts: 'earned',
      partialDiscount: true,
      overpayment: 'specific',
      maxPennyMinor: 0,
    } as const
    const scene = newScene().invoice('A', 100_00, { on: '2026-01-01', terms }).receipt('R', 49_00, '2026-01-10')
    const line = {
      applicationId: 'X',
      itemId: 'A',
      amount: money('EUR', 49_00),
      discount: { _tag: 'Allowed', policy },
    } as const
    scene.run({ _tag: 'ApplyCash', on: localDate('2026-01-10'), receiptId: 'R', lines: [line] })
    expect(openItems(scene.view, asOf('2026-01-31'))).toMatchObject([
      { amountMinor: 100_00, paidMinor: 49_00, discountedMinor: 1_00, openMinor: 50_00 },
    ])
  })
})
