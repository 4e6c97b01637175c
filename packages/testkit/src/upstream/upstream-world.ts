/** Many customers and their trade, with what is truly behind each invoice, kept apart from the facts. */
import { addDays, localDate, type LocalDate, type Recorded } from '@quittance/kernel'
import type { AccountFact } from '@quittance/receivables'
import { simulateTrade } from './simulate-trade.js'
import { wordings } from './topics.js'
import { causeOf, type Topic } from './topics.js'
import type { UpstreamTruth } from './trade.js'
import type { UpstreamMix } from './upstream-mix.js'

/** The facts of one customer in stream order, and the table that our clerks keep of that customer's codes. @category arbitraries @since 0.1.0 */
export interface UpstreamAccount {
  readonly customer: string
  readonly facts: ReadonlyArray<Recorded<AccountFact>>
  readonly codes: Readonly<Record<string, string>>
}

/** A world: accounts, and the truth by document, for the scorer alone; an invoice that is not in it had nothing wrong with it. @category arbitraries @since 0.1.0 */
export interface UpstreamWorld {
  readonly from: LocalDate
  readonly lastDay: LocalDate
  readonly accounts: ReadonlyArray<UpstreamAccount>
  /** What the words that collectors use for an excuse stand for. */
  readonly excuseCodes: Readonly<Record<string, string>>
  readonly truth: ReadonlyMap<string, UpstreamTruth>
}

const firstDay = localDate('2025-01-01')

/**
 * A world from a seed and a mix. Every fact comes of a command that the account accepted. Document numbers count the
 * documents of their kind and say nothing else.
 *
 * @law the same seed makes the same world of trade
 * @category arbitraries
 * @since 0.1.0
 */
export const upstreamWorld = (seed: number, mix: UpstreamMix): UpstreamWorld => {
  const lastDay = addDays(firstDay, Math.round((mix.months * 365) / 12) - 1)
  const truth = new Map<string, UpstreamTruth>()
  const accounts = Array.from({ length: mix.customers }, (_, index): UpstreamAccount => {
    const customer = `K-${String(index + 1).padStart(5, '0')}`
    const own = (Math.imul(seed, 7919) + Math.imul(index, 104729)) >>> 0
    const trade = simulateTrade(mix, customer, firstDay, lastDay, own)
    for (const [documentId, one] of trade.truth) truth.set(documentId, one)
    return { customer, facts: trade.days.recorded(), codes: trade.trader.dialect.table }
  })
  return { from: firstDay, lastDay, accounts, excuseCodes, truth }
}

const topics = Object.keys(wordings) as ReadonlyArray<Topic>

// Two topics of one word stand for the first: what is paid already is paid already.
const excuseCodes = Object.fromEntries(topics.toReversed().map((topic) => [wordings[topic].excuse, causeOf(topic)]))
