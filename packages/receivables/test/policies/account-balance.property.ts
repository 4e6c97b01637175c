import { foldShared } from '@quittance/kernel'
import { accountHistories, emptyBooks, postFact } from '@quittance/testkit'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { accountBalances, evolveAccount, initialAccount } from '../../src/index.js'

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

  it('nothing of one currency changes a balance of another, but an application that says both amounts', () => {
    fc.assert(
      fc.property(accountHistories(), ({ recorded }) => {
        let state = initialAccount()
        for (const { fact } of recorded) {
          const before = new Map(accountBalances(state).map((balance) => [balance.currency, balance]))
          state = foldShared(evolveAccount, state, [fact])
          const links = 'released' in fact ? fact.released : 'reapplied' in fact ? fact.reapplied : [fact]
          const crosses = links.some((link) => 'cross' in link)
          if (crosses || !('currency' in fact)) continue
          for (const balance of accountBalances(state))
            if (balance.currency !== fact.currency) expect(balance).toEqual(before.get(balance.currency))
        }
      }),
      { numRuns: 60 },
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
