/** What the last steps do to the memory of our dealings. */
import { keyedGet, keyedSet, laterOf } from '@quittance/kernel'
import type { EscalationFact, FinalDemandSent, PlacedWithAgency, Recalled } from './events/escalations.js'
import { type DunningState, itemDunningOf, recordedKey } from './state.js'

/** @internal */
export const evolveEscalation = (draft: DunningState, fact: EscalationFact): void => {
  switch (fact._tag) {
    case 'FinalDemandSent':
      return demanded(draft, fact)
    case 'ConsequenceCarriedOut': {
      const demand = keyedGet(draft.demands, fact.demandId)
      if (demand !== undefined) demand.carriedOut = true
      return
    }
    case 'PlacedWithAgency':
      return placed(draft, fact)
    case 'Recalled':
      return recalled(draft, fact)
    case 'AgencyRemitted':
      return keyedSet(draft.recorded, recordedKey('remittance', fact.remittanceId), fact.on)
  }
}

const demanded = (draft: DunningState, { demandId, on, deadlineOn, items }: FinalDemandSent): void => {
  keyedSet(draft.demands, demandId, { on, deadlineOn, carriedOut: false })
  for (const { itemId } of items) itemDunningOf(draft, itemId).demandId = demandId
}

const placed = (draft: DunningState, { placementId, on, currency, items }: PlacedWithAgency): void => {
  keyedSet(draft.placements, placementId, { on, currency, placed: items, lastOn: on })
  for (const { itemId } of items) itemDunningOf(draft, itemId).placementId = placementId
}

const recalled = (draft: DunningState, { placementId, on, items }: Recalled): void => {
  const placement = keyedGet(draft.placements, placementId)
  if (placement === undefined) return
  const back = items ?? placement.placed.map(({ itemId }) => itemId)
  placement.placed = placement.placed.filter(({ itemId }) => !back.includes(itemId))
  placement.lastOn = laterOf(placement.lastOn, on)
  for (const itemId of back) itemDunningOf(draft, itemId).placementId = undefined
}
