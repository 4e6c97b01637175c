/** The written form of the last steps. */
import {
  currencyCode,
  type DataOf,
  day,
  exactDecimal,
  listOf,
  nonEmptyText,
  oneOf,
  struct,
  text,
  wholeNumber,
} from '@quittance/kernel'
import type * as t from 'io-ts'
import type { EscalationFact } from '../events/escalations.js'
import type { AskedItem } from '../model.js'
import { channelCodec } from './notices.js'

const askedItem: t.Type<AskedItem> = struct({ itemId: nonEmptyText, amountMinor: wholeNumber })

type Codec<Tag extends EscalationFact['_tag']> = t.Type<DataOf<Extract<EscalationFact, { readonly _tag: Tag }>>>

/** @internal */
export const finalDemandSent: Codec<'FinalDemandSent'> = struct(
  {
    demandId: nonEmptyText,
    currency: currencyCode,
    amountMinor: wholeNumber,
    items: listOf(askedItem),
    channel: channelCodec,
    addressee: nonEmptyText,
    deadlineOn: day,
    consequence: oneOf('agency', 'legal-action', 'delivery-stop'),
    approvedBy: nonEmptyText,
  },
  { address: nonEmptyText },
)

/** @internal */
export const consequenceCarriedOut: Codec<'ConsequenceCarriedOut'> = struct(
  { demandId: nonEmptyText, by: nonEmptyText },
  { words: text },
)

/** @internal */
export const placedWithAgency: Codec<'PlacedWithAgency'> = struct(
  {
    placementId: nonEmptyText,
    agency: nonEmptyText,
    currency: currencyCode,
    amountMinor: wholeNumber,
    items: listOf(askedItem),
    approvedBy: nonEmptyText,
  },
  { feePercent: exactDecimal, demandId: nonEmptyText },
)

/** @internal */
export const recalled: Codec<'Recalled'> = struct(
  { placementId: nonEmptyText, reason: nonEmptyText },
  { items: listOf(nonEmptyText) },
)

/** @internal */
export const agencyRemitted: Codec<'AgencyRemitted'> = struct(
  {
    remittanceId: nonEmptyText,
    placementId: nonEmptyText,
    currency: currencyCode,
    collectedMinor: wholeNumber,
    commissionMinor: wholeNumber,
  },
  { receiptId: nonEmptyText },
)
