import { addDays, decimal, localDate } from '@quittance/kernel'
import fc from 'fast-check'
import type { MatcherItem, MatchQuestion } from '../../../src/index.js'

const today = localDate('2026-03-01')

/** Small books: few amounts, so that equal sums are common; some credits, disputes, late charges and discounts. */
const items: fc.Arbitrary<ReadonlyArray<MatcherItem>> = fc
  .array(
    fc.record({
      units: fc.integer({ min: -3, max: 9 }).filter((units) => units !== 0),
      cents: fc.constantFrom(0, 0, 0, 1, 37),
      age: fc.integer({ min: -5, max: 20 }),
      extra: fc.constantFrom('none', 'none', 'disputed', 'late', 'discount', 'interest'),
    }),
    { maxLength: 6 },
  )
  .map((drafts) =>
    drafts.map(({ units, cents, age, extra }, at): MatcherItem => {
      const openMinor = units * 100_00 + cents
      const dueOn = addDays(today, 0 - age)
      return {
        itemId: `77001${at}`,
        openMinor,
        on: addDays(dueOn, -30),
        dueOn,
        identifiers: [`77001${at}`],
        ...(extra === 'disputed' ? { disputed: true } : {}),
        ...(extra === 'late' && units > 0 ? { lateChargeMinor: 5_00 } : {}),
        ...(extra === 'interest' && units > 0 ? { kind: 'interest-note' } : {}),
        ...(extra === 'discount' && units > 0
          ? {
              discount: {
                taxMode: 'never-reduced',
                baseMinor: openMinor,
                graceDays: 0,
                tiers: [{ lastDay: today, percent: decimal('2') }],
              },
            }
          : {}),
      }
    }),
  )

/** Payments of sums of items, exact or a little off, with or without a text that names them. */
export const questions: fc.Arbitrary<MatchQuestion> = items.chain((open) =>
  fc
    .array(
      fc.record({
        chosen: fc.subarray([...open.keys()]),
        off: fc.constantFrom(0, 0, 0, 0, 1, -1, 7_00, -100_00),
        day: fc.integer({ min: 0, max: 2 }),
        says: fc.boolean(),
        claims: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
      }),
      { minLength: 1, maxLength: 3 },
    )
    .chain((drafts) => fc.tuple(fc.constant(drafts), fc.array(fc.nat(7), { maxLength: 2 })))
    .map(([drafts, given]) => ({
      writeOffs: given.map((at) => ({ itemId: `77001${at}`, amountMinor: 7_00 })),
      items: open,
      payments: drafts.map(({ chosen, off, day, says, claims }, at) => ({
        paymentId: `P${at}`,
        amountMinor: Math.max(chosen.reduce((so, place) => so + (open[place]?.openMinor ?? 0), 0) + off, 1_00),
        receivedOn: addDays(today, day),
        text: says ? chosen.map((place) => open[place]?.itemId).join(' ') : '',
        ...(claims ? { fullSatisfactionClaimed: 'in full' } : {}),
      })),
    })),
)
