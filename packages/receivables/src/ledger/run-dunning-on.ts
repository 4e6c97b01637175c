/**
 * A run over all accounts of an entity: page after page, many accounts at once so that they share a commit. What one
 * account refuses stops no other. Whatever breaks: run it again, the notices are the same.
 */
import type { DunningCampaign, ItemLadder, RunCampaign, RunDunning } from '@quittance/dunning'
import type { LocalDate, Recorded } from '@quittance/kernel'
import * as E from 'fp-ts/lib/Either.js'
import type { AccountFact } from '../account/account.js'
import type { LedgerFailure } from './failures.js'
import type { Ledger } from './ledger.js'

/** A run that is asked for. @category model @since 0.1.0 */
export interface DunningRun {
  readonly policy: ItemLadder | DunningCampaign
  /** The last day to look at, inclusive. */
  readonly on: LocalDate
  /** Run days up to and including this one are over for every account. */
  readonly after: LocalDate
  readonly actor: string
  /** These customers only; absent: all that the ledger knows. */
  readonly customers?: ReadonlyArray<string>
}

/** How far a run is. @category model @since 0.1.0 */
export interface DunningProgress {
  /** Accounts looked at. */
  readonly accounts: number
  /** Those that were given a notice, now or by this run before it broke off. */
  readonly noticed: number
  readonly notices: number
}

/** What a run came to. @category model @since 0.1.0 */
export interface DunningReport extends DunningProgress {
  /** Accounts that could not be worked through, and why; those with nothing due are not among them. */
  readonly refused: ReadonlyArray<{ readonly customer: string; readonly failure: LedgerFailure }>
}

/** Who listens to a run. @category model @since 0.1.0 */
export interface DunningWatch {
  /** After each page. */
  readonly progress?: (so: DunningProgress) => void | Promise<void>
  /** The facts that an account was given now, page after page: nothing keeps them all. */
  readonly recorded?: (customer: string, facts: ReadonlyArray<Recorded<AccountFact>>) => void
}

/**
 * Run a ladder or a campaign over all accounts. Holds a page of names and what waits for a commit, not all accounts.
 * The same run again gives what it gave, and finishes what it did not.
 *
 * @law a run over all accounts gives each what a run on it alone gives
 * @law a run that broke off, or is made twice, gives the same notices
 * @category commands
 * @since 0.1.0
 */
export const runDunningOn = async (
  ledger: Pick<Ledger, 'runOnEach' | 'customers'>,
  asked: DunningRun,
  { progress, recorded }: DunningWatch = {},
): Promise<DunningReport> => {
  const { policy, on, after, actor } = asked
  const so = { accounts: 0, noticed: 0, notices: 0 }
  const refused: Array<DunningReport['refused'][number]> = []
  const customers = asked.customers === undefined ? ledger.customers() : onePage(asked.customers)
  const commandFor = (_customer: string, account: string): RunDunning | RunCampaign =>
    policy._tag === 'ItemLadder'
      ? { _tag: 'RunDunning', on, account, ladder: policy, after }
      : { _tag: 'RunCampaign', on, account, campaign: policy, after }
  // The same run again has the same ids, and is answered as it was.
  const meta = { commandId: `dunning:run:${policy.id}@${policy.version}:${after}:${on}`, actor }
  for await (const answers of ledger.runOnEach(customers, commandFor, meta)) {
    for (const { customer, answer } of answers) {
      so.accounts += 1
      if (E.isLeft(answer)) {
        if (answer.left._tag !== 'NothingDue') refused.push({ customer, failure: answer.left })
        continue
      }
      so.noticed += 1
      so.notices += answer.right.facts.length
      if (!answer.right.repeated) recorded?.(customer, answer.right.facts)
    }
    await progress?.({ ...so })
  }
  return { ...so, refused }
}

async function* onePage(customers: ReadonlyArray<string>): AsyncGenerator<ReadonlyArray<string>> {
  yield customers
}
