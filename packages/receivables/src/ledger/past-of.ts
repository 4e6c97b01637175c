/** The facts behind an account, read again where a command looks back at days that are over. */
import type { EventStore } from '@quittance/event-store'
import { missedRunDays } from '@quittance/dunning'
import * as E from 'fp-ts/lib/Either.js'
import type { AccountFact } from '../account/account.js'
import type { AccountAt } from './account-cache.js'
import type { IdentifiedCommand } from './decide-batch.js'
import type { UnreadableHistory } from './failures.js'
import { readFacts } from './read-facts.js'

/** Nothing where the account as it stands is enough: a run on the latest day is. @internal */
export const pastOf = async (
  store: EventStore,
  stream: string,
  commands: ReadonlyArray<IdentifiedCommand>,
  account: AccountAt,
): Promise<E.Either<UnreadableHistory, ReadonlyArray<AccountFact> | undefined>> => {
  if (!commands.some((one) => looksBack(one, account, commands.length > 1))) return E.right(undefined)
  const { facts } = await store.read(stream)
  const read = readFacts(facts.slice(0, account.revision + 1))
  return E.isLeft(read) ? read : E.right(read.right.map(({ fact }) => fact))
}

const looksBack = ({ command }: IdentifiedCommand, { state }: AccountAt, isInBatch: boolean): boolean => {
  if (command._tag !== 'RunDunning' && command._tag !== 'RunCampaign') return false
  const ladder = command._tag === 'RunDunning' ? command.ladder : command.campaign
  const [first] = missedRunDays({ ...command, ladder }, state.dunning)
  const { lastOn } = state.life
  return isInBatch || (first !== undefined && lastOn !== undefined && first < lastOn)
}
