/** A notice on its way out: claimed, sent or failed, or not to go out at all. */
import { accept, firstRefusal, keyedGet, refuse } from '@quittance/kernel'
import type { ClaimNotice, IgnoreNotice, ReportNoticeFailed, ReportNoticeSent } from '../commands/notices.js'
import type { DunningContext } from '../context.js'
import type { DunningDecided } from '../decided.js'
import type { NoticeFact } from '../events/notices.js'
import { stillAsked } from '../policies/ladder/still-asked.js'
import type { DunningRejection } from '../rejections.js'
import { type DunningState, isAmong, type NoticeRecord } from '../state.js'
import { emptyField, emptyList, tooEarly } from './check-words.js'

/** Somebody takes it on to send it: with what is left to ask, or not at all where nothing is. @internal */
export const claimNotice = (command: ClaimNotice, state: DunningState, context: DunningContext): DunningDecided => {
  const { on, noticeId, by } = command
  const notice = keyedGet(state.notices, noticeId)
  if (notice === undefined) return refuse(emptyField({ noticeId, by }) ?? notFound(noticeId))
  const refusal = firstRefusal<DunningRejection>([
    () => emptyField({ by }),
    () => ended(notice),
    () =>
      notice.standing === 'claimed' ? { _tag: 'NoticeClaimedBefore', noticeId, by: notice.claimedBy ?? '' } : undefined,
    () => (notice.sendBy === undefined ? { _tag: 'NoticeNotForSending', noticeId } : undefined),
    () => tooEarly(on, notice.lastOn),
    () =>
      notice.sendBy !== undefined && on > notice.sendBy
        ? { _tag: 'NoticeExpired', noticeId, sendBy: notice.sendBy }
        : undefined,
  ])
  if (refusal !== undefined) return refuse(refusal)
  const all = stillAsked(notice, context.asItStands(on), on)
  const lines = all.filter(({ amountMinor }) => amountMinor > 0)
  const none = all.filter(({ amountMinor }) => amountMinor <= 0)
  const ignored: NoticeFact = { _tag: 'NoticeIgnored', on, noticeId, by, reason: 'nothing-left-to-ask' }
  if (lines.length === 0) return accept<NoticeFact>(ignored)
  const claimed: NoticeFact = {
    _tag: 'NoticeClaimed',
    on,
    noticeId,
    by,
    currency: notice.currency,
    amountMinor: lines.reduce((so, line) => so + line.amountMinor, 0),
    lines,
  }
  if (none.length === 0) return accept<NoticeFact>(claimed)
  const left = none.map(({ itemId, instalmentNo }) => ({ itemId, instalmentNo }))
  return accept<NoticeFact>({ ...ignored, lines: left }, claimed)
}

/** @internal */
export const reportNoticeSent = ({ _tag, ...said }: ReportNoticeSent, state: DunningState): DunningDecided => {
  const refusal =
    emptyField({ reference: said.reference, sentTo: said.sentTo }) ??
    emptyList('attachments', said.attachments) ??
    notReportable(said.noticeId, said, state)
  return refusal === undefined ? accept({ _tag: 'NoticeSent', ...said }) : refuse(refusal)
}

/** @internal */
export const reportNoticeFailed = ({ _tag, ...said }: ReportNoticeFailed, state: DunningState): DunningDecided => {
  const refusal = emptyField({ reason: said.reason }) ?? notReportable(said.noticeId, said, state)
  return refusal === undefined ? accept({ _tag: 'NoticeFailed', ...said }) : refuse(refusal)
}

/** @internal */
export const ignoreNotice = ({ _tag, ...said }: IgnoreNotice, state: DunningState): DunningDecided => {
  const { on, noticeId, lines, by, reason } = said
  const notice = keyedGet(state.notices, noticeId)
  if (notice === undefined) return refuse(emptyField({ noticeId, by, reason }) ?? notFound(noticeId))
  const refusal = firstRefusal<DunningRejection>([
    () => emptyField({ by, reason }) ?? emptyList('lines', lines),
    () => {
      const unknown = lines?.find((line) => !isAmong(notice.lines, line))
      return unknown === undefined ? undefined : { _tag: 'ItemUnknown', itemId: unknown.itemId }
    },
    () => ended(notice),
    () => {
      const again = lines?.find((line) => isAmong(notice.ignored, line))
      return again === undefined ? undefined : { _tag: 'AlreadyEnded', kind: 'notice', id: noticeId, ended: 'ignored' }
    },
    () => tooEarly(on, notice.lastOn),
  ])
  return refusal === undefined ? accept({ _tag: 'NoticeIgnored', ...said }) : refuse(refusal)
}

const notReportable = (
  noticeId: string,
  { on }: { readonly on: ReportNoticeSent['on'] },
  state: DunningState,
): DunningRejection | undefined => {
  const notice = keyedGet(state.notices, noticeId)
  if (notice === undefined) return notFound(noticeId)
  return firstRefusal<DunningRejection>([
    () => ended(notice),
    () => (notice.standing === 'claimed' ? undefined : { _tag: 'NoticeNotClaimed', noticeId }),
    () => tooEarly(on, notice.lastOn),
  ])
}

const notFound = (id: string): DunningRejection => ({ _tag: 'NotFound', kind: 'notice', id })

const ended = ({ noticeId, standing }: NoticeRecord): DunningRejection | undefined =>
  standing === 'sent' || standing === 'failed' || standing === 'ignored'
    ? { _tag: 'AlreadyEnded', kind: 'notice', id: noticeId, ended: standing }
    : undefined
