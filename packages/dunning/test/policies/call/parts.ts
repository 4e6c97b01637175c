/** Random parts of an account, dense in equal amounts, equal days and overlaps. */
import { addDays, type LocalDate, localDate } from '@quittance/kernel'
import * as fc from 'fast-check'
import type { MoneyInHand, OwedPart } from '../../../src/index.js'

export const today: LocalDate = localDate('2026-06-30')

const minor = fc.oneof(fc.constantFrom(0, 1, 50_00, 100_00), fc.nat(10_000_00))

export const owedPart: fc.Arbitrary<OwedPart> = fc
  .record({
    place: fc.nat(8),
    instalmentNo: fc.integer({ min: 1, max: 2 }),
    currency: fc.constantFrom('EUR', 'EUR', 'EUR', 'USD'),
    late: fc.oneof(fc.constantFrom(-1, 0, 1, 29, 30, 31), fc.integer({ min: -40, max: 200 })),
    openMinor: minor,
    disputedMinor: fc.oneof(fc.constant(0), minor),
    promisedMinor: fc.oneof(fc.constant(0), minor),
    heldBackMinor: fc.constantFrom(0, 0, 25_00),
  })
  .map(({ place, late, openMinor, disputedMinor, ...part }) => ({
    ...part,
    itemId: `INV-${place}`,
    dueOn: addDays(today, -late),
    openMinor,
    disputedMinor: Math.min(disputedMinor, openMinor),
  }))

export const owedParts: fc.Arbitrary<ReadonlyArray<OwedPart>> = fc.uniqueArray(owedPart, {
  maxLength: 9,
  selector: ({ itemId, instalmentNo }) => `${itemId}/${instalmentNo}`,
})

export const inHand: fc.Arbitrary<ReadonlyArray<MoneyInHand>> = fc.array(
  fc.record({ currency: fc.constantFrom('EUR', 'USD', 'GBP'), heldMinor: minor }),
  { maxLength: 3 },
)
