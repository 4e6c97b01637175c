/** Which policies of dunning an entity has adopted, and through which day each has run over all accounts. */
import type { EventStore } from '@quittance/event-store'
import { laterOf, type LocalDate, policiesStream } from '@quittance/kernel'
import * as E from 'fp-ts/lib/Either.js'
import type { UnreadableHistory } from '../ledger/failures.js'
import { policyCodecs } from './codec.js'
import type { PolicyFact } from './events.js'

/** How far a policy of dunning is. @category model @since 0.1.0 */
export interface PolicyStanding {
  /** The version adopted last. */
  readonly version: number
  /** Run days up to and including this one are over for every account, or came before the policy. */
  readonly after: LocalDate
}

/**
 * By policy id, read from the entity's facts.
 *
 * @rejects UnreadableHistory
 * @category policies
 * @since 0.1.0
 */
export const policyStandings = async (
  store: EventStore,
  entity: string,
): Promise<E.Either<UnreadableHistory, ReadonlyMap<string, PolicyStanding>>> => {
  const stream = policiesStream(entity)
  const standings = new Map<string, PolicyStanding>()
  const { facts } = await store.read(stream)
  for (const stored of facts) {
    const read = policyCodecs.decode(stored)
    if (E.isLeft(read))
      return E.left({ _tag: 'UnreadableHistory', stream, revision: stored.revision, failure: read.left })
    standings.set(read.right.policyId, afterFact(standings.get(read.right.policyId), read.right))
  }
  return E.right(standings)
}

/** A later version goes on where the one before it was. */
const afterFact = (before: PolicyStanding | undefined, fact: PolicyFact): PolicyStanding => {
  switch (fact._tag) {
    case 'DunningPolicyAdopted':
      return { version: fact.version, after: before?.after ?? fact.after }
    case 'DunningRunFinished':
      return {
        version: before?.version ?? fact.version,
        after: before === undefined ? fact.on : laterOf(before.after, fact.on),
      }
  }
}
