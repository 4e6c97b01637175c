import { addDays } from '@quittance/kernel'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CountedReceipt, type PromiseToJudge, verdictOf } from '../../src/index.js'
import { day } from '../room.js'
import { days } from './small-accounts.js'

const toJudge: fc.Arbitrary<PromiseToJudge> = fc
  .record({
    from: days,
    long: fc.nat(6),
    grace: fc.nat(3),
    toleranceMinor: fc.nat(3),
    lines: fc.array(fc.tuple(fc.integer({ min: 1, max: 9 }), fc.nat(9)), { minLength: 1, maxLength: 3 }),
    forBalance: fc.boolean(),
  })
  .map(({ from, long, grace, toleranceMinor, lines, forBalance }) => ({
    promiseId: 'P',
    currency: 'EUR',
    countsFrom: from,
    dueOn: addDays(from, long),
    windowEndsOn: addDays(from, long + grace),
    terms: { basis: 'receipt-date' as const, toleranceMinor },
    lines: lines.slice(0, forBalance ? 1 : 3).map(([promisedMinor, less], index) => ({
      ...(forBalance ? {} : { itemId: `I${index}` }),
      promisedMinor,
      expectedMinor: Math.max(0, promisedMinor - Math.floor(less / 3)),
    })),
  }))

/** Money allotted to a promise: never more than a line expects. */
const allotted = (promise: PromiseToJudge): fc.Arbitrary<ReadonlyArray<CountedReceipt>> =>
  fc
    .tuple(
      ...promise.lines.map(({ itemId, expectedMinor }) =>
        fc.array(days, { minLength: expectedMinor, maxLength: expectedMinor }).chain((all) =>
          fc.nat(expectedMinor).map((some) =>
            all.slice(0, some).map((countedOn, index) => ({
              receiptId: `${itemId ?? 'R'}-${index}`,
              ...(itemId === undefined ? {} : { itemId }),
              countedOn,
              amountMinor: 1,
            })),
          ),
        ),
      ),
    )
    .map((lists) => lists.flat().sort((a, b) => (a.countedOn < b.countedOn ? -1 : 1)))

const judged = toJudge.chain((promise) => fc.tuple(fc.constant(promise), allotted(promise), days))

describe('verdictOf', () => {
  it('a promise has one verdict, and kept is never more than promised', () => {
    fc.assert(
      fc.property(judged, ([promise, receipts, asOf]) => {
        const verdict = verdictOf(promise, receipts, asOf)
        expect(['open', 'kept', 'partly-kept', 'broken', 'void']).toContain(verdict.state)
        expect(verdict.keptMinor).toBeLessThanOrEqual(verdict.expectedMinor)
        expect(verdict.expectedMinor).toBeLessThanOrEqual(verdict.promisedMinor)
        // The verdict names the money that proves it.
        expect(verdict.counted.reduce((so, { amountMinor }) => so + amountMinor, 0)).toBe(verdict.keptMinor)
        expect(verdict.counted.every(({ countedOn }) => countedOn <= verdict.windowEndsOn)).toBe(true)
        expect(verdict.reachedOn !== undefined).toBe(verdict.state === 'kept')
        if (verdict.state === 'kept') expect(verdict.varianceMinor).toBe(verdict.promisedMinor - verdict.keptMinor)
        else expect(verdict.shortMinor).toBe(verdict.expectedMinor - verdict.keptMinor)
      }),
      { numRuns: 300 },
    )
  })

  it('never broken within the window, never open after it', () => {
    fc.assert(
      fc.property(judged, ([promise, receipts, asOf]) => {
        const { state } = verdictOf(promise, receipts, asOf)
        if (asOf <= promise.windowEndsOn) expect(['open', 'kept', 'void']).toContain(state)
        else expect(state).not.toBe('open')
      }),
    )
  })

  it('late money never turns broken into kept', () => {
    fc.assert(
      fc.property(judged, fc.nat(5), ([promise, receipts, asOf], days_) => {
        const before = verdictOf(
          promise,
          receipts.filter(({ countedOn }) => countedOn <= promise.windowEndsOn),
          asOf,
        )
        const later = addDays(promise.windowEndsOn, days_ + 1)
        const late = promise.lines.map(({ itemId, expectedMinor }) => ({
          receiptId: 'late',
          ...(itemId === undefined ? {} : { itemId }),
          countedOn: later,
          amountMinor: expectedMinor,
        }))
        const inTime = receipts.filter(({ countedOn }) => countedOn <= promise.windowEndsOn)
        const after = verdictOf(promise, [...inTime, ...late], day('2026-12-31'))
        if (asOf > promise.windowEndsOn) {
          expect(after.state).toBe(before.state)
          expect(after.keptMinor).toBe(before.keptMinor)
        }
        if (after.state === 'broken' || after.state === 'partly-kept') expect(after.paidLateDays).toBeGreaterThan(0)
      }),
    )
  })
})
