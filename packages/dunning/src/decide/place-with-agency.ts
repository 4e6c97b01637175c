/** To an agency, back from it, and what it says it collected. */
import { accept, firstRefusal, keyedGet, type LocalDate, refuse } from '@quittance/kernel'
import type { PlaceWithAgency, RecallFromAgency, RecordAgencyRemittance } from '../commands/escalations.js'
import type { AccountOnDay, DunningContext } from '../context.js'
import type { DunningDecided } from '../decided.js'
import { escalate, type EscalationItem, type EscalationPolicy } from '../policies/escalation/escalate.js'
import { overdueItems } from '../policies/escalation/overdue-items.js'
import type { DunningRejection, KeptFromAgency } from '../rejections.js'
import type { DunningState } from '../state.js'
import { beforeItems, emptyField, emptyList, tooEarly, unknownItem, usedBefore, wrongNumber } from './check-words.js'
import { otherCurrency } from './give-notice.js'
import { notFree, wholeOf } from './whole-items.js'

/** @internal */
export const placeWithAgency = (
  { _tag, items: itemIds, policy, completeItems, ...said }: PlaceWithAgency,
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
    () => notFree(itemIds, currency, account),
    () => notReady({ itemIds, policy, completeItems, on, currency, demandOn: demand?.on }, account),
  ])
  if (refusal !== undefined) return refuse(refusal)
  const amountMinor = whole.reduce((so, item) => so + item.amountMinor, 0)
  return accept({ _tag: 'PlacedWithAgency', ...said, amountMinor, items: whole })
}

interface PlacementCase extends Pick<PlaceWithAgency, 'on' | 'currency'> {
  readonly itemIds: ReadonlyArray<string>
  readonly policy: EscalationPolicy | undefined
  readonly completeItems: ReadonlyArray<string> | undefined
  readonly demandOn: LocalDate | undefined
}

/** The law of escalation, asked about these items: it places all of them, or says what keeps which back. */
const notReady = (
  { itemIds, policy = onRequest, completeItems, on, currency, demandOn }: PlacementCase,
  account: AccountOnDay,
): DunningRejection | undefined => {
  const late = overdueItems(account, on)
  const items = itemIds.map((itemId): EscalationItem => {
    const item = late.find((one) => one.itemId === itemId)
    const { openMinor = 0, disputedMinor = 0, promisedUntil } = item ?? {}
    const documentsComplete = completeItems?.includes(itemId) ?? false
    const until = promisedUntil === undefined ? {} : { promisedUntil }
    return { itemId, currency, openMinor, disputedMinor, documentsComplete, ...until }
  })
  const onHold = itemIds.filter((itemId) => late.some((item) => item.itemId === itemId && item.onHold))
  const notLate = itemIds.filter((itemId) => late.every((item) => item.itemId !== itemId))
  // Without a policy nobody asked for a final demand before.
  const finalDemandOn = demandOn ?? (policy === onRequest ? on : undefined)
  const step = escalate(
    { on, approved: true, items, ...(finalDemandOn === undefined ? {} : { finalDemandOn }) },
    policy,
  )
  const held: ReadonlyArray<KeptFromAgency> = [
    ...notLate.map((itemId) => ({ itemId, reason: 'not-past-due' as const })),
    ...onHold.map((itemId) => ({ itemId, reason: 'hold' as const })),
    ...(step._tag === 'PlaceWithAgency' || step._tag === 'HoldBack' ? step.held : []),
    ...(step._tag === 'PlaceWithAgency' ? step.review : []).map((itemId) => ({
      itemId,
      reason: 'below-minimum' as const,
    })),
    ...(step._tag === 'NothingDue' ? itemIds : []).map((itemId) => ({ itemId, reason: 'final-demand' as const })),
  ]
  return held.length === 0 ? undefined : { _tag: 'PlacementNotReady', held }
}

/** What holds for a placement that no policy asked for: nothing disputed, nothing promised. */
const onRequest: EscalationPolicy = {
  id: 'on-request',
  version: 1,
  finalDemandAfterDays: 0,
  agencyAfterDays: 0,
  agencyMinimums: [],
  minimumPer: 'item',
  guardsHold: 'item',
  needsApproval: true,
  needsDocuments: false,
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
