/** The written form of values in the base currency, the same in every room. */
import type * as t from 'io-ts'
import type { LinkExchange } from '../base-pool.js'
import type { BaseValue } from '../exchange.js'
import { currencyCode, exactDecimal, wholeNumber } from './leaf.js'
import { struct } from './struct.js'

/** A value in the base currency. @category codecs @since 0.1.0 */
export const baseValueCodec: t.Type<BaseValue> = struct(
  { baseCurrency: currencyCode, baseMinor: wholeNumber },
  { rate: exactDecimal },
)

/** The base values of an application. @category codecs @since 0.1.0 */
export const linkExchangeCodec: t.Type<LinkExchange> = struct(
  { baseCurrency: currencyCode },
  {
    sourceBaseMinor: wholeNumber,
    pennyBaseMinor: wholeNumber,
    clearedBaseMinor: wholeNumber,
    discountBaseMinor: wholeNumber,
    realisedBaseMinor: wholeNumber,
  },
)
