import { addDays, localDate, money } from '@quittance/kernel'
import { describe, expect, it } from 'vitest'
import { balanceForward, openItemStatement } from '../src/index.js'
import { endOfTime } from './account/histories.js'
import { asOf, newScene, type Scene } from './account/scene.js'

const period = (from: string, to: string): Parameters<typeof balanceForward>[2] => ({
  from: localDate(from),
  to: localDate(to),
  knownAt: endOfTime,
})
const lines = (scene: Scene, from: string, to: string): unknown =>
  balanceForward(scene.view, 'C-1', period(from, to)).flatMap(({ movements }) =>
    movements.map(({ on, tag, reference, amountMinor }) => [on, tag, reference, amountMinor]),
  )

describe('a balance-forward statement', () => {
  const scene = newScene()
    .invoice('INV-1', 1250_00, { on: '2026-03-01' })
    .invoice('INV-2', 400_00, { on: '2026-04-05' })
    .receipt('R-1', 1000_00, '2026-04-12')
    .apply('A-1', 'R-1', 'INV-1', 1000_00, '2026-04-13')
    .credit('CN-1', 50_00, '2026-04-20', 'INV-2')

  it('brings the balance forward and runs on line by line; applying cash moves no debt', () => {
    const [statement] = balanceForward(scene.view, 'C-1', period('2026-04-01', '2026-04-30'))
    expect(statement?.openingMinor).toBe(1250_00)
    expect(statement?.movements.map(({ on, amountMinor, runningMinor }) => [on, amountMinor, runningMinor])).toEqual([
      ['2026-04-05', 400_00, 1650_00],
      ['2026-04-12', -1000_00, 650_00],
      ['2026-04-20', -50_00, 600_00],
    ])
    expect(statement?.closingMinor).toBe(600_00)
  })

  it('begins and ends with its days, both inclusive', () => {
    expect(lines(scene, '2026-04-05', '2026-04-12')).toHaveLength(2)
    expect(lines(scene, '2026-04-06', '2026-04-11')).toEqual([])
  })

  it('names the credit note, not the invoice that it reduced', () => {
    expect(lines(scene, '2026-04-20', '2026-04-20')).toEqual([['2026-04-20', 'CreditNoteIssued', 'CN-1', -50_00]])
  })

  it('names the receipt that bounced, not the invoice that it had paid', () => {
    const bounced = newScene()
      .invoice('INV', 100_00, { on: '2026-01-01' })
      .receipt('R', 100_00, '2026-01-10')
      .apply('A', 'R', 'INV', 100_00, '2026-01-10')
      .run({
        _tag: 'ReturnReceipt',
        on: localDate('2026-01-15'),
        receiptId: 'R',
        kind: 'nsf',
        fee: { amountMinor: 20_00, chargeTo: 'customer', documentId: 'FEE' },
      })
      .run({ _tag: 'CancelReturn', on: localDate('2026-01-20'), receiptId: 'R' })
    expect(lines(bounced, '2026-01-11', '2026-01-31')).toEqual([
      ['2026-01-15', 'ReceiptReturned', 'R', 100_00],
      ['2026-01-15', 'DebitNoteIssued', 'FEE', 20_00],
      ['2026-01-20', 'ReturnCancelled', 'R', -100_00],
    ])
  })

  it('names the item of a write-off and the source of a refund', () => {
    const policy = { id: 'w', version: 1, smallBalanceMaxMinor: 10_00, limits: [] }
    const small = newScene()
      .invoice('INV', 100_00, { on: '2026-01-01' })
      .receipt('R', 99_00, '2026-01-10')
      .apply('A', 'R', 'INV', 98_00, '2026-01-10')
      .run({
        _tag: 'WriteOff',
        on: localDate('2026-01-11'),
        writeOffId: 'W',
        itemId: 'INV',
        amount: money('EUR', 2_00),
        reason: 'small-balance',
        requestedBy: 'Bob',
        policy,
      })
      .run({
        _tag: 'Refund',
        on: localDate('2026-01-12'),
        refundId: 'RF',
        source: 'receipt',
        sourceId: 'R',
        amount: money('EUR', 1_00),
      })
    expect(lines(small, '2026-01-11', '2026-01-31')).toEqual([
      ['2026-01-11', 'WrittenOff', 'INV', -2_00],
      ['2026-01-12', 'Refunded', 'R', 1_00],
    ])
  })

  it('keeps lines of one day in the order in which they were recorded', () => {
    const day = newScene()
      .receipt('R', 30_00, '2026-01-05')
      .invoice('B', 10_00, { on: '2026-01-05' })
      .invoice('A', 20_00, { on: '2026-01-05' })
    const statement = balanceForward(day.view, 'C-1', period('2026-01-05', '2026-01-05'))
    expect(statement[0]?.movements.map(({ reference }) => reference)).toEqual(['R', 'B', 'A'])
  })

  it('chains: one that ends where the next begins', () => {
    const chain = newScene()
      .invoice('A', 300_00, { on: '2026-01-10' })
      .receipt('R-1', 120_00, '2026-01-20')
      .invoice('B', 55_50, { on: '2026-02-10' })
      .receipt('R-2', 180_00, '2026-02-20')
    const ends = (from: string, to: string): unknown =>
      balanceForward(chain.view, 'C-1', period(from, to)).map(({ openingMinor, closingMinor }) => [
        openingMinor,
        closingMinor,
      ])
    expect([ends('2026-01-01', '2026-01-31'), ends('2026-02-01', '2026-02-28')]).toEqual([
      [[0, 180_00]],
      [[180_00, 55_50]],
    ])
  })

  it('keeps each currency apart, and customers apart', () => {
    const mixed = newScene()
      .invoice('A', 100_00, { on: '2026-01-01' })
      .invoice('B', 70_00, { on: '2026-01-01', currency: 'USD' })
      .invoice('C', 5_00, { on: '2026-01-01', customer: 'C-2' })
    expect(
      balanceForward(mixed.view, 'C-1', period('2026-01-01', '2026-01-31')).map((one) => [
        one.currency,
        one.closingMinor,
      ]),
    ).toEqual([
      ['EUR', 100_00],
      ['USD', 70_00],
    ])
  })

  it('of a customer that nobody knows is empty', () => {
    expect(balanceForward(scene.view, 'nobody', period('2026-01-01', '2026-12-31'))).toEqual([])
  })
})

describe('an open-item statement', () => {
  const scene = newScene()
    .invoice('PAID', 10_00, { on: '2026-01-01' })
    .pay('PAID', 10_00, '2026-01-02')
    .invoice('LATE', 100_00, { on: '2026-01-01' })
    .invoice('SOON', 40_00, { on: '2026-02-20' })
    .receipt('R-9', 15_00, '2026-02-25')
    .invoice('OTHER', 5_00, { on: '2026-02-01', customer: 'C-2' })
  const statement = openItemStatement(scene.view, 'C-1', asOf('2026-02-28'))

  it('lists what is open and what we hold, and nothing closed', () => {
    expect(statement.items.map(({ itemId }) => itemId)).toEqual(['LATE', 'SOON'])
    expect(statement.credits.map(({ id, heldMinor }) => [id, heldMinor])).toEqual([['R-9', 15_00]])
  })

  it('sums open, past due and credits, and ages what it lists', () => {
    expect(statement.currencies).toMatchObject([
      {
        currency: 'EUR',
        openMinor: 140_00,
        pastDueMinor: 100_00,
        creditsMinor: 15_00,
        totalMinor: 125_00,
        aging: { bucketMinor: [40_00, 100_00, 0, 0, 0], totalMinor: 125_00 },
      },
    ])
  })

  it('equals the balance brought forward for the same day', () => {
    const { closingMinor } = balanceForward(scene.view, 'C-1', period('2026-01-01', '2026-02-28'))[0] ?? {}
    expect(statement.currencies[0]?.totalMinor).toBe(closingMinor)
  })

  it('of a customer who owes nothing has no lines', () => {
    const early = openItemStatement(scene.view, 'C-1', {
      ...asOf('2026-01-01'),
      asOf: addDays(localDate('2026-01-01'), -1),
    })
    expect(early).toMatchObject({ items: [], credits: [], currencies: [] })
  })
})
