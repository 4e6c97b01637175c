/**
 * How the base value of an item, a receipt or a credit is used up: each part takes its share, the last part what is
 * left, so that the parts add up to the value exactly and a difference in exchange is neither made nor lost.
 */
import type { CurrencyCode } from './currency.js'
import { scaleMinor } from './rounding.js'

/** A valued amount and what is left of it. All amounts >= 0. @category model @since 0.1.0 */
export interface BasePool {
  readonly baseCurrency: CurrencyCode
  /** The value of the whole. */
  readonly baseMinor: number
  /** The whole, in its own currency. */
  readonly ofMinor: number
  /** Not used yet, in its own currency. */
  readonly leftMinor: number
  /** The value not used yet. */
  readonly leftBaseMinor: number
}

/**
 * What so much of an amount takes of its value: its share of the whole, rounded half away from zero and never more
 * than is left; what uses up the amount takes all that is left.
 *
 * @param minor - above zero, at most `leftMinor`
 * @law the shares of a base value add up to it
 * @example
 * drawBase({ baseCurrency: 'EUR', baseMinor: 1000, ofMinor: 300, leftMinor: 100, leftBaseMinor: 334 }, 100) // => 334
 * @category policies
 * @since 0.1.0
 */
export const drawBase = (pool: BasePool, minor: number): number =>
  minor === pool.leftMinor ? pool.leftBaseMinor : shareOfBase(pool, minor, pool.leftBaseMinor)

const shareOfBase = ({ baseMinor, ofMinor }: BasePool, minor: number, mostMinor: number): number =>
  ofMinor === 0 ? 0 : Math.min(scaleMinor(baseMinor, minor, ofMinor), mostMinor)

/**
 * What an application is worth in the base currency, as far as its two sides are valued: what it took of the value
 * of the receipt or credit, and of the item's. Realised = source - cleared, a gain is positive; a discount's and a
 * penny's parts are no matter of exchange and stand apart.
 *
 * @category model
 * @since 0.1.0
 */
export interface LinkExchange {
  readonly baseCurrency: CurrencyCode
  readonly sourceBaseMinor?: number
  /** Of a penny kept as a gain. */
  readonly pennyBaseMinor?: number
  readonly clearedBaseMinor?: number
  /** Of a discount granted with it. */
  readonly discountBaseMinor?: number
  /** There when both sides are valued. */
  readonly realisedBaseMinor?: number
}

/** What moves from a source to an item: each amount in the currency of its own side. @category model @since 0.1.0 */
export interface LinkAmounts {
  readonly sourceMinor: number
  readonly pennyMinor: number
  readonly itemMinor: number
  readonly discountMinor: number
}

/**
 * The base values of an application; nothing where neither side is valued.
 *
 * @law realised is what the source gave less what the item cleared
 * @category policies
 * @since 0.1.0
 */
export const linkExchange = (
  source: BasePool | undefined,
  item: BasePool | undefined,
  { sourceMinor, pennyMinor, itemMinor, discountMinor }: LinkAmounts,
): LinkExchange | undefined => {
  const baseCurrency = source?.baseCurrency ?? item?.baseCurrency
  if (baseCurrency === undefined) return undefined
  const given = source === undefined ? undefined : drawBase(source, sourceMinor + pennyMinor)
  const taken = item === undefined ? undefined : drawBase(item, itemMinor + discountMinor)
  const pennyBase =
    source === undefined || given === undefined || pennyMinor === 0 ? 0 : shareOfBase(source, pennyMinor, given)
  const discountBase =
    item === undefined || taken === undefined || discountMinor === 0 ? 0 : shareOfBase(item, discountMinor, taken)
  return {
    baseCurrency,
    ...(given === undefined ? {} : { sourceBaseMinor: given - pennyBase }),
    ...(pennyBase === 0 ? {} : { pennyBaseMinor: pennyBase }),
    ...(taken === undefined ? {} : { clearedBaseMinor: taken - discountBase }),
    ...(discountBase === 0 ? {} : { discountBaseMinor: discountBase }),
    ...(given === undefined || taken === undefined
      ? {}
      : { realisedBaseMinor: given - pennyBase - (taken - discountBase) }),
  }
}

/** What an application used of its source's value. @category policies @since 0.1.0 */
export const sourceBaseOf = (exchange: LinkExchange | undefined): number =>
  (exchange?.sourceBaseMinor ?? 0) + (exchange?.pennyBaseMinor ?? 0)

/** What an application took off its item's value, discount and all. @category policies @since 0.1.0 */
export const itemBaseOf = (exchange: LinkExchange | undefined): number =>
  (exchange?.clearedBaseMinor ?? 0) + (exchange?.discountBaseMinor ?? 0)
