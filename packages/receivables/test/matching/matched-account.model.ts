import { emptyRegistry, registerMatcher, unappliedMinor } from '@quittance/cash-application'
import { canonicalJson, foldOwned, foldShared, keyedValues } from '@quittance/kernel'
import { type AccountLog, auditLog } from '@quittance/testkit'
import * as fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import {
  type AccountState,
  evolveRecorded,
  freeReceipts,
  initialAccount,
  type MatchProposal,
  openMinorOf,
  proposeMatches,
  verifyRecordedMatch,
} from '../../src/index.js'
import { ok } from '../ledger/stand.js'
import { customer, logOf, matchers, newScene, play, type Scene } from './matched-account.js'
import { deeds, steps } from './matched-commands.js'

const registry = matchers.reduce((so, matcher) => {
  const registered = registerMatcher(so, matcher)
  if (E.isLeft(registered)) throw new Error(registered.left._tag)
  return registered.right
}, emptyRegistry)

/** What the maps say, and what the account says. */
const agrees = ({ naive }: Scene, state: AccountState): void => {
  const cash = keyedValues(state.cash.receipts)
  expect([...naive.items].map(([id, item]) => [id, openMinorOf(state, id), item.openMinor])).toEqual(
    [...naive.items].map(([id, item]) => [id, item.openMinor, Math.min(Math.max(item.openMinor, 0), item.amountMinor)]),
  )
  expect(Object.fromEntries(cash.map((one) => [one.receiptId, unappliedMinor(one)]))).toEqual(
    Object.fromEntries([...naive.receipts].map(([id, { freeMinor }]) => [id, freeMinor])),
  )
}

/** Every application is of some money, within one currency, and of things that there are. */
const applicationsAreReal = (log: AccountLog, { naive }: Scene): void => {
  for (const { fact } of log) {
    if (fact._tag !== 'CashApplied') continue
    expect(fact.amountMinor).toBeGreaterThan(0)
    expect([fact.currency, fact.currency]).toEqual([
      naive.items.get(fact.itemId)?.currency,
      naive.receipts.get(fact.receiptId)?.currency,
    ])
  }
}

const keysOf = ({ reasoned }: MatchProposal): ReadonlyArray<string> =>
  reasoned?.answer._tag === 'Apply'
    ? [canonicalJson(reasoned.answer.plan)]
    : reasoned?.answer._tag === 'Ambiguous'
      ? reasoned.answer.plans.map((plan) => canonicalJson(plan))
      : []

/** Under each budget, payment by payment: what a short search applies a long one applies too, and no explanation stands twice. */
const budgetsAgree = (state: AccountState, revision: number, { today: on }: Scene): void => {
  for (const { receiptId } of freeReceipts(state).slice(0, 2)) {
    const under = matchers.slice(0, 3).map((matcher) => {
      const [proposal] = proposeMatches({ state, revision }, [{ _tag: 'Waiting', receiptId }], { matcher, on })
      return proposal ?? expect.fail('a receipt with free money is asked about')
    })
    const [full, ...cut] = under as [MatchProposal, ...ReadonlyArray<MatchProposal>]
    expect(new Set(keysOf(full)).size).toBe(keysOf(full).length)
    for (const one of cut)
      if (one.status === 'apply') expect([one.status, keysOf(one)]).toEqual([full.status, keysOf(full)])
      else if (one.status === 'none') expect(full.status).toBe('none')
  }
}

/** The live account is the account replayed, from the first fact and from any snapshot. */
const replays = (log: AccountLog, state: AccountState, { snapshot }: Scene): void => {
  expect(foldOwned(evolveRecorded, initialAccount(), log)).toEqual(state)
  if (snapshot === undefined) return
  expect(log.slice(0, snapshot.revision + 1)).toEqual(snapshot.log)
  const kept = foldOwned(evolveRecorded, initialAccount(), snapshot.log)
  expect(foldShared(evolveRecorded, kept, log.slice(snapshot.revision + 1))).toEqual(state)
}

describe('one account matched by rule sets, against maps of amounts', () => {
  it('agrees after every command, keeps every law, and decides nothing by how it came there', async () => {
    await fc.assert(
      fc.asyncProperty(steps(24), async (played) => {
        const scene = newScene()
        for (const [at, step] of played.entries()) {
          const before = (await logOf(scene.store)).length
          const answer = await play(scene, step, at)
          const { state, revision } = ok(await scene.ledger.account(customer))
          const log = await logOf(scene.store)
          if (answer === 'repeated' || (answer !== 'accepted' && answer !== 'applied')) expect(log.length).toBe(before)
          agrees(scene, state)
          applicationsAreReal(log, scene)
          if (step.deed === 'match' || step.deed === 'receive a payment') budgetsAgree(state, revision, scene)
          if (step.deed === 'start again' || step.deed === 'match') replays(log, state, scene)
          expect(auditLog(log)).toEqual([])
        }
        const log = await logOf(scene.store)
        for (const { fact } of log)
          if (fact._tag === 'PaymentMatched')
            expect(verifyRecordedMatch(log, fact, registry)).toEqual({ _tag: 'Stands' })
      }),
      { numRuns: 40 },
    )
  })

  it('reaches every deed, done and refused', async () => {
    const answers = new Set<string>()
    for (const played of fc.sample(steps(24), { seed: 11, numRuns: 200 })) {
      const scene = newScene()
      for (const [at, step] of played.entries()) answers.add(`${step.deed}: ${await play(scene, step, at)}`)
    }
    const wanted = [
      ...deeds.filter((deed) => deed !== 'match' && deed !== 'redeliver a payment').map((deed) => `${deed}: accepted`),
      'match: applied',
      'match: left to a person',
      'redeliver a payment: repeated',
      'redeliver a payment: IdAlreadyUsed',
      'apply a proposal: OverApplied',
      'apply a proposal: NotEnoughFree',
      'take a payment back: AlreadyEnded',
      'write off: OverApplied',
    ]
    expect(wanted.filter((one) => !answers.has(one))).toEqual([])
  })
})
