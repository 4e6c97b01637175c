/** The written form of the facts of an entity's policies. */
import {
  type Codecs,
  codecsOf,
  type DataOf,
  day,
  firstVersion,
  nonEmptyText,
  type RoomCodecs,
  struct,
  type Versions,
  wholeNumber,
} from '@quittance/kernel'
import type * as t from 'io-ts'
import type { PolicyFact } from './events.js'

type DataFor<Tag extends PolicyFact['_tag']> = DataOf<Extract<PolicyFact, { readonly _tag: Tag }>>
const v1 = <Tag extends PolicyFact['_tag']>(codec: t.Type<DataFor<Tag>>): Versions<DataFor<Tag>> => firstVersion(codec)

const policy = { policyId: nonEmptyText, version: wholeNumber, after: day }

const room: RoomCodecs<PolicyFact> = {
  room: 'receivables',
  facts: {
    DunningPolicyAdopted: v1<'DunningPolicyAdopted'>(struct(policy)),
    DunningRunFinished: v1<'DunningRunFinished'>(struct({ ...policy, accountCount: wholeNumber })),
  },
}

/**
 * Reads and writes every fact of an entity's policies.
 *
 * @law decode after encode gives the fact back
 * @category codecs
 * @since 0.1.0
 */
export const policyCodecs: Codecs<PolicyFact> = codecsOf<PolicyFact>(room)
