/** Which items are kept back from every ask: by a hold in force, or because others collect them. */
import type { LocalDate } from '@quittance/kernel'
import type { CustomerContacts } from './contact-book.js'

/** Why an item is kept back, and to which day inclusive, where it ends by itself. @category projections @since 0.1.0 */
export interface HeldBack {
  readonly isPlaced: boolean
  /** The reason of the hold, or the agency. */
  readonly because: string
  readonly until?: LocalDate
}

interface Kept extends HeldBack {
  /** Absent: the whole account. */
  readonly items?: ReadonlySet<string>
}

/**
 * What keeps the items of an account back on a day. A hold is in force through its last day unless it was lifted by
 * then; a placement until the item is recalled. Where both do, the placement is named; of holds the last placed.
 *
 * @category projections
 * @since 0.1.0
 */
export const heldBackOn = (
  { holdings }: Pick<CustomerContacts, 'holdings'>,
  on: LocalDate,
): ((itemId: string) => HeldBack | undefined) => {
  const [holds, placements] = [new Map<string, Kept>(), new Map<string, Kept & { readonly items: Set<string> }>()]
  for (const { fact } of holdings)
    switch (fact._tag) {
      case 'HoldPlaced':
        holds.set(fact.holdId, {
          isPlaced: false,
          because: fact.reason,
          ...(fact.until === undefined ? {} : { until: fact.until }),
          ...(fact.items === undefined ? {} : { items: new Set(fact.items) }),
        })
        break
      case 'HoldLifted':
        holds.delete(fact.holdId)
        break
      case 'PlacedWithAgency':
        placements.set(fact.placementId, {
          isPlaced: true,
          because: fact.agency,
          items: new Set(fact.items.map(({ itemId }) => itemId)),
        })
        break
      case 'Recalled':
        if (fact.items === undefined) placements.delete(fact.placementId)
        else for (const itemId of fact.items) placements.get(fact.placementId)?.items.delete(itemId)
    }
  const inForce = [...placements.values(), ...[...holds.values()].reverse()].filter(
    ({ until }) => until === undefined || until >= on,
  )
  return (itemId) => {
    const found = inForce.find(({ items }) => items === undefined || items.has(itemId))
    if (found === undefined) return undefined
    const { items: _items, ...heldBack } = found
    return heldBack
  }
}
