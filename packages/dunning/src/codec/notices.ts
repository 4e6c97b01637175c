/** The written form of notices, holds and ladders. */
import {
  currencyCode,
  type DataOf,
  day,
  listOf,
  nonEmptyText,
  oneOf,
  struct,
  text,
  wholeNumber,
  yesNo,
} from '@quittance/kernel'
import type * as t from 'io-ts'
import type { StepKind } from '../dunning-policy.js'
import type { NoticeFact } from '../events/notices.js'
import type { Channel, ClaimedLine, InstalmentRef, LadderUse, NoticeItem } from '../model.js'
import type { HoldReason } from '../run-question.js'

/** A way to reach somebody, for policy files too. @category codecs @since 0.1.0 */
export const channelCodec: t.Type<Channel> = oneOf('e-mail', 'text', 'letter', 'statement', 'call', 'visit', 'portal')

const kind: t.Type<StepKind> = oneOf(
  'reminder',
  'past-due-notice',
  'call',
  'executive-contact',
  'final-demand',
  'hold-advice',
  'placement',
)

const reason: t.Type<HoldReason> = oneOf(
  'dispute',
  'promise',
  'money-in-hand',
  'insolvency',
  'court',
  'placement',
  'plan',
  'manual',
)

const ladder: t.Type<LadderUse> = struct(
  {
    id: nonEmptyText,
    version: wholeNumber,
    mode: oneOf('net-days', 'end-of-month', 'previous-date', 'delivered-days'),
    delayDays: wholeNumber,
    sequential: yesNo,
    graceDays: wholeNumber,
    credits: oneOf('matched-first', 'in-notice', 'left-aside'),
  },
  {
    intervalDays: wholeNumber,
    postingWindowDays: wholeNumber,
    campaign: struct({ attempts: wholeNumber, thresholdMinor: wholeNumber }),
  },
)

const instalment = { itemId: nonEmptyText, instalmentNo: wholeNumber }
const instalmentRef: t.Type<InstalmentRef> = struct(instalment)
const claimedLine: t.Type<ClaimedLine> = struct({ ...instalment, amountMinor: wholeNumber })
const noticeItem: t.Type<NoticeItem> = struct(
  { ...instalment, dueOn: day, daysPastDue: wholeNumber, openMinor: wholeNumber, amountMinor: wholeNumber },
  { supersededBy: nonEmptyText },
)

type Codec<Tag extends NoticeFact['_tag']> = t.Type<DataOf<Extract<NoticeFact, { readonly _tag: Tag }>>>

/** @internal */
export const noticeDue: Codec<'NoticeDue'> = struct(
  {
    noticeId: nonEmptyText,
    origin: oneOf('run', 'manual', 'imported'),
    level: wholeNumber,
    kind,
    channel: channelCodec,
    currency: currencyCode,
    amountMinor: wholeNumber,
    lines: listOf(noticeItem),
  },
  {
    ladder,
    credits: listOf(struct({ creditId: nonEmptyText, amountMinor: wholeNumber })),
    sendBy: day,
    by: nonEmptyText,
    because: nonEmptyText,
  },
)

/** @internal */
export const noticeClaimed: Codec<'NoticeClaimed'> = struct({
  noticeId: nonEmptyText,
  by: nonEmptyText,
  currency: currencyCode,
  amountMinor: wholeNumber,
  lines: listOf(claimedLine),
})

/** @internal */
export const noticeSent: Codec<'NoticeSent'> = struct(
  { noticeId: nonEmptyText, channel: channelCodec },
  { reference: nonEmptyText, sentTo: nonEmptyText, attachments: listOf(nonEmptyText) },
)

/** @internal */
export const noticeFailed: Codec<'NoticeFailed'> = struct({ noticeId: nonEmptyText, reason: nonEmptyText })

/** @internal */
export const noticeIgnored: Codec<'NoticeIgnored'> = struct(
  { noticeId: nonEmptyText, by: nonEmptyText, reason: nonEmptyText },
  { lines: listOf(instalmentRef) },
)

/** @internal */
export const holdPlaced: Codec<'HoldPlaced'> = struct(
  { holdId: nonEmptyText, reason, by: nonEmptyText },
  { items: listOf(nonEmptyText), until: day, words: text },
)

/** @internal */
export const holdLifted: Codec<'HoldLifted'> = struct({ holdId: nonEmptyText, by: nonEmptyText }, { words: text })

/** @internal */
export const ladderAssigned: Codec<'LadderAssigned'> = struct(
  { ladderId: nonEmptyText, by: nonEmptyText, reason: nonEmptyText },
  { items: listOf(nonEmptyText), level: wholeNumber },
)
