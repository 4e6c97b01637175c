/**
 * Documents as they are asked for: lines priced or given outright, several tax groups, allowances and charges.
 */
import type { DraftAdjustment, DraftDocument, DraftLine, Tax } from '@quittance/invoicing'
import { decimal } from '@quittance/kernel'
import * as fc from 'fast-check'
import { positiveMinor } from './amounts.js'
import { currencies } from './amounts.js'

/** Tax treatments; one of them is written in two ways that mean the same. @category arbitraries @since 0.1.0 */
export const taxes: fc.Arbitrary<Tax> = fc.constantFrom<Tax>(
  { category: 'S', ratePercent: decimal('19') },
  { category: 'S', ratePercent: decimal('19.00') },
  { category: 'S', ratePercent: decimal('7') },
  { category: 'S', ratePercent: decimal('8.875') },
  { category: 'Z', ratePercent: decimal('0') },
  { category: 'E', ratePercent: decimal('0') },
)

const maxLineMinor = 1_000_000

const givenLines: fc.Arbitrary<DraftLine> = fc.record({ netMinor: positiveMinor(maxLineMinor), tax: taxes })

const pricedLines: fc.Arbitrary<DraftLine> = fc.record({
  quantity: fc.record({ unscaled: fc.integer({ min: 1, max: 9999 }), scale: fc.integer({ min: 0, max: 3 }) }),
  unitPrice: fc.record({ unscaled: fc.integer({ min: 1, max: 99_999 }), scale: fc.integer({ min: 0, max: 4 }) }),
  tax: taxes,
})

const adjustments: fc.Arbitrary<ReadonlyArray<DraftAdjustment>> = fc.array(
  fc.oneof(
    fc.record({ amountMinor: positiveMinor(10_00), tax: taxes }),
    fc.record({ percent: fc.constantFrom('1', '2.5', '10').map(decimal), ofMinor: positiveMinor(10_000), tax: taxes }),
  ),
  { maxLength: 2 },
)

/** Drafts of documents with one to five lines; allowances may make one negative, which invoicing refuses. @category arbitraries @since 0.1.0 */
export const documentDrafts: fc.Arbitrary<DraftDocument> = fc.record({
  documentId: fc.constant('D-1'),
  currency: currencies,
  lines: fc.array(fc.oneof({ weight: 3, arbitrary: givenLines }, { weight: 1, arbitrary: pricedLines }), {
    minLength: 1,
    maxLength: 5,
  }),
  allowances: adjustments,
  charges: adjustments,
  taxRounding: fc.constantFrom<'per-group' | 'per-line'>('per-group', 'per-group', 'per-line'),
})
