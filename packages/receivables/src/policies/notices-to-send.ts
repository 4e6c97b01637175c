/**
 * What is waiting to go out.
 */
import type { NoticeRecord } from '@quittance/dunning'
import { keyedValues, type LocalDate } from '@quittance/kernel'
import type { AccountState } from '../account/state.js'

/**
 * The notices that somebody has still to send on a day, the oldest run day first: due, or taken on by this worker and
 * not reported; not for the record only, and not after their last day.
 *
 * @param worker - who asks: what others have taken on is theirs
 * @law at most one claim for a notice
 * @category policies
 * @since 0.1.0
 */
export const noticesToSend = ({ dunning }: AccountState, on: LocalDate, worker: string): ReadonlyArray<NoticeRecord> =>
  keyedValues(dunning.notices)
    .filter(({ sendBy, on: runDay }) => sendBy !== undefined && runDay <= on && on <= sendBy)
    .filter(({ standing, claimedBy }) => standing === 'due' || (standing === 'claimed' && claimedBy === worker))
    .sort((a, b) => (a.on === b.on ? (a.noticeId < b.noticeId ? -1 : 1) : a.on < b.on ? -1 : 1))
