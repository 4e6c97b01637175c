/** What accounts owe and hold, read from their states: the other side of the law that aging ties to the ledger. */
import { pendingMinor, unappliedMinor } from '@quittance/cash-application'
import { keyedGet, keyedValues, parseAccountStream, type Recorded } from '@quittance/kernel'
import type { PointInTime } from '../../src/index.js'
import { type Account, type BookFact, evolve, newAccount, openMinorOf } from './book.js'

export interface Balance {
  openMinor: number
  disputedMinor: number
  deductedMinor: number
  unappliedMinor: number
  onAccountMinor: number
  creditMinor: number
}

export const balanceMinor = (of: Balance): number =>
  of.openMinor - of.unappliedMinor - of.onAccountMinor - of.creditMinor

const nothing = (): Balance => ({
  openMinor: 0,
  disputedMinor: 0,
  deductedMinor: 0,
  unappliedMinor: 0,
  onAccountMinor: 0,
  creditMinor: 0,
})

/** By currency code. */
export const balancesOf = (account: Account): ReadonlyMap<string, Balance> => {
  const byCurrency = new Map<string, Balance>()
  const of = (currency: string): Balance => {
    const balance = byCurrency.get(currency) ?? nothing()
    byCurrency.set(currency, balance)
    return balance
  }
  for (const document of keyedValues(account.invoicing.documents)) {
    const balance = of(document.currency)
    if (document.kind === 'credit-note') {
      const used = keyedGet(account.cash.credits, document.documentId)
      balance.creditMinor +=
        document.grossMinor - document.offsetMinor - (used?.appliedMinor ?? 0) - (used?.refundedMinor ?? 0)
      continue
    }
    const openMinor = openMinorOf(account, document.documentId)
    balance.openMinor += openMinor
    balance.disputedMinor += Math.min(document.disputedMinor, openMinor)
    balance.deductedMinor += pendingMinor(
      keyedGet(account.cash.items, document.documentId)?.deductions ?? [],
      openMinor,
    )
  }
  for (const receipt of keyedValues(account.cash.receipts)) {
    const balance = of(receipt.currency)
    balance.unappliedMinor += unappliedMinor(receipt)
    balance.onAccountMinor += receipt.onAccountMinor
  }
  return byCurrency
}

/** The facts that a question counts. */
export const factsAt = (
  facts: ReadonlyArray<Recorded<BookFact>>,
  { asOf, knownAt }: PointInTime,
): ReadonlyArray<Recorded<BookFact>> =>
  facts.filter(({ effectiveOn, recordedAt }) => effectiveOn <= asOf && recordedAt <= knownAt)

/** The account of each customer, folded from the facts that a question counts. */
export const accountsAt = (facts: ReadonlyArray<Recorded<BookFact>>, at: PointInTime): ReadonlyMap<string, Account> => {
  const accounts = new Map<string, Account>()
  for (const { stream, fact } of factsAt(facts, at)) {
    const customer = parseAccountStream(stream)?.customer ?? stream
    const account = accounts.get(customer) ?? newAccount()
    accounts.set(customer, account)
    evolve(account, fact)
  }
  return accounts
}
