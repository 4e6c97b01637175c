/** Decided facts to stored ones: ids that every machine derives alike, and the envelope of their command. */
import type { NewFact } from '@quittance/event-store'
import { canonicalJson, factId, type Instant, isLocalDate, sha256Hex } from '@quittance/kernel'
import * as E from 'fp-ts/lib/Either.js'
import type { AccountCommand, AccountFact } from '../account/account.js'
import { accountCodecs } from '../account/codec.js'
import type { UnreadableCommand } from './failures.js'

/** Who asks, and under which id; the same id again gives the same answer. @category commands @since 0.1.0 */
export interface CommandMeta {
  readonly commandId: string
  readonly actor: string
  /** Of the business transaction; the command id, if absent. */
  readonly correlationId?: string
  readonly causationId?: string
  /** For imports of history: when each fact may be taken as known, and when the import ran. */
  readonly history?: { readonly recordedAt: Instant; readonly importedAt: Instant }
}

/** What a command says, as a hash: the same id with another hash is another command. @law one result per command id @category commands @since 0.1.0 */
export const commandHash = (command: AccountCommand): string => sha256Hex(canonicalJson(command)).slice(0, 32)

/** @internal */
export const batchHash = (commands: ReadonlyArray<AccountCommand>): string =>
  sha256Hex(canonicalJson(commands)).slice(0, 32)

/** The first fact that could not be read back, and why. @internal */
export const unreadable = (facts: ReadonlyArray<NewFact>): UnreadableCommand | undefined => {
  for (const fact of facts) {
    const on: unknown = fact.effectiveOn
    const decoded =
      typeof on === 'string' && isLocalDate(on)
        ? accountCodecs.decode(fact)
        : E.left({
            _tag: 'UndecodableFact' as const,
            type: fact.type,
            schemaVersion: fact.schemaVersion,
            errors: [`on: ${String(on)} is no day`],
          })
    if (E.isLeft(decoded)) return { _tag: 'UnreadableCommand', commandId: fact.commandId, failure: decoded.left }
  }
  return undefined
}

/** @internal */
export interface DecidedCommand {
  readonly commandId: string
  readonly hash: string
  readonly facts: ReadonlyArray<AccountFact>
}

/** @internal */
export const newFacts = (
  entity: string,
  stream: string,
  decided: DecidedCommand,
  meta: CommandMeta,
  recordedAt: Instant,
): ReadonlyArray<NewFact> =>
  decided.facts.map((fact, index) => ({
    id: factId(entity, stream, decided.commandId, index),
    ...accountCodecs.encode(fact),
    recordedAt: meta.history?.recordedAt ?? recordedAt,
    actor: meta.actor,
    commandId: decided.commandId,
    commandHash: decided.hash,
    correlationId: meta.correlationId ?? meta.commandId,
    ...(meta.causationId === undefined ? {} : { causationId: meta.causationId }),
    ...(meta.history === undefined ? {} : { importedAt: meta.history.importedAt }),
  }))
