/** Accounts cleared up, one after the other: what is proposed, and done where that is asked. */
import { type CleanUp, type CleanUpPolicy, proposeCleanUp } from '@quittance/cash-application'
import type { LocalDate } from '@quittance/kernel'
import type { PointInTime } from '@quittance/projections'
import {
  type AccountAt,
  accountBalances,
  cleanUpQuestionOf,
  type CleanUpTerms,
  isSuspense,
  type LedgerFailure,
} from '@quittance/receivables'
import * as E from 'fp-ts/lib/Either.js'
import { accountAtPoint, type Desk } from './desk.js'

/** An account in one currency, what is proposed for it, and why it could not be done. @category model @since 0.1.0 */
export interface AccountCleanUp {
  readonly account: string
  readonly currency: string
  readonly cleanUp: CleanUp
  readonly failure?: LedgerFailure
}

/** How to clear up. @category model @since 0.1.0 */
export interface CleanUpSettings {
  readonly policy: CleanUpPolicy
  readonly on: LocalDate
  readonly customer?: string
  readonly point?: PointInTime
  readonly actor: string
  readonly isPosted: boolean
  readonly onProgress: (step: string, done: number, total: number) => Promise<void>
}

/** Clear up every account, or one; money of unknown payers is not touched. @category commands @since 0.1.0 */
export const runCleanUp = async (desk: Desk, settings: CleanUpSettings): Promise<ReadonlyArray<AccountCleanUp>> => {
  const known = new Set(desk.view.subjects.map(({ customer }) => customer).filter((one) => !isSuspense(one)))
  const customers = [...known].filter((one) => settings.customer === undefined || one === settings.customer).sort()
  const done: Array<AccountCleanUp> = []
  for (const [index, customer] of customers.entries()) {
    await settings.onProgress(`${index} of ${customers.length} accounts`, index, customers.length)
    const { state } = await accountAtPoint(desk, customer, settings.point)
    for (const { currency } of accountBalances(state)) done.push(await clearUp(desk, customer, currency, settings))
  }
  return done
}

const clearUp = async (
  desk: Desk,
  account: string,
  currency: string,
  settings: CleanUpSettings,
): Promise<AccountCleanUp> => {
  const before = await accountAtPoint(desk, account, settings.point)
  let cleanUp = proposed(before, currency, settings)
  if (!settings.isPosted || cleanUp.proposals.length === 0) return { account, currency, cleanUp }
  const outcome = await desk.ledger.runDecided(
    account,
    (now) => {
      cleanUp = proposed(now, currency, settings)
      return cleanUp.proposals.flatMap(({ commands }) => commands)
    },
    { commandId: `${runIdOf(before)}:${currency}`, actor: settings.actor },
  )
  return { account, currency, cleanUp, ...(E.isLeft(outcome) ? { failure: outcome.left } : {}) }
}

/** A run is named by the revision that it found, so that one after another that was taken back has ids of its own. */
const runIdOf = ({ revision }: AccountAt): string => `clean-up@${revision}`

const proposed = (account: AccountAt, currency: string, { policy, on, actor }: CleanUpSettings): CleanUp => {
  const terms: CleanUpTerms = { currency, asOf: on, policy, requestedBy: actor, runId: runIdOf(account) }
  return proposeCleanUp(cleanUpQuestionOf(account.state, terms))
}
