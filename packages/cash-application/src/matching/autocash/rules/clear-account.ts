/** All debit and credit items together are the receipt, to the cent. */
import type { AutoCashReceipt } from '../model.js'
import { byAge, type EligibleItem, totalBalance } from '../open-balance.js'
import { closesAll, type RuleAnswer } from '../rule-answer.js'

/** @internal */
export const clearAccount = (items: ReadonlyArray<EligibleItem>, { amountMinor }: AutoCashReceipt): RuleAnswer => {
  const balanceMinor = totalBalance(items)
  return items.length > 0 && balanceMinor === amountMinor
    ? closesAll([...items].sort(byAge))
    : { _tag: 'Fails', balanceMinor }
}
