/** What a run of a ladder would ask for, account by account, and what it would not, and why. */
import { type ItemLadder, type NoticeDue, type NoticeProposal, proposeNotices, questionOn } from '@quittance/dunning'
import { accountStream, addDays, type LocalDate } from '@quittance/kernel'
import {
  type AccountCommand,
  accountOnDay,
  type AccountState,
  decideAccount,
  policyStandings,
  readFacts,
} from '@quittance/receivables'
import * as E from 'fp-ts/lib/Either.js'
import { describeLedgerFailure } from '../describe-failure.js'
import { CliFailure } from '../failure.js'
import { accountAtPoint, type Desk } from '../matching/desk.js'

/** A run that somebody asks for. @category model @since 0.1.0 */
export interface AskedRun {
  readonly ladder: ItemLadder
  readonly on: LocalDate
  /** The first day that counts, read at the ladder's first run only; absent: `on`. */
  readonly since?: LocalDate
  readonly customer?: string
}

/** What a run would do on one account. @category model @since 0.1.0 */
export interface AccountProposal {
  readonly customer: string
  readonly notices: ReadonlyArray<NoticeDue>
  readonly held: NoticeProposal['held']
  readonly skipped: NoticeProposal['skipped']
}

/** The customers of a run, in order. @category policies @since 0.1.0 */
export const customersOf = (
  { view, entity }: Desk,
  { customer }: Pick<AskedRun, 'customer'>,
): ReadonlyArray<string> => {
  const all = [...view.accounts.values()]
    .filter((account) => account.entity === entity)
    .map((account) => account.customer)
    .filter((one) => customer === undefined || one === customer)
  if (customer !== undefined && all.length === 0) throw new CliFailure(`no customer ${customer} in the ledger`)
  return all.sort()
}

/** The command of a run on one account; the account is named as its stream, alike on every machine. @category commands @since 0.1.0 */
export const runCommandOf = (
  { entity }: Desk,
  customer: string,
  { ladder, on }: Pick<AskedRun, 'ladder' | 'on'>,
  after: LocalDate,
): Extract<AccountCommand, { readonly _tag: 'RunDunning' }> => ({
  _tag: 'RunDunning',
  on,
  account: accountStream(entity, customer),
  ladder,
  after,
})

/** The day after which run days count: through which the ladder has run over all accounts, else the day before it came into force. @category policies @since 0.1.0 */
export const afterOf = async ({ store, entity }: Desk, { ladder, on, since = on }: AskedRun): Promise<LocalDate> => {
  const standings = await policyStandings(store, entity)
  if (E.isLeft(standings)) throw new CliFailure(describeLedgerFailure(standings.left))
  return standings.right.get(ladder.id)?.after ?? addDays(since, -1)
}

/** Decided on each account as it stands, and recorded nowhere. @category policies @since 0.1.0 */
export const proposeRun = async (desk: Desk, asked: AskedRun): Promise<ReadonlyArray<AccountProposal>> => {
  const after = await afterOf(desk, asked)
  const proposals: Array<AccountProposal> = []
  for (const customer of customersOf(desk, asked)) {
    const { state } = await accountAtPoint(desk, customer)
    const command = runCommandOf(desk, customer, asked, after)
    const notices = await noticesOf(desk, customer, state, command)
    const question = questionOn(accountOnDay(state, asked.on), asked.on, {
      ladderId: asked.ladder.id,
      forUnassigned: true,
    })
    const { held, skipped } = proposeNotices(asked.ladder, question)
    if (notices.length + held.length + skipped.length > 0) proposals.push({ customer, notices, held, skipped })
  }
  return proposals
}

const noticesOf = async (
  desk: Desk,
  customer: string,
  state: AccountState,
  command: AccountCommand,
): Promise<ReadonlyArray<NoticeDue>> => {
  const { facts } = await desk.store.read(accountStream(desk.entity, customer))
  const read = readFacts(facts)
  if (E.isLeft(read)) throw new CliFailure(`account ${customer}: ${describeLedgerFailure(read.left)}`)
  const decided = decideAccount(command, state, () => read.right.map(({ fact }) => fact))
  if (E.isRight(decided)) return decided.right.flatMap((fact) => (fact._tag === 'NoticeDue' ? [fact] : []))
  if (decided.left._tag === 'NothingDue') return []
  throw new CliFailure(`customer ${customer}: ${describeLedgerFailure(decided.left)}`)
}
