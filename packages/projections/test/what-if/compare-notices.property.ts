import { addDays, localDate } from '@quittance/kernel'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  compareNotices,
  type ComparedNotice,
  type DatedAsk,
  type NoticesByCustomer,
  pairAsks,
} from '../../src/index.js'

const day = (at: number) => addDays(localDate('2026-01-01'), at)
const asks: fc.Arbitrary<ReadonlyArray<DatedAsk>> = fc.array(
  fc
    .record({
      customer: fc.constantFrom('globex', 'initech'),
      itemId: fc.constantFrom('A', 'B'),
      at: fc.nat(9),
      level: fc.nat(2),
    })
    .map(({ at, ...rest }) => ({ ...rest, on: day(at) })),
)
const notices: fc.Arbitrary<NoticesByCustomer> = fc
  .dictionary(
    fc.constantFrom('globex', 'initech', 'acme'),
    fc.array(
      fc.record({
        on: fc.nat(9).map(day),
        level: fc.integer({ min: 1, max: 3 }),
        currency: fc.constantFrom('EUR', 'USD'),
        amountMinor: fc.integer({ min: 1, max: 900 }),
        lines: fc.uniqueArray(fc.record({ itemId: fc.constantFrom('A', 'B', 'C'), instalmentNo: fc.constant(1) }), {
          minLength: 1,
          selector: ({ itemId }) => itemId,
        }),
      }),
      { maxLength: 6 },
    ),
  )
  .map((all): NoticesByCustomer => new Map(Object.entries(all)))

const sorted = (all: ReadonlyArray<unknown>): ReadonlyArray<string> => all.map((one) => JSON.stringify(one)).sort()

describe('what was asked in two histories', () => {
  it('law: every ask stands in exactly one pair', () => {
    fc.assert(
      fc.property(asks, asks, (mine, theirs) => {
        const pairs = pairAsks(mine, theirs)
        const side = (of: 'on' | 'againstOn') =>
          pairs.flatMap(({ customer, itemId, level, [of]: on }) =>
            on === undefined ? [] : [[customer, itemId, level, on]],
          )
        const told = (all: ReadonlyArray<DatedAsk>) =>
          all.map(({ customer, itemId, level, on }) => [customer, itemId, level, on])
        expect(sorted(side('on'))).toEqual(sorted(told(mine)))
        expect(sorted(side('againstOn'))).toEqual(sorted(told(theirs)))
      }),
    )
  })

  it('law: a history differs from itself in nothing', () => {
    fc.assert(
      fc.property(notices, (all) => {
        const { sums, againstSums, different, onlyItems, onlyAgainstItems } = compareNotices(all, all)
        expect(againstSums).toEqual(sums)
        expect([different, onlyItems, onlyAgainstItems]).toEqual([[], [], []])
      }),
    )
  })

  it('law: the sums of both sides are the pairs counted', () => {
    fc.assert(
      fc.property(notices, notices, (mine, theirs) => {
        const { levels, different, sums } = compareNotices(mine, theirs)
        const lines = (all: NoticesByCustomer): number =>
          [...all.values()].flat().reduce((so, one) => so + one.lines.length, 0)
        const total = (of: (one: (typeof levels)[number]) => number): number =>
          levels.reduce((so, one) => so + of(one), 0)
        const both = total(({ sameDay, earlier, later }) => sameDay + earlier + later)
        expect(both + total(({ only }) => only)).toBe(lines(mine))
        expect(both + total(({ onlyAgainst }) => onlyAgainst)).toBe(lines(theirs))
        expect(different).toHaveLength(total((one) => one.earlier + one.later + one.only + one.onlyAgainst))
        expect(sums.notices).toBe(sums.levels.reduce((so, one) => so + one.notices, 0))
      }),
    )
  })
})

describe('compareNotices', () => {
  const notice = (on: number, level: number, itemIds: ReadonlyArray<string>, feeMinor?: number): ComparedNotice => ({
    on: day(on),
    level,
    currency: 'EUR',
    amountMinor: itemIds.length * 100_00,
    ...(feeMinor === undefined ? {} : { feeMinor }),
    lines: itemIds.map((itemId) => ({ itemId, instalmentNo: 1 })),
  })

  it('tells what is earlier, what is later and what is asked for on one side only', () => {
    const strict = new Map([['globex', [notice(5, 1, ['A', 'B'], 5_00), notice(40, 2, ['B'], 5_00)]]])
    const mild = new Map([
      ['globex', [notice(10, 1, ['A'], 5_00), notice(38, 2, ['B'], 5_00)]],
      ['initech', [notice(12, 1, ['C'], 5_00)]],
    ])
    const found = compareNotices(strict, mild)
    expect(found.levels).toEqual([
      { level: 1, sameDay: 0, earlier: 1, earlierDays: 5, later: 0, laterDays: 0, only: 1, onlyAgainst: 1 },
      { level: 2, sameDay: 0, earlier: 0, earlierDays: 0, later: 1, laterDays: 2, only: 0, onlyAgainst: 0 },
    ])
    expect(found.sums).toMatchObject({ notices: 2, customers: 1, items: 2 })
    expect(found.againstSums).toMatchObject({ notices: 3, customers: 2, items: 3 })
    expect(found.againstSums.currencies).toEqual([{ currency: 'EUR', askedMinor: 300_00, feesMinor: 15_00 }])
    expect(found.onlyItems).toEqual([])
    expect(found.onlyAgainstItems).toEqual([{ customer: 'initech', itemId: 'C', firstOn: day(12), level: 1 }])
  })

  it('pairs equal days before it pairs others', () => {
    const twice = new Map([['globex', [notice(3, 1, ['A']), notice(9, 1, ['A'])]]])
    const once = new Map([['globex', [notice(9, 1, ['A'])]]])
    expect(compareNotices(twice, once).different).toEqual([
      { customer: 'globex', itemId: 'A', instalmentNo: 1, level: 1, on: day(3) },
    ])
  })
})
