/** Which disputed invoice kept everybody waiting longest. */
import { daysBetween, type LocalDate, parseAccountStream, type Recorded } from '@quittance/kernel'
import type { AccountFact } from '@quittance/receivables'

/** A dispute that ended with payment, and by how many days its invoice was late then. */
export interface SettledDispute {
  readonly documentId: string
  readonly customer: string
  readonly dueOn: LocalDate
  readonly settledOn: LocalDate
  readonly daysLate: number
}

/** The disputed invoice that was paid latest after its last due day; among equals the one with the smallest number. */
export const latestSettledDispute = (facts: ReadonlyArray<Recorded<AccountFact>>): SettledDispute | undefined => {
  const dueOn = new Map<string, LocalDate>()
  let latest: SettledDispute | undefined
  for (const { stream, fact } of facts) {
    if (fact._tag === 'InvoiceIssued') dueOn.set(fact.documentId, fact.instalments.at(-1)?.dueOn ?? fact.on)
    const due = fact._tag === 'DisputeResolved' ? dueOn.get(fact.documentId) : undefined
    if (fact._tag !== 'DisputeResolved' || fact.outcome !== 'paid' || due === undefined) continue
    const one = {
      documentId: fact.documentId,
      customer: parseAccountStream(stream)?.customer ?? stream,
      dueOn: due,
      settledOn: fact.on,
      daysLate: daysBetween(due, fact.on),
    }
    if (latest === undefined || isLater(one, latest)) latest = one
  }
  return latest
}

const isLater = (one: SettledDispute, other: SettledDispute): boolean =>
  one.daysLate === other.daysLate ? one.documentId < other.documentId : one.daysLate > other.daysLate
