/** The run days that were missed are worked through, each with what was known by then. */
import { accept, keyedGet, laterOf, type LocalDate, refuse } from '@quittance/kernel'
import type { RunDunning } from '../commands/notices.js'
import type { DunningContext } from '../context.js'
import type { DunningDecided } from '../decided.js'
import type { DunningPolicy } from '../dunning-policy.js'
import type { NoticeDue } from '../events/notices.js'
import type { NoticeItem } from '../model.js'
import { noticesOfProposal } from '../policies/ladder/notices-of-proposal.js'
import { proposeNotices } from '../policies/ladder/propose-notices.js'
import { questionOn } from '../policies/ladder/question-on.js'
import { runDaysIn } from '../policies/ladder/run-days-in.js'
import { contradictionsIn } from '../policy-contradictions.js'
import type { DunningState } from '../state.js'
import { emptyField } from './check-words.js'

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
    notices.push(...noticesOfProposal(proposeNotices(ladder, question), ladder, account))
  }
  if (notices.length === 0) return refuse({ _tag: 'NothingDue', on: command.on })
  return accept(...onlyTheLastIsSent(notices))
}

/** The run days of a ladder that an account has not had, in order. @internal */
export const missedRunDays = (
  { ladder, on, after }: Pick<RunDunning, 'on' | 'after'> & { readonly ladder: Pick<DunningPolicy, 'id' | 'runDays'> },
  { ranThrough }: DunningState,
): ReadonlyArray<LocalDate> => {
  const ran = keyedGet(ranThrough, ladder.id)
  return runDaysIn(ladder.runDays, ran === undefined ? after : laterOf(after, ran), on)
}

/** Of several notices for an instalment only the last is for sending; one with no line left is on record only. @internal */
export const onlyTheLastIsSent = (notices: ReadonlyArray<NoticeDue>): ReadonlyArray<NoticeDue> => {
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
