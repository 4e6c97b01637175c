/** Stored facts to recorded ones: decoded, checked, nothing skipped. */
import type { StoredFact } from '@quittance/event-store'
import type { Recorded } from '@quittance/kernel'
import * as E from 'fp-ts/lib/Either.js'
import type { AccountFact } from '../account/account.js'
import { accountCodecs } from '../account/codec.js'
import type { UnreadableHistory } from './failures.js'

/**
 * Read one stored fact.
 *
 * @rejects UnreadableHistory when type, version or data are not what this code knows
 * @category codecs
 * @since 0.1.0
 */
export const readFact = (stored: StoredFact): E.Either<UnreadableHistory, Recorded<AccountFact>> => {
  const decoded = accountCodecs.decode(stored)
  if (E.isLeft(decoded)) {
    const { stream, revision } = stored
    return E.left({ _tag: 'UnreadableHistory', stream, revision, failure: decoded.left })
  }
  return E.right({
    id: stored.id,
    stream: stored.stream,
    revision: stored.revision,
    position: stored.position,
    effectiveOn: stored.effectiveOn,
    recordedAt: stored.recordedAt,
    actor: stored.actor,
    commandId: stored.commandId,
    commandHash: stored.commandHash,
    correlationId: stored.correlationId,
    ...(stored.causationId === undefined ? {} : { causationId: stored.causationId }),
    ...(stored.importedAt === undefined ? {} : { importedAt: stored.importedAt }),
    fact: decoded.right,
  })
}

/** Read many, stopping at the first that cannot be read. @category codecs @since 0.1.0 */
export const readFacts = (
  stored: ReadonlyArray<StoredFact>,
): E.Either<UnreadableHistory, ReadonlyArray<Recorded<AccountFact>>> => {
  const recorded: Array<Recorded<AccountFact>> = []
  for (const one of stored) {
    const read = readFact(one)
    if (E.isLeft(read)) return read
    recorded.push(read.right)
  }
  return E.right(recorded)
}
