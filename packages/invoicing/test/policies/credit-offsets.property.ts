import { keyedValues } from '@quittance/kernel'
import { accountHistories } from '@quittance/testkit'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { creditOffsets } from '../../src/index.js'

describe('creditOffsets', () => {
  it('the offsets of a document add up to what credit notes took off it', () => {
    fc.assert(
      fc.property(accountHistories(), ({ state: { invoicing } }) => {
        const sums = new Map<string, number>()
        for (const { itemId, amountMinor } of creditOffsets(invoicing))
          sums.set(itemId, (sums.get(itemId) ?? 0) + amountMinor)
        for (const { documentId, kind, offsetMinor } of keyedValues(invoicing.documents))
          if (kind !== 'credit-note') expect(sums.get(documentId) ?? 0).toBe(offsetMinor)
      }),
      { numRuns: 60 },
    )
  })
})
