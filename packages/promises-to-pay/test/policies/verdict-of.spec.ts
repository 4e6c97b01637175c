import { describe, expect, it } from 'vitest'
import { type CountedReceipt, type PromiseToJudge, type Verdict, verdictOf } from '../../src/index.js'
import { day } from '../room.js'

const promise: PromiseToJudge = {
  promiseId: 'P1',
  currency: 'EUR',
  countsFrom: day('2026-05-01'),
  dueOn: day('2026-05-15'),
  windowEndsOn: day('2026-05-18'),
  terms: { basis: 'receipt-date', toleranceMinor: 2_00 },
  lines: [{ promisedMinor: 500_00, expectedMinor: 500_00 }],
}
const came = (on: string, amountMinor: number): CountedReceipt => ({
  receiptId: `R ${on}`,
  countedOn: day(on),
  amountMinor,
})
const judge = (asOf: string, ...receipts: ReadonlyArray<CountedReceipt>): Verdict =>
  verdictOf(promise, receipts, day(asOf))

describe('verdictOf', () => {
  it('waits for the last day of grace, and not a day longer', () => {
    expect(['2026-05-15', '2026-05-18', '2026-05-19'].map((asOf) => judge(asOf).state)).toEqual([
      'open',
      'open',
      'broken',
    ])
    expect(judge('2026-05-18', came('2026-05-18', 500_00))).toMatchObject({ state: 'kept', paidLateDays: 3 })
    expect(judge('2026-05-19', came('2026-05-19', 500_00))).toMatchObject({ state: 'broken', paidLateDays: 4 })
  })

  it('is kept to the last minor unit of the tolerance', () => {
    expect(judge('2026-05-15', came('2026-05-15', 498_00))).toMatchObject({
      state: 'kept',
      varianceMinor: 2_00,
      shortMinor: 0,
      reachedOn: '2026-05-15',
      paidLateDays: 0,
    })
    expect(judge('2026-05-19', came('2026-05-15', 497_99))).toMatchObject({
      state: 'partly-kept',
      keptMinor: 497_99,
      shortMinor: 2_01,
      varianceMinor: 0,
    })
  })

  it('says nothing of how late while a part is still missing', () => {
    expect(judge('2026-06-01', came('2026-05-15', 100_00), came('2026-05-25', 100_00)).paidLateDays).toBeUndefined()
    expect(judge('2026-06-01', came('2026-05-15', 100_00), came('2026-05-25', 400_00)).paidLateDays).toBe(10)
  })

  it('does not see money counted after the day or before the promise', () => {
    expect(judge('2026-05-10', came('2026-05-11', 500_00)).state).toBe('open')
    expect(judge('2026-05-19', came('2026-04-30', 500_00))).toMatchObject({ state: 'broken', counted: [] })
  })

  it('is void where nothing was left to pay', () => {
    const nothing = { ...promise, lines: [{ promisedMinor: 500_00, expectedMinor: 0 }] }
    expect(verdictOf(nothing, [], day('2026-05-02'))).toMatchObject({ state: 'void', keptMinor: 0 })
  })

  it('of several items: all kept is kept, all broken is broken, else partly kept; void ones do not weigh', () => {
    const over = (...expected: ReadonlyArray<number>): PromiseToJudge => ({
      ...promise,
      terms: { basis: 'receipt-date' },
      lines: expected.map((expectedMinor, index) => ({ itemId: `I${index}`, promisedMinor: 9, expectedMinor })),
    })
    const on = (itemId: string, amountMinor: number): CountedReceipt => ({ ...came('2026-05-10', amountMinor), itemId })
    const state = (one: PromiseToJudge, ...receipts: ReadonlyArray<CountedReceipt>): string =>
      verdictOf(one, receipts, day('2026-05-19')).state
    expect(state(over(9, 9), on('I0', 9), on('I1', 9))).toBe('kept')
    expect(state(over(9, 9), on('I0', 9))).toBe('partly-kept')
    expect(state(over(9, 9), on('I0', 1), on('I1', 1))).toBe('partly-kept')
    expect(state(over(9, 9))).toBe('broken')
    expect(state(over(9, 0), on('I0', 9))).toBe('kept')
    expect(state(over(0, 0))).toBe('void')
  })
})
