/** What verdicts on promises are made of, folded from an account's facts. */
import {
  type CashFact,
  cashCodecs,
  type CashState,
  evolveCash,
  initialCash,
  itemDecreases,
  whereMoneyLies,
} from '@quittance/cash-application'
import {
  creditOffsets,
  evolveInvoicing,
  initialInvoicing,
  invoicingCodecs,
  type InvoicingFact,
  type InvoicingState,
} from '@quittance/invoicing'
import { type Fact, keyedGet } from '@quittance/kernel'
import {
  evolvePromises,
  initialPromises,
  type ItemReduction,
  promisesCodecs,
  type PromisesFact,
  type PromisesState,
  type VerdictContext,
} from '@quittance/promises-to-pay'

/** The rooms of an account that promises speak of. @internal */
export interface PromiseRooms {
  readonly invoicing: InvoicingState
  readonly cash: CashState
  readonly promises: PromisesState
}

/** Fold an account's facts, whatever rooms they are of. @internal */
export const foldRooms = (facts: Iterable<Fact>): PromiseRooms => {
  const rooms = { invoicing: initialInvoicing(), cash: initialCash(), promises: initialPromises() }
  for (const fact of facts) {
    if (Object.hasOwn(invoicingCodecs.facts, fact._tag)) evolveInvoicing(rooms.invoicing, fact as InvoicingFact)
    else if (Object.hasOwn(cashCodecs.facts, fact._tag)) evolveCash(rooms.cash, fact as CashFact)
    else if (Object.hasOwn(promisesCodecs.facts, fact._tag)) evolvePromises(rooms.promises, fact as PromisesFact)
  }
  return rooms
}

/** @internal */
export const verdictContext = ({ invoicing, cash }: PromiseRooms): VerdictContext => {
  const money = whereMoneyLies(cash)
  const reductions = new Map<string, Array<ItemReduction>>()
  for (const decrease of [...creditOffsets(invoicing), ...itemDecreases(cash)]) {
    const list = reductions.get(decrease.itemId)
    if (list === undefined) reductions.set(decrease.itemId, [decrease])
    else list.push(decrease)
  }
  return {
    itemOf: (itemId) => {
      const document = keyedGet(invoicing.documents, itemId)
      if (document === undefined || document.kind === 'credit-note') return undefined
      const { currency, issuedOn, payableMinor: owedMinor, voided } = document
      return { itemId, currency, issuedOn, owedMinor, voided }
    },
    money: () => money,
    reductionsOf: (itemId) => reductions.get(itemId) ?? [],
  }
}
