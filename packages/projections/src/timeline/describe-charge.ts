/** What lateness costs, in sentences for people from accounts receivable. */
import type { ChargeFact } from '@quittance/dunning'
import { amount } from './describe-cash.js'

/** @internal */
export const describeCharge = (fact: ChargeFact): string => {
  const { billId, currency } = fact
  const much = amount(fact.amountMinor, currency)
  switch (fact._tag) {
    case 'InterestBilled': {
      const sums = fact.items.reduce((so, { fixedSumMinor }) => so + fixedSumMinor, 0)
      const fixed = sums === 0 ? '' : `, of which ${amount(sums, currency)} fixed`
      return `Interest ${billId} over ${much}${fixed}, on ${fact.items.map(({ itemId }) => itemId).join(', ')}`
    }
    case 'NoticeFeeCharged':
      return `Fee ${billId} over ${much} for notice ${fact.noticeId} of level ${fact.level}`
  }
}
