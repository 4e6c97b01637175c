/** What the library answered, in a form that can be compared with what a case expects. */
import { type CurrencyCode, type Fraction, formatDecimal, formatMinor, roundFraction } from '@quittance/kernel'

/** An answer. Numbers are exact text; a rate is exact too, and rounded to the places that are expected; a list in `anyOrder` names a set. */
export type Value =
  | { readonly kind: 'number'; readonly text: string }
  | { readonly kind: 'rate'; readonly fraction: Fraction }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'yes'; readonly yes: boolean }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'list'; readonly items: ReadonlyArray<Value>; readonly anyOrder: boolean }
  | { readonly kind: 'map'; readonly entries: ReadonlyMap<string, Value> }

/** An amount of a currency. */
export const amount = (minor: number, currency: CurrencyCode): Value => ({
  kind: 'number',
  text: formatMinor(minor, currency),
})

/** A whole number. */
export const whole = (number: number): Value => ({ kind: 'number', text: String(number) })

/** A rate, a score or an average; `null` where there is none. */
export const rate = (fraction: Fraction | null): Value => (fraction === null ? nothing : { kind: 'rate', fraction })

/** A word, an id or a day. */
export const text = (word: string): Value => ({ kind: 'text', text: word })

/** Yes or no. */
export const yesNo = (yes: boolean): Value => ({ kind: 'yes', yes })

/** No value. */
export const nothing: Value = { kind: 'nothing' }

/** A list whose order matters. */
export const list = (items: ReadonlyArray<Value>): Value => ({ kind: 'list', items, anyOrder: false })

/** A list that names a set. */
export const set = (items: ReadonlyArray<Value>): Value => ({ kind: 'list', items, anyOrder: true })

/** A map by id, or the fields of a row. */
export const map = (entries: Iterable<readonly [string, Value]>): Value => ({ kind: 'map', entries: new Map(entries) })

/** The fields of a row. */
export const fields = (row: Readonly<Record<string, Value>>): Value => map(Object.entries(row))

/** A value as one line of text, for reports. */
export const shown = (value: Value | undefined): string => {
  if (value === undefined) return 'nothing'
  switch (value.kind) {
    case 'number':
    case 'text':
      return value.text
    case 'rate':
      return formatDecimal(roundFraction(value.fraction, 6))
    case 'yes':
      return String(value.yes)
    case 'nothing':
      return 'null'
    case 'list':
      return `[${value.items.map(shown).join(', ')}]`
    case 'map':
      return `{${[...value.entries].map(([key, entry]) => `${key}: ${shown(entry)}`).join(', ')}}`
  }
}
