/** One or several commands on one account, decided as one: each sees what the ones before it did; all or nothing. */
import { foldShared, keyedGet } from '@quittance/kernel'
import * as E from 'fp-ts/lib/Either.js'
import type { AccountCommand, AccountFact } from '../account/account.js'
import { decideAccount } from '../account/decide.js'
import { evolveAccount } from '../account/evolve.js'
import type { AccountState } from '../account/state.js'
import type { LedgerFailure } from './failures.js'
import type { DecidedCommand } from './prepare-facts.js'

/** A command with its own id within the batch. @internal */
export interface IdentifiedCommand {
  readonly commandId: string
  readonly command: AccountCommand
  /** What the command says, as a hash; in a batch, with all that the batch says. */
  readonly hashed: () => string
}

/**
 * What remains to be done: commands that were answered before are left out.
 *
 * @param past - every fact behind the state, in stream order, where a command asks for it
 * @internal
 */
export const decideBatch = (
  commands: ReadonlyArray<IdentifiedCommand>,
  state: AccountState,
  past?: ReadonlyArray<AccountFact>,
): E.Either<LedgerFailure, ReadonlyArray<DecidedCommand>> => {
  const decided: Array<DecidedCommand> = []
  let reached = state
  for (const [index, { commandId, command, hashed }] of commands.entries()) {
    const known = keyedGet(state.commands, commandId)
    if (known !== undefined && known.hash !== hashed()) return E.left({ _tag: 'CommandIdReused', commandId })
    if (known !== undefined) continue
    const facts = decideAccount(
      command,
      reached,
      past === undefined ? undefined : () => [...past, ...decided.flatMap((one) => one.facts)],
    )
    if (E.isLeft(facts)) return facts
    decided.push({ commandId, hash: hashed(), facts: facts.right })
    if (index < commands.length - 1) reached = foldShared(evolveAccount, reached, facts.right)
  }
  return E.right(decided)
}
