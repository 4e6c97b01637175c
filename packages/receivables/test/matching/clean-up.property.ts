import { type CleanUpQuestion, proposeCleanUp } from '@quittance/cash-application'
import { foldShared, localDate } from '@quittance/kernel'
import * as E from 'fp-ts/lib/Either.js'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  accountBalances,
  type AccountCommand,
  type AccountState,
  cleanUpQuestionOf,
  type CleanUpTerms,
  decideAccount,
  evolveAccount,
} from '../../src/index.js'
import { accountsOfOneBase } from './accounts-of-one-base.js'

const run = (state: AccountState, commands: ReadonlyArray<AccountCommand>): AccountState =>
  commands.reduce((so, command) => {
    const facts = decideAccount(command, so)
    if (E.isLeft(facts)) throw new Error(`${command._tag} refused: ${JSON.stringify(facts.left)}`)
    return foldShared(evolveAccount, so, facts.right)
  }, state)

/** Bounds so wide that histories of any amounts meet them. */
const policies: fc.Arbitrary<CleanUpTerms['policy']> = fc.record({
  id: fc.constant('tidy'),
  version: fc.constant(1),
  smallDebit: fc.record({ maxMinor: fc.constantFrom(0, 100_00, 100_000_00), minDaysPastDue: fc.constant(30) }),
  smallCredit: fc.record({
    maxMinor: fc.constantFrom(0, 100_00, 100_000_00),
    minAgeDays: fc.constant(30),
    becomes: fc.constantFrom('refund', 'carry'),
  }),
  oldestFirstAgreed: fc.boolean(),
})

const each = (check: (state: AccountState, question: CleanUpQuestion, terms: CleanUpTerms) => void): void =>
  fc.assert(
    fc.property(accountsOfOneBase(), policies, ({ state }, policy) => {
      for (const { currency } of accountBalances(state)) {
        const terms: CleanUpTerms = {
          currency,
          asOf: localDate('2099-12-31'),
          policy,
          requestedBy: 'tidy',
          runId: 'june',
        }
        check(state, cleanUpQuestionOf(state, terms), terms)
      }
    }),
  )

const amountsOf = ({ debits, credits }: CleanUpQuestion): unknown => [
  new Map(debits.map(({ itemId, openMinor }) => [itemId, openMinor])),
  new Map(
    credits.map((one) => [
      one.creditId,
      one._tag === 'Receipt' ? [one.unappliedMinor, one.onAccountMinor] : [one.freeMinor],
    ]),
  ),
]

describe('clearing up real accounts', () => {
  it('clearing up an account leaves what it says', () => {
    each((state, question, terms) => {
      const { proposals, left } = proposeCleanUp(question)
      const done = run(
        state,
        proposals.flatMap(({ commands }) => commands),
      )
      const now = cleanUpQuestionOf(done, terms)
      const stays = [
        ...now.debits.map(({ itemId, openMinor }) => [itemId, openMinor] as const),
        ...now.credits.map((one) =>
          one._tag === 'Receipt'
            ? ([one.creditId, one.unappliedMinor + one.onAccountMinor] as const)
            : ([one.creditId, one.freeMinor] as const),
        ),
      ]
      expect(new Map(stays)).toEqual(new Map(left.map(({ id, leftMinor }) => [id, leftMinor])))
      expect(proposeCleanUp(now).proposals).toEqual([])
    })
  })

  it('doing a proposal and taking it back restores every balance', () => {
    each((state, question, terms) => {
      const { proposals } = proposeCleanUp(question)
      let reached = state
      const before: Array<AccountState> = []
      for (const { commands } of proposals) {
        before.push(reached)
        reached = run(reached, commands)
      }
      for (const { undo } of proposals.toReversed()) {
        reached = run(reached, undo)
        const was = before.pop() ?? state
        expect(accountBalances(reached)).toEqual(accountBalances(was))
        expect(amountsOf(cleanUpQuestionOf(reached, terms))).toEqual(amountsOf(cleanUpQuestionOf(was, terms)))
      }
      const again = proposeCleanUp({ ...cleanUpQuestionOf(reached, terms), runId: 'july' })
      expect(again.proposals.map(({ id }) => id)).toEqual(proposals.map(({ id }) => id))
      run(
        reached,
        again.proposals.flatMap(({ commands }) => commands),
      )
    })
  })

  it('proposals that do not come after one another are done in any order', () => {
    each((state, question, terms) => {
      const { proposals } = proposeCleanUp(question)
      const [first, ...rest] = proposals
      if (first === undefined) return
      const free = rest.filter(({ after }) => after.length === 0)
      const one = run(
        state,
        [first, ...free].flatMap(({ commands }) => commands),
      )
      const other = run(
        state,
        [...free.toReversed(), first].flatMap(({ commands }) => commands),
      )
      expect(amountsOf(cleanUpQuestionOf(other, terms))).toEqual(amountsOf(cleanUpQuestionOf(one, terms)))
    })
  })
})
