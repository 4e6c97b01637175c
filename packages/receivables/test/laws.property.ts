import { accountHistories, auditLaws } from '@quittance/testkit'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

describe('the laws of an account, over histories made by its own commands', () => {
  for (const { name, breach } of auditLaws)
    it(name, () => {
      fc.assert(
        fc.property(accountHistories(50), ({ recorded }) => {
          expect(breach(recorded)).toBeUndefined()
        }),
        { numRuns: 80 },
      )
    })
})
