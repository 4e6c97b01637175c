/**
 * A command on its way into the ledger: load the tail, decide, append; on a conflict, decide again on what
 * others wrote; after an unknown outcome, append the same facts again, which tells.
 */
import { type AppendResult, type EventStore, exactly, type NewFact, noStream } from '@quittance/event-store'
import { foldOwned, foldShared, type Instant, keyedGet, type Recorded } from '@quittance/kernel'
import * as E from 'fp-ts/lib/Either.js'
import type { AccountFact } from '../account/account.js'
import { evolveRecorded } from '../account/evolve.js'
import type { AccountAt, AccountCache } from './account-cache.js'
import { claimsOf, numberTaken } from './claims.js'
import { decideBatch, type IdentifiedCommand } from './decide-batch.js'
import type { LedgerFailure } from './failures.js'
import { loadAccount } from './load-account.js'
import { pastOf } from './past-of.js'
import { type CommandMeta, type DecidedCommand, newFacts, unreadable } from './prepare-facts.js'
import { readFacts } from './read-facts.js'

/** What became of a command: its facts as recorded (also when it had been answered before), and the account after it. @category commands @since 0.1.0 */
export interface Outcome {
  readonly facts: ReadonlyArray<Recorded<AccountFact>>
  readonly account: AccountAt
  /** The command had been answered before; nothing was recorded now. */
  readonly repeated: boolean
}

/** @internal */
export interface LedgerParts {
  readonly store: EventStore
  readonly entity: string
  readonly clock: () => Instant
  readonly cache: AccountCache
  readonly maxAttempts: number
  /** Is told when a command has been decided on and its facts go to the store. */
  readonly appending?: () => void
  /** Nobody else sees the states that are read: they may be changed in place. */
  readonly ownsStates?: boolean
}

/** @internal */
export const runCommands = async (
  parts: LedgerParts,
  stream: string,
  commandsOn: (account: AccountAt) => ReadonlyArray<IdentifiedCommand>,
  meta: CommandMeta,
): Promise<E.Either<LedgerFailure, Outcome>> => {
  for (let attempt = 1; attempt <= parts.maxAttempts; attempt += 1) {
    const loaded = await loadAccount(parts.store, parts.cache, stream)
    if (E.isLeft(loaded)) return loaded
    const account = loaded.right
    const commands = commandsOn(account)
    const past = await pastOf(parts.store, stream, commands, account)
    if (E.isLeft(past)) return past
    const decided = decideBatch(commands, account.state, past.right)
    if (E.isLeft(decided)) return decided
    if (decided.right.length === 0) return repeatedOutcome(parts, stream, commands, account)
    const facts = decided.right.flatMap((one) => newFacts(parts.entity, stream, one, meta, parts.clock()))
    const wrong = unreadable(facts)
    if (wrong !== undefined) return E.left(wrong)
    if (facts.length === 0) return repeatedOutcome(parts, stream, commands, account)

    const result = await appendUntilKnown(parts, stream, account, decided.right, facts)
    switch (result._tag) {
      case 'Appended':
        return appended(parts, stream, account, facts.length)
      case 'ClaimTaken':
        return E.left(numberTaken(result.claim, result.by))
      case 'Unknown':
        return E.left({ _tag: 'OutcomeUnknown', reason: result.reason })
      case 'Duplicate':
      case 'Conflict':
        // Somebody else wrote, perhaps this very command: decide again on what stands now.
        break
    }
  }
  return E.left({ _tag: 'TooBusy', attempts: parts.maxAttempts })
}

const appendUntilKnown = async (
  parts: LedgerParts,
  stream: string,
  account: AccountAt,
  decided: ReadonlyArray<DecidedCommand>,
  facts: ReadonlyArray<NewFact>,
): Promise<AppendResult> => {
  const expected = account.revision < 0 ? noStream : exactly(account.revision)
  const claims = decided.flatMap((one) => claimsOf(parts.entity, one.facts))
  const options = claims.length === 0 ? {} : { claims }
  parts.appending?.()
  let result = await parts.store.append(stream, expected, facts, options)
  for (let again = 1; again < 3 && result._tag === 'Unknown'; again += 1)
    result = await parts.store.append(stream, expected, facts, options)
  return result
}

const appended = async (
  parts: LedgerParts,
  stream: string,
  before: AccountAt,
  count: number,
): Promise<E.Either<LedgerFailure, Outcome>> => {
  const { facts } = await parts.store.read(stream, before.revision + 1)
  const read = readFacts(facts)
  if (E.isLeft(read)) return read
  const account = {
    state: (parts.ownsStates === true ? foldOwned : foldShared)(evolveRecorded, before.state, read.right),
    revision: before.revision + read.right.length,
  }
  parts.cache.put(stream, account)
  return E.right({ facts: read.right.slice(0, count), account, repeated: false })
}

const repeatedOutcome = async (
  parts: LedgerParts,
  stream: string,
  commands: ReadonlyArray<IdentifiedCommand>,
  account: AccountAt,
): Promise<E.Either<LedgerFailure, Outcome>> => {
  const records = commands.flatMap(({ commandId }) => keyedGet(account.state.commands, commandId) ?? [])
  if (records.length === 0) return E.right({ facts: [], account, repeated: false })
  const first = Math.min(...records.map(({ firstRevision }) => firstRevision))
  const ids = new Set(commands.map(({ commandId }) => commandId))
  const { facts } = await parts.store.read(stream, first)
  const read = readFacts(facts)
  if (E.isLeft(read)) return read
  return E.right({ facts: read.right.filter(({ commandId }) => ids.has(commandId)), account, repeated: true })
}
