/**
 * The written form of this room's facts. Each codec is declared against its interface, so the two cannot drift.
 */
import {
  currencyCode,
  type DataOf,
  day,
  firstVersion,
  listOf,
  nonEmptyText,
  oneOf,
  type RoomCodecs,
  struct,
  text,
  type Versions,
  wholeNumber,
  yesNo,
} from '@quittance/kernel'
import type * as t from 'io-ts'
import { interestBilled, noticeFeeCharged } from './codec/charges.js'
import {
  agencyRemitted,
  consequenceCarriedOut,
  finalDemandSent,
  placedWithAgency,
  recalled,
} from './codec/escalations.js'
import {
  channelCodec,
  holdLifted,
  holdPlaced,
  ladderAssigned,
  noticeClaimed,
  noticeDue,
  noticeFailed,
  noticeIgnored,
  noticeSent,
} from './codec/notices.js'
import type { DunningFact } from './events.js'
import type { ContactRole, TouchOutcome } from './model.js'

const role: t.Type<ContactRole> = oneOf('collector', 'credit-manager', 'sales', 'executive', 'system')

const outcome: t.Type<TouchOutcome> = oneOf(
  'sent',
  'reached',
  'voicemail',
  'no-answer',
  'gatekeeper',
  'hostile',
  'refused',
  'wrong-contact',
  'promised',
  'paid',
  'disputed',
)

const nextAction = struct({ kind: nonEmptyText, on: day })

type DataFor<Tag extends DunningFact['_tag']> = DataOf<Extract<DunningFact, { readonly _tag: Tag }>>
type Codec<Tag extends DunningFact['_tag']> = t.Type<DataFor<Tag>>

const touchRecorded: Codec<'TouchRecorded'> = struct(
  { touchId: nonEmptyText, channel: channelCodec, role, outcome },
  {
    actor: nonEmptyText,
    items: listOf(nonEmptyText),
    askMinor: wholeNumber,
    currency: currencyCode,
    spokeWith: text,
    words: text,
    nextAction,
  },
)
const excuseGiven: Codec<'ExcuseGiven'> = struct(
  { excuseId: nonEmptyText, code: nonEmptyText },
  { touchId: nonEmptyText, items: listOf(nonEmptyText), words: text, resolveOn: day, cause: nonEmptyText },
)

const callReviewed: Codec<'CallReviewed'> = struct(
  {
    reviewId: nonEmptyText,
    touchId: nonEmptyText,
    checklist: struct({ id: nonEmptyText, version: wholeNumber }),
    points: listOf(struct({ code: nonEmptyText, met: yesNo })),
    reviewedBy: nonEmptyText,
  },
  { words: text },
)
const collectorAssigned: Codec<'CollectorAssigned'> = struct(
  { collector: nonEmptyText, role },
  { capacityMinutes: wholeNumber },
)
const distressSignReported: Codec<'DistressSignReported'> = struct(
  { signId: nonEmptyText, kind: nonEmptyText },
  { touchId: nonEmptyText, source: nonEmptyText, words: text },
)
const orderPlaced: Codec<'OrderPlaced'> = struct(
  { orderId: nonEmptyText, currency: currencyCode, amountMinor: wholeNumber },
  { depositMinor: wholeNumber },
)

const v1 = <Tag extends DunningFact['_tag']>(codec: Codec<Tag>): Versions<DataFor<Tag>> => firstVersion(codec)

/**
 * Every fact of this room, by name, with all the shapes it ever had.
 *
 * @law the golden file of every version still decodes
 * @category codecs
 * @since 0.1.0
 */
export const dunningCodecs: RoomCodecs<DunningFact> = {
  room: 'dunning',
  facts: {
    TouchRecorded: v1<'TouchRecorded'>(touchRecorded),
    ExcuseGiven: v1<'ExcuseGiven'>(excuseGiven),
    CallReviewed: v1<'CallReviewed'>(callReviewed),
    CollectorAssigned: v1<'CollectorAssigned'>(collectorAssigned),
    DistressSignReported: v1<'DistressSignReported'>(distressSignReported),
    OrderPlaced: v1<'OrderPlaced'>(orderPlaced),
    NoticeDue: v1<'NoticeDue'>(noticeDue),
    NoticeClaimed: v1<'NoticeClaimed'>(noticeClaimed),
    NoticeSent: v1<'NoticeSent'>(noticeSent),
    NoticeFailed: v1<'NoticeFailed'>(noticeFailed),
    NoticeIgnored: v1<'NoticeIgnored'>(noticeIgnored),
    HoldPlaced: v1<'HoldPlaced'>(holdPlaced),
    HoldLifted: v1<'HoldLifted'>(holdLifted),
    LadderAssigned: v1<'LadderAssigned'>(ladderAssigned),
    FinalDemandSent: v1<'FinalDemandSent'>(finalDemandSent),
    ConsequenceCarriedOut: v1<'ConsequenceCarriedOut'>(consequenceCarriedOut),
    PlacedWithAgency: v1<'PlacedWithAgency'>(placedWithAgency),
    Recalled: v1<'Recalled'>(recalled),
    AgencyRemitted: v1<'AgencyRemitted'>(agencyRemitted),
    InterestBilled: v1<'InterestBilled'>(interestBilled),
    NoticeFeeCharged: v1<'NoticeFeeCharged'>(noticeFeeCharged),
  },
}
