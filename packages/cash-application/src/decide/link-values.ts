/** The base values of what an application joins: a side in the base currency itself is worth what it is. */
import {
  type BasePool,
  type BaseValue,
  type CurrencyCode,
  type LinkAmounts,
  type LinkExchange,
  linkExchange,
} from '@quittance/kernel'
import type { CustomerCredit, OwedItem } from '../context.js'
import type { CreditRecord, ItemRecord, ReceiptRecord } from '../state.js'

/** One side of an application: how much there is and is left, and its base value where it has one. @internal */
export interface Side {
  readonly currency: CurrencyCode
  readonly wholeMinor: number
  readonly leftMinor: number
  readonly value: { readonly value: BaseValue; readonly leftBaseMinor: number } | undefined
}

/** What earlier lines of the same instruction took of a side. @internal */
export interface TakenOfSide {
  minor: number
  baseMinor: number
}

/** A receipt; what lies on account or was paid out has not used up its value, what was applied or sent on has. @internal */
export const receiptSide = (receipt: ReceiptRecord, taken: TakenOfSide = { minor: 0, baseMinor: 0 }): Side => {
  const { currency, amountMinor, appliedMinor, pennyMinor, transferredMinor, exchange, baseUsedMinor } = receipt
  return {
    currency,
    wholeMinor: amountMinor,
    leftMinor: amountMinor - appliedMinor - pennyMinor - transferredMinor - taken.minor,
    value:
      exchange === undefined
        ? undefined
        : { value: exchange, leftBaseMinor: exchange.baseMinor - baseUsedMinor - taken.baseMinor },
  }
}

/** A customer's credit. @internal */
export const creditSide = (credit: CustomerCredit, record: CreditRecord | undefined, taken: TakenOfSide): Side => {
  const { currency, creditMinor, carrying } = credit
  return {
    currency,
    wholeMinor: carrying?.grossMinor ?? creditMinor,
    leftMinor: creditMinor - (record?.appliedMinor ?? 0) - taken.minor,
    value:
      carrying === undefined
        ? undefined
        : {
            value: carrying.value,
            leftBaseMinor: carrying.creditBaseMinor - (record?.baseUsedMinor ?? 0) - taken.baseMinor,
          },
  }
}

/** An item of which so much is open. @internal */
export const itemSide = (
  { currency, owedMinor, carrying }: OwedItem,
  record: ItemRecord | undefined,
  openMinor: number,
  takenBaseMinor: number = 0,
): Side => ({
  currency,
  wholeMinor: carrying?.payableMinor ?? owedMinor,
  leftMinor: openMinor,
  value:
    carrying === undefined
      ? undefined
      : {
          value: carrying.value,
          leftBaseMinor: carrying.owedBaseMinor - (record?.clearedBaseMinor ?? 0) - takenBaseMinor,
        },
})

/** The base values of so much from one side to the other. @internal */
export const exchangeBetween = (source: Side, item: Side, amounts: LinkAmounts): LinkExchange | undefined =>
  linkExchange(poolOf(source, item), poolOf(item, source), amounts)

/** The base value of an item that a reduction without a source takes: a write-off. @internal */
export const exchangeGivenUp = (item: Side, itemMinor: number): LinkExchange | undefined =>
  linkExchange(undefined, poolOf(item, undefined), { sourceMinor: 0, pennyMinor: 0, itemMinor, discountMinor: 0 })

/** @internal */
export const poolOf = (side: Side, other: Side | undefined): BasePool | undefined => {
  const { currency, wholeMinor: ofMinor, leftMinor, value } = side
  if (value !== undefined) {
    const { baseCurrency, baseMinor } = value.value
    return { baseCurrency, baseMinor, ofMinor, leftMinor, leftBaseMinor: value.leftBaseMinor }
  }
  return other?.value?.value.baseCurrency === currency
    ? { baseCurrency: currency, baseMinor: ofMinor, ofMinor, leftMinor, leftBaseMinor: leftMinor }
    : undefined
}
