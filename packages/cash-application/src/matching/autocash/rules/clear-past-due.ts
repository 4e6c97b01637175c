/** All that is past due, with the credits dated by then, is the receipt; an item due on its day is not past due. */
import type { AutoCashReceipt } from '../model.js'
import { byAge, type EligibleItem, totalBalance } from '../open-balance.js'
import { closesAll, type RuleAnswer } from '../rule-answer.js'

/** @internal */
export const pastDue = (
  items: ReadonlyArray<EligibleItem>,
  { receivedOn }: AutoCashReceipt,
): ReadonlyArray<EligibleItem> =>
  items.filter(({ item }) => (item.openMinor < 0 ? item.on <= receivedOn : item.dueOn < receivedOn)).sort(byAge)

/** @internal */
export const clearPastDue = (items: ReadonlyArray<EligibleItem>, receipt: AutoCashReceipt): RuleAnswer => {
  const due = pastDue(items, receipt)
  const balanceMinor = totalBalance(due)
  const hasDebit = due.some(({ item }) => item.openMinor > 0)
  return hasDebit && balanceMinor === receipt.amountMinor ? closesAll(due) : { _tag: 'Fails', balanceMinor }
}
