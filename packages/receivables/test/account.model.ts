import { unappliedMinor } from '@quittance/cash-application'
import { foldOwned, keyedValues } from '@quittance/kernel'
import { accountHistories } from '@quittance/testkit'
import * as fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import {
  accountBalances,
  type AccountFact,
  type AccountState,
  decideAccount,
  evolveAccount,
  initialAccount,
  openMinorOf,
} from '../src/index.js'
import { balancesOf, onAccountOf, openOf, unappliedOf } from './naive.js'

const agrees = (state: AccountState, facts: ReadonlyArray<AccountFact>): void => {
  for (const { documentId, kind } of keyedValues(state.invoicing.documents))
    if (kind !== 'credit-note')
      expect([documentId, openMinorOf(state, documentId)]).toEqual([documentId, openOf(facts, documentId)])
  for (const receipt of keyedValues(state.cash.receipts))
    expect([receipt.receiptId, unappliedMinor(receipt), receipt.onAccountMinor]).toEqual([
      receipt.receiptId,
      unappliedOf(facts, receipt.receiptId),
      onAccountOf(facts, receipt.receiptId),
    ])
  const balances = accountBalances(state).map(
    ({ currency, openMinor, unappliedMinor: unapplied, onAccountMinor, creditMinor }) =>
      [currency, { openMinor, unappliedMinor: unapplied, onAccountMinor, creditMinor }] as const,
  )
  expect(Object.fromEntries(balances)).toEqual(balancesOf(facts))
}

describe('the account against a list of facts that is read again for every question', () => {
  it('agrees on every open item, receipt and balance after every command', () => {
    fc.assert(
      fc.property(accountHistories(30), ({ attempts }) => {
        const state = initialAccount()
        const facts: Array<AccountFact> = []
        for (const { command } of attempts) {
          const answer = decideAccount(command, state)
          if (E.isLeft(answer)) continue
          facts.push(...answer.right)
          foldOwned(evolveAccount, state, answer.right)
          agrees(state, facts)
        }
      }),
      { numRuns: 40 },
    )
  })

  it('agrees as of every day, each with the facts effective by then', () => {
    fc.assert(
      fc.property(accountHistories(30), ({ recorded }) => {
        for (const day of new Set(recorded.map(({ effectiveOn }) => effectiveOn))) {
          const facts = recorded.filter(({ effectiveOn }) => effectiveOn <= day).map(({ fact }) => fact)
          agrees(foldOwned(evolveAccount, initialAccount(), facts), facts)
        }
      }),
      { numRuns: 40 },
    )
  })
})
