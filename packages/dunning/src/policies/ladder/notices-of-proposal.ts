/** What a run would send, as facts: intents with ids that every machine derives alike. */
import { addDays, uuidV5 } from '@quittance/kernel'
import type { ItemLadder } from '../../dunning-policy.js'
import type { NoticeDue } from '../../events/notices.js'
import type { LadderUse, NoticeItem } from '../../model.js'
import type { NoticeLine, NoticeProposal } from '../../run-question.js'

/** The namespace of all notice ids of Quittance: UUIDv5 of the URL namespace and `urn:quittance:notices`. @internal */
export const noticeNamespace: string = uuidV5('6ba7b811-9dad-11d1-80b4-00c04fd430c8', 'urn:quittance:notices')

/**
 * A notice for each currency and level of a proposal, by currency, the highest level last.
 *
 * @param account - names the account among all of the entity's: notice ids are made of it
 * @category policies
 * @since 0.1.0
 */
export const noticesOfProposal = (
  proposal: NoticeProposal,
  ladder: ItemLadder,
  account: string,
): ReadonlyArray<NoticeDue> => {
  const byNotice = new Map<string, Array<NoticeLine>>()
  for (const line of proposal.lines) {
    const key = `${line.currency} ${String(line.level).padStart(6, '0')}`
    const lines = byNotice.get(key)
    if (lines === undefined) byNotice.set(key, [line])
    else lines.push(line)
  }
  return [...byNotice.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, lines]) => noticeOf(lines, proposal, ladder, account))
}

const noticeOf = (
  lines: ReadonlyArray<NoticeLine>,
  { on, credits }: NoticeProposal,
  ladder: ItemLadder,
  account: string,
): NoticeDue => {
  const { currency, level, kind, channel } = lines[0] as NoticeLine
  const beside = credits.filter((credit) => credit.currency === currency && credit.level === level)
  return {
    _tag: 'NoticeDue',
    on,
    noticeId: uuidV5(noticeNamespace, JSON.stringify([account, ladder.id, on, currency, level])),
    origin: 'run',
    ladder: ladderUse(ladder, level),
    level,
    kind,
    channel,
    currency,
    amountMinor: lines.reduce((so, { amountMinor }) => so + amountMinor, 0),
    lines: lines.map(asked),
    ...(beside.length === 0 ? {} : { credits: beside.map(({ creditId, amountMinor }) => ({ creditId, amountMinor })) }),
    sendBy: addDays(on, ladder.sendWithinDays),
  }
}

const asked = ({ itemId, instalmentNo, dueOn, daysPastDue, openMinor, amountMinor }: NoticeLine): NoticeItem => ({
  itemId,
  instalmentNo,
  dueOn,
  daysPastDue,
  openMinor,
  amountMinor,
})

const ladderUse = (ladder: ItemLadder, level: number): LadderUse => {
  const { id, version, sequential, graceDays, intervalDays, credits, postingWindowDays, steps } = ladder
  const step = steps.find((one) => one.level === level)
  return {
    id,
    version,
    mode: step?.mode ?? 'net-days',
    delayDays: step?.delayDays ?? 0,
    sequential,
    graceDays,
    ...(intervalDays === undefined ? {} : { intervalDays }),
    credits,
    ...(postingWindowDays === undefined ? {} : { postingWindowDays }),
  }
}
