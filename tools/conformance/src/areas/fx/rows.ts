/** Amounts of documents, payments and links, in the shape that is asked for. */
import { type CurrencyCode, sumMinor } from '@quittance/kernel'
import type { Ask } from '../../run/ask.js'
import { unsupported } from '../../run/unsupported.js'
import { amount, list, map, type Value } from '../../run/value.js'

/** An amount of a document, a payment or a link. */
export interface Row {
  readonly id: string
  readonly minor: number
  readonly currency: CurrencyCode
}

/**
 * As a total of the first kind of rows, by id of any kind, or by position: of the last kind that has as many rows as
 * are asked for.
 */
export const shaped = (ask: Ask, ...kinds: ReadonlyArray<ReadonlyArray<Row>>): Value => {
  const [rows = []] = kinds
  switch (ask.kind) {
    case 'one': {
      const codes = new Set(rows.map(({ currency }) => currency))
      const [code] = codes
      return code === undefined || codes.size > 1
        ? unsupported('one amount of several currencies')
        : amount(sumMinor(rows.map(({ minor }) => minor)), code)
    }
    case 'map':
      return map(kinds.flat().map(({ id, minor, currency }): [string, Value] => [id, amount(minor, currency)]))
    case 'list': {
      const asked = [...kinds].reverse().find(({ length }) => length === ask.items.length) ?? rows
      return list(asked.map(({ minor, currency }) => amount(minor, currency)))
    }
  }
}
