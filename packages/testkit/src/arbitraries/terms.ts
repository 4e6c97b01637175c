/**
 * Payment terms: in one part or several, with due days found in every way that a rule knows, with discounts.
 */
import type { DiscountTaxMode, DueRule, PaymentTerms, TermPart } from '@quittance/invoicing'
import { type Decimal, decimal } from '@quittance/kernel'
import * as fc from 'fast-check'

/** Rules of days and weeks alone: they move with the date they count from. @category arbitraries @since 0.1.0 */
export const dayRules: fc.Arbitrary<DueRule> = fc.record(
  { weeks: fc.integer({ min: 0, max: 8 }), days: fc.constantFrom(0, 1, 7, 10, 14, 30, 31, 45, 60, 90) },
  { requiredKeys: [] },
)

/** Rules of every kind. @category arbitraries @since 0.1.0 */
export const dueRules: fc.Arbitrary<DueRule> = fc.oneof(
  dayRules,
  fc.record(
    {
      base: fc.constantFrom('invoice-date', 'delivery-date', 'end-of-invoice-month'),
      months: fc.integer({ min: 0, max: 6 }),
      weeks: fc.integer({ min: 0, max: 4 }),
      days: fc.integer({ min: 0, max: 95 }),
      endOfMonth: fc.boolean(),
      dayOfNextMonth: fc.integer({ min: 1, max: 31 }),
      paymentDays: fc.array(fc.integer({ min: 1, max: 31 }), { maxLength: 3 }),
    },
    { requiredKeys: [] },
  ),
)

const percentOf = (unscaled: number): Decimal => ({ unscaled, scale: 2 })

/** Percents with two places that add up to one hundred. */
const wholePercents: fc.Arbitrary<ReadonlyArray<Decimal>> = fc
  .uniqueArray(fc.integer({ min: 1, max: 9999 }), { maxLength: 5 })
  .map((cuts) => [0, ...[...cuts].sort((a, b) => a - b), 10_000])
  .map((cuts) => cuts.slice(1).map((cut, index) => percentOf(cut - (cuts[index] ?? 0))))

const shares: fc.Arbitrary<ReadonlyArray<TermPart['share']>> = fc.oneof(
  fc.constant([{ _tag: 'Balance' } as const]),
  wholePercents.map((percents) => percents.map((percent) => ({ _tag: 'PercentOfGross', percent }) as const)),
  fc.integer({ min: 2, max: 6 }).map((of) => Array.from({ length: of }, () => ({ _tag: 'EqualPart', of }) as const)),
  fc
    .tuple(fc.integer({ min: 0, max: 60 }), fc.constantFrom(1, 5, 100))
    .map(([percent, roundToMinor]): ReadonlyArray<TermPart['share']> => [
      { _tag: 'PercentOfNet', percent: decimal(String(percent)), roundToMinor },
      { _tag: 'Balance' },
    ]),
  fc
    .integer({ min: 0, max: 5_00 })
    .map((amountMinor): ReadonlyArray<TermPart['share']> => [{ _tag: 'Fixed', amountMinor }, { _tag: 'Balance' }]),
)

const discounts: fc.Arbitrary<NonNullable<PaymentTerms['discount']>> = fc.record({
  taxMode: fc.constantFrom<DiscountTaxMode>('reduce-on-payment', 'always-reduced', 'never-reduced'),
  base: fc.constantFrom<'total' | 'untaxed'>('total', 'untaxed'),
  graceDays: fc.constantFrom(0, 0, 2, 5),
  tiers: fc.array(
    fc.record({
      percent: fc.constantFrom('1', '2', '2.5', '3', '5').map(decimal),
      days: fc.constantFrom(0, 5, 10, 14, 20),
    }),
    { minLength: 1, maxLength: 3 },
  ),
})

/** Payment terms of every shape; small amounts cannot always be split as they say, which invoicing refuses. @category arbitraries @since 0.1.0 */
export const paymentTerms: fc.Arbitrary<PaymentTerms> = fc
  .record({
    shares,
    dues: fc.array(dueRules, { minLength: 6, maxLength: 6 }),
    sequential: fc.boolean(),
    discount: fc.option(discounts, { nil: undefined }),
  })
  .map(({ shares: parts, dues, sequential, discount }) => ({
    id: 'made-up',
    version: 1,
    parts: parts.map((share, index) => ({ share, due: dues[index] ?? {} })),
    sequential,
    ...(discount === undefined ? {} : { discount }),
  }))
