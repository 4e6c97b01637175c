/** The run days that were missed are worked through, each with what was known by then. */
import { accept, addDays, keyedGet, laterOf, type LocalDate, refuse, uuidV5 } from '@quittance/kernel'
import type { RunDunning } from '../commands/notices.js'
import type { DunningContext } from '../context.js'
import type { DunningDecided } from '../decided.js'
import type { ItemLadder } from '../dunning-policy.js'
import type { NoticeDue } from '../events/notices.js'
import type { LadderUse, NoticeItem } from '../model.js'
import { proposeNotices } from '../policies/ladder/propose-notices.js'
import { questionOn } from '../policies/ladder/question-on.js'
import { runDaysIn } from '../policies/ladder/run-days-in.js'
import { contradictionsIn } from '../policy-contradictions.js'
import type { NoticeLine, NoticeProposal } from '../run-question.js'
import type { DunningState } from '../state.js'
import { emptyField } from './check-words.js'

/** The namespace of all notice ids of Quittance: UUIDv5 of the URL namespace and `urn:quittance:notices`. */
const noticeNamespace: string = uuidV5('6ba7b811-9dad-11d1-80b4-00c04fd430c8', 'urn:quittance:notices')

/** @internal */
export const runDunning = (command: RunDunning, state: DunningState, context: DunningContext): DunningDecided => {
  const { account, ladder, forUnassigned = true } = command
  const empty = emptyField({ account })
  if (empty !== undefined) return refuse(empty)
  const [problem] = contradictionsIn(ladder)
  if (problem !== undefined) return refuse({ _tag: 'InvalidLadder', problem })
  const notices: Array<NoticeDue> = []
  for (const day of missedRunDays(command, state)) {
    const known = context.knownBy(day, notices)
    if (known === undefined) return refuse({ _tag: 'HistoryNotAtHand', runDay: day })
    const question = questionOn(known, day, { ladderId: ladder.id, forUnassigned })
    notices.push(...noticesOf(proposeNotices(ladder, question), ladder, account))
  }
  if (notices.length === 0) return refuse({ _tag: 'NothingDue', on: command.on })
  return accept(...onlyTheLastIsSent(notices))
}

/** The run days of a ladder that an account has not had, in order. @internal */
export const missedRunDays = (
  { ladder, on, after }: Pick<RunDunning, 'ladder' | 'on' | 'after'>,
  { ranThrough }: DunningState,
): ReadonlyArray<LocalDate> => {
  const ran = keyedGet(ranThrough, ladder.id)
  return runDaysIn(ladder.runDays, ran === undefined ? after : laterOf(after, ran), on)
}

/** A notice for each currency and level, by currency, the highest level last. */
const noticesOf = (proposal: NoticeProposal, ladder: ItemLadder, account: string): ReadonlyArray<NoticeDue> => {
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

/** Of several notices for an instalment only the last is for sending; one with no line left is on record only. */
const onlyTheLastIsSent = (notices: ReadonlyArray<NoticeDue>): ReadonlyArray<NoticeDue> => {
  const last = new Map<string, string>()
  for (const { noticeId, lines } of notices) for (const line of lines) last.set(instalmentKey(line), noticeId)
  return notices.map((notice) => {
    const lines = notice.lines.map((line) => {
      const by = last.get(instalmentKey(line)) as string
      return by === notice.noticeId ? line : { ...line, supersededBy: by }
    })
    if (lines.every((line) => line.supersededBy === undefined)) return notice
    const { sendBy, ...onRecord } = notice
    const isForSending = sendBy !== undefined && lines.some((line) => line.supersededBy === undefined)
    return isForSending ? { ...onRecord, lines, sendBy } : { ...onRecord, lines }
  })
}

const instalmentKey = ({ itemId, instalmentNo }: NoticeItem): string => JSON.stringify([itemId, instalmentNo])
