import { describe, expect, it } from 'vitest'
import { concentration, creditStanding, newlyPastDue } from '../../src/index.js'
import { asOf, newScene } from '../account/scene.js'

const story = () =>
  newScene()
    .invoice('A-1', 700_00, { on: '2026-05-01', dueOn: '2026-06-20', customer: 'large' })
    .invoice('B-1', 200_00, { on: '2026-05-01', dueOn: '2026-06-01', customer: 'middle' })
    .invoice('C-1', 100_00, { on: '2026-05-01', dueOn: '2026-06-20', customer: 'small' })
    .invoice('D-1', 5_00, { on: '2026-05-01', dueOn: '2026-08-20', customer: 'small', currency: 'USD' })
    .receipt('R-1', 150_00, '2026-06-02', 'EUR', 'middle')

describe('concentration', () => {
  const view = story().view
  const [before, now] = [concentration(view, asOf('2026-06-20')), concentration(view, asOf('2026-06-21'))]

  it('has the share of each customer in what is open and in what is past due, by currency', () => {
    expect(before.map(({ customer, rank, pastDueMinor }) => [customer, rank, pastDueMinor])).toEqual([
      ['large', 1, 0],
      ['middle', 2, 200_00],
      ['small', 3, 0],
      ['small', 1, 0],
    ])
    expect(now[0]).toMatchObject({
      shareOfOpen: { numerator: 7n, denominator: 10n },
      shareOfPastDue: { numerator: 7n, denominator: 10n },
    })
    expect(now[3]).toMatchObject({ currency: 'USD', shareOfPastDue: null })
  })

  it('tells when one of the largest falls behind for the first time', () => {
    expect(newlyPastDue(now, before, 2).map(({ customer }) => customer)).toEqual(['large'])
    expect(newlyPastDue(now, before, 3).map(({ customer }) => customer)).toEqual(['large', 'small'])
    expect(newlyPastDue(now, now, 3)).toEqual([])
  })
})

describe('creditStanding', () => {
  it('takes money in hand off, and holds each customer against his own limits', () => {
    const rows = creditStanding(story().view, asOf('2026-06-30'), {
      policy: { id: 'own', version: 1, marginDays: 10 },
      limitsOf: (customer) => (customer === 'middle' ? { totalMinor: 50_00, overdueMinor: 100_00 } : {}),
      otherOf: (_, currency) => (currency === 'USD' ? { ordersMinor: 1_00 } : {}),
    })
    expect(
      rows.map(({ customer, currency, openMinor, unpaidMinor, totalMinor }) => [
        customer,
        currency,
        openMinor,
        unpaidMinor,
        totalMinor,
      ]),
    ).toEqual([
      ['large', 'EUR', 700_00, 0, 700_00],
      ['middle', 'EUR', 0, 200_00, 50_00],
      ['small', 'EUR', 100_00, 0, 100_00],
      ['small', 'USD', 5_00, 0, 6_00],
    ])
    expect(rows.map(({ exceeded }) => exceeded.map(({ limit }) => limit))).toEqual([[], ['overdue'], [], []])
  })
})
