/** The facts of every account, as a replay needs them. */
import { earlierOf, type LocalDate, parseAccountStream } from '@quittance/kernel'
import type { AccountFact } from '@quittance/receivables'
import { CliFailure } from '../failure.js'
import { type LedgerOptions, resolveFile } from '../options.js'
import { loadView } from '../store/load-view.js'
import { openStore } from '../store/open-store.js'

/** The facts of accounts in stream order, by customer. @category model @since 0.1.0 */
export interface AccountHistories {
  readonly entity: string
  readonly accounts: ReadonlyMap<string, ReadonlyArray<AccountFact>>
}

/** Histories, and the days between which something happened. @category model @since 0.1.0 */
export interface LoadedHistories extends AccountHistories {
  readonly firstOn: LocalDate
  readonly latestOn: LocalDate
}

/** Read them; with a customer, of that account only. @category projections @since 0.1.0 */
export const loadHistories = async (
  options: Pick<LedgerOptions, 'store' | 'entity'>,
  customer: string | undefined,
): Promise<LoadedHistories> => {
  const store = await openStore(options.store, resolveFile, true)
  try {
    const byStream = new Map<string, Array<AccountFact>>()
    let firstOn: LocalDate | undefined
    const { view, entity } = await loadView(store, options.entity, ({ stream, fact }) => {
      firstOn = firstOn === undefined ? fact.on : earlierOf(firstOn, fact.on)
      const facts = byStream.get(stream)
      if (facts === undefined) byStream.set(stream, [fact])
      else facts.push(fact)
    })
    const all = [...byStream].map(([stream, facts]) => [parseAccountStream(stream)?.customer ?? stream, facts] as const)
    const wanted = all
      .filter(([one]) => customer === undefined || one === customer)
      .sort(([a], [b]) => (a < b ? -1 : 1))
    if (firstOn === undefined || view.latestOn === undefined) throw new CliFailure('the ledger holds no fact yet')
    if (wanted.length === 0) throw new CliFailure(`no customer ${customer ?? ''} in the ledger`)
    return { entity, accounts: new Map(wanted), firstOn, latestOn: view.latestOn }
  } finally {
    await store.close()
  }
}
