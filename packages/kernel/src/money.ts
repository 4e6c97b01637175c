/**
 * Money: a currency and a whole number of its minor units, within the safe range of whole numbers. No
 * floats, and no sum across currencies: with the codes in the types that does not compile, and with codes
 * known only at run time it is a broken invariant.
 */
import * as E from 'fp-ts/lib/Either.js'
import { currencyExponent, type CurrencyCode } from './currency.js'
import { invariant } from './invariant.js'
import { sumMinor } from './rounding.js'

/** An amount in minor units of one currency; 12.34 EUR is `{ currency: 'EUR', minor: 1234 }`. @category model @since 0.1.0 */
export interface Money<Currency extends CurrencyCode = CurrencyCode> {
  readonly currency: Currency
  readonly minor: number
}

/** Why a text is not an amount of a currency. @category rejections @since 0.1.0 */
export type MoneyRefusal =
  | { readonly _tag: 'UnknownCurrency'; readonly currency: string }
  | { readonly _tag: 'NotAnAmount'; readonly text: string }
  | { readonly _tag: 'TooManyDecimals'; readonly text: string; readonly currency: string; readonly decimals: number }
  | { readonly _tag: 'AmountOutOfRange'; readonly text: string }

/** An amount that the programmer wrote down, in minor units. @example money('EUR', 12_34) // => { currency: 'EUR', minor: 1234 } @category model @since 0.1.0 */
export const money = <Currency extends CurrencyCode>(currency: Currency, minor: number): Money<Currency> => {
  invariant(currencyExponent(currency) !== undefined, `${currency} is an ISO 4217 currency`)
  invariant(Number.isSafeInteger(minor), `${minor} is a whole number of minor units in the safe range`)
  return { currency, minor }
}

/**
 * The sum of two amounts of one currency.
 *
 * @example
 * addMoney(money('EUR', 100), money('EUR', 1)) // => { currency: 'EUR', minor: 101 }
 * @category model
 * @since 0.1.0
 */
export const addMoney = <Currency extends CurrencyCode>(
  a: Money<Currency>,
  b: Money<NoInfer<Currency>>,
): Money<Currency> => {
  invariant(a.currency === b.currency, `${a.currency} and ${b.currency} are not added`)
  return { currency: a.currency, minor: sumMinor([a.minor, b.minor]) }
}

/** The first amount less the second, of one currency. @example subtractMoney(money('EUR', 100), money('EUR', 1)).minor // => 99 @category model @since 0.1.0 */
export const subtractMoney = <Currency extends CurrencyCode>(
  a: Money<Currency>,
  b: Money<NoInfer<Currency>>,
): Money<Currency> => addMoney(a, { currency: b.currency, minor: 0 - b.minor })

const pattern = /^([+-]?)(\d+)(?:\.(\d*))?$/

/**
 * Read an amount such as `1234.56` exactly, from text, never through a float. Zeros beyond the currency's
 * places are accepted (`35.000` EUR); other digits there are refused rather than rounded away.
 *
 * @rejects UnknownCurrency, NotAnAmount, TooManyDecimals, AmountOutOfRange, in this order
 * @law format then parse gives the amount back
 * @example
 * parseMoney('12.345', 'EUR') // => left({ _tag: 'TooManyDecimals', text: '12.345', currency: 'EUR', decimals: 2 })
 * @category model
 * @since 0.1.0
 */
export const parseMoney = <Currency extends CurrencyCode>(
  text: string,
  currency: Currency,
): E.Either<MoneyRefusal, Money<Currency>> => {
  const decimals = currencyExponent(currency)
  if (decimals === undefined) return E.left({ _tag: 'UnknownCurrency', currency })
  const match = pattern.exec(text)
  if (match === null) return E.left({ _tag: 'NotAnAmount', text })
  const fraction = (match[3] ?? '').replace(/0+$/, '')
  if (fraction.length > decimals) return E.left({ _tag: 'TooManyDecimals', text, currency, decimals })
  const magnitude = Number(`${match[2]}${fraction.padEnd(decimals, '0')}`)
  if (!Number.isSafeInteger(magnitude)) return E.left({ _tag: 'AmountOutOfRange', text })
  return E.right({ currency, minor: match[1] === '-' ? 0 - magnitude : magnitude })
}

/** The amount in plain digits with the currency's places, no grouping: what programs read. @example formatMinor(-5, 'EUR') // => '-0.05' @category model @since 0.1.0 */
export const formatMinor = (minor: number, currency: CurrencyCode): string => {
  const decimals = currencyExponent(currency) ?? 2
  const digits = String(Math.abs(minor)).padStart(decimals + 1, '0')
  const whole = digits.slice(0, digits.length - decimals)
  return `${minor < 0 ? '-' : ''}${whole}${decimals === 0 ? '' : `.${digits.slice(digits.length - decimals)}`}`
}

/** The amount as plain digits followed by its code. @example formatMoney(money('EUR', 119_00)) // => '119.00 EUR' @category model @since 0.1.0 */
export const formatMoney = (amount: Money): string => `${formatMinor(amount.minor, amount.currency)} ${amount.currency}`
