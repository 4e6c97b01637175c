/**
 * Decisions on one customer's account: the command goes to its room; what that room asks of others is decided
 * on the state that results, in the same append, all or nothing.
 */
import { decideCash } from '@quittance/cash-application'
import { decideDunning } from '@quittance/dunning'
import { decideInvoicing } from '@quittance/invoicing'
import { type Decider, type Decided, foldShared } from '@quittance/kernel'
import { decidePromises } from '@quittance/promises-to-pay'
import * as E from 'fp-ts/lib/Either.js'
import type { AccountCommand, AccountFact, AccountRejection } from './account.js'
import { cashContext, invoicingContext } from './contexts.js'
import { dunningContext } from './dunning-context.js'
import { evolveAccount } from './evolve.js'
import { decideLife } from './decide-life.js'
import { promisesContext } from './promises-context.js'
import { type AccountRequest, asAsked, commandFor } from './requests.js'
import { isCashCommand, isDunningCommand, isInvoicingCommand, isPromisesCommand } from './rooms.js'
import { type AccountState, initialAccount } from './state.js'

/**
 * Turn a command into all the facts it causes, in every room, or the reason it causes none.
 *
 * @param past - every fact behind the state, in stream order: only a run that catches up on missed run days asks for it
 * @rejects AccountIsClosed first, then what the room rejects
 * @law no over-application
 * @law conservation of a receipt
 * @category decisions
 * @since 0.1.0
 */
export const decideAccount = (
  command: AccountCommand,
  state: AccountState,
  past?: () => ReadonlyArray<AccountFact>,
): E.Either<AccountRejection, ReadonlyArray<AccountFact>> => {
  const { closedOn } = state.life
  if (closedOn !== undefined && !goesOnAfterClosing(command)) return E.left({ _tag: 'AccountIsClosed', closedOn })
  const decided = decideInRoom(command, state, past)
  if (E.isLeft(decided)) return decided
  const { facts, requests } = decided.right
  return requests.length === 0 ? E.right(facts) : withRequests(facts, requests, state)
}

/** A closed account may be opened again; and days pass for it too: what was promised is judged, run days are caught up on, and what was sent is reported. */
const goesOnAfterClosing = ({ _tag }: AccountCommand): boolean => afterClosing.has(_tag)

const afterClosing: ReadonlySet<AccountCommand['_tag']> = new Set<AccountCommand['_tag']>([
  'ReopenAccount',
  'AssessPromises',
  'RunDunning',
  'RunCampaign',
  'ReportNoticeSent',
  'ReportNoticeFailed',
  'IgnoreNotice',
])

/** The decider of the account, for stores and tests that want the whole of it. @category decisions @since 0.1.0 */
export const accountDecider: Decider<AccountCommand, AccountState, AccountFact, AccountRejection, undefined> = {
  initial: initialAccount,
  decide: (command, state) =>
    E.map((facts: ReadonlyArray<AccountFact>) => ({ facts, requests: [] }))(decideAccount(command, state)),
  evolve: evolveAccount,
}

const decideInRoom = (
  command: AccountCommand,
  state: AccountState,
  past: (() => ReadonlyArray<AccountFact>) | undefined,
): Decided<AccountRejection, AccountFact, AccountRequest> => {
  if (isInvoicingCommand(command)) return decideInvoicing(command, state.invoicing, invoicingContext(state))
  if (isCashCommand(command)) return decideCash(command, state.cash, cashContext(state))
  if (isPromisesCommand(command)) return decidePromises(command, state.promises, promisesContext(state))
  if (isDunningCommand(command)) return decideDunning(command, state.dunning, dunningContext(state, past))
  return decideLife(command, state)
}

const withRequests = (
  facts: ReadonlyArray<AccountFact>,
  requests: ReadonlyArray<AccountRequest>,
  state: AccountState,
): E.Either<AccountRejection, ReadonlyArray<AccountFact>> => {
  let all = facts
  let reached = foldShared(evolveAccount, state, facts)
  for (const request of requests) {
    const decided = E.chainW(asAsked(request))(decideAccount(commandFor(request), reached))
    if (E.isLeft(decided)) return decided
    all = [...all, ...decided.right]
    reached = foldShared(evolveAccount, reached, decided.right)
  }
  return E.right(all)
}
