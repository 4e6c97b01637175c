/** Values in the base currency as cases state them: by a rate, or as booked. */
import { type CurrencyCode, isCurrencyCode, type StatedValue } from '@quittance/kernel'
import type { Reader } from '../run/reader.js'
import { unsupported } from '../run/unsupported.js'
import { currenciesNamed, minorOf, standInFor } from './currency.js'

/** Currencies of two places, one of which no case will name all of. */
const candidates: ReadonlyArray<CurrencyCode> = ['XXX', 'CHF', 'EUR', 'USD', 'GBP', 'SEK', 'NOK', 'DKK', 'PLN', 'CZK']

/** The base currency that a case leaves without a name: one of two places that it does not use. */
export const baseCurrencyOf = (given: Reader): CurrencyCode => {
  const used = new Set([...currenciesNamed(given).filter(isCurrencyCode), standInFor(given)])
  return candidates.find((code) => !used.has(code)) ?? unsupported('more currencies than this runner has names for')
}

/** The value that a row states. What was booked is what counts; a rate beside it says how it came about. */
export const valueStated = (
  row: Reader,
  bookedKey: 'base' | 'bank_base',
  baseCurrency: CurrencyCode,
): { readonly exchange?: StatedValue } => {
  const [rate, baseMinor] = [row.decimal('fx_rate'), minorOf(row, bookedKey, baseCurrency)]
  if (baseMinor !== undefined) return { exchange: { baseCurrency, baseMinor } }
  return rate === undefined ? {} : { exchange: { baseCurrency, rate } }
}
