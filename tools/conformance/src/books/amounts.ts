/** An amount asked for as a total, by document id, or by position. */
import { type CurrencyCode, sumMinor } from '@quittance/kernel'
import type { Ask } from '../run/ask.js'
import { unsupported } from '../run/unsupported.js'
import { amount, list, map, nothing, text, type Value } from '../run/value.js'

/** Amounts of several documents in the shape that is asked for. */
export const amounts = (
  ask: Ask,
  byId: ReadonlyArray<readonly [string, number]>,
  currency: CurrencyCode,
  total: number = sumMinor(byId.map(([, minor]) => minor)),
): Value => {
  switch (ask.kind) {
    case 'one':
      return amount(total, currency)
    case 'list':
      return list(byId.map(([, minor]) => amount(minor, currency)))
    case 'map':
      return map(byId.map(([id, minor]): [string, Value] => [id, amount(minor, currency)]))
  }
}

/** A word for each of several documents in the shape that is asked for; asked for as one, it must be the same for all. */
export const words = (ask: Ask, byId: ReadonlyArray<readonly [string, string]>): Value => {
  const values = byId.map(([id, word]): [string, Value] => [id, text(word)])
  switch (ask.kind) {
    case 'one':
      return new Set(byId.map(([, word]) => word)).size === 1
        ? (values[0]?.[1] ?? nothing)
        : unsupported('one word for several documents')
    case 'list':
      return list(values.map(([, value]) => value))
    case 'map':
      return map(values)
  }
}
