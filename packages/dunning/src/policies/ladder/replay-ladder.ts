/** A ladder over an account's past: what it would have asked for, had it been in force. */
import { addDays, type LocalDate } from '@quittance/kernel'
import type { AccountOnDay } from '../../context.js'
import type { ItemLadder } from '../../dunning-policy.js'
import type { NoticeDue } from '../../events/notices.js'
import { nextChangeOn } from './next-change-on.js'
import { noticesOfProposal } from './notices-of-proposal.js'
import { proposeNotices } from './propose-notices.js'
import { questionOn } from './question-on.js'
import { firstRunDayFrom } from './run-days-in.js'

/** A ladder in force over an account from one day to another. @category policies @since 0.1.0 */
export interface LadderReplay {
  /** Names the account among all of the entity's: notices are named after it. */
  readonly account: string
  readonly ladder: ItemLadder
  /** Exclusive: the day before the ladder comes into force. */
  readonly after: LocalDate
  /** Inclusive. */
  readonly until: LocalDate
  /** Whether items that nobody put on a ladder are on this one; default yes. */
  readonly forUnassigned?: boolean
}

/** An account's past without notices of its own, as it became known; whoever has the facts fills it. @category policies @since 0.1.0 */
export interface LadderHistory {
  /** As known by the end of a day, with the notices of the replay. Asked with rising days; an answer is read before the next is asked for. */
  readonly knownBy: (day: LocalDate, given: ReadonlyArray<NoticeDue>) => AccountOnDay
  /** Of the days after one that `knownBy` was asked for: the first on which something more is known, or a promise holds no longer. */
  readonly changesAfter: (day: LocalDate) => LocalDate | undefined
}

/**
 * The notices that a ladder would have given, each on its run day and with what was known by then: those of a run
 * on every run day. Run days between two changes are passed over, for nothing comes of them.
 *
 * @law a replay gives the notices of a run on every run day
 * @category policies
 * @since 0.1.0
 */
export const replayLadder = (replay: LadderReplay, history: LadderHistory): ReadonlyArray<NoticeDue> => {
  const { account, ladder, after, until, forUnassigned = true } = replay
  const scope = { ladderId: ladder.id, forUnassigned }
  const given: Array<NoticeDue> = []
  let day = firstRunDayFrom(ladder.runDays, addDays(after, 1))
  while (day !== undefined && day <= until) {
    const question = questionOn(history.knownBy(day, given), day, scope)
    const notices = noticesOfProposal(proposeNotices(ladder, question), ladder, account)
    given.push(...notices)
    // What was just asked for may be followed by the next step at once.
    const next = notices.length > 0 ? addDays(day, 1) : first(history.changesAfter(day), nextChangeOn(ladder, question))
    day = next === undefined ? undefined : firstRunDayFrom(ladder.runDays, next)
  }
  return given
}

const first = (a: LocalDate | undefined, b: LocalDate | undefined): LocalDate | undefined =>
  a === undefined || (b !== undefined && b < a) ? b : a
