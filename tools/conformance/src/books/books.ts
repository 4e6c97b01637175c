/** One customer's real account, driven by commands through the account's own decisions. */
import { foldShared, type Instant, instantOn, type LocalDate, type Recorded } from '@quittance/kernel'
import {
  type AccountCommand,
  type AccountFact,
  type AccountRejection,
  type AccountState,
  decideAccount,
  evolveAccount,
  initialAccount,
} from '@quittance/receivables'
import * as E from 'fp-ts/lib/Either.js'
import type { Outcome } from '../run/play.js'
import { GivenRefused } from '../run/unsupported.js'

/** What an attempt caused, or why it was refused. */
export type Attempt = E.Either<AccountRejection, ReadonlyArray<AccountFact>>

/** An account and all that was ever recorded on it. */
export interface Books {
  readonly state: () => AccountState
  readonly recorded: () => ReadonlyArray<Recorded<AccountFact>>
  /** All commands or none; `recordedOn` is the day on which the ledger learns of them. */
  readonly attempt: (commands: ReadonlyArray<AccountCommand>, recordedOn?: LocalDate) => Attempt
  /** A command that the case takes for granted. */
  readonly must: (command: AccountCommand, recordedOn?: LocalDate) => ReadonlyArray<AccountFact>
  /** The same account, to try something on. */
  readonly copy: () => Books
}

/** What became of an attempt. */
export const outcomeOf = (attempt: Attempt): Outcome => (E.isRight(attempt) ? 'accepted' : 'refused')

/** An empty account. */
export const newBooks = (stream: string): Books => booksFrom(stream, initialAccount(), [])

const booksFrom = (stream: string, opening: AccountState, history: ReadonlyArray<Recorded<AccountFact>>): Books => {
  let state = opening
  let recorded = history
  const attempt: Books['attempt'] = (commands, recordedOn) => {
    let reached = state
    const facts: Array<AccountFact> = []
    for (const command of commands) {
      const decided = decideAccount(command, reached)
      if (E.isLeft(decided)) return decided
      reached = foldShared(evolveAccount, reached, decided.right)
      facts.push(...decided.right)
    }
    state = reached
    recorded = [...recorded, ...envelopes(stream, facts, recorded, recordedOn)]
    return E.right(facts)
  }
  return {
    state: () => state,
    recorded: () => recorded,
    attempt,
    must: (command, recordedOn) => {
      const attempted = attempt([command], recordedOn)
      if (E.isLeft(attempted)) throw new GivenRefused(`${command._tag} refused, ${JSON.stringify(attempted.left)}`)
      return attempted.right
    },
    copy: () => booksFrom(stream, state, recorded),
  }
}

/** Facts as a store would hand them out; without a day of its own each is known on its business day. */
const envelopes = (
  stream: string,
  facts: ReadonlyArray<AccountFact>,
  before: ReadonlyArray<Recorded<AccountFact>>,
  recordedOn: LocalDate | undefined,
): ReadonlyArray<Recorded<AccountFact>> => {
  let last: Instant | undefined = before.at(-1)?.recordedAt
  return facts.map((fact, index) => {
    const revision = before.length + index
    const due = instantOn(recordedOn ?? fact.on, '12:00:00.000')
    last = last === undefined || due > last ? due : last
    return {
      id: `${stream}-${revision}`,
      stream,
      revision,
      position: revision + 1,
      effectiveOn: fact.on,
      recordedAt: last,
      actor: 'case',
      commandId: `${revision}`,
      commandHash: '',
      correlationId: `${revision}`,
      fact,
    }
  })
}
