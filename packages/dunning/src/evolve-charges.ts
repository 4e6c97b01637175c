/** What a charge does to the memory of our dealings. */
import { keyedSet } from '@quittance/kernel'
import type { ChargeFact } from './events/charges.js'
import type { DunningState } from './state.js'

/** Write one fact into the draft. @internal */
export const evolveCharges = (draft: DunningState, fact: ChargeFact): void => {
  const { billId, on } = fact
  switch (fact._tag) {
    case 'InterestBilled': {
      const items = fact.items.map(({ itemId, interestMinor, fixedSumMinor }) => ({
        itemId,
        interestMinor,
        fixedSumMinor,
      }))
      return keyedSet(draft.charges, billId, { billId, on, items, noticeId: undefined })
    }
    case 'NoticeFeeCharged':
      return keyedSet(draft.charges, billId, { billId, on, items: [], noticeId: fact.noticeId })
  }
}
