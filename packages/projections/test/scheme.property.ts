import { addDays, daysBetween, localDate } from '@quittance/kernel'
import * as E from 'fp-ts/lib/Either.js'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type AgingScheme, bucketFinder, type EdgeRule, fiveBuckets, schemeOfLabels } from '../src/index.js'

/** Labels without overlap or gap, from rising upper bounds. */
const labels = fc
  .tuple(fc.uniqueArray(fc.integer({ min: 1, max: 400 }), { minLength: 0, maxLength: 6 }), fc.boolean())
  .map(([uppers, plus]) => {
    const bounds = [0, ...uppers.sort((a, b) => a - b)]
    const between = bounds.slice(1).map((upper, at) => `${(bounds[at] ?? 0) + 1}-${upper}`)
    const last = bounds.at(-1) ?? 0
    return { uppers: bounds, labels: ['current', ...between, plus ? `${last}+` : `>${last}`] }
  })

const months: AgingScheme = { ...fiveBuckets, id: 'months', edges: 'month-ends' }
const days = fc.integer({ min: 0, max: 4000 }).map((day) => addDays(localDate('2019-12-15'), day))

describe('aging schemes', () => {
  it('every age falls in exactly one bucket', () => {
    fc.assert(
      fc.property(labels, fc.integer({ min: -500, max: 500 }), (made, age) => {
        for (const edges of ['closed-upper', 'half-open-upper'] as const) {
          const scheme = schemeOfLabels(made.labels, edges)
          if (E.isLeft(scheme)) throw new Error(scheme.left)
          const on = localDate('2026-06-30')
          // A bucket begins where the one before it ends: as many are over as bounds were passed.
          const passed = made.uppers.filter((upper) =>
            edges === 'closed-upper' || upper === 0 ? age > upper : age >= upper,
          ).length
          expect(bucketFinder(scheme.right, on)(addDays(on, -age), age)).toBe(passed)
        }
      }),
    )
  })

  it('by month ends, every day falls in the bucket of its month', () => {
    fc.assert(
      fc.property(days, days, (asOf, basisOn) => {
        const monthOf = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7))
        const expected = basisOn >= asOf ? 0 : Math.min(monthOf(asOf) - monthOf(basisOn) + 1, 4)
        expect(bucketFinder(months, asOf)(basisOn, daysBetween(basisOn, asOf))).toBe(expected)
      }),
    )
  })

  it('what is older never lies in a younger bucket', () => {
    fc.assert(
      fc.property(labels, days, fc.nat(300), fc.nat(300), (made, asOf, age, more) => {
        for (const edges of ['closed-upper', 'half-open-upper', 'month-ends'] satisfies ReadonlyArray<EdgeRule>) {
          const scheme = schemeOfLabels(made.labels, edges)
          if (E.isLeft(scheme)) throw new Error(scheme.left)
          const find = bucketFinder(scheme.right, asOf)
          const older = find(addDays(asOf, -age - more), age + more)
          expect(older).toBeGreaterThanOrEqual(find(addDays(asOf, -age), age))
        }
      }),
    )
  })
})
