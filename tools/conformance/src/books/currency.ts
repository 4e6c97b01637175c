/** Amounts of a case in minor units of a currency; where none is named, of one with as many places as the amounts show. */
import { type CurrencyCode, currencyExponent, parseMoney } from '@quittance/kernel'
import * as E from 'fp-ts/lib/Either.js'
import type { Node } from '../file/node.js'
import { type Reader, scalarText } from '../run/reader.js'
import { unsupported } from '../run/unsupported.js'

/** Keys whose values are amounts, in any area; only these show the scale. */
const amountKeys = new Set([
  'adjust',
  'amount',
  'auto_applied',
  'beginning',
  'charges',
  'cogs',
  'credit_note',
  'credit_sales',
  'credited',
  'current',
  'customer_credit',
  'difference',
  'discount',
  'discount_amount',
  'disputed',
  'ending_current',
  'ending_total',
  'fee',
  'fee_per_invoice',
  'freight',
  'gross',
  'interest',
  'inventory',
  'kept',
  'limit',
  'line',
  'lines',
  'manual_applied',
  'max_overpayment',
  'max_penny',
  'min_agency_amount',
  'min_amount',
  'monthly',
  'net',
  'of',
  'open',
  'opening',
  'order',
  'original_disputed',
  'overdue',
  'paid',
  'past_due',
  'pay',
  'payables',
  'prepaid',
  'principal',
  'receivables',
  'refund',
  'return',
  'small_below',
  'tax',
  'threshold',
  'tolerance',
  'tolerance_amount',
  'total',
  'values',
  'write_off_limit',
  'written_off',
])

/** A currency that stands in for "no currency named", by decimal places. */
const standIns: Readonly<Record<number, CurrencyCode>> = { 0: 'JPY', 1: 'XXX', 2: 'XXX', 3: 'KWD', 4: 'CLF' }

/** The currency that a word names. */
export const currencyNamed = (word: string, path: string): CurrencyCode =>
  currencyExponent(word) === undefined ? unsupported(`${path}: ${word} is not a currency`) : word

/** The currency of a case: the one it names anywhere, else a stand-in with the scale of the amounts. */
export const currencyOf = (given: Reader): CurrencyCode => {
  const [named, ...others] = new Set(currenciesNamed(given))
  if (others.length > 0) return unsupported('several currencies')
  return named === undefined ? standInFor(given) : currencyNamed(named, 'currency')
}

/** The same where amounts are worked out by percent: whole numbers of no currency stand for amounts of two places. */
export const finerCurrencyOf = (given: Reader): CurrencyCode => {
  const currency = currencyOf(given)
  return currenciesNamed(given).length === 0 && (currencyExponent(currency) ?? 2) < 2 ? standInWith(2) : currency
}

/** A currency without a name, with so many decimals. */
export const standInWith = (decimals: number): CurrencyCode =>
  standIns[decimals] ?? unsupported(`amounts with ${decimals} decimals and no currency`)

/** Every currency that a case names, in its order, as often as it does. */
export const currenciesNamed = (given: Reader): ReadonlyArray<string> => namedIn(given.source, '')

/** A currency without a name, with as many places as the amounts of a case show. */
export const standInFor = (given: Reader): CurrencyCode => {
  const places = placesIn(given.source, false)
  return standInWith(places.length === 0 ? 2 : Math.max(...places))
}

const namedIn = (node: Node, key: string): ReadonlyArray<string> => {
  switch (node.kind) {
    case 'scalar':
      return key === 'currency' || key === 'ccy' ? [node.text] : []
    case 'list':
      return node.items.flatMap((item) => namedIn(item, key))
    case 'map':
      return [...node.entries].flatMap(([inner, entry]) => namedIn(entry, inner))
  }
}

const placesIn = (node: Node, isAmount: boolean): ReadonlyArray<number> => {
  switch (node.kind) {
    case 'scalar': {
      const match = isAmount ? /^[+-]?\d+(?:\.(\d+))?$/.exec(node.text) : null
      return match === null ? [] : [match[1]?.length ?? 0]
    }
    case 'list':
      return node.items.flatMap((item) => placesIn(item, isAmount))
    case 'map':
      return [...node.entries].flatMap(([key, entry]) => placesIn(entry, amountKeys.has(key)))
  }
}

/** An amount as written, in minor units. */
export const minorAt = (node: Node, path: string, currency: CurrencyCode): number => {
  const parsed = parseMoney(scalarText(node, path), currency)
  return E.isRight(parsed)
    ? parsed.right.minor
    : unsupported(`${path}: ${scalarText(node, path)} (${parsed.left._tag} of ${currency})`)
}

/** An amount of a map, in minor units. */
export const minorOf = (reader: Reader, key: string, currency: CurrencyCode): number | undefined => {
  const node = reader.node(key)
  return node === undefined ? undefined : minorAt(node, `${reader.path}.${key}`, currency)
}

/** An amount that the case cannot do without. */
export const requiredMinor = (reader: Reader, key: string, currency: CurrencyCode): number =>
  minorOf(reader, key, currency) ?? unsupported(`${reader.path} without ${key}`)

/** A list of amounts, in minor units. */
export const minorsOf = (reader: Reader, key: string, currency: CurrencyCode): ReadonlyArray<number> => {
  const node = reader.node(key)
  if (node === undefined) return []
  if (node.kind !== 'list') return unsupported(`${reader.path}.${key} that is no list`)
  return node.items.map((item, index) => minorAt(item, `${reader.path}.${key}[${index}]`, currency))
}
