/**
 * Credits that name their charge are netted before anything is searched: to the payer the two are one amount. What is found
 * is then told in the items as they stand on the account.
 */
import { baseAfterCredits } from '../../policies/discount-available.js'
import type { ItemNotInFull, MatchItem } from './model.js'

/** How netted items came about. @internal */
export interface Bundles {
  /** As they stand on the account. */
  readonly items: ReadonlyArray<MatchItem>
  /** By charge: its credits, and how much of each is taken off it, above zero. */
  readonly creditsOf: ReadonlyMap<string, ReadonlyArray<{ readonly itemId: string; readonly minor: number }>>
  /** By credit: how much of it belongs to its charge, above zero. */
  readonly reservedOf: ReadonlyMap<string, number>
}

/**
 * The items with linked credits taken off their charges, as far as these go; nothing is netted away for good, for both are
 * told again where a candidate holds them.
 *
 * @param items - in canonical order, in which credits are taken
 * @returns nothing where no credit is linked to an item among these
 * @internal
 */
export const netCredits = (
  items: ReadonlyArray<MatchItem>,
): { readonly netted: ReadonlyArray<MatchItem>; readonly bundles: Bundles } | undefined => {
  if (!items.some(({ linkedTo, openMinor }) => linkedTo !== undefined && openMinor < 0)) return undefined
  const left = new Map(items.map(({ itemId, openMinor }) => [itemId, openMinor]))
  const creditsOf = new Map<string, Array<{ readonly itemId: string; readonly minor: number }>>()
  const reservedOf = new Map<string, number>()
  for (const { itemId, linkedTo = '', openMinor } of items) {
    const minor = Math.min(0 - openMinor, left.get(linkedTo) ?? 0)
    if (minor <= 0) continue
    left.set(linkedTo, (left.get(linkedTo) ?? 0) - minor)
    left.set(itemId, openMinor + minor)
    reservedOf.set(itemId, minor)
    creditsOf.set(linkedTo, [...(creditsOf.get(linkedTo) ?? []), { itemId, minor }])
  }
  const netted = items.map((item) => nettedItem(item, left.get(item.itemId) ?? 0, creditsOf.get(item.itemId)))
  return reservedOf.size === 0 ? undefined : { netted, bundles: { items, creditsOf, reservedOf } }
}

const nettedItem = (
  item: MatchItem,
  openMinor: number,
  credits: ReadonlyArray<{ readonly itemId: string }> | undefined,
): MatchItem => {
  if (credits === undefined) return { ...item, openMinor }
  const { discount } = item
  const shrunk = { grossMinor: item.openMinor, creditedMinor: item.openMinor - openMinor }
  return {
    ...item,
    openMinor,
    // Not interchangeable with an item that has no credits, or others.
    linkedTo: credits.map(({ itemId }) => itemId).join(' '),
    ...(discount === undefined
      ? {}
      : { discount: { ...discount, baseMinor: baseAfterCredits(shrunk, discount.baseMinor) } }),
  }
}

/** What a candidate holds, told in the items as they stand on the account. @internal */
export const unbundled = (
  itemIds: ReadonlyArray<string>,
  notInFull: ReadonlyArray<ItemNotInFull>,
  bundles: Bundles | undefined,
): { readonly itemIds: ReadonlyArray<string>; readonly notInFull: ReadonlyArray<ItemNotInFull> } => {
  if (bundles === undefined) return { itemIds, notInFull }
  const { items, creditsOf, reservedOf } = bundles
  const all = new Set(itemIds.flatMap((id) => [id, ...(creditsOf.get(id) ?? []).map(({ itemId }) => itemId)]))
  const chosen = new Set(itemIds)
  const used = new Map(
    itemIds.flatMap((id) => (creditsOf.get(id) ?? []).map(({ itemId, minor }) => [itemId, minor] as const)),
  )
  // Of a credit that was linked, its charge takes one part and what is free the other; either may be left.
  const leftOpen = items.flatMap(({ itemId, openMinor }): ReadonlyArray<ItemNotInFull> => {
    const reserved = reservedOf.get(itemId)
    if (reserved === undefined || !all.has(itemId)) return []
    const taken = (used.get(itemId) ?? 0) + (chosen.has(itemId) ? 0 - openMinor - reserved : 0)
    return taken === 0 - openMinor ? [] : [{ itemId, differences: [], openMinor: openMinor + taken }]
  })
  return {
    itemIds: items.filter(({ itemId }) => all.has(itemId)).map(({ itemId }) => itemId),
    notInFull: [...notInFull, ...leftOpen],
  }
}
