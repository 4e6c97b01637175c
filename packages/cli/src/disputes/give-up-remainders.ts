/** Small rests of disputes given up: each account's in one append, on its facts as they stand. */
import { accountStream, type LocalDate, money, type Recorded } from '@quittance/kernel'
import {
  addFacts,
  type DisputeRemainder,
  type DisputeRemainderPolicy,
  disputeRemainders,
  emptyLedgerView,
  type LedgerFact,
} from '@quittance/projections'
import { type AccountCommand, type LedgerFailure, readFacts } from '@quittance/receivables'
import * as E from 'fp-ts/lib/Either.js'
import { describeLedgerFailure } from '../describe-failure.js'
import { CliFailure } from '../failure.js'
import type { Desk } from '../matching/desk.js'

/** An account whose rests could not be given up, and why; without a failure somebody else wrote to it meanwhile. @category model @since 0.1.0 */
export interface LeftAccount {
  readonly customer: string
  readonly failure?: LedgerFailure
}

/** On which day, how small, and in whose name. @category model @since 0.1.0 */
export interface RemainderSettings {
  readonly on: LocalDate
  readonly policy: DisputeRemainderPolicy
  readonly actor: string
}

/**
 * Give up what may be given up of these accounts. An account is read again before it is written to, and nothing is recorded on one that
 * somebody else writes to meanwhile.
 *
 * @category commands
 * @since 0.1.0
 */
export const giveUpRemainders = async (
  desk: Desk,
  customers: Iterable<string>,
  settings: RemainderSettings,
): Promise<ReadonlyArray<LeftAccount>> => {
  const left: Array<LeftAccount> = []
  for (const customer of new Set(customers)) {
    const account = await giveUpOf(desk, customer, settings)
    if (account !== undefined) left.push(account)
  }
  return left
}

const giveUpOf = async (
  desk: Desk,
  customer: string,
  settings: RemainderSettings,
): Promise<LeftAccount | undefined> => {
  const { on, policy, actor } = settings
  const { facts } = await desk.store.read(accountStream(desk.entity, customer))
  const read = readFacts(facts)
  if (E.isLeft(read)) throw new CliFailure(`account ${customer}: ${describeLedgerFailure(read.left)}`)
  const view = addFacts(emptyLedgerView(), read.right as ReadonlyArray<Recorded<LedgerFact>>)
  const knownAt = view.latestRecordedAt
  const revision = read.right.at(-1)?.revision
  if (knownAt === undefined || revision === undefined) return undefined
  const commands = disputeRemainders(view, { asOf: on, knownAt }, policy).flatMap((one) => commandsOf(one, settings))
  let isChanged = false
  const outcome = await desk.ledger.runDecided(
    customer,
    (account) => {
      isChanged = account.revision !== revision
      return isChanged ? [] : commands
    },
    { commandId: `dispute-rests@${revision}`, actor },
  )
  if (E.isLeft(outcome)) return { customer, failure: outcome.left }
  return isChanged ? { customer } : undefined
}

/** The rest is written off, and with it the dispute ends. */
const commandsOf = (
  { disputeId, itemId, currency, giveUpMinor }: DisputeRemainder,
  { on, policy, actor }: RemainderSettings,
): ReadonlyArray<AccountCommand> =>
  giveUpMinor === 0
    ? []
    : [
        {
          _tag: 'WriteOff',
          on,
          writeOffId: `dispute-rest:${disputeId}`,
          itemId,
          amount: money(currency, giveUpMinor),
          reason: 'small-balance',
          requestedBy: actor,
          policy: {
            id: policy.id,
            version: policy.version,
            smallBalanceMaxMinor: (policy.belowMinor[currency] ?? 0) - 1,
            limits: [],
          },
        },
        { _tag: 'ResolveDispute', on, disputeId, outcome: 'written-off' },
      ]
