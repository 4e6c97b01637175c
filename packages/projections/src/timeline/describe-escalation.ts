/** The last steps, in sentences for people from accounts receivable. */
import type { EscalationFact } from '@quittance/dunning'
import { amount } from './describe-cash.js'

/** @internal */
export const describeEscalation = (fact: EscalationFact): string => {
  switch (fact._tag) {
    case 'FinalDemandSent':
      return `Final demand ${fact.demandId} over ${amount(fact.amountMinor, fact.currency)}, to be paid by ${fact.deadlineOn}, else ${fact.consequence}`
    case 'ConsequenceCarriedOut':
      return `What final demand ${fact.demandId} had said was done by ${fact.by}`
    case 'PlacedWithAgency':
      return `${amount(fact.amountMinor, fact.currency)} placed with ${fact.agency}: ${fact.placementId}`
    case 'Recalled': {
      const what = fact.items === undefined ? 'All' : fact.items.join(', ')
      return `${what} recalled from placement ${fact.placementId}: ${fact.reason}`
    }
    case 'AgencyRemitted':
      return `Agency collected ${amount(fact.collectedMinor, fact.currency)} under ${fact.placementId}, kept ${amount(fact.commissionMinor, fact.currency)}`
  }
}
