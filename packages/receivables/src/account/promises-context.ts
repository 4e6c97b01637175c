/** What promises may know of money and documents, read from one revision of the account; the lists are built when first asked for. */
import { itemDecreases, moneyTakenOn, whereMoneyLies } from '@quittance/cash-application'
import { creditOffsets } from '@quittance/invoicing'
import { keyedGet, keyedValues } from '@quittance/kernel'
import type { ItemReduction, PromisesContext, ReceivedMoney } from '@quittance/promises-to-pay'
import { openMinorOf } from './contexts.js'
import type { AccountState } from './state.js'

/** @internal */
export const promisesContext = (state: AccountState): PromisesContext => {
  const { invoicing, cash } = state
  let money: ReadonlyArray<ReceivedMoney> | undefined
  let reductions: ReadonlyMap<string, ReadonlyArray<ItemReduction>> | undefined
  return {
    itemOf: (itemId) => {
      const document = keyedGet(invoicing.documents, itemId)
      if (document === undefined || document.kind === 'credit-note') return undefined
      const { currency, issuedOn, payableMinor: owedMinor, voided } = document
      return { itemId, currency, issuedOn, owedMinor, voided }
    },
    openMinorOfItem: (itemId) => openMinorOf(state, itemId),
    money: () => (money ??= whereMoneyLies(cash)),
    reductionsOf: (itemId) => (reductions ??= byItem(state)).get(itemId) ?? [],
    openMinorOf: (currency) =>
      keyedValues(invoicing.documents).reduce(
        (so, document) => (document.currency === currency ? so + openMinorOf(state, document.documentId) : so),
        0,
      ),
    receiptStatusOf: (receiptId) => keyedGet(cash.receipts, receiptId)?.status,
    takenBackOn: () => moneyTakenOn(cash),
  }
}

const byItem = ({ invoicing, cash }: AccountState): ReadonlyMap<string, ReadonlyArray<ItemReduction>> => {
  const found = new Map<string, Array<ItemReduction>>()
  for (const decrease of [...creditOffsets(invoicing), ...itemDecreases(cash)]) {
    const list = found.get(decrease.itemId)
    if (list === undefined) found.set(decrease.itemId, [decrease])
    else list.push(decrease)
  }
  return found
}
