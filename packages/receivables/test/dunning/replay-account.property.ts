import {
  type ItemLadder,
  type NoticeDue,
  noticesOfProposal,
  proposeNotices,
  questionOn,
  type RunDays,
  runDaysIn,
} from '@quittance/dunning'
import { addDays, laterOf, type LocalDate, localDate } from '@quittance/kernel'
import { accountHistories } from '@quittance/testkit'
import * as fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import {
  accountKnownBy,
  type AccountFact,
  accountOnDay,
  decideAccount,
  evolveAccount,
  initialAccount,
  replayAccount,
} from '../../src/index.js'
import { happenings, ladders as plainLadders, noticesIn, start, told, weeks } from './dunned-account.js'

const option = <Value>(...values: ReadonlyArray<Value>): fc.Arbitrary<Value | undefined> =>
  fc.option(fc.constantFrom(...values), { nil: undefined })

const ladders: fc.Arbitrary<ItemLadder> = fc
  .record({
    ladder: plainLadders,
    intervalDays: option(0, 1, 6),
    postingWindowDays: option(0, 3, 10),
    minArrearsDays: option(0, 4, 20),
    delivered: fc.boolean(),
  })
  .map(({ ladder, intervalDays, postingWindowDays, minArrearsDays, delivered }) => ({
    ...ladder,
    ...(intervalDays === undefined ? {} : { intervalDays }),
    ...(postingWindowDays === undefined ? {} : { postingWindowDays }),
    ...(minArrearsDays === undefined ? {} : { minArrearsDays }),
    steps: ladder.steps.map((step) =>
      delivered && step.level === 2 && step.mode === 'net-days' ? { ...step, mode: 'delivered-days' as const } : step,
    ),
  }))

/** The days that a fact of a notice moved the account on by are kept; the notice itself is not. */
const withoutNotices = (facts: ReadonlyArray<AccountFact>): ReadonlyArray<AccountFact> =>
  facts.flatMap((fact, at): ReadonlyArray<AccountFact> => {
    if (!fact._tag.startsWith('Notice') || fact._tag === 'NoticeFeeCharged') return [fact]
    if (fact._tag === 'NoticeDue' && fact.origin === 'run') return []
    const touch = { touchId: `was-${at}`, channel: 'call', role: 'system', outcome: 'no-answer' } as const
    return [{ _tag: 'TouchRecorded', on: fact.on, ...touch }]
  })

/** One run that looks at every run day there was. */
const everyRunDay = (
  facts: ReadonlyArray<AccountFact>,
  ladder: ItemLadder,
  after: LocalDate,
  on: LocalDate,
): ReadonlyArray<NoticeDue> => {
  const kept = withoutNotices(facts)
  const state = initialAccount()
  for (const fact of kept) evolveAccount(state, fact)
  const run = { _tag: 'RunDunning', on, account: 'acme/C-17', ladder, after } as const
  const decided = decideAccount(run, state, () => kept)
  return E.isRight(decided) ? noticesIn(decided.right) : []
}

/** What had been told before each run day, folded anew for each. */
const everyMorning = (
  facts: ReadonlyArray<AccountFact>,
  ladder: ItemLadder,
  after: LocalDate,
  until: LocalDate,
): ReadonlyArray<NoticeDue> => {
  const given: Array<NoticeDue> = []
  const kept = withoutNotices(facts)
  for (const day of runDaysIn(ladder.runDays, after, until)) {
    const end = kept.findIndex(({ on }) => on >= day)
    const state = initialAccount()
    for (const fact of [...kept.slice(0, end < 0 ? kept.length : end), ...given]) evolveAccount(state, fact)
    const question = questionOn(accountOnDay(state, day), day, { ladderId: ladder.id, forUnassigned: true })
    given.push(...noticesOfProposal(proposeNotices(ladder, question), ladder, 'acme/C-17'))
  }
  return given
}

const lastOf = (facts: ReadonlyArray<AccountFact>): LocalDate =>
  facts.reduce((so, { on }) => laterOf(so, on), localDate('2000-01-01'))

describe('replayAccount', () => {
  it('law: a replay gives the notices of a run on every run day', async () => {
    let given = 0
    await fc.assert(
      fc.asyncProperty(happenings, ladders, async (all, ladder) => {
        const facts = await told(all, ladder, { looks: () => 1 })
        const span = { account: 'acme/C-17', ladder, after: addDays(start, -1), until: addDays(start, weeks) }
        const replayed = noticesIn(replayAccount(facts, span))
        given += replayed.length
        expect(replayed).toEqual(noticesIn(facts))
      }),
      { numRuns: 60 },
    )
    expect(given).toBeGreaterThan(20)
  })

  it('law: a replay gives the notices of a run on every run day, of another ladder over any history', () => {
    let given = 0
    fc.assert(
      fc.property(accountHistories(), ladders, fc.nat(3), ({ recorded }, ladder, every) => {
        const facts = recorded.map(({ fact }) => fact)
        const after = addDays(facts[0]?.on ?? start, -5)
        const until = addDays(lastOf(facts), 60)
        const runDays: RunDays = every === 0 ? ladder.runDays : { _tag: 'EveryDays', from: after, days: every }
        const own = { ...ladder, id: 'other', runDays }
        const replayed = noticesIn(replayAccount(facts, { account: 'acme/C-17', ladder: own, after, until }))
        given += replayed.length
        expect(replayed).toEqual(everyRunDay(facts, own, after, until))
      }),
    )
    expect(given).toBeGreaterThan(20)
  })

  it('law: a run in the morning does not see what its day brings', () => {
    let given = 0
    fc.assert(
      fc.property(accountHistories(), ladders, ({ recorded }, ladder) => {
        const facts = recorded.map(({ fact }) => fact)
        const own = { ...ladder, id: 'other' }
        const [after, until] = [addDays(facts[0]?.on ?? start, -5), addDays(lastOf(facts), 60)]
        const span = { account: 'acme/C-17', ladder: own, after, until, runsAt: 'morning' as const }
        const replayed = replayAccount(facts, span)
        given += replayed.length
        expect(replayed).toEqual(everyMorning(facts, own, after, until))
      }),
    )
    expect(given).toBeGreaterThan(20)
  })

  it('shows the account of a day with the notices of the replay', async () => {
    await fc.assert(
      fc.asyncProperty(happenings, ladders, fc.nat(weeks), async (all, ladder, at) => {
        const facts = await told(all, ladder, { looks: () => 0 })
        const day = addDays(start, at)
        const span = { account: 'acme/C-17', ladder, after: addDays(start, -1), until: addDays(start, weeks) }
        const notices = replayAccount(facts, span)
        const { dunning } = accountKnownBy(facts, day, notices)
        const days = notices.map(({ on }) => on).filter((on) => on <= day)
        expect(dunning.ranThrough.buckets.flatMap((bucket) => Object.values(bucket))).toEqual(days.slice(-1))
      }),
      { numRuns: 20 },
    )
  })

  it('asks again once the first of two promises is over', async () => {
    const all = [
      { what: 'invoice', item: 0, amount: 0, day: 0 },
      { what: 'promise', item: 0, amount: 99_99, day: 1 },
      // One cent of the balance.
      { what: 'promise', item: 0, amount: 1, day: 4 },
    ] as const
    const [any] = fc.sample(plainLadders, 1)
    const ladder: ItemLadder = {
      ...(any as ItemLadder),
      steps: [{ level: 1, kind: 'reminder', channel: 'e-mail', mode: 'net-days', delayDays: 2 }],
      graceDays: 0,
      tolerances: [],
      repeatsLastStep: false,
      runDays: { _tag: 'EveryDays', from: addDays(start, 4), days: 1 },
    }
    const facts = await told(all, ladder, { looks: () => 0 })
    const span = { account: 'acme/C-17', ladder, after: start, until: addDays(start, weeks) }
    const given = replayAccount(facts, span).map(({ on, amountMinor }) => [on, amountMinor])
    expect(given).toEqual([[addDays(start, 9), 99_99]])
  })
})
