/** A ledger opened for matching: its view, its payers, its accounts, now or as they were known at a point in time. */
import type { EventStore } from '@quittance/event-store'
import { accountStream, foldOwned, type Instant, parseAccountStream } from '@quittance/kernel'
import type { LedgerView, PointInTime } from '@quittance/projections'
import {
  type AccountAt,
  emptyPayerDirectory,
  evolveRecorded,
  initialAccount,
  type Ledger,
  nameTheUnnamed,
  noteCustomer,
  openLedger,
  type PayerDirectory,
  readFacts,
} from '@quittance/receivables'
import * as E from 'fp-ts/lib/Either.js'
import { describeLedgerFailure } from '../describe-failure.js'
import { CliFailure } from '../failure.js'
import { type LedgerOptions, resolveFile } from '../options.js'
import { loadView } from '../store/load-view.js'
import { openStore } from '../store/open-store.js'

/** A ledger and what matching needs to know of it. @category model @since 0.1.0 */
export interface Desk {
  readonly store: EventStore
  readonly entity: string
  readonly view: LedgerView
  readonly ledger: Ledger
  readonly directory: PayerDirectory
}

/** Do something at a desk, and close the ledger whatever happens. @category model @since 0.1.0 */
export const atDesk = async <A>(
  options: Pick<LedgerOptions, 'store' | 'entity'>,
  work: (desk: Desk) => Promise<A>,
): Promise<A> => {
  const store = await openStore(options.store, resolveFile, true)
  try {
    const directory = emptyPayerDirectory()
    const customers = new Map<string, string>()
    const { view, entity } = await loadView(store, options.entity, ({ stream, fact }) => {
      const customer = customers.get(stream) ?? parseAccountStream(stream)?.customer ?? stream
      customers.set(stream, customer)
      noteCustomer(directory, customer, fact)
    })
    nameTheUnnamed(directory)
    const clock = (): Instant => new Date().toISOString() as Instant
    const ledger = openLedger({ store, entity, clock, cachedAccounts: 100_000 })
    return await work({ store, entity, view, ledger, directory })
  } finally {
    await store.close()
  }
}

/** An account as it stands, or as it was known at a point. @category model @since 0.1.0 */
export const accountAtPoint = async (desk: Desk, customer: string, point?: PointInTime): Promise<AccountAt> => {
  if (point === undefined) {
    const account = await desk.ledger.account(customer)
    if (E.isLeft(account)) throw new CliFailure(`account ${customer}: ${describeLedgerFailure(account.left)}`)
    return account.right
  }
  const { facts } = await desk.store.read(accountStream(desk.entity, customer))
  const read = readFacts(facts)
  if (E.isLeft(read)) throw new CliFailure(`account ${customer}: ${describeLedgerFailure(read.left)}`)
  const seen = read.right.filter((one) => one.effectiveOn <= point.asOf && one.recordedAt <= point.knownAt)
  return { state: foldOwned(evolveRecorded, initialAccount(), seen), revision: seen.at(-1)?.revision ?? -1 }
}
