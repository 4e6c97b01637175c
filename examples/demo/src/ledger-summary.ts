/** What a ledger holds, counted and added up from its facts. */
import type { Recorded } from '@quittance/kernel'
import type { AccountFact } from '@quittance/receivables'

/** Counts, and sums by currency in minor units. */
export interface LedgerSummary {
  readonly facts: number
  readonly accounts: number
  readonly invoices: number
  readonly receipts: number
  readonly disputes: number
  readonly billedMinor: ReadonlyMap<string, number>
  readonly paidMinor: ReadonlyMap<string, number>
  readonly disputedMinor: ReadonlyMap<string, number>
}

/** One pass over the facts; currencies are never added. */
export const summaryOf = (facts: ReadonlyArray<Recorded<AccountFact>>): LedgerSummary => {
  const accounts = new Set<string>()
  const currencyOf = new Map<string, string>()
  const counts = { invoices: 0, receipts: 0, disputes: 0 }
  const [billed, paid, disputed] = [new Map<string, number>(), new Map<string, number>(), new Map<string, number>()]
  for (const { stream, fact } of facts) {
    accounts.add(stream)
    if (fact._tag === 'InvoiceIssued') {
      counts.invoices += 1
      currencyOf.set(fact.documentId, fact.currency)
      add(billed, fact.currency, fact.totals.payableMinor)
    } else if (fact._tag === 'ReceiptRecorded') {
      counts.receipts += 1
      add(paid, fact.currency, fact.amountMinor)
    } else if (fact._tag === 'DisputeRaised') {
      counts.disputes += 1
      add(disputed, currencyOf.get(fact.documentId) ?? 'XXX', fact.disputedMinor)
    }
  }
  return {
    facts: facts.length,
    accounts: accounts.size,
    ...counts,
    billedMinor: billed,
    paidMinor: paid,
    disputedMinor: disputed,
  }
}

const add = (sums: Map<string, number>, currency: string, minor: number): void => {
  sums.set(currency, (sums.get(currency) ?? 0) + minor)
}
