/**
 * What an amount is worth in the base currency of the entity's books. Stated once, where the amount comes onto
 * the ledger, by a rate or by what was booked; a rate is base units for one unit of the amount's currency.
 */
import * as E from 'fp-ts/lib/Either.js'
import { type CurrencyCode, currencyExponent, isCurrencyCode } from './currency.js'
import type { Decimal } from './decimal.js'
import type { Money } from './money.js'
import { divideRounded, toSafe } from './rounding.js'

/** The value of an amount in the base currency. `rate` is there where it was valued by one, and not where only the booked amount is known. @category model @since 0.1.0 */
export interface BaseValue {
  readonly baseCurrency: CurrencyCode
  readonly baseMinor: number
  /** Base units for one unit of the amount's currency. */
  readonly rate?: Decimal
}

/** A value as a command states it: by a rate, by the amount booked in the base currency, or by both. @category commands @since 0.1.0 */
export interface StatedValue {
  readonly baseCurrency: CurrencyCode
  readonly rate?: Decimal
  readonly baseMinor?: number
}

/** A value in the base currency that cannot be used as it was stated. @category rejections @since 0.1.0 */
export interface InvalidExchange {
  readonly _tag: 'InvalidExchange'
  readonly field: 'exchange' | 'exchange.baseCurrency' | 'exchange.rate' | 'exchange.baseMinor'
  /** `not-one`: the amount is in the base currency already, so its value is itself. `rate-and-base-differ`: the booked amount is none that the rate, as exactly as it is written, could give. */
  readonly problem:
    'unknown-currency' | 'nothing-stated' | 'not-positive' | 'out-of-range' | 'not-one' | 'rate-and-base-differ'
}

const tenTo = (power: number): bigint => 10n ** BigInt(power)

/** An amount at a rate of `numerator / denominator`, rounded once; the two currencies may have different places. */
const converted = (
  { currency, minor }: Money,
  baseCurrency: CurrencyCode,
  numerator: bigint,
  denominator: bigint,
): bigint =>
  divideRounded(
    BigInt(minor) * numerator * tenTo(currencyExponent(baseCurrency) ?? 2),
    denominator * tenTo(currencyExponent(currency) ?? 2),
  )

/**
 * An amount at a rate, in minor units of the base currency, rounded once, half away from zero.
 *
 * @param rate - base units for one unit of the amount's currency
 * @example
 * atRate({ currency: 'JPY', minor: 1_000 }, 'EUR', { unscaled: 61, scale: 4 }) // => 610
 * @category policies
 * @since 0.1.0
 */
export const atRate = (amount: Money, baseCurrency: CurrencyCode, rate: Decimal): number =>
  toSafe(converted(amount, baseCurrency, BigInt(rate.unscaled), tenTo(rate.scale)))

/**
 * The value of an amount as a fact carries it. By a rate it is the amount at that rate; by a booked amount it is
 * that amount. Both together must fit: the booked amount must be one that the rate gives as it is written, so within
 * half a unit of its last place (1.08 stands for 1.075 to 1.085), and it is the booked amount that counts.
 *
 * @rejects InvalidExchange: unknown-currency, nothing-stated, not-positive, out-of-range, not-one, rate-and-base-differ, in this order
 * @law a value in the base currency is the amount at its rate
 * @example
 * valueInBase({ currency: 'USD', minor: 100_00 }, { baseCurrency: 'EUR', rate: { unscaled: 85, scale: 2 } }) // => right({ baseCurrency: 'EUR', baseMinor: 8500, rate: { unscaled: 85, scale: 2 } })
 * @category policies
 * @since 0.1.0
 */
export const valueInBase = (amount: Money, stated: StatedValue): E.Either<InvalidExchange, BaseValue> => {
  const { baseCurrency, rate, baseMinor } = stated
  const wrong = (
    field: InvalidExchange['field'],
    problem: InvalidExchange['problem'],
  ): E.Either<InvalidExchange, never> => E.left({ _tag: 'InvalidExchange', field, problem })
  if (!isCurrencyCode(baseCurrency)) return wrong('exchange.baseCurrency', 'unknown-currency')
  if (rate === undefined && baseMinor === undefined) return wrong('exchange', 'nothing-stated')
  if (rate !== undefined && rate.unscaled <= 0) return wrong('exchange.rate', 'not-positive')
  if (baseMinor !== undefined && (baseMinor < 0 || (baseMinor === 0) !== (amount.minor === 0)))
    return wrong('exchange.baseMinor', 'not-positive')
  if (baseMinor !== undefined && !Number.isSafeInteger(baseMinor)) return wrong('exchange.baseMinor', 'out-of-range')
  const worth =
    rate === undefined
      ? BigInt(baseMinor ?? 0)
      : converted(amount, baseCurrency, BigInt(rate.unscaled), tenTo(rate.scale))
  if (worth > BigInt(Number.MAX_SAFE_INTEGER)) return wrong('exchange.rate', 'out-of-range')
  if (
    amount.currency === baseCurrency &&
    (worth !== BigInt(amount.minor) || (baseMinor ?? amount.minor) !== amount.minor)
  )
    return wrong(rate === undefined ? 'exchange.baseMinor' : 'exchange.rate', 'not-one')
  if (rate !== undefined && baseMinor !== undefined && !fits(amount, baseCurrency, rate, baseMinor))
    return wrong('exchange', 'rate-and-base-differ')
  return E.right({
    baseCurrency,
    baseMinor: baseMinor ?? Number(worth),
    ...(rate === undefined ? {} : { rate }),
  })
}

/** Whether a rate that is written so could have given the booked amount. */
const fits = (amount: Money, baseCurrency: CurrencyCode, { unscaled, scale }: Decimal, baseMinor: number): boolean => {
  const [twice, denominator] = [BigInt(unscaled) * 2n, 2n * tenTo(scale)]
  const booked = BigInt(baseMinor)
  return (
    converted(amount, baseCurrency, twice - 1n, denominator) <= booked &&
    booked <= converted(amount, baseCurrency, twice + 1n, denominator)
  )
}
