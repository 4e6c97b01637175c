/** One debit item whose balance is the receipt, to the cent. Several: the earliest due, then the lowest id. */
import type { AutoCashReceipt } from '../model.js'
import { byAge, type EligibleItem } from '../open-balance.js'
import { closed, type RuleAnswer } from '../rule-answer.js'

/** @internal */
export const matchPayment = (items: ReadonlyArray<EligibleItem>, { amountMinor }: AutoCashReceipt): RuleAnswer => {
  const matching = items
    .filter(({ item, balanceMinor }) => item.openMinor > 0 && balanceMinor === amountMinor)
    .sort(byAge)
  const first = matching[0]
  if (first === undefined) return { _tag: 'Fails' }
  return matching.length === 1
    ? { _tag: 'Applies', lines: [closed(first)] }
    : {
        _tag: 'Applies',
        lines: [closed(first)],
        tieBreak: `${matching.length} items match: earliest due, then lowest id`,
      }
}
