import { accountHistories, emptyBooks, postFact } from '@quittance/testkit'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { accountBalances } from '../../src/index.js'

describe('accountBalances', () => {
  it('open items less what is held equals the balance of the receivables account', () => {
    fc.assert(
      fc.property(accountHistories(), ({ recorded, state }) => {
        const books = emptyBooks()
        for (const { fact } of recorded) postFact(books, fact)
        const byPostings = [...books.receivable].sort(([a], [b]) => (a < b ? -1 : 1))
        expect(accountBalances(state).map(({ currency, balanceMinor }) => [currency, balanceMinor])).toEqual(byPostings)
      }),
      { numRuns: 80 },
    )
  })

  it('disputed is a part of what is open, and no part is negative', () => {
    fc.assert(
      fc.property(accountHistories(), ({ state }) => {
        for (const balance of accountBalances(state)) {
          const { openMinor, disputedMinor, unappliedMinor, onAccountMinor, creditMinor, balanceMinor } = balance
          expect(disputedMinor).toBeLessThanOrEqual(openMinor)
          for (const part of [openMinor, disputedMinor, unappliedMinor, onAccountMinor, creditMinor])
            expect(part).toBeGreaterThanOrEqual(0)
          expect(balanceMinor).toBe(openMinor - unappliedMinor - onAccountMinor - creditMinor)
        }
      }),
      { numRuns: 60 },
    )
  })
})
