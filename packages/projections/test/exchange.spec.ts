import { decimal, localDate } from '@quittance/kernel'
import { describe, expect, it } from 'vitest'
import { balanceForward, documentTimeline, openItems, realisedExchange, revalue } from '../src/index.js'
import { asOf, newScene, noon, type Scene } from './account/scene.js'
import { endOfTime } from './account/histories.js'

const eur = (rate: string): { readonly baseCurrency: string; readonly rate: ReturnType<typeof decimal> } => ({
  baseCurrency: 'EUR',
  rate: decimal(rate),
})

const invoiced = (documentId: string, currency: string, minor: number, rate?: string): Parameters<Scene['run']>[0] => ({
  _tag: 'IssueInvoice',
  on: localDate('2026-01-10'),
  documentId,
  currency,
  lines: [{ netMinor: minor }],
  ...(rate === undefined ? {} : { exchange: eur(rate) }),
})

/** 100.00 USD carried at 0.90, of which 40.00 are paid at 0.95 on 10 February, applied on the 12th, learned in March. */
const partlyPaid = (): Scene =>
  newScene()
    .run(invoiced('I', 'USD', 100_00, '0.90'))
    .run({
      _tag: 'RecordReceipt',
      on: localDate('2026-02-10'),
      receiptId: 'R',
      amount: { currency: 'USD', minor: 40_00 },
      method: 'wire',
      exchange: eur('0.95'),
    })
    .run(
      {
        _tag: 'ApplyCash',
        on: localDate('2026-02-12'),
        receiptId: 'R',
        lines: [{ applicationId: 'A', itemId: 'I', amount: { currency: 'USD', minor: 40_00 } }],
      },
      { learned: '2026-03-20' },
    )

const period = (from: string, to: string, knownAt = endOfTime): Parameters<typeof realisedExchange>[1] => ({
  from: localDate(from),
  to: localDate(to),
  knownAt,
})

describe('realised exchange', () => {
  it('counts on the day of the application, and is known from when that was recorded', () => {
    const { view } = partlyPaid()
    expect(realisedExchange(view, period('2026-02-01', '2026-02-28'))).toEqual({
      links: [
        {
          linkId: 'A',
          itemId: 'I',
          source: 'receipt',
          sourceId: 'R',
          customer: 'C-1',
          currency: 'USD',
          baseCurrency: 'EUR',
          realisedBaseMinor: 2_00,
          movements: [{ position: 3, on: '2026-02-12', knownFrom: noon('2026-03-20'), realisedBaseMinor: 2_00 }],
        },
      ],
      totals: [{ baseCurrency: 'EUR', gainBaseMinor: 2_00, lossBaseMinor: 0, realisedBaseMinor: 2_00 }],
    })
    expect(realisedExchange(view, period('2026-03-01', '2026-03-31')).links).toEqual([])
    expect(realisedExchange(view, period('2026-02-01', '2026-02-28', noon('2026-03-19'))).links).toEqual([])
  })

  it('comes to nothing where the application is taken back, and says so', () => {
    const scene = partlyPaid().run({
      _tag: 'Unapply',
      on: localDate('2026-04-01'),
      applicationId: 'A',
      because: 'mistake',
      reason: 'wrong invoice',
    })
    const { links, totals } = realisedExchange(scene.view, period('2026-02-01', '2026-02-28'))
    expect(links.map(({ realisedBaseMinor, movements }) => [realisedBaseMinor, movements.length])).toEqual([[0, 2]])
    expect(totals[0]?.realisedBaseMinor).toBe(0)
  })

  it('keeps gains and losses apart in the total', () => {
    const scene = partlyPaid()
      .run({
        _tag: 'RecordReceipt',
        on: localDate('2026-02-20'),
        receiptId: 'R2',
        amount: { currency: 'USD', minor: 60_00 },
        method: 'wire',
        exchange: eur('0.80'),
      })
      .run({
        _tag: 'ApplyCash',
        on: localDate('2026-04-20'),
        receiptId: 'R2',
        lines: [{ applicationId: 'A2', itemId: 'I', amount: { currency: 'USD', minor: 60_00 } }],
      })
    expect(realisedExchange(scene.view, period('2026-01-01', '2026-12-31')).totals).toEqual([
      { baseCurrency: 'EUR', gainBaseMinor: 2_00, lossBaseMinor: 6_00, realisedBaseMinor: -4_00 },
    ])
  })
})

describe('a revaluation', () => {
  it('values what is open at the rate given, against what it is still carried at', () => {
    const { view } = partlyPaid()
    const rates = { baseCurrency: 'EUR', rates: { USD: decimal('1.00') } }
    const figures = { openMinor: 60_00, carryingBaseMinor: 54_00, revaluedBaseMinor: 60_00, unrealisedBaseMinor: 6_00 }
    expect(revalue(view, asOf('2026-03-31'), rates)).toEqual({
      baseCurrency: 'EUR',
      items: [{ subject: 0, itemId: 'I', customer: 'C-1', currency: 'USD', ...figures }],
      currencies: [{ currency: 'USD', ...figures }],
      left: [],
    })
    const before = revalue(view, asOf('2026-03-31', '2026-03-19'), rates)
    expect(before.items.map(({ carryingBaseMinor }) => carryingBaseMinor)).toEqual([90_00])
  })

  it('leaves out what it cannot value, and says why', () => {
    const scene = newScene()
      .run(invoiced('EURO', 'EUR', 10_00))
      .run(invoiced('PLAIN', 'USD', 10_00))
      .run(invoiced('YEN', 'JPY', 1_000, '0.006'))
      .run({ ...invoiced('FRANC', 'USD', 10_00), exchange: { ...eur('0.90'), baseCurrency: 'CHF' } } as never)
    const { items, left } = revalue(scene.view, asOf('2026-03-31'), {
      baseCurrency: 'EUR',
      rates: { USD: decimal('1') },
    })
    expect(items).toEqual([])
    expect(left.map(({ itemId, because }) => [itemId, because])).toEqual([
      ['PLAIN', 'not-valued'],
      ['YEN', 'no-rate'],
      ['FRANC', 'other-base'],
    ])
  })
})

describe('an application across currencies', () => {
  const scene = newScene()
    .run(invoiced('I', 'USD', 100_00, '0.90'))
    .receipt('R', 100_00, '2026-02-10')
    .run({
      _tag: 'ApplyCash',
      on: localDate('2026-02-10'),
      receiptId: 'R',
      lines: [
        {
          applicationId: 'A',
          itemId: 'I',
          amount: { currency: 'USD', minor: 100_00 },
          receiptAmount: { currency: 'EUR', minor: 93_00 },
        },
      ],
    })

  it('closes the item in its currency and uses the receipt in its own', () => {
    expect(openItems(scene.view, asOf('2026-02-10'))).toEqual([])
    const statement = balanceForward(scene.view, 'C-1', period('2026-02-01', '2026-02-28'))
    expect(
      statement.map(({ currency, openingMinor, movements, closingMinor }) => [
        currency,
        openingMinor,
        movements.map(({ tag, amountMinor }) => [tag, amountMinor]),
        closingMinor,
      ]),
    ).toEqual([
      [
        'EUR',
        0,
        [
          ['ReceiptRecorded', -100_00],
          ['CashApplied', 93_00],
        ],
        -7_00,
      ],
      ['USD', 100_00, [['CashApplied', -100_00]], 0],
    ])
  })

  it('is told with both amounts and what it gained', () => {
    expect(documentTimeline(scene.facts, 'I').map(({ what, openMinor }) => [what, openMinor])).toEqual([
      ['Invoice I issued over 100.00 USD, due 2026-01-10', 100_00],
      ['Receipt R of 100.00 EUR by wire', 100_00],
      ['93.00 EUR of receipt R applied to I for 100.00 USD, exchange gain 3.00 EUR', 0],
    ])
  })
})
