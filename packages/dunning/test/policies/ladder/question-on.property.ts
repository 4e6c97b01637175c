import { addDays, foldOwned, localDate } from '@quittance/kernel'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type AccountOnDay,
  type DunningFact,
  evolveDunning,
  initialDunning,
  levelReached,
  type OwedInstalment,
  questionOn,
} from '../../../src/index.js'

const start = localDate('2026-01-01')
const item = (itemId: string): OwedInstalment => ({
  itemId,
  instalmentNo: 1,
  currency: 'EUR',
  openMinor: 100_00,
  dueOn: start,
  issuedOn: start,
  disputedMinor: 0,
})
const line = (itemId: string) => ({
  itemId,
  instalmentNo: 1,
  dueOn: start,
  daysPastDue: 1,
  openMinor: 100_00,
  amountMinor: 100_00,
})

/** What may happen to item I1 of an account with I1 and I2: each on the day after the one before. */
const happening = fc.oneof(
  fc.record({ kind: fc.constant('notice' as const), level: fc.integer({ min: 1, max: 4 }) }),
  fc.record({ kind: fc.constantFrom('ignored' as const, 'failed' as const), level: fc.nat(5) }),
  fc.record({ kind: fc.constant('sent' as const), level: fc.nat(5) }),
  fc.record({ kind: fc.constantFrom('by-hand' as const, 'account-by-hand' as const), level: fc.nat(4) }),
)
const happenings = fc.array(happening, { maxLength: 12 })
type Happenings = ReadonlyArray<{ readonly kind: string; readonly level: number }>

const factsOf = (all: Happenings): ReadonlyArray<DunningFact> => {
  const noticeIds: Array<string> = []
  return all.flatMap(({ kind, level }, index): ReadonlyArray<DunningFact> => {
    const on = addDays(start, index)
    const noticeId = noticeIds[level % Math.max(1, noticeIds.length)]
    if (kind === 'by-hand' || kind === 'account-by-hand')
      return [
        {
          _tag: 'LadderAssigned',
          on,
          ladderId: `L${level}`,
          level,
          by: 'carla',
          reason: 'small firm',
          ...(kind === 'by-hand' ? { items: ['I1'] } : {}),
        },
      ]
    if (kind === 'notice') {
      noticeIds.push(`N${index}`)
      const due = { origin: 'manual', kind: 'reminder', channel: 'letter', currency: 'EUR' } as const
      return [{ _tag: 'NoticeDue', on, noticeId: `N${index}`, level, ...due, amountMinor: 100_00, lines: [line('I1')] }]
    }
    if (noticeId === undefined) return []
    if (kind === 'sent') return [{ _tag: 'NoticeSent', on, noticeId, channel: 'letter' }]
    if (kind === 'failed') return [{ _tag: 'NoticeFailed', on, noticeId, reason: 'mailbox full' }]
    return [{ _tag: 'NoticeIgnored', on, noticeId, by: 'carla', reason: 'goods came back' }]
  })
}
const accountAfter = (facts: ReadonlyArray<DunningFact>): AccountOnDay => ({
  items: [item('I1'), item('I2')],
  credits: [],
  dunning: foldOwned(evolveDunning, initialDunning(), facts),
})
const levelAfter = (facts: ReadonlyArray<DunningFact>): number =>
  levelReached(accountAfter(facts).dunning, item('I1'))?.level ?? 0

describe('questionOn', () => {
  it('a level falls only by a notice that is ignored or fails, or by hand', () => {
    fc.assert(
      fc.property(happenings, (all) => {
        const facts = factsOf(all)
        return facts.every((fact, index) => {
          const rose = levelAfter(facts.slice(0, index + 1)) - levelAfter(facts.slice(0, index))
          // A ladder may give a lower level on a later day only by hand: `GiveNotice` may name any level.
          const isByHand = fact._tag === 'NoticeDue' && fact.origin === 'manual'
          return rose >= 0 || isByHand || ['NoticeIgnored', 'NoticeFailed', 'LadderAssigned'].includes(fact._tag)
        })
      }),
    )
  })

  it('an item climbs one ladder at a time', () => {
    fc.assert(
      fc.property(happenings, fc.boolean(), (all, forUnassigned) => {
        const account = accountAfter(factsOf(all))
        const on = addDays(start, 60)
        const asked = ['L0', 'L1', 'L2', 'L3', 'L4', 'other'].flatMap((ladderId) =>
          questionOn(account, on, { ladderId, forUnassigned: forUnassigned && ladderId === 'other' }).items.map(
            ({ itemId }) => itemId,
          ),
        )
        return new Set(asked).size === asked.length
      }),
    )
  })

  it('holds items for holds of their own, of the account, and while they are with an agency', () => {
    const facts: ReadonlyArray<DunningFact> = [
      { _tag: 'HoldPlaced', on: start, holdId: 'H1', reason: 'court', items: ['I1'], by: 'dan' },
      { _tag: 'HoldPlaced', on: start, holdId: 'H2', reason: 'manual', until: addDays(start, 9), by: 'dan' },
      { _tag: 'HoldPlaced', on: start, holdId: 'H3', reason: 'manual', by: 'dan' },
      { _tag: 'HoldLifted', on: addDays(start, 1), holdId: 'H3', by: 'dan' },
      {
        _tag: 'PlacedWithAgency',
        on: addDays(start, 2),
        placementId: 'P1',
        agency: 'inkasso-nord',
        currency: 'EUR',
        amountMinor: 100_00,
        items: [{ itemId: 'I2', amountMinor: 100_00 }],
        approvedBy: 'dan',
      },
    ]
    const { items, holds } = questionOn(accountAfter(facts), addDays(start, 5))
    expect(items.map((one) => one.holds.map(({ reason }) => reason))).toEqual([['court'], ['placement']])
    expect(holds).toEqual([{ reason: 'manual', from: start, until: addDays(start, 9) }])
    const recalled: DunningFact = { _tag: 'Recalled', on: addDays(start, 6), placementId: 'P1', reason: 'paid to us' }
    expect(questionOn(accountAfter([...facts, recalled]), addDays(start, 6)).items[1]?.holds).toEqual([])
  })
})
