import {
  autoCashMatcher,
  evidenceMatcher,
  evidenceRuleSet,
  exactAutoCash,
  type Matcher,
} from '@quittance/cash-application'
import { type EventStore, inMemoryEventStore } from '@quittance/event-store'
import { accountStream, localDate, money } from '@quittance/kernel'
import { auditLog } from '@quittance/testkit'
import * as fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import {
  type AccountCommand,
  type AccountFact,
  type PaymentToMatch,
  postMatches,
  proposeMatches,
  readFacts,
} from '../../src/index.js'
import { by, ledgerOn, ok } from '../ledger/stand.js'

const on = localDate('2026-02-16')
const meta = { actor: 'ann', correlationId: 'race' }
const matchers: readonly [Matcher, Matcher] = [evidenceMatcher(evidenceRuleSet), autoCashMatcher(exactAutoCash)]

const factsOf = async (store: EventStore, customer: string): Promise<ReadonlyArray<AccountFact>> =>
  ok(readFacts((await store.read(accountStream('acme', customer))).facts)).map(({ fact }) => fact)

/** An invoice for each amount, all numbers of one customer's own, and a receipt for some of them. */
const book = (
  prefix: string,
  minors: ReadonlyArray<number>,
  paid: ReadonlyArray<number>,
  isNamed: boolean,
): ReadonlyArray<AccountCommand> => [
  ...minors.map((netMinor, at): AccountCommand => ({
    _tag: 'IssueInvoice',
    on,
    documentId: `${prefix}${500 + at}77`,
    currency: 'EUR',
    lines: [{ netMinor }],
  })),
  {
    _tag: 'RecordReceipt',
    on,
    receiptId: `R-${prefix}`,
    amount: money(
      'EUR',
      Math.max(
        1,
        paid.reduce((so, at) => so + (minors[at] ?? 0), 0),
      ),
    ),
    method: 'wire',
    remittanceText: isNamed ? paid.map((at) => `${prefix}${500 + at}77`).join(' ') : '',
  },
]

const books = (prefix: string): fc.Arbitrary<ReadonlyArray<AccountCommand>> =>
  fc
    .array(fc.constantFrom(100_00, 123_45, 678_90, 55_55, 9_99), { minLength: 1, maxLength: 6 })
    .chain((minors) =>
      fc
        .tuple(fc.subarray([...minors.keys()], { minLength: 1 }), fc.boolean())
        .map(([paid, isNamed]) => book(prefix, minors, paid, isNamed)),
    )

const waiting = (prefix: string): ReadonlyArray<PaymentToMatch> => [{ _tag: 'Waiting', receiptId: `R-${prefix}` }]

/** What was applied to what, by whichever rule set. */
const appliedIn = (facts: ReadonlyArray<AccountFact>): string =>
  facts
    .flatMap((fact) =>
      fact._tag === 'CashApplied'
        ? [`${fact.itemId} ${fact.amountMinor}`]
        : fact._tag === 'PaymentMatched'
          ? [fact.ruleSet]
          : [],
    )
    .join(', ')

const stocked = async (commands: ReadonlyArray<AccountCommand>): Promise<EventStore> => {
  const store = inMemoryEventStore()
  ok(await ledgerOn(store).runAll('globex', commands, by('c0')))
  return store
}

const matchOn = async (store: EventStore, matcher: Matcher): Promise<void> => {
  await postMatches(ledgerOn(store), 'globex', waiting('1'), { matcher, on }, meta)
}

describe('two who match the same payment', () => {
  it('end where one of them would have come first', async () => {
    await fc.assert(
      fc.asyncProperty(books('1'), async (commands) => {
        const [one, other] = matchers
        const serial = await Promise.all(
          [
            [one, other],
            [other, one],
          ].map(async (order) => {
            const store = await stocked(commands)
            for (const matcher of order) await matchOn(store, matcher)
            return appliedIn(await factsOf(store, 'globex'))
          }),
        )
        const store = await stocked(commands)
        await Promise.all([matchOn(store, one), matchOn(store, other)])
        const log = ok(readFacts((await store.read(accountStream('acme', 'globex'))).facts))
        expect(serial).toContain(appliedIn(log.map(({ fact }) => fact)))
        expect(auditLog(log)).toEqual([])
      }),
      { numRuns: 30 },
    )
  })
})

/** Ways in which somebody else closes an item, or a part of it, before the proposal is posted. */
const closings = (itemId: string, openMinor: number): ReadonlyArray<AccountCommand> => {
  const amount = money('EUR', openMinor)
  const policy = { id: 'w', version: 1, smallBalanceMaxMinor: 0, limits: [{ approver: 'bob', maxMinor: 10_000_00 }] }
  const writeOff = {
    writeOffId: 'W',
    itemId,
    reason: 'bad-debt',
    requestedBy: 'ann',
    approvedBy: 'bob',
    policy,
  } as const
  return [
    { _tag: 'VoidInvoice', on, documentId: itemId, reason: 'never ordered', policy: { voidAllowed: true } },
    { _tag: 'WriteOff', on, amount, ...writeOff },
    { _tag: 'WriteOff', on, amount: money('EUR', 1), ...writeOff },
    {
      _tag: 'IssueCreditNote',
      on,
      documentId: 'CN',
      currency: 'EUR',
      lines: [{ netMinor: openMinor }],
      reason: 'returned',
      precedingId: itemId,
    },
  ]
}

describe('a proposal whose item was closed in between', () => {
  it('is refused as a whole, and leaves no fact', async () => {
    await fc.assert(
      fc.asyncProperty(books('1'), fc.nat(), fc.nat(3), async (commands, which, way) => {
        const store = await stocked(commands)
        const ledger = ledgerOn(store)
        const account = ok(await ledger.account('globex'))
        const [proposal] = proposeMatches(account, waiting('1'), { matcher: matchers[0], on })
        if (proposal?.status !== 'apply' || proposal.reasoned?.answer._tag !== 'Apply') return
        const { lines } = proposal.reasoned.answer.plan
        const line = lines[which % lines.length]
        const closing = closings(line?.itemId ?? '', line?.cashMinor ?? 0)[way]
        if (closing === undefined) return
        ok(await ledger.run('globex', closing, by('meanwhile')))
        const before = await factsOf(store, 'globex')
        expect(E.isLeft(await ledger.runAll('globex', proposal.commands, by('late')))).toBe(true)
        expect(await factsOf(store, 'globex')).toEqual(before)
      }),
      { numRuns: 60 },
    )
  })
})

describe('commands on two accounts', () => {
  it('may come in any order between them', async () => {
    await fc.assert(
      fc.asyncProperty(books('1'), books('2'), fc.array(fc.boolean(), { maxLength: 16 }), async (one, other, turns) => {
        const run = async (order: ReadonlyArray<boolean>): Promise<ReadonlyArray<ReadonlyArray<AccountFact>>> => {
          const store = inMemoryEventStore()
          const ledger = ledgerOn(store)
          const left = { globex: [...one], initech: [...other] }
          const step = async (customer: 'globex' | 'initech'): Promise<void> => {
            const command = left[customer].shift()
            if (command !== undefined)
              ok(await ledger.run(customer, command, by(`${customer} ${left[customer].length}`)))
          }
          for (const isFirst of order) await step(isFirst ? 'globex' : 'initech')
          while (left.globex.length > 0) await step('globex')
          while (left.initech.length > 0) await step('initech')
          for (const [customer, prefix] of [
            ['initech', '2'],
            ['globex', '1'],
          ] as const)
            ok(await postMatches(ledger, customer, waiting(prefix), { matcher: matchers[0], on }, meta))
          return Promise.all([factsOf(store, 'globex'), factsOf(store, 'initech')])
        }
        expect(await run(turns)).toEqual(await run([]))
      }),
      { numRuns: 25 },
    )
  })
})
