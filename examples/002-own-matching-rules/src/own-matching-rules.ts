/** The rules at work: read from JSON, registered beside the shipped ones, and payments posted by them on a real account. */
import {
  decodeRuleSet,
  matcherNames,
  registerMatcher,
  shippedKinds,
  shippedMatchers,
} from '@quittance/cash-application'
import {
  inMemoryEventStore,
  instant,
  type Ledger,
  localDate,
  money,
  openLedger,
  openMinorOf,
  postMatches,
} from '@quittance/receivables'
import * as E from 'fp-ts/lib/Either.js'
import { wholeMonthKind } from './whole-month.js'

/** What a run tells: the rule sets known, what became of each payment, what is open then. */
export interface Told {
  readonly ruleSets: ReadonlyArray<string>
  readonly payments: ReadonlyArray<string>
  readonly openMinor: Readonly<Record<string, number>>
}

const bills = [
  { documentId: 'INV-1', on: localDate('2026-02-03'), netMinor: 400_00 },
  { documentId: 'INV-2', on: localDate('2026-02-17'), netMinor: 250_00 },
  { documentId: 'INV-3', on: localDate('2026-03-02'), netMinor: 90_00 },
]

/** Read the rules from JSON, register them, and post a payment of so much that came in on 10 March. */
export const ownMatchingRules = async (json: unknown, paidMinor: number): Promise<E.Either<unknown, Told>> => {
  const matcher = decodeRuleSet(json, [...shippedKinds, wholeMonthKind])
  if (E.isLeft(matcher)) return matcher
  const registry = registerMatcher(shippedMatchers, matcher.right)
  if (E.isLeft(registry)) return registry

  const ledger = await billed()
  const on = localDate('2026-03-10')
  const amount = money('EUR', paidMinor)
  const posted = await postMatches(
    ledger,
    'globex',
    [{ _tag: 'New', record: { _tag: 'RecordReceipt', on, receiptId: 'R-1', amount, method: 'wire' } }],
    { matcher: matcher.right },
    { actor: 'ada', correlationId: 'march' },
  )
  if (E.isLeft(posted)) return posted
  const account = await ledger.account('globex')
  if (E.isLeft(account)) return account
  return E.right({
    ruleSets: matcherNames(registry.right).map((name) => name.replace(/#.*/, '')),
    payments: posted.right.map(({ proposal }) => `${proposal.payment.paymentId}: ${proposal.status}`),
    openMinor: Object.fromEntries(
      bills.map(({ documentId }) => [documentId, openMinorOf(account.right.state, documentId)]),
    ),
  })
}

const billed = async (): Promise<Ledger> => {
  const clock = (): ReturnType<typeof instant> => instant(new Date().toISOString())
  const ledger = openLedger({ store: inMemoryEventStore(), entity: 'acme', clock })
  await ledger.runAll(
    'globex',
    bills.map(({ documentId, on, netMinor }) => ({
      _tag: 'IssueInvoice' as const,
      on,
      documentId,
      currency: 'EUR',
      lines: [{ netMinor }],
    })),
    { commandId: 'bills', actor: 'ada' },
  )
  return ledger
}
