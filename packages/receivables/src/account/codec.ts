/** The written form of every fact of an account. */
import { cashCodecs } from '@quittance/cash-application'
import { dunningCodecs } from '@quittance/dunning'
import { invoicingCodecs } from '@quittance/invoicing'
import {
  type Codecs,
  codecsOf,
  type DataOf,
  firstVersion,
  type RoomCodecs,
  struct,
  text,
  textMap,
  type Versions,
} from '@quittance/kernel'
import { promisesCodecs } from '@quittance/promises-to-pay'
import type * as t from 'io-ts'
import type { AccountFact } from './account.js'
import type { AccountLifeFact } from './life.js'

type DataFor<Tag extends AccountLifeFact['_tag']> = DataOf<Extract<AccountLifeFact, { readonly _tag: Tag }>>
const v1 = <Tag extends AccountLifeFact['_tag']>(codec: t.Type<DataFor<Tag>>): Versions<DataFor<Tag>> =>
  firstVersion(codec)

const lifeCodecs: RoomCodecs<AccountLifeFact> = {
  room: 'receivables',
  facts: {
    AccountOpened: v1<'AccountOpened'>(struct({}, { name: text, attributes: textMap })),
    AccountClosed: v1<'AccountClosed'>(struct({ reason: text })),
    AccountReopened: v1<'AccountReopened'>(struct({ reason: text })),
  },
}

/**
 * Reads and writes every fact of an account, with all the shapes each ever had.
 *
 * @law decode after encode gives the fact back
 * @category codecs
 * @since 0.1.0
 */
export const accountCodecs: Codecs<AccountFact> = codecsOf<AccountFact>(
  lifeCodecs,
  invoicingCodecs,
  cashCodecs,
  promisesCodecs,
  dunningCodecs,
)
