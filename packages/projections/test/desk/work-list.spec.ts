import { deskPolicy } from '@quittance/dunning'
import { localDate } from '@quittance/kernel'
import { describe, expect, it } from 'vitest'
import {
  brokenYesterday,
  callPack,
  deskAccount,
  deskCoverage,
  programmeReport,
  withoutAction,
  workList,
} from '../../src/index.js'
import { asOf, newScene } from '../account/scene.js'
import { deskOf, excuse, promised, touch } from './desk.js'

const at = asOf('2026-06-30')
const invoice = (customer: string, dueOn: string) => ({ on: '2026-03-01', dueOn, customer })

/** Four customers past due: one broke a promise yesterday, one has promised, one was called, one is only late. */
const story = () =>
  newScene()
    .invoice('B-1', 300_00, invoice('broken', '2026-06-01'))
    .invoice('P-1', 900_00, invoice('promised', '2026-06-01'))
    .invoice('C-1', 500_00, invoice('called', '2026-06-01'))
    .invoice('L-1', 800_00, invoice('late', '2026-04-01'))
    .invoice('L-2', 100_00, invoice('late', '2026-06-20'))
    .invoice('L-3', 50_00, invoice('late', '2026-06-30'))
    .invoice('N-1', 70_00, invoice('not-due', '2026-06-30'))
const said = [
  ['broken', promised('2026-06-20', '2026-06-26', '2026-06-29', 300_00)],
  ['broken', touch('2026-06-28')],
  ['promised', promised('2026-06-20', '2026-07-01', '2026-07-04', 900_00, 'P-1')],
  ['called', touch('2026-06-29', { outcome: 'voicemail' })],
] as const

describe('workList', () => {
  it('puts the promise broken yesterday first, leaves the promised and the lately called alone, and defers by age', () => {
    const list = workList(deskOf(story(), said, at), at, { capacity: 1 })
    expect(list.planned.map(({ customer, tier, flags }) => [customer, tier, flags])).toEqual([
      ['broken', brokenYesterday, [brokenYesterday]],
    ])
    expect(
      list.deferred.map(({ customer, waitingSince, waitingDays }) => [customer, waitingSince, waitingDays]),
    ).toEqual([['late', '2026-04-02', 89]])
    expect(list.resting).toMatchObject([
      { customer: 'called', reasons: [{ _tag: 'ContactedLately', freeFrom: localDate('2026-07-02') }] },
      {
        customer: 'promised',
        reasons: [{ _tag: 'NothingToAskFor' }, { _tag: 'PromiseInTime', freeFrom: localDate('2026-07-05') }],
      },
    ])
  })

  it('stores the inputs of every score', () => {
    const { planned } = workList(deskOf(story(), said, at), at)
    const late = planned.find(({ customer }) => customer === 'late')
    expect(late?.inputs).toEqual({
      'broken-promise': { numerator: 0n, denominator: 1n },
      'over-60-share': { numerator: 8n, denominator: 9n },
      exposure: { numerator: 1n, denominator: 1n },
    })
    expect(late?.score).toEqual({ numerator: 170n, denominator: 3n })
    expect(late?.sums).toMatchObject([{ currency: 'EUR', askMinor: 900_00, askOver60Minor: 800_00, openMinor: 950_00 }])
  })

  it('orders by the score alone where the policy has no tiers, and leaves out who is placed', () => {
    const policy = { ...deskPolicy, work: { ...deskPolicy.work, tiers: [] } }
    const books = deskOf(story(), said, at)
    expect(workList(books, at, { policy }).planned.map(({ customer }) => customer)).toEqual(['late', 'broken'])
    const placed = workList(books, at, { isPlaced: (customer) => customer === 'late' })
    expect(placed.planned.map(({ customer }) => customer)).toEqual(['broken'])
    expect(placed.resting.find(({ customer }) => customer === 'late')?.reasons).toEqual([{ _tag: 'PlacedOutside' }])
  })

  it('puts a promise that broke over a weekend first on Monday, until somebody has followed it up', () => {
    const monday = asOf('2026-07-02')
    const weekend = { policy: { ...deskPolicy, brokenFirstDays: 3 } }
    const flagsOn = (more: typeof said, options: object): unknown =>
      workList(deskOf(story(), more, monday), monday, options).planned.find(({ customer }) => customer === 'broken')
        ?.flags
    expect(flagsOn(said, weekend)).toEqual([brokenYesterday])
    expect(flagsOn(said, {})).toEqual([])
    const called = [...said, ['broken', touch('2026-07-01')]] as unknown as typeof said
    expect(flagsOn(called, { policy: { ...weekend.policy, quiet: { quietDays: 0, quietOnLastDay: false } } })).toEqual(
      [],
    )
  })

  it('asks nothing of what is on hold or placed with an agency, and flags a new order while something is past due', () => {
    const held = [
      ...said,
      [
        'late',
        {
          _tag: 'PlacedWithAgency',
          on: localDate('2026-06-15'),
          placementId: 'A',
          agency: 'Dun & Co',
          currency: 'EUR',
          amountMinor: 800_00,
          items: [{ itemId: 'L-1', amountMinor: 800_00 }],
          approvedBy: 'cfo',
        },
      ],
      [
        'late',
        {
          _tag: 'HoldPlaced',
          on: localDate('2026-06-20'),
          holdId: 'H',
          reason: 'manual',
          items: ['L-2'],
          until: localDate('2026-06-30'),
          by: 'cfo',
        },
      ],
      ['late', { _tag: 'OrderPlaced', on: localDate('2026-06-20'), orderId: 'O', currency: 'EUR', amountMinor: 40_00 }],
    ] as const
    const resting = workList(deskOf(story(), held, at), at).resting.find(({ customer }) => customer === 'late')
    expect(resting).toMatchObject({
      reasons: [{ _tag: 'NothingToAskFor' }, { _tag: 'PlacedOutside' }],
      sums: [{ heldBackMinor: 900_00, collectibleMinor: 50_00, askMinor: 0 }],
    })
    const after = asOf('2026-07-01')
    const freed = workList(deskOf(story(), held, after), after).planned.find(({ customer }) => customer === 'late')
    expect(freed).toMatchObject({ flags: ['new-order-while-past-due'], sums: [{ askMinor: 150_00 }] })
    const pack = callPack(deskOf(story(), held, at), at, 'late')
    expect(pack.heldBack.map(({ itemId, held: { because, until } }) => [itemId, because, until])).toEqual([
      ['L-1', 'Dun & Co', undefined],
      ['L-2', 'manual', '2026-06-30'],
    ])
    expect(pack.newOrders).toEqual([])
    expect(pack.actions.map(({ itemId, kind, on }) => [itemId, kind, on])).toEqual([
      ['L-1', 'ask-agency', '2026-06-30'],
      ['L-2', 'review-hold', '2026-07-01'],
    ])
    const lifted = [
      ...held,
      ['late', { _tag: 'HoldLifted', on: localDate('2026-06-25'), holdId: 'H', by: 'cfo' }],
      ['late', { _tag: 'Recalled', on: localDate('2026-06-26'), placementId: 'A', items: ['L-1'], reason: 'paid' }],
    ] as const
    expect(callPack(deskOf(story(), lifted, at), at, 'late').heldBack).toEqual([])
  })

  it('asks nobody whose money is in hand', () => {
    const books = deskOf(story().receipt('R', 900_00, '2026-06-28', 'EUR', 'late'), said, at)
    const late = workList(books, at).resting.find(({ customer }) => customer === 'late')
    expect(late?.reasons).toEqual([{ _tag: 'NothingToAskFor' }])
    expect(deskAccount(books, at, 'late').sums).toMatchObject([{ inHandMinor: 900_00, collectibleMinor: 50_00 }])
  })
})

describe('callPack', () => {
  it('takes the next step that was noted at the last contact', () => {
    const noted = [
      ['late', touch('2026-06-28', { nextAction: { kind: 'call', on: localDate('2026-07-03') } })],
    ] as const
    expect(callPack(deskOf(story(), noted, at), at, 'late').actions).toMatchObject([
      { itemId: 'L-1', kind: 'ladder-step', step: 'call', on: '2026-07-03' },
      { itemId: 'L-2', kind: 'ladder-step', step: 'call', on: '2026-07-03' },
    ])
  })

  it('holds all that a caller must know, and says one thing of it', () => {
    const scene = story().run(
      { _tag: 'RaiseDispute', on: localDate('2026-06-02'), disputeId: 'D', documentId: 'L-2', amountMinor: 40_00 },
      { customer: 'late' },
    )
    const words = [
      ['late', touch('2026-05-01', { spokeWith: 'Ms Lind', outcome: 'promised' })],
      ['late', promised('2026-05-01', '2026-05-10', '2026-05-13', 100_00)],
      ['late', excuse('2026-06-01', 'no-invoice')],
      ['late', touch('2026-06-02', { channel: 'e-mail', outcome: 'sent' })],
    ] as const
    const pack = callPack(deskOf(scene, words, at), at, 'late')
    expect(pack).toMatchObject({
      contact: { name: 'Ms Lind', on: '2026-05-01' },
      reasonsToWait: [],
      summary: { _tag: 'Invoices', invoices: [{ itemId: 'L-1', askMinor: 800_00, dueOn: '2026-04-01' }] },
      rest: [{ currency: 'EUR', count: 1, totalMinor: 60_00 }],
      sums: [{ askMinor: 860_00, disputedMinor: 40_00, pastDueMinor: 900_00 }],
      promiseRecord: [{ currency: 'EUR', made: 1, broken: 1 }],
      openPromises: [],
      lastExcuse: {
        given: { code: 'no-invoice' },
        next: { followUpOn: '2026-06-03', rootCause: 'invoice_not_received' },
      },
      signs: { silentDays: 60, isSilent: true, unanswered: 1, isUnreachable: false, firstContactLagDays: 30 },
    })
    expect(pack.largest.map(({ itemId }) => itemId)).toEqual(['L-1', 'L-2'])
    expect(pack.disputed.map(({ itemId }) => itemId)).toEqual(['L-2'])
    expect(pack.lastTouches.map(({ on }) => on)).toEqual(['2026-06-02', '2026-05-01'])
    expect(pack.actions.map(({ itemId, kind, on, missedSince }) => [itemId, kind, on, missedSince])).toEqual([
      ['L-1', 'follow-up-excuse', '2026-06-30', '2026-06-03'],
      ['L-2', 'follow-up-excuse', '2026-06-30', '2026-06-20'],
    ])
  })

  it('knows nothing of what was recorded later', () => {
    const early = { ...at, knownAt: asOf('2026-06-30', '2026-06-25').knownAt }
    const pack = callPack(deskOf(story(), said, early), early, 'broken')
    expect(pack.lastTouches).toEqual([])
    expect(pack.openPromises).toEqual([])
    expect(pack.promiseRecord).toMatchObject([{ made: 1, broken: 1 }])
  })
})

describe('programmeReport', () => {
  it('has one next action for each item past due, and says where nobody did it', () => {
    const rows = programmeReport(deskOf(story(), said, at), at)
    expect(rows.map(({ itemId, kind, on, inProgramme }) => [itemId, kind, on, inProgramme])).toEqual([
      ['B-1', 'follow-up-promise', '2026-06-30', true],
      ['C-1', 'contact', '2026-07-29', true],
      ['L-1', 'contact', '2026-06-30', true],
      ['L-2', 'contact', '2026-06-30', false],
      ['P-1', 'check-promise', '2026-07-05', true],
    ])
    expect(withoutAction(rows)).toEqual([{ customer: 'late', items: 2 }])
  })
})

describe('deskCoverage', () => {
  it('names accounts under the floor, and small ones that nobody contacted', () => {
    const { small, underTheFloor } = deskCoverage(deskOf(story(), said, at), at)
    expect(underTheFloor).toEqual([{ customer: 'late', touches: 0, floor: 1, pastDueDays: 90 }])
    expect(small).toMatchObject({ small: 3, covered: 2 })
    expect(small.uncovered.map(({ customer }) => customer)).toEqual(['late'])
  })
})
