/** An account made ready for matching: items in canonical order, amounts beside them, identifiers indexed. */
import { addIdentifiers, emptyIdentifierIndex, type IdentifierIndex } from '../remittance/identifier-index.js'
import type { MatchItem } from './model.js'

/** @category model @since 0.1.0 */
export interface PreparedItems {
  /** By due day, document day, id. */
  readonly items: ReadonlyArray<MatchItem>
  readonly amounts: ReadonlyArray<number>
  readonly totalMinor: number
  /** Place of each item by id. */
  readonly placeOf: ReadonlyMap<string, number>
  readonly index: IdentifierIndex
}

/**
 * Make items ready; the order in which they come does not matter.
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
  return {
    items: sorted,
    amounts: sorted.map(({ openMinor }) => openMinor),
    totalMinor: sorted.reduce((so, { openMinor }) => so + openMinor, 0),
    placeOf: new Map(sorted.map(({ itemId }, place) => [itemId, place])),
    index: own,
  }
}

const canonical = (a: MatchItem, b: MatchItem): number =>
  compare(a.dueOn, b.dueOn) || compare(a.on, b.on) || compare(a.itemId, b.itemId)

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
