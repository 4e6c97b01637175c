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
} from '@quittance/kernel'
import type * as t from 'io-ts'
import type { DunningFact } from './events.js'
import type { Channel, ContactRole, TouchOutcome } from './model.js'

/** A way to reach somebody, for policy files too. @category codecs @since 0.1.0 */
export const channelCodec: t.Type<Channel> = oneOf('e-mail', 'text', 'letter', 'statement', 'call', 'visit', 'portal')

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
  },
}
