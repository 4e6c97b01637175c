import { localDate, money } from '@quittance/kernel'
import { describe, expect, it } from 'vitest'
import { commissionByRep, commissionRegister, shippedCommissionPolicy } from '../../src/index.js'
import { asOf, newScene, type Scene } from '../account/scene.js'

/** Issued on 1 March: day 60 is 30 April; due on 31 March, so that the grace ends on 30 April too. */
const sold = (): Scene =>
  newScene().run({
    _tag: 'IssueInvoice',
    on: localDate('2026-03-01'),
    documentId: 'INV-1',
    currency: 'EUR',
    lines: [{ netMinor: 300_00 }],
    dueOn: localDate('2026-03-31'),
    salesRepId: 'ann',
  })
const only = ({ view }: Scene, day: string, known?: string) =>
  commissionRegister(view, asOf(day, known), shippedCommissionPolicy)[0]

describe('the commission of a sale', () => {
  it('is earned by payment in full on day 60, and lost on day 61', () => {
    expect(only(sold().pay('INV-1', 300_00, '2026-04-30'), '2026-06-30')).toEqual({
      subject: 0,
      itemId: 'INV-1',
      salesRepId: 'ann',
      customer: 'C-1',
      currency: 'EUR',
      issuedOn: '2026-03-01',
      billedMinor: 300_00,
      paidMinor: 300_00,
      outcome: 'paid-in-full',
      earnsUntil: '2026-04-30',
      positions: [1, 3],
    })
    expect(only(sold().pay('INV-1', 300_00, '2026-05-01'), '2026-06-30')).toMatchObject({
      outcome: 'late',
      daysLate: 1,
      clawbackOn: '2026-05-01',
    })
  })

  it('is open until then, and an advance may be kept until the grace is over', () => {
    expect(only(sold(), '2026-04-30')).toMatchObject({ outcome: 'open' })
    expect(only(sold(), '2026-04-30')).not.toHaveProperty('clawbackOn')
    expect(only(sold(), '2026-05-10')).toMatchObject({ outcome: 'late', daysLate: 10, clawbackOn: '2026-05-01' })
  })

  it('is lost where a part never came as money', () => {
    const scene = sold().pay('INV-1', 250_00, '2026-04-01').credit('CN-1', 50_00, '2026-04-02', 'INV-1')
    expect(only(scene, '2026-04-03')).toMatchObject({ outcome: 'short', paidMinor: 250_00 })
    expect(only(scene, '2026-04-01')).toMatchObject({ outcome: 'open' })
  })

  it('is lost where the credit was for an error of the sale, and says by which facts', () => {
    const scene = sold().pay('INV-1', 250_00, '2026-04-01').credit('CN-1', 50_00, '2026-04-02', 'INV-1')
    const faults = (rank: string, stage: string) =>
      commissionRegister(scene.view, asOf('2026-04-03'), shippedCommissionPolicy, [
        { subject: 0, tags: [{ rank, stage, positions: [77] }] },
      ])[0]
    expect(faults('correction', 'sales')).toMatchObject({ outcome: 'sales-fault', positions: [1, 3, 4, 77] })
    expect(faults('correction', 'fulfilment')).toMatchObject({ outcome: 'short' })
    // A claim that nobody bore out costs nobody a commission.
    expect(faults('claim', 'sales')).toMatchObject({ outcome: 'short' })
  })

  it('is open again when the payment bounces', () => {
    const scene = sold().receipt('R-1', 300_00, '2026-04-01').apply('A-1', 'R-1', 'INV-1', 300_00, '2026-04-01')
    scene.run({ _tag: 'ReturnReceipt', on: localDate('2026-04-10'), receiptId: 'R-1', kind: 'nsf' })
    expect(only(scene, '2026-04-09')).toMatchObject({ outcome: 'paid-in-full' })
    expect(only(scene, '2026-04-10')).toMatchObject({ outcome: 'open', paidMinor: 0 })
    expect(only(scene, '2026-04-10', '2026-04-09')).toMatchObject({ outcome: 'paid-in-full' })
  })

  it('forgives what is within the tolerance', () => {
    const policy = { id: 'p', version: 1, smallBalanceMaxMinor: 10_00, limits: [] }
    const scene = sold()
      .pay('INV-1', 298_00, '2026-04-01')
      .run({
        _tag: 'WriteOff',
        on: localDate('2026-04-02'),
        writeOffId: 'W-1',
        itemId: 'INV-1',
        amount: money('EUR', 2_00),
        reason: 'small-balance',
        requestedBy: 'k.ito',
        policy,
      })
    expect(only(scene, '2026-04-30')).toMatchObject({ outcome: 'short' })
    const [terms] = shippedCommissionPolicy.terms
    if (terms === undefined) throw new Error('no terms')
    const of = (toleranceMinor: number) =>
      commissionRegister(scene.view, asOf('2026-04-30'), {
        ...shippedCommissionPolicy,
        terms: [{ ...terms, toleranceMinor }],
      })[0]?.outcome
    expect([of(1_99), of(2_00)]).toEqual(['short', 'paid-in-full'])
  })

  it('follows the terms of the day of the invoice, and leaves out what is older than all of them', () => {
    const [terms] = shippedCommissionPolicy.terms
    if (terms === undefined) throw new Error('no terms')
    const phaseIn = (from: string) =>
      commissionRegister(sold().view, asOf('2026-04-15'), {
        id: 'own',
        version: 1,
        terms: [
          { ...terms, from: localDate('2026-01-01'), maxCollectionDays: 90 },
          { ...terms, from: localDate(from), maxCollectionDays: 30 },
        ],
      }).map(({ outcome }) => outcome)
    expect(phaseIn('2026-03-01')).toEqual(['late'])
    expect(phaseIn('2026-03-02')).toEqual(['open'])
    const later = { ...shippedCommissionPolicy, terms: [{ ...terms, from: localDate('2026-03-02') }] }
    expect(commissionRegister(sold().view, asOf('2026-04-15'), later)).toEqual([])
  })

  it('is added up for each representative', () => {
    const scene = sold()
      .pay('INV-1', 300_00, '2026-04-01')
      .run({
        _tag: 'IssueInvoice',
        on: localDate('2026-02-01'),
        documentId: 'INV-2',
        currency: 'EUR',
        lines: [{ netMinor: 100_00 }],
        salesRepId: 'ann',
      })
    const register = commissionRegister(scene.view, asOf('2026-06-30'), shippedCommissionPolicy)
    expect(commissionByRep(register)).toMatchObject([
      {
        salesRepId: 'ann',
        invoices: 2,
        billedMinor: 400_00,
        outcomes: { 'paid-in-full': { invoices: 1, billedMinor: 300_00 }, late: { invoices: 1, billedMinor: 100_00 } },
        clawback: { invoices: 1, billedMinor: 100_00 },
      },
    ])
  })
})
