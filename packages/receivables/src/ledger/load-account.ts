/** An account brought up to date: from the cache, the tail of its stream folded in. */
import type { EventStore } from '@quittance/event-store'
import { foldOwned, foldShared } from '@quittance/kernel'
import * as E from 'fp-ts/lib/Either.js'
import { evolveRecorded } from '../account/evolve.js'
import { initialAccount } from '../account/state.js'
import type { AccountAt, AccountCache } from './account-cache.js'
import type { UnreadableHistory } from './failures.js'
import { readFacts } from './read-facts.js'

/** @internal */
export const loadAccount = async (
  store: EventStore,
  cache: AccountCache,
  stream: string,
): Promise<E.Either<UnreadableHistory, AccountAt>> => {
  const cached = cache.get(stream)
  const from = cached === undefined ? 0 : cached.revision + 1
  const { facts } = await store.read(stream, from)
  if (facts.length === 0) return E.right(cached ?? { state: initialAccount(), revision: -1 })
  const read = readFacts(facts)
  if (E.isLeft(read)) return read
  // The first fold owns its state and runs at full speed; a cached state may have readers and is drafted.
  const state =
    cached === undefined
      ? foldOwned(evolveRecorded, initialAccount(), read.right)
      : foldShared(evolveRecorded, cached.state, read.right)
  const account = { state, revision: from + facts.length - 1 }
  cache.put(stream, account)
  return E.right(account)
}
