/** To an agency, back from it, and what it says it collected. */
import { accept, firstRefusal, keyedGet, refuse } from '@quittance/kernel'
import type { PlaceWithAgency, RecallFromAgency, RecordAgencyRemittance } from '../commands/escalations.js'
import type { DunningContext } from '../context.js'
import type { DunningDecided } from '../decided.js'
import type { DunningRejection } from '../rejections.js'
import type { DunningState } from '../state.js'
import { beforeItems, emptyField, emptyList, tooEarly, unknownItem, usedBefore, wrongNumber } from './check-words.js'
import { otherCurrency } from './give-notice.js'
import { notCollectable, wholeOf } from './whole-items.js'

/** @internal */
export const placeWithAgency = (
  { _tag, items: itemIds, ...said }: PlaceWithAgency,
  state: DunningState,
  context: DunningContext,
): DunningDecided => {
  const { on, placementId, agency, currency, demandId, approvedBy } = said
  const account = context.asItStands(on)
  const whole = wholeOf(itemIds, account)
  const demand = demandId === undefined ? undefined : keyedGet(state.demands, demandId)
  const refusal = firstRefusal<DunningRejection>([
    () => emptyField({ placementId, agency, demandId, approvedBy }) ?? emptyList('items', itemIds),
    () =>
      keyedGet(state.placements, placementId) === undefined
        ? undefined
        : { _tag: 'IdAlreadyUsed', kind: 'placement', id: placementId },
    () =>
      demandId === undefined || demand !== undefined ? undefined : { _tag: 'NotFound', kind: 'demand', id: demandId },
    () => unknownItem(itemIds, context),
    () => otherCurrency(itemIds, currency, context),
    () => tooEarly(on, demand?.on) ?? beforeItems(on, itemIds, context),
    () => notCollectable(itemIds, currency, account),
  ])
  if (refusal !== undefined) return refuse(refusal)
  const amountMinor = whole.reduce((so, item) => so + item.amountMinor, 0)
  return accept({ _tag: 'PlacedWithAgency', ...said, amountMinor, items: whole })
}

/** @internal */
export const recallFromAgency = ({ _tag, ...said }: RecallFromAgency, state: DunningState): DunningDecided => {
  const { on, placementId, items, reason } = said
  const placement = keyedGet(state.placements, placementId)
  const placed = placement?.placed ?? []
  const refusal = firstRefusal<DunningRejection>([
    () => emptyField({ placementId, reason }) ?? emptyList('items', items),
    () => (placement === undefined ? { _tag: 'NotFound', kind: 'placement', id: placementId } : undefined),
    () =>
      placed.length === 0 ? { _tag: 'AlreadyEnded', kind: 'placement', id: placementId, ended: 'recalled' } : undefined,
    () => tooEarly(on, placement?.lastOn),
    () => {
      const itemId = items?.find((id) => placed.every((one) => one.itemId !== id))
      return itemId === undefined ? undefined : { _tag: 'ItemNotPlaced', itemId, placementId }
    },
  ])
  return refusal === undefined ? accept({ _tag: 'Recalled', ...said }) : refuse(refusal)
}

/** @internal */
export const recordAgencyRemittance = (
  { _tag, ...said }: RecordAgencyRemittance,
  state: DunningState,
): DunningDecided => {
  const { on, remittanceId, placementId, currency, collectedMinor, commissionMinor, receiptId } = said
  const placement = keyedGet(state.placements, placementId)
  const refusal = firstRefusal<DunningRejection>([
    () => emptyField({ remittanceId, placementId, receiptId }),
    () => wrongNumber('collectedMinor', collectedMinor, 0) ?? wrongNumber('commissionMinor', commissionMinor, 0),
    () =>
      commissionMinor > collectedMinor
        ? { _tag: 'InvalidAmount', field: 'commissionMinor', amountMinor: commissionMinor }
        : undefined,
    () => usedBefore(state, 'remittance', remittanceId),
    () => (placement === undefined ? { _tag: 'NotFound', kind: 'placement', id: placementId } : undefined),
    () =>
      placement === undefined || placement.currency === currency
        ? undefined
        : { _tag: 'CurrencyMismatch', expected: placement.currency, got: currency },
    () => tooEarly(on, placement?.on),
  ])
  return refusal === undefined ? accept({ _tag: 'AgencyRemitted', ...said }) : refuse(refusal)
}
