import { evidenceMatcher, evidenceRuleSet, type PaymentMatched, shippedMatchers } from '@quittance/cash-application'
import { inMemoryEventStore } from '@quittance/event-store'
import { accountStream, addDays, localDate, money } from '@quittance/kernel'
import { accountHistories } from '@quittance/testkit'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  accountBalances,
  type AccountCommand,
  type Ledger,
  matchItemsOf,
  type PaymentToMatch,
  postMatches,
  type PostedMatch,
  proposeMatches,
  readFacts,
} from '../../src/index.js'
import { verifyRecordedMatch } from '../../src/index.js'
import { by, ledgerOn, ok } from '../ledger/stand.js'

const first = localDate('2026-01-05')
const terms = { matcher: evidenceMatcher(evidenceRuleSet) }
const meta = { actor: 'ann', correlationId: 'monday' }

interface Trade {
  readonly invoices: ReadonlyArray<AccountCommand>
  readonly payments: ReadonlyArray<PaymentToMatch>
}

/** Invoices of few amounts, so that sums collide, and payments of some of them, by name or not, now and then a cent off. */
const trades: fc.Arbitrary<Trade> = fc
  .array(fc.record({ minor: fc.constantFrom(100_00, 123_45, 678_90, 55_55, 9_99), day: fc.nat(6) }), {
    minLength: 1,
    maxLength: 8,
  })
  .chain((drafts) =>
    fc
      .array(
        fc.record({
          of: fc.uniqueArray(fc.nat(drafts.length - 1), { minLength: 1, maxLength: 3 }),
          isNamed: fc.boolean(),
          off: fc.constantFrom(0, 0, 0, 1, -1),
          day: fc.nat(10),
        }),
        { maxLength: 6 },
      )
      .map((paid) => ({
        invoices: drafts.map(({ minor, day }, at): AccountCommand => ({
          _tag: 'IssueInvoice',
          on: addDays(first, day),
          documentId: `INV-47${11 + at}`,
          currency: 'EUR',
          lines: [{ netMinor: minor }],
        })),
        payments: paid.map(({ of, isNamed, off, day }, at): PaymentToMatch => ({
          _tag: 'New',
          record: {
            _tag: 'RecordReceipt',
            on: addDays(first, day),
            receiptId: `P-${at}`,
            amount: money(
              'EUR',
              of.reduce((so, one) => so + (drafts[one]?.minor ?? 0), off),
            ),
            method: 'wire',
            remittanceText: isNamed ? of.map((one) => `INV-47${11 + one}`).join(' ') : 'thank you',
          },
        })),
      })),
  )

interface Posted {
  readonly ledger: Ledger
  readonly posted: ReadonlyArray<PostedMatch>
  readonly factsOf: () => Promise<ReturnType<typeof readFacts>>
}

const postAll = async ({ invoices, payments }: Trade): Promise<Posted> => {
  const store = inMemoryEventStore()
  const ledger = ledgerOn(store)
  ok(await ledger.runAll('globex', invoices, by('c0')))
  const posted = ok(await postMatches(ledger, 'globex', payments, terms, meta))
  return { ledger, posted, factsOf: async () => readFacts((await store.read(accountStream('acme', 'globex'))).facts) }
}

describe('payments matched on real accounts', () => {
  it('what matching sees open is what the account has open', () => {
    fc.assert(
      fc.property(accountHistories(), ({ state }) => {
        for (const { currency, openMinor, creditMinor } of accountBalances(state)) {
          const items = matchItemsOf(state, currency, localDate('9999-12-31'))
          expect(items.reduce((so, item) => so + item.openMinor, 0)).toBe(openMinor - creditMinor)
        }
      }),
    )
  })

  it('permuting payments changes no proposal', async () => {
    await fc.assert(
      fc.asyncProperty(trades, async ({ invoices, payments }) => {
        const ledger = ledgerOn()
        const { account } = ok(await ledger.runAll('globex', invoices, by('c0')))
        const proposals = proposeMatches(account, payments, terms)
        expect(proposeMatches(account, payments.toReversed(), terms)).toEqual(proposals)
      }),
    )
  })

  it('a proposal is posted as it was foreseen', async () => {
    await fc.assert(
      fc.asyncProperty(trades, async (trade) => {
        const ledger = ledgerOn()
        const { account } = ok(await ledger.runAll('globex', trade.invoices, by('c0')))
        const { posted } = await postAll(trade)
        expect(posted.map(({ proposal }) => proposal)).toEqual(proposeMatches(account, trade.payments, terms))
        expect(posted.filter(({ failure }) => failure !== undefined)).toEqual([])
      }),
    )
  })

  it('the same payments again post nothing twice', async () => {
    await fc.assert(
      fc.asyncProperty(trades, async (trade) => {
        const { ledger, factsOf } = await postAll(trade)
        const before = await factsOf()
        const again = ok(await postMatches(ledger, 'globex', trade.payments, terms, meta))
        expect(again.every(({ proposal }) => proposal.status === 'already')).toBe(true)
        expect(await factsOf()).toEqual(before)
      }),
    )
  })

  it('what was decided is decided again byte for byte', async () => {
    await fc.assert(
      fc.asyncProperty(trades, async (trade) => {
        const { factsOf } = await postAll(trade)
        const history = ok(await factsOf())
        for (const { fact } of history)
          if (fact._tag === 'PaymentMatched')
            expect(verifyRecordedMatch(history, fact satisfies PaymentMatched, shippedMatchers)).toEqual({
              _tag: 'Stands',
            })
      }),
    )
  })

  it('every payment is in the ledger afterwards, whatever was decided', async () => {
    await fc.assert(
      fc.asyncProperty(trades, async (trade) => {
        const { ledger } = await postAll(trade)
        const receivedMinor = trade.payments.reduce(
          (so, one) => so + (one._tag === 'New' ? one.record.amount.minor : 0),
          0,
        )
        const issuedMinor = trade.invoices.reduce(
          (so, one) => so + (one._tag === 'IssueInvoice' ? (one.lines[0]?.netMinor ?? 0) : 0),
          0,
        )
        const [balance] = accountBalances(ok(await ledger.account('globex')).state)
        expect(balance?.balanceMinor).toBe(issuedMinor - receivedMinor)
      }),
    )
  })
})
