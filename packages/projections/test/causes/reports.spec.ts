import { decimal, localDate } from '@quittance/kernel'
import { describe, expect, it } from 'vitest'
import {
  counterfactualAging,
  disputeRegister,
  disputeTimes,
  interestMinor,
  monthEnds,
  paretoOf,
  pastDueMinorDays,
  type ReportRow,
  rootCauses,
  shippedCauseRules,
  upstreamTrend,
} from '../../src/index.js'
import { asOf, newScene, type Scene } from '../account/scene.js'
import { booksOf } from './books.js'

const row = (itemId: string, openMinor: number, more: Partial<ReportRow> = {}): ReportRow => ({
  subject: Number(itemId.slice(4)),
  itemId,
  customer: 'C-1',
  currency: 'EUR',
  products: [],
  dueOn: localDate('2026-01-31'),
  state: 'past-due',
  billedMinor: openMinor,
  openMinor,
  daysLate: 10,
  cause: 'unknown',
  stage: 'unknown',
  upstream: false,
  tags: [],
  ...more,
})
const pricing = { cause: 'pricing_error', stage: 'sales', department: 'pricing', upstream: true }

describe('the Pareto of late items', () => {
  const rows = [
    row('INV-1', 300_00, { ...pricing, tags: [{ positions: [7, 4] }, { positions: [99] }] }),
    row('INV-2', 100_00, { daysLate: 60 }),
    row('INV-3', 50_00, { ...pricing, state: 'settled-late', billedMinor: 80_00, openMinor: 0, daysLate: 3 }),
    row('INV-4', 900_00, { state: 'in-time' }),
    row('INV-5', 10_00, { currency: 'USD' }),
  ]

  it('has the heaviest first, with all that stands before it, and the facts of the first causes', () => {
    expect(paretoOf(rows, { by: 'department', percentPerYear: decimal('8') })).toEqual([
      {
        currency: 'EUR',
        group: 'pricing',
        items: 2,
        valueMinor: 380_00,
        upstreamMinor: 380_00,
        daysLost: 13,
        interestMinor: 71,
        cumulative: 380_00,
        total: 480_00,
        subjects: [1, 3],
        positions: [4, 7],
      },
      {
        currency: 'EUR',
        items: 1,
        valueMinor: 100_00,
        upstreamMinor: 0,
        daysLost: 60,
        interestMinor: 132,
        cumulative: 480_00,
        total: 480_00,
        subjects: [2],
        positions: [],
      },
      {
        currency: 'USD',
        items: 1,
        valueMinor: 10_00,
        upstreamMinor: 0,
        daysLost: 10,
        interestMinor: 2,
        cumulative: 10_00,
        total: 10_00,
        subjects: [5],
        positions: [],
      },
    ])
  })

  it('weighs by number or by days as well', () => {
    const order = (weight: 'count' | 'days') =>
      paretoOf(rows, { by: 'stage', weight })
        .filter(({ currency }) => currency === 'EUR')
        .map(({ group, cumulative, total }) => [group, cumulative, total])
    expect(order('count')).toEqual([
      ['sales', 2, 3],
      ['unknown', 3, 3],
    ])
    expect(order('days')).toEqual([
      ['unknown', 60, 73],
      ['sales', 73, 73],
    ])
  })

  it('splits the money of an item over its products, and not its days', () => {
    const products = [
      { productId: 'pump', netMinor: 200_00 },
      { productId: 'hose', netMinor: 70_00 },
      { productId: 'pump', netMinor: 30_00 },
      { productId: 'rebate', netMinor: -50_00 },
    ]
    const groups = paretoOf([row('INV-1', 100_00, { products }), row('INV-2', 5_00)], { by: 'product' })
    expect(groups.map(({ group, valueMinor, items, daysLost }) => [group, valueMinor, items, daysLost])).toEqual([
      ['pump', 76_67, 1, 10],
      ['hose', 23_33, 1, 10],
      [undefined, 5_00, 1, 10],
      ['rebate', 0, 1, 10],
    ])
  })

  it('leaves out what is not our doing, if asked', () => {
    expect(paretoOf(rows, { by: 'cause', upstreamOnly: true }).map(({ group }) => group)).toEqual(['pricing_error'])
  })
})

describe('the interest on late money', () => {
  it('counts what was open on each day, the day of the payment included', () => {
    const scene = newScene().invoice('INV-1', 100_00, { on: '2026-01-01', dueOn: '2026-01-31' })
    const minorDays = ({ view }: Scene, day: string) => pastDueMinorDays(view, 0, asOf(day))
    expect([minorDays(scene, '2026-01-31'), minorDays(scene, '2026-02-01')]).toEqual([0, 100_00])
    scene.pay('INV-1', 60_00, '2026-02-10')
    // Ten days of 100, then ten of 40.
    expect(minorDays(scene, '2026-02-20')).toBe(10 * 100_00 + 10 * 40_00)
    expect(interestMinor([minorDays(scene, '2026-02-20')], decimal('7.3'))).toBe(28)
  })

  it('rounds a half away from zero', () => {
    expect(interestMinor([36_500 / 2], decimal('1'))).toBe(1)
    expect(interestMinor([36_500 / 2 - 1], decimal('1'))).toBe(0)
  })
})

describe('the aging without errors of ours', () => {
  const scene = (): Scene =>
    newScene()
      .invoice('INV-1', 500_00, { on: '2026-01-01', dueOn: '2026-01-31' })
      .invoice('INV-2', 200_00, { on: '2026-01-01', dueOn: '2026-02-20' })
      .invoice('INV-3', 100_00, { on: '2026-02-20', dueOn: '2026-03-20' })
      .run({
        _tag: 'RaiseDispute',
        on: localDate('2026-01-10'),
        disputeId: 'D-1',
        documentId: 'INV-1',
        amountMinor: 40_00,
        cause: 'pricing_error',
      })
  const ours = [
    { subject: 0, upstream: true },
    { subject: 1, upstream: false },
    { subject: 2, upstream: true },
  ]

  it('takes out the whole of an item past due, and nothing that is not due', () => {
    expect(counterfactualAging(scene().view, asOf('2026-03-10'), ours)).toEqual([
      {
        currency: 'EUR',
        realMinor: [100_00, 200_00, 500_00, 0, 0],
        withoutMinor: [100_00, 200_00, 0, 0, 0],
        oursMinor: [0, 0, 500_00, 0, 0],
        subjects: [0],
      },
    ])
  })

  it('takes out only the part that the customer objects to, if asked', () => {
    const [split] = counterfactualAging(scene().view, asOf('2026-03-10'), ours, { blamed: 'objected-parts' })
    expect(split?.oursMinor).toEqual([0, 0, 40_00, 0, 0])
    const all = ours.map(({ subject }) => ({ subject, upstream: true }))
    const [whole] = counterfactualAging(scene().view, asOf('2026-03-10'), all, { blamed: 'objected-parts' })
    expect(whole?.oursMinor).toEqual([0, 200_00, 40_00, 0, 0])
  })
})

describe('how long disputes take', () => {
  it('is counted from the dispute and from the invoice, over those that ended', () => {
    const scene = newScene().invoice('INV-1', 500_00, { on: '2026-01-01', dueOn: '2026-01-31' })
    const raise = (disputeId: string, day: string, amountMinor: number) =>
      scene.run({ _tag: 'RaiseDispute', on: localDate(day), disputeId, documentId: 'INV-1', amountMinor })
    raise('D-1', '2026-01-10', 40_00)
    raise('D-2', '2026-01-11', 60_00)
    const dueOn = localDate('2026-01-15')
    scene.run({ _tag: 'AssignDispute', on: localDate('2026-01-10'), disputeId: 'D-1', department: 'sales', dueOn })
    scene.credit('CN-1', 40_00, '2026-01-16', 'INV-1').run({
      _tag: 'ResolveDispute',
      on: localDate('2026-01-16'),
      disputeId: 'D-1',
      outcome: 'accepted',
      creditNoteId: 'CN-1',
    })
    const at = asOf('2026-02-01')
    expect(disputeTimes(scene.view, disputeRegister(scene.view, at), at.asOf, 'department')).toEqual([
      {
        currency: 'EUR',
        disputes: 1,
        disputedMinor: 60_00,
        open: 1,
        openMinor: 60_00,
        oldestOpenDays: 21,
        ended: 0,
        accepted: 0,
        daysFromDispute: 0,
        daysFromInvoice: 0,
        late: 0,
        positions: [3],
      },
      {
        currency: 'EUR',
        group: 'sales',
        disputes: 1,
        disputedMinor: 40_00,
        open: 0,
        openMinor: 0,
        ended: 1,
        accepted: 1,
        daysFromDispute: 6,
        daysFromInvoice: 15,
        late: 1,
        positions: [2, 6],
      },
    ])
  })
})

describe('the trend', () => {
  it('has the month ends and the day asked for', () => {
    expect(monthEnds(localDate('2026-01-31'), localDate('2026-03-31'))).toEqual([
      '2026-01-31',
      '2026-02-28',
      '2026-03-31',
    ])
    expect(monthEnds(localDate('2026-03-11'), localDate('2026-03-10'))).toEqual([])
  })

  it('judges an earlier month by what is known now', () => {
    const scene = newScene().invoice('INV-1', 500_00, { on: '2026-01-01', dueOn: '2026-01-20' })
    scene.run({ _tag: 'RaiseDispute', on: localDate('2026-01-25'), disputeId: 'D-1', documentId: 'INV-1' })
    scene.run(
      { _tag: 'ResolveDispute', on: localDate('2026-02-15'), disputeId: 'D-1', outcome: 'rejected' },
      { learned: '2026-02-15' },
    )
    const books = booksOf(scene.facts)
    const trend = upstreamTrend(books, asOf('2026-02-20'), shippedCauseRules, { from: localDate('2026-01-01') })
    expect(trend.map(({ on }) => on)).toEqual(['2026-01-31', '2026-02-20'])
    expect(trend[0]?.currencies).toEqual(rootCauses(books, asOf('2026-01-31'), shippedCauseRules).currencies)
  })
})
