/**
 * Money whose text names open items: all that it names in full, or one item in part. Money that names more than it pays,
 * or an item that others name too and that cannot take them all, is for a person.
 */
import { addIdentifiers, emptyIdentifierIndex, type IdentifierIndex } from '../remittance/identifier-index.js'
import { namedInFull } from '../remittance/named-in-full.js'
import { allocate, type Desk, freeCredits, freeOf, noteRivals, openDebits, openOf } from './desk.js'
import type { CleanUpPair } from './model.js'

/** What one receipt would settle if no other named the same. */
interface Claim {
  readonly creditId: string
  readonly pairs: ReadonlyArray<CleanUpPair>
  /** Whether it is all of the money, and closes all that it names. */
  readonly isExact: boolean
}

/** @internal */
export const byReference = (desk: Desk): void => {
  const index = emptyIdentifierIndex()
  for (const { itemId, identifiers } of openDebits(desk)) addIdentifiers(index, itemId, identifiers)
  const claims = freeCredits(desk).flatMap((credit): ReadonlyArray<Claim> => {
    const claim = credit._tag === 'Receipt' ? claimOf(desk, credit.creditId, credit.text, index) : undefined
    return claim === undefined ? [] : [claim]
  })
  const granted = claims.filter((claim) => claim.pairs.every(({ itemId }) => mayTake(desk, claim, itemId, claims)))
  const taken = new Set(granted.flatMap(({ pairs }) => pairs.map(({ itemId }) => itemId)))
  for (const { creditId, pairs } of claims.filter((claim) => !granted.includes(claim)))
    for (const { itemId } of pairs) if (!taken.has(itemId)) noteRivals(desk, [creditId], [itemId])
  for (const { isExact, pairs } of granted) allocate(desk, isExact ? 'reference-and-amount' : 'reference', pairs)
}

/** An item takes all who name it, or else the one whose amount fits; of several that fit, none. */
const mayTake = (desk: Desk, claim: Claim, itemId: string, claims: ReadonlyArray<Claim>): boolean => {
  const onItem = claims.filter(({ pairs }) => pairs.some((pair) => pair.itemId === itemId))
  const askedMinor = onItem
    .flatMap(({ pairs }) => pairs)
    .reduce((so, pair) => so + (pair.itemId === itemId ? pair.amountMinor : 0), 0)
  return askedMinor <= openOf(desk, itemId) || (claim.isExact && onItem.filter(({ isExact }) => isExact).length === 1)
}

const claimOf = (desk: Desk, creditId: string, text: string, index: IdentifierIndex): Claim | undefined => {
  const mentions = namedInFull(text, index)
  const named = [...new Set(mentions.flat())].filter((itemId) => openOf(desk, itemId) > 0).sort()
  if (named.length === 0) return undefined
  const freeMinor = freeOf(desk, creditId)
  const whole = (itemIds: ReadonlyArray<string>): Claim => {
    const pairs = itemIds.map((itemId) => ({ creditId, itemId, amountMinor: openOf(desk, itemId) }))
    return { creditId, pairs, isExact: totalOf(desk, itemIds) === freeMinor }
  }
  if (totalOf(desk, named) === freeMinor) return whole(named)
  if (mentions.some(({ length }) => length > 1)) {
    // One reference of several items says which only together with the amount.
    const fitting = named.filter((itemId) => openOf(desk, itemId) === freeMinor)
    const [only] = fitting
    if (only !== undefined && fitting.length === 1 && mentions.every((one) => one.includes(only))) return whole([only])
    noteRivals(desk, [creditId], named)
    return undefined
  }
  if (totalOf(desk, named) < freeMinor) return whole(named)
  const [only] = named
  if (only !== undefined && named.length === 1)
    return { creditId, pairs: [{ creditId, itemId: only, amountMinor: freeMinor }], isExact: false }
  noteRivals(desk, [creditId], named)
  return undefined
}

const totalOf = (desk: Desk, itemIds: ReadonlyArray<string>): number =>
  itemIds.reduce((so, itemId) => so + openOf(desk, itemId), 0)
