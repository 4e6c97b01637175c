/** An account's history made by commands: what was asked, what became of it, and what stands recorded. */
import type { Recorded } from '@quittance/kernel'
import type { AccountCommand, AccountFact, AccountRejection, AccountState } from '@quittance/receivables'
import type * as E from 'fp-ts/lib/Either.js'

/** A command that was put to the account, and its answer. @category arbitraries @since 0.1.0 */
export interface Attempt {
  readonly commandId: string
  readonly command: AccountCommand
  readonly answer: E.Either<AccountRejection, ReadonlyArray<AccountFact>>
}

/** A history: refused commands are among the attempts and leave no fact. @category arbitraries @since 0.1.0 */
export interface AccountHistory {
  readonly entity: string
  readonly customer: string
  readonly attempts: ReadonlyArray<Attempt>
  readonly recorded: ReadonlyArray<Recorded<AccountFact>>
  /** The account after all of it. */
  readonly state: AccountState
}
