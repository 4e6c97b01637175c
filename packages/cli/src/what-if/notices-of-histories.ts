/** The notices of all accounts: those that a ladder would have given, and those on record. */
import { type FeePolicy, type ItemLadder, type NoticeDue, noticeFee } from '@quittance/dunning'
import { accountStream, addDays, type LocalDate } from '@quittance/kernel'
import type { ComparedNotice, NoticesByCustomer } from '@quittance/projections'
import { type AccountFact, replayAccount, type RunsAt } from '@quittance/receivables'
import * as E from 'fp-ts/lib/Either.js'
import { CliFailure } from '../failure.js'
import type { AccountHistories } from './account-histories.js'

/** From which day to which, both inclusive, and whether runs see what their own day brought. @category model @since 0.1.0 */
export interface DaySpan {
  readonly from: LocalDate
  readonly to: LocalDate
  readonly runsAt: RunsAt
}

/** What a ladder would have asked for. Accounts without a notice are left out. @category projections @since 0.1.0 */
export const replayedNotices = (
  { entity, accounts }: AccountHistories,
  ladder: ItemLadder,
  { from, to, runsAt }: DaySpan,
): ReadonlyMap<string, ReadonlyArray<NoticeDue>> => {
  const found = new Map<string, ReadonlyArray<NoticeDue>>()
  for (const [customer, facts] of accounts) {
    const account = accountStream(entity, customer)
    const notices = replayAccount(facts, { account, ladder, after: addDays(from, -1), until: to, runsAt })
    if (notices.length > 0) found.set(customer, notices)
  }
  return found
}

/** The notices on record whose level counts: without those, and without the lines, that were ignored or failed. @category projections @since 0.1.0 */
export const recordedNotices = (
  { accounts }: AccountHistories,
  { from, to }: DaySpan,
): ReadonlyMap<string, ReadonlyArray<NoticeDue>> => {
  const found = new Map<string, ReadonlyArray<NoticeDue>>()
  for (const [customer, facts] of accounts) {
    const counting = noticesThatCount(facts).filter(({ on }) => on >= from && on <= to)
    if (counting.length > 0) found.set(customer, counting)
  }
  return found
}

const noticesThatCount = (facts: ReadonlyArray<AccountFact>): ReadonlyArray<NoticeDue> => {
  const notices = new Map<string, NoticeDue>()
  for (const fact of facts) {
    if (fact._tag === 'NoticeDue') notices.set(fact.noticeId, fact)
    else if (fact._tag === 'NoticeFailed') notices.delete(fact.noticeId)
    else if (fact._tag === 'NoticeIgnored') {
      const notice = notices.get(fact.noticeId)
      if (notice === undefined) continue
      const ignored = fact.lines ?? notice.lines
      const lines = notice.lines.filter(
        (line) => !ignored.some((one) => one.itemId === line.itemId && one.instalmentNo === line.instalmentNo),
      )
      const amountMinor = lines.reduce((so, line) => so + line.amountMinor, 0)
      if (lines.length === 0) notices.delete(fact.noticeId)
      else notices.set(fact.noticeId, { ...notice, lines, amountMinor })
    }
  }
  return [...notices.values()]
}

/** The same notices, each with what it would cost under a policy of fees. @category projections @since 0.1.0 */
export const withFees = (notices: NoticesByCustomer, fees: FeePolicy | undefined): NoticesByCustomer =>
  fees === undefined
    ? notices
    : new Map([...notices].map(([customer, given]) => [customer, given.map((notice) => withFee(notice, fees))]))

const withFee = (notice: ComparedNotice, { rule }: FeePolicy): ComparedNotice => {
  const fee = noticeFee(rule, notice)
  if (E.isRight(fee)) return { ...notice, feeMinor: fee.right }
  const { feeCurrency, noticeCurrency } = fee.left
  throw new CliFailure(`the fee is in ${feeCurrency} and a notice in ${noticeCurrency}, and no rate is known`)
}
