/** Who may have paid, by name, among many customers. The index belongs to its caller and changes in place. */
import { nameTriples, perMilleOf } from './name-similarity.js'

interface KnownName {
  readonly customer: string
  readonly triples: ReadonlyArray<string>
}

/** Names of customers by the triples of letters in them; made, changed and asked through functions only. @category model @since 0.1.0 */
export interface NameIndex {
  readonly byTriple: Map<string, Set<KnownName>>
  readonly byCustomer: Map<string, Map<string, KnownName>>
}

/** A customer, and how alike the most similar of its names is, in per mille. @category model @since 0.1.0 */
export interface RankedPayer {
  readonly customer: string
  readonly perMille: number
}

/** Who a name means. `one` is the first of `ranked`; of `several` a person chooses. @category model @since 0.1.0 */
export interface PayerByName {
  readonly found: 'none' | 'one' | 'several'
  /** The most similar first, equals in the order of code units. */
  readonly ranked: ReadonlyArray<RankedPayer>
}

/** From where on a name counts; in per mille. @category model @since 0.1.0 */
export interface NameThresholds {
  /** Less similar names are not reported. */
  readonly least: number
  /** One customer is meant only if it is at least so similar … */
  readonly one: number
  /** … and ahead of the second by at least so much; ahead it must be in any case. */
  readonly margin: number
  /** The most customers that are reported. */
  readonly most: number
}

/** Thresholds for names as banks write them: cut, reordered, with another legal form. @category policies @since 0.1.0 */
export const bankNameThresholds: NameThresholds = { least: 500, one: 800, margin: 100, most: 20 }

/** An index of no names. @category model @since 0.1.0 */
export const emptyNameIndex = (): NameIndex => ({ byTriple: new Map(), byCustomer: new Map() })

/** Put in a name of a customer, who may have several; said twice it counts once. Changes the index it is given. @category model @since 0.1.0 */
export const addName = (index: NameIndex, customer: string, name: string): void => {
  const names = index.byCustomer.get(customer) ?? new Map<string, KnownName>()
  const triples = nameTriples(name)
  if (triples.length === 0 || names.has(name)) return
  const known = { customer, triples }
  names.set(name, known)
  index.byCustomer.set(customer, names)
  for (const triple of triples) {
    const under = index.byTriple.get(triple)
    if (under === undefined) index.byTriple.set(triple, new Set([known]))
    else under.add(known)
  }
}

/** Take out a customer with all its names; nothing happens if it is not in. @category model @since 0.1.0 */
export const removeNames = (index: NameIndex, customer: string): void => {
  for (const known of index.byCustomer.get(customer)?.values() ?? [])
    for (const triple of known.triples) {
      const under = index.byTriple.get(triple)
      under?.delete(known)
      if (under?.size === 0) index.byTriple.delete(triple)
    }
  index.byCustomer.delete(customer)
}

/**
 * Who a name on a payment may mean. Equally similar customers are never told apart by their ids.
 *
 * @law the name index finds what comparing with every name finds
 * @example
 * const index = emptyNameIndex()
 * addName(index, 'c-1', 'Westin Foods Inc')
 * addName(index, 'c-2', 'Eastern Foods Inc')
 * payerByName(index, 'FOODS WESTI').found // => 'one'
 * @category policies
 * @since 0.1.0
 */
export const payerByName = (
  index: NameIndex,
  name: string,
  thresholds: NameThresholds = bankNameThresholds,
): PayerByName => {
  const asked = nameTriples(name)
  const shared = new Map<KnownName, number>()
  for (const triple of asked)
    for (const known of index.byTriple.get(triple) ?? []) shared.set(known, (shared.get(known) ?? 0) + 1)
  const best = new Map<string, number>()
  for (const [{ customer, triples }, count] of shared) {
    const perMille = perMilleOf(count, asked.length, triples.length)
    if (perMille >= thresholds.least && perMille > (best.get(customer) ?? -1)) best.set(customer, perMille)
  }
  const ranked = [...best]
    .map(([customer, perMille]): RankedPayer => ({ customer, perMille }))
    .sort((a, b) => b.perMille - a.perMille || (a.customer < b.customer ? -1 : 1))
  return { found: verdict(ranked, thresholds), ranked: ranked.slice(0, thresholds.most) }
}

const verdict = (ranked: ReadonlyArray<RankedPayer>, { one, margin }: NameThresholds): PayerByName['found'] => {
  const [best, second] = ranked
  if (best === undefined) return 'none'
  const ahead = best.perMille - (second?.perMille ?? 0)
  return best.perMille >= one && ahead > 0 && ahead >= margin ? 'one' : 'several'
}
