/**
 * An account made ready for matching: items in canonical order, amounts beside them, identifiers indexed. What else follows from
 * the items alone is worked out when the first payment asks for it, and kept for the next.
 */
import { addIdentifiers, emptyIdentifierIndex, type IdentifierIndex } from '../remittance/identifier-index.js'
import { type PreparedSums, prepareSums } from '../solver/prepare-sums.js'
import { type DayOrder, dayOrder } from './day-order.js'
import type { MatchItem } from './model.js'
import type { Bundles } from './net-credits.js'
import { once } from './once.js'
import { type SameAmounts, sameAmounts } from './same-amounts.js'

/** @category model @since 0.1.0 */
export interface PreparedItems {
  /** By due day, document day, id. */
  readonly items: ReadonlyArray<MatchItem>
  readonly amounts: ReadonlyArray<number>
  readonly totalMinor: number
  /** Place of each item by id. */
  readonly placeOf: ReadonlyMap<string, number>
  readonly index: IdentifierIndex
  /** @internal */
  readonly byDueDay: () => DayOrder
  /** @internal */
  readonly byDocumentDay: () => DayOrder
  /** @internal */
  readonly same: () => SameAmounts
  /** @internal */
  readonly sums: () => PreparedSums
  /** Where linked credits are off their charges. @internal */
  readonly bundles?: Bundles
}

/**
 * Make items ready; the order in which they come does not matter. Make them ready once for all payments that are decided on
 * the same open items: the searches share what they learn about the items.
 *
 * @param index - an index kept by the caller over at least these items; made afresh without one
 * @category policies
 * @since 0.1.0
 */
export const prepareItems = (items: ReadonlyArray<MatchItem>, index?: IdentifierIndex): PreparedItems => {
  // What owes nothing is not open.
  const sorted = items.filter(({ openMinor }) => openMinor !== 0).sort(canonical)
  const own = index ?? emptyIdentifierIndex()
  if (index === undefined) for (const { itemId, identifiers } of sorted) addIdentifiers(own, itemId, identifiers)
  const amounts = sorted.map(({ openMinor }) => openMinor)
  return {
    items: sorted,
    amounts,
    totalMinor: amounts.reduce((so, minor) => so + minor, 0),
    placeOf: new Map(sorted.map(({ itemId }, place) => [itemId, place])),
    index: own,
    byDueDay: once(() => dayOrder(sorted, ({ dueOn }) => dueOn)),
    byDocumentDay: once(() => dayOrder(sorted, ({ on }) => on)),
    same: once(() => sameAmounts(sorted)),
    sums: once(() => prepareSums(amounts)),
  }
}

const canonical = (a: MatchItem, b: MatchItem): number =>
  compare(a.dueOn, b.dueOn) || compare(a.on, b.on) || compare(a.itemId, b.itemId)

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
