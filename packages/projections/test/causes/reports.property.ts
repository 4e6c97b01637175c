import { decimal, epochDay, localDate } from '@quittance/kernel'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addFacts,
  agingReport,
  counterfactualAging,
  disputeRegister,
  disputeTimes,
  emptyLedgerView,
  interestMinor,
  lateMinorOf,
  openItems,
  paretoOf,
  pastDueMinorDays,
  type PointInTime,
  type ReportRow,
} from '../../src/index.js'
import { histories, pointsInTime } from '../account/histories.js'

const minor = fc.integer({ min: 1, max: 100_00 })
const states: ReadonlyArray<ReportRow['state']> = ['past-due', 'settled-late', 'in-time']
const row: fc.Arbitrary<ReportRow> = fc.record(
  {
    subject: fc.nat(500),
    itemId: fc.stringMatching(/^INV-\d{1,3}$/),
    customer: fc.constantFrom('C-1', 'C-2', 'C-3'),
    currency: fc.constantFrom('EUR', 'USD'),
    salesRepId: fc.constantFrom('ann', 'bob'),
    products: fc.array(
      fc.record({ productId: fc.constantFrom('p-1', 'p-2', 'p-3'), netMinor: fc.integer({ min: -100, max: 50_00 }) }),
      { maxLength: 4 },
    ),
    dueOn: fc.constant(localDate('2026-01-31')),
    state: fc.constantFrom(...states),
    billedMinor: minor,
    openMinor: minor,
    daysLate: fc.nat(400),
    cause: fc.constantFrom('pricing_error', 'quantity', 'unknown'),
    stage: fc.constantFrom('sales', 'fulfilment', 'unknown'),
    department: fc.constantFrom('pricing', 'logistics'),
    upstream: fc.boolean(),
    tags: fc.array(fc.record({ positions: fc.array(fc.nat(99), { minLength: 1, maxLength: 3 }) }), { maxLength: 3 }),
  },
  {
    requiredKeys: [
      'subject',
      'itemId',
      'customer',
      'currency',
      'products',
      'dueOn',
      'state',
      'billedMinor',
      'openMinor',
      'daysLate',
      'cause',
      'stage',
      'upstream',
      'tags',
    ],
  },
)
const groupings = ['stage', 'cause', 'department', 'customer', 'rep', 'product'] as const
const weights = ['value', 'count', 'days'] as const
const sum = (numbers: ReadonlyArray<number>): number => numbers.reduce((so, number) => so + number, 0)

describe('laws of the reports of causes', () => {
  it('the groups of a currency are all its late value', () => {
    fc.assert(
      fc.property(fc.array(row), fc.constantFrom(...groupings), fc.boolean(), (rows, by, upstreamOnly) => {
        const counted = rows.filter((one) => one.state !== 'in-time' && (!upstreamOnly || one.upstream))
        const pareto = paretoOf(rows, { by, upstreamOnly })
        for (const currency of ['EUR', 'USD']) {
          const its = counted.filter((one) => one.currency === currency)
          const groups = pareto.filter((one) => one.currency === currency)
          expect(sum(groups.map(({ valueMinor }) => valueMinor))).toBe(sum(its.map(lateMinorOf)))
          expect(sum(groups.map(({ upstreamMinor }) => upstreamMinor))).toBe(
            sum(its.filter(({ upstream }) => upstream).map(lateMinorOf)),
          )
          if (by === 'product') continue
          expect(sum(groups.map(({ items }) => items))).toBe(its.length)
          expect(sum(groups.map(({ daysLost }) => daysLost))).toBe(sum(its.map(({ daysLate }) => daysLate)))
        }
      }),
    )
  })

  it('cumulative weights never fall and end at the total', () => {
    fc.assert(
      fc.property(fc.array(row), fc.constantFrom(...groupings), fc.constantFrom(...weights), (rows, by, weight) => {
        const pareto = paretoOf(rows, { by, weight })
        for (const [at, { currency, cumulative, total }] of pareto.entries()) {
          const [before, after] = [pareto[at - 1], pareto[at + 1]]
          if (before?.currency === currency) expect(cumulative).toBeGreaterThanOrEqual(before.cumulative)
          if (after?.currency !== currency) expect(cumulative).toBe(total)
        }
      }),
    )
  })

  it('the order of items never moves a group', () => {
    fc.assert(
      fc.property(fc.array(row), fc.constantFrom(...groupings), (rows, by) => {
        const plain = (some: ReadonlyArray<ReportRow>) =>
          paretoOf(some, { by, percentPerYear: decimal('8') }).map(({ subjects: _, ...one }) => one)
        expect(plain(rows.toReversed())).toEqual(plain(rows))
      }),
    )
  })

  it('the cost of all is the cost of the sum, rounded once', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1e12)), fc.nat(3000), (minorDays, hundredths) => {
        const percent = { unscaled: hundredths, scale: 2 }
        const cost = interestMinor(minorDays, percent)
        expect(cost).toBe(interestMinor([sum(minorDays)], percent))
        // Twice the distance to the exact quotient is at most the divisor.
        const distance = BigInt(sum(minorDays)) * BigInt(hundredths) - BigInt(cost) * 3_650_000n
        expect((distance < 0n ? -distance : distance) * 2n).toBeLessThanOrEqual(3_650_000n)
      }),
    )
  })

  it('an item in one instalment without part payments costs what is open times its days late', () => {
    let seen = 0
    fc.assert(
      fc.property(histories, pointsInTime, ({ facts }, at) => {
        const view = addFacts(emptyLedgerView(), facts)
        for (const item of openItems(view, at)) {
          if (item.daysPastDue <= 0 || item.openMinor !== item.amountMinor || item.issuedOn > item.dueOn) continue
          const only = view.subjects[item.subject]?.instalments.length === 1
          const untouched = facts.every(({ fact }) => !('itemId' in fact) || fact.itemId !== item.itemId)
          if (!only || !untouched || isNamed(facts, item.itemId)) continue
          seen += 1
          expect(pastDueMinorDays(view, item.subject, at)).toBe(item.openMinor * item.daysPastDue)
        }
      }),
    )
    expect(seen).toBeGreaterThan(0)
  })

  it('what an item costs is what it was past due on each day, added up', () => {
    fc.assert(
      fc.property(histories, pointsInTime, ({ facts }, at) => {
        const view = addFacts(emptyLedgerView(), facts)
        const horizon: PointInTime = {
          ...at,
          asOf: at.asOf < localDate('2024-06-30') ? at.asOf : localDate('2024-06-30'),
        }
        for (const [index, subject] of view.subjects.entries()) {
          if (subject.kind !== 'item' || view.dueChanges.has(index)) continue
          expect(pastDueMinorDays(view, index, horizon)).toBe(dayByDay(view, index, horizon))
        }
      }),
      { numRuns: 20 },
    )
  })

  it('with and without errors of ours add up to the aging', () => {
    const blamed = fc.constantFrom('whole-items' as const, 'objected-parts' as const)
    fc.assert(
      fc.property(histories, pointsInTime, fc.array(fc.nat(30)), blamed, ({ facts }, at, ours, part) => {
        const view = addFacts(emptyLedgerView(), facts)
        const rows = ours.map((subject) => ({ subject, upstream: true }))
        const split = counterfactualAging(view, at, rows, { blamed: part })
        const real = agingReport(view, at).currencies.filter(({ bucketCount }) => sum(bucketCount) > 0)
        expect(split.map(({ currency, realMinor }) => [currency, realMinor])).toEqual(
          real.map(({ currency, bucketMinor }) => [currency, bucketMinor]),
        )
        for (const { realMinor, withoutMinor, oursMinor, subjects } of split) {
          expect(realMinor).toEqual(withoutMinor.map((without, bucket) => without + (oursMinor[bucket] ?? 0)))
          // What is not due yet is late by nobody's doing.
          expect(oursMinor[0]).toBe(0)
          for (const one of oursMinor) expect(one).toBeGreaterThanOrEqual(0)
          expect(subjects.every((subject) => ours.includes(subject))).toBe(true)
        }
      }),
    )
  })

  it('every dispute of the register is in exactly one group', () => {
    fc.assert(
      fc.property(
        histories,
        pointsInTime,
        fc.constantFrom('department' as const, 'person' as const, 'cause' as const, 'customer' as const),
        ({ facts }, at, by) => {
          const view = addFacts(emptyLedgerView(), facts)
          const register = disputeRegister(view, at)
          const times = disputeTimes(view, register, at.asOf, by)
          expect(sum(times.map(({ disputes }) => disputes))).toBe(register.length)
          expect(sum(times.map(({ open, ended }) => open + ended))).toBe(register.length)
          for (const { daysFromDispute, daysFromInvoice } of times)
            expect(daysFromInvoice).toBeGreaterThanOrEqual(daysFromDispute)
        },
      ),
    )
  })
})

type Facts = Parameters<typeof addFacts>[1] extends Iterable<infer One> ? ReadonlyArray<One> : never
type View = ReturnType<typeof emptyLedgerView>

/** Whether any fact after its issue speaks of the item: credits, nettings, returns, moved due days. */
const isNamed = (facts: Facts, itemId: string): boolean =>
  facts.filter(({ fact }) => JSON.stringify(fact).includes(`"${itemId}"`)).length > 1

/** The naive way: on each day, what was open in the morning less what was not past due. */
const dayByDay = (view: View, subject: number, { asOf, knownAt }: PointInTime): number => {
  let total = 0
  const { on, instalments } = view.subjects[subject] as View['subjects'][number]
  const first = epochDay(instalments.reduce((so, { dueOn }) => (dueOn < so ? dueOn : so), on))
  for (let day = first; day <= epochDay(asOf); day += 1) {
    let open = 0
    for (let at = view.firstDelta[subject] ?? -1; at >= 0; at = view.deltas.next.values[at] as number) {
      const { measure, minor, effectiveDay, recordedMillis } = view.deltas
      if ((effectiveDay.values[at] as number) >= day || (recordedMillis.values[at] as number) > Date.parse(knownAt))
        continue
      const name = measure.values[at] as number
      open += (name === 0 ? 1 : name === 5 || name === 11 ? 0 : -1) * (minor.values[at] as number)
    }
    const notDue = sum(instalments.filter(({ dueOn }) => epochDay(dueOn) >= day).map(({ amountMinor }) => amountMinor))
    total += Math.max(open - notDue, 0)
  }
  return total
}
