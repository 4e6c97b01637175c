import {
  emptyRegistry,
  evidenceMatcher,
  evidenceRuleSet,
  type Matcher,
  type PaymentMatched,
  type RecordReceipt,
  shippedMatchers,
} from '@quittance/cash-application'
import { type EventStore, inMemoryEventStore } from '@quittance/event-store'
import { accountStream, decimal, money, type Recorded } from '@quittance/kernel'
import { describe, expect, it } from 'vitest'
import {
  accountBalances,
  type AccountCommand,
  type AccountFact,
  cautiousPosting,
  type Ledger,
  matchItemsOf,
  netDays,
  type PaymentToMatch,
  postMatches,
  type PostedMatch,
  readFacts,
  verifyRecordedMatch,
} from '../../src/index.js'
import { applied, by, day, invoice, ledgerOn, ok, received, storeWith } from '../ledger/stand.js'

const matcher: Matcher = evidenceMatcher(evidenceRuleSet)
const meta = { actor: 'ann', correlationId: 'monday' }

const paid = (paymentId: string, minor: number, text: string, more: Partial<RecordReceipt> = {}): PaymentToMatch => ({
  _tag: 'New',
  record: {
    _tag: 'RecordReceipt',
    on: day('2026-01-10'),
    receiptId: paymentId,
    amount: money('EUR', minor),
    method: 'wire',
    remittanceText: text,
    ...more,
  },
})

const withInvoices = async (
  store: EventStore = inMemoryEventStore(),
  ...more: ReadonlyArray<AccountCommand>
): Promise<Ledger> => {
  const ledger = ledgerOn(store)
  ok(await ledger.runAll('globex', [invoice('INV-4711', 123_45), invoice('INV-4712', 678_90), ...more], by('c0')))
  return ledger
}

const post = async (ledger: Ledger, ...payments: ReadonlyArray<PaymentToMatch>): Promise<ReadonlyArray<PostedMatch>> =>
  ok(await postMatches(ledger, 'globex', payments, { matcher }, meta))

const historyOf = async (store: EventStore): Promise<ReadonlyArray<Recorded<AccountFact>>> =>
  ok(readFacts((await store.read(accountStream('acme', 'globex'))).facts))

const statuses = (posted: ReadonlyArray<PostedMatch>): ReadonlyArray<readonly [string, string]> =>
  posted.map(({ proposal }) => [proposal.payment.paymentId, proposal.status])

const open = async (ledger: Ledger): Promise<ReadonlyArray<string>> =>
  matchItemsOf(ok(await ledger.account('globex')).state, 'EUR', day('2026-12-31')).map(({ itemId }) => itemId)

describe('posting what a rule set proposes', () => {
  it('records receipt, application and decision in one append', async () => {
    const store = inMemoryEventStore()
    const ledger = await withInvoices(store)
    expect(statuses(await post(ledger, paid('P-1', 123_45, 'INV-4711')))).toEqual([['P-1', 'apply']])
    const facts = (await historyOf(store)).slice(2)
    expect(facts.map(({ fact }) => fact._tag)).toEqual(['ReceiptRecorded', 'CashApplied', 'PaymentMatched'])
    expect(facts.map(({ commandId }) => commandId)).toEqual(['match:P-1#0', 'match:P-1#1', 'match:P-1#2'])
    expect(facts[2]?.fact).toMatchObject({
      ruleSet: matcher.name,
      asked: { revision: 1, itemsOn: '2026-01-10' },
      answered: { chosen: { itemIds: ['INV-4711'] } },
      applicationIds: ['P-1/1'],
    })
    expect(await open(ledger)).toEqual(['INV-4712'])
  })

  it('keeps a payment that nothing explains as free money, never loses it', async () => {
    const ledger = await withInvoices()
    expect(statuses(await post(ledger, paid('P-1', 500_00, 'thank you')))).toEqual([['P-1', 'none']])
    expect(accountBalances(ok(await ledger.account('globex')).state)[0]?.unappliedMinor).toBe(500_00)
  })

  it('leaves a payment that claims to settle everything to a person, however well it fits', async () => {
    const ledger = await withInvoices()
    const claims = paid('P-1', 123_45, 'INV-4711', { fullSatisfactionClaimed: 'paid in full' })
    const [posted] = await post(ledger, claims)
    expect(posted?.proposal).toMatchObject({
      status: 'ambiguous',
      reasoned: { answer: { because: 'full-satisfaction' } },
    })
    expect(await open(ledger)).toEqual(['INV-4711', 'INV-4712'])
  })

  it('lets no payment win by coming first when two of a day want the same item', async () => {
    const ledger = await withInvoices()
    const both = [paid('P-1', 123_45, 'INV-4711'), paid('P-2', 123_45, 'invoice 4711')]
    expect(statuses(await post(ledger, ...both))).toEqual([
      ['P-1', 'contended'],
      ['P-2', 'contended'],
    ])
    expect(await open(ledger)).toEqual(['INV-4711', 'INV-4712'])
  })

  it('gives an item to the payment of the earlier day, and suspects the later one of paying again', async () => {
    const ledger = await withInvoices()
    const later = paid('P-1', 123_45, 'INV-4711', { on: day('2026-01-11') })
    expect(statuses(await post(ledger, later, paid('P-2', 123_45, 'INV-4711')))).toEqual([
      ['P-2', 'apply'],
      ['P-1', 'suspect'],
    ])
  })

  it('flags a payment that came before and keeps its money, unless the first one went back to the bank', async () => {
    const ledger = await withInvoices()
    const twice = { bankReference: 'B-7', remittanceText: 'rent' }
    await post(ledger, paid('P-1', 50_00, 'rent', twice))
    expect(statuses(await post(ledger, paid('P-2', 50_00, 'rent', twice)))).toEqual([['P-2', 'suspect']])
    expect(accountBalances(ok(await ledger.account('globex')).state)[0]?.unappliedMinor).toBe(100_00)
    for (const receiptId of ['P-1', 'P-2'])
      ok(
        await ledger.run(
          'globex',
          { _tag: 'ReturnReceipt', on: day('2026-01-12'), receiptId, kind: 'nsf' },
          by(`back ${receiptId}`),
        ),
      )
    const again = paid('P-3', 50_00, 'rent', { ...twice, on: day('2026-01-14') })
    expect(statuses(await post(ledger, again))).toEqual([['P-3', 'none']])
  })

  it('looks at no item that is dated after the payment', async () => {
    const ledger = await withInvoices()
    const early = paid('P-1', 123_45, 'INV-4711', { on: day('2026-01-04') })
    expect(statuses(await post(ledger, early))).toEqual([['P-1', 'none']])
  })

  it('uses up credit along with the cash, and names both', async () => {
    const store = inMemoryEventStore()
    const credit: AccountCommand = {
      _tag: 'IssueCreditNote',
      on: day('2026-01-06'),
      documentId: 'CN-801',
      currency: 'EUR',
      lines: [{ netMinor: 23_45 }],
      reason: 'returned goods',
    }
    const ledger = await withInvoices(store, credit)
    expect(statuses(await post(ledger, paid('P-1', 100_00, 'INV-4711 less CN-801')))).toEqual([['P-1', 'apply']])
    const facts = (await historyOf(store)).slice(3).map(({ fact }) => fact)
    expect(facts.map(({ _tag }) => _tag)).toEqual(['ReceiptRecorded', 'CreditApplied', 'CashApplied', 'PaymentMatched'])
    expect(facts[3]).toMatchObject({ applicationIds: ['P-1/1', 'P-1/2'] })
    expect(await open(ledger)).toEqual(['INV-4712'])
  })

  it('takes the discount that the terms grant on the day the money came, and names it', async () => {
    const store = inMemoryEventStore()
    const terms = {
      ...netDays(30),
      discount: {
        taxMode: 'reduce-on-payment',
        base: 'total',
        graceDays: 0,
        tiers: [{ days: 10, percent: decimal('2') }],
      },
    } as const
    const ledger = await withInvoices(store, { ...invoice('INV-4713', 50_00), terms } as AccountCommand)
    expect(statuses(await post(ledger, paid('P-1', 49_00, 'INV-4713')))).toEqual([['P-1', 'apply']])
    const history = await historyOf(store)
    const matched = history.at(-1)?.fact as PaymentMatched
    expect(history.at(-2)?.fact).toMatchObject({
      amountMinor: 49_00,
      discount: { discountMinor: 1_00, kind: 'earned' },
    })
    expect(matched.answered.chosen.differences).toEqual([
      { itemId: 'INV-4713', what: 'earned-discount', amountMinor: 1_00 },
    ])
    expect(verifyRecordedMatch(history, matched, shippedMatchers)).toEqual({ _tag: 'Stands' })
    expect(await open(ledger)).toEqual(['INV-4711', 'INV-4712'])
  })

  it('gives up a few cents only where both the rule set and the policies of the ledger allow it', async () => {
    const tolerant = evidenceMatcher({
      ...evidenceRuleSet,
      id: 'tolerant',
      adjustments: { ...evidenceRuleSet.adjustments, 'small-difference': -100 },
      tolerance: { centsMinor: [1, 2, 3], bankFeesMinor: [] },
      permits: ['earned-discount', 'small-difference'],
    })
    const short = paid('P-1', 123_43, 'INV-4711')
    const asked = { matcher: tolerant }
    const cautious = ok(await postMatches(await withInvoices(), 'globex', [short], asked, meta))
    expect(cautious).toMatchObject([{ proposal: { status: 'refused', refusal: { _tag: 'BeyondTolerance' } } }])
    const writeOff = { ...cautiousPosting.writeOff, smallDifference: { maxMinor: 5 } }
    const ledger = await withInvoices()
    const policies = { ...cautiousPosting, writeOff }
    expect(statuses(ok(await postMatches(ledger, 'globex', [short], { ...asked, policies }, meta)))).toEqual([
      ['P-1', 'apply'],
    ])
    expect(await open(ledger)).toEqual(['INV-4712'])
  })

  it('matches money that waited, once what it was for is there', async () => {
    const store = inMemoryEventStore()
    const ledger = await withInvoices(store)
    await post(ledger, paid('P-1', 55_55, 'INV-4713'))
    ok(await ledger.run('globex', { ...invoice('INV-4713', 55_55), on: day('2026-01-12') }, by('c1')))
    const waiting: PaymentToMatch = { _tag: 'Waiting', receiptId: 'P-1' }
    const terms = { matcher, on: day('2026-01-12') }
    const posted = ok(await postMatches(ledger, 'globex', [waiting], terms, meta))
    expect(statuses(posted)).toEqual([['P-1', 'apply']])
    expect(statuses(ok(await postMatches(ledger, 'globex', [waiting], terms, meta)))).toEqual([['P-1', 'already']])
    const matched = (await historyOf(store)).at(-1)?.fact as PaymentMatched
    expect(matched).toMatchObject({ on: '2026-01-12', asked: { revision: 3 }, applicationIds: ['P-1/1'] })
    expect(verifyRecordedMatch(await historyOf(store), matched, shippedMatchers)).toEqual({ _tag: 'Stands' })
  })
})

describe('posting while others write', () => {
  /** Before the first append to the account that records a receipt, somebody else does this. */
  const meddling = (store: EventStore, meddle: () => Promise<unknown>): Ledger => {
    let done = false
    return ledgerOn(
      storeWith(store, (append) => async (stream, expected, facts, options) => {
        if (!done && facts.some(({ type }) => type.endsWith('ReceiptRecorded'))) {
          done = true
          await meddle()
        }
        return append(stream, expected, facts, options)
      }),
    )
  }

  it('decides again when the item was paid in between, and applies nothing twice', async () => {
    const store = inMemoryEventStore()
    const other = await withInvoices(store)
    const ledger = meddling(store, () =>
      other.runAll('globex', [received('R', 123_45), applied('A', 'R', 'INV-4711', 123_45)], by('other')),
    )
    const posted = await post(ledger, paid('P-1', 123_45, 'INV-4711'), paid('P-2', 678_90, 'INV-4712'))
    expect(statuses(posted)).toEqual([
      ['P-1', 'suspect'],
      ['P-2', 'apply'],
    ])
    expect(posted.every(({ failure }) => failure === undefined)).toBe(true)
    const history = await historyOf(store)
    const matched = history.map(({ fact }) => fact).filter(({ _tag }) => _tag === 'PaymentMatched')
    expect(matched).toHaveLength(1)
    expect(verifyRecordedMatch(history, matched[0] as PaymentMatched, shippedMatchers)).toEqual({ _tag: 'Stands' })
  })

  it('says that a payment is there already when another run was faster', async () => {
    const store = inMemoryEventStore()
    const other = await withInvoices(store)
    const ledger = meddling(store, () => post(other, paid('P-1', 123_45, 'INV-4711')))
    expect(statuses(await post(ledger, paid('P-1', 123_45, 'INV-4711')))).toEqual([['P-1', 'already']])
    expect((await historyOf(store)).filter(({ fact }) => fact._tag === 'ReceiptRecorded')).toHaveLength(1)
  })

  it('goes on with the next payment when the receipt id is taken by another account', async () => {
    const ledger = await withInvoices()
    ok(await ledger.run('initech', received('P-1'), by('c1')))
    const posted = await post(ledger, paid('P-1', 123_45, 'INV-4711'), paid('P-2', 678_90, 'INV-4712'))
    expect(posted).toMatchObject([
      { failure: { _tag: 'NumberTaken', kind: 'receipt' } },
      { proposal: { status: 'apply' } },
    ])
    expect(await open(ledger)).toEqual(['INV-4711'])
  })
})

describe('a check of a recorded decision', () => {
  const decided = async (): Promise<readonly [ReadonlyArray<Recorded<AccountFact>>, PaymentMatched]> => {
    const store = inMemoryEventStore()
    await post(await withInvoices(store), paid('P-1', 123_45, 'INV-4711'))
    const history = await historyOf(store)
    return [history, history.at(-1)?.fact as PaymentMatched]
  }

  it('finds that it stands, also after more has happened', async () => {
    const [history, matched] = await decided()
    expect(verifyRecordedMatch(history, matched, shippedMatchers)).toEqual({ _tag: 'Stands' })
  })

  it('finds a rule set that nobody knows, or of other data under the same version', async () => {
    const [history, matched] = await decided()
    const unknown = { _tag: 'UnknownRuleSet', ruleSet: matched.ruleSet }
    expect(verifyRecordedMatch(history, matched, emptyRegistry)).toEqual(unknown)
    const changed = { matchers: [evidenceMatcher({ ...evidenceRuleSet, oneIn: 2 })] }
    expect(verifyRecordedMatch(history, matched, changed)).toEqual(unknown)
  })

  it('finds facts that were changed under it', async () => {
    const [history, matched] = await decided()
    const changed = history.map((recorded) =>
      recorded.fact._tag === 'InvoiceIssued' && recorded.fact.documentId === 'INV-4712'
        ? { ...recorded, fact: { ...recorded.fact, totals: { ...recorded.fact.totals, payableMinor: 1 } } }
        : recorded,
    )
    expect(verifyRecordedMatch(changed, matched, shippedMatchers)).toMatchObject({
      _tag: 'OtherQuestion',
      recorded: matched.asked.hash,
    })
    expect(verifyRecordedMatch([], matched, shippedMatchers)).toMatchObject({ now: 'no receipt' })
  })

  it('finds a decision that was written otherwise than it was made', async () => {
    const [history, matched] = await decided()
    const chosen = { ...matched.answered.chosen, posteriorPpm: 1_000_000 }
    const changed = { ...matched, answered: { ...matched.answered, chosen } }
    expect(verifyRecordedMatch(history, changed, shippedMatchers)).toMatchObject({
      _tag: 'Differs',
      now: { chosen: { posteriorPpm: matched.answered.chosen.posteriorPpm } },
    })
  })

  it('keeps the rule set that decided apart from a later one', async () => {
    const [history, matched] = await decided()
    const later = evidenceMatcher({ ...evidenceRuleSet, version: evidenceRuleSet.version + 1, oneIn: 1_000_000_000 })
    const both = { matchers: [...shippedMatchers.matchers, later] }
    expect(verifyRecordedMatch(history, matched, both)).toEqual({ _tag: 'Stands' })
  })
})
