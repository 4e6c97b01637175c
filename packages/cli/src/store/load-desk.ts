/** The desk over a store: ledger, contacts, and the promises of each account as they stand at a point. */
import type { Fact } from '@quittance/kernel'
import { accountStream, type LocalDate } from '@quittance/kernel'
import {
  accountPromises,
  type ContactBook,
  type DeskBooks,
  noteContact,
  noteOrder,
  type OrderBook,
  type PointInTime,
  type PromiseAt,
} from '@quittance/projections'
import { readFacts } from '@quittance/receivables'
import * as E from 'fp-ts/lib/Either.js'
import { describeLedgerFailure } from '../describe-failure.js'
import { CliFailure } from '../failure.js'
import { type LedgerOptions, resolveFile } from '../options.js'
import { dayOption, pointOf } from '../points.js'
import { loadView } from './load-view.js'
import { openStore } from './open-store.js'

/** Options of every command of the desk. @category model @since 0.1.0 */
export interface DeskOptions extends LedgerOptions {
  readonly on?: string
  readonly knownAt?: string
}

/** A desk and the point that it was asked about. @category model @since 0.1.0 */
export interface LoadedDesk {
  readonly books: DeskBooks
  readonly at: PointInTime
}

/**
 * Read the desk as of `--on`, by what was known at `--known-at`.
 *
 * @param orders - orders are noted in it, where somebody wants to know of them
 * @category projections
 * @since 0.1.0
 */
export const loadDesk = async (options: DeskOptions, orders?: OrderBook): Promise<LoadedDesk> => {
  const on: LocalDate | undefined = options.on === undefined ? undefined : dayOption('--on', options.on)
  const store = await openStore(options.store, resolveFile, true)
  try {
    const contacts: ContactBook = new Map()
    const promising = new Set<string>()
    const { view, entity } = await loadView(store, options.entity, (recorded) => {
      noteContact(contacts, recorded)
      if (orders !== undefined) noteOrder(orders, recorded)
      if (isPromise(recorded.fact)) promising.add(recorded.stream)
    })
    const { knownAt, timeZone } = options
    const at = pointOf(view, {
      timeZone,
      ...(on === undefined ? {} : { asOf: on }),
      ...(knownAt === undefined ? {} : { knownAt }),
    })
    const promises = new Map<string, ReadonlyArray<PromiseAt>>()
    for (const stream of [...promising].sort()) {
      const read = readFacts((await store.read(stream)).facts)
      if (E.isLeft(read)) throw new CliFailure(`${stream}: ${describeLedgerFailure(read.left)}`)
      promises.set(stream, accountPromises(read.right, at))
    }
    const promisesOf = (customer: string): ReadonlyArray<PromiseAt> =>
      promises.get(accountStream(entity, customer)) ?? []
    return { books: { ledger: view, contacts, promisesOf }, at }
  } finally {
    await store.close()
  }
}

const isPromise = ({ _tag }: Fact): boolean => _tag === 'PromiseMade'
