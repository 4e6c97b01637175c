/** How much of each open part is promised and still in time. */
import type { OwedPart } from '@quittance/dunning'
import type { OpenItem } from '../open-items/open-items.js'
import type { PromiseAt } from '../promises/account-promises.js'

/**
 * Open parts with what is promised of them: a promise for items lies on these, earliest due first; one of the balance
 * on all parts of its currency. What came in time already is promised no more; what is disputed or
 * kept back is not taken for promised. A promise past its last day in time covers nothing.
 *
 * @param items - of one customer
 * @param isHeldBack - items of which nothing is asked for now
 * @law a promise covers no more than it promises, and nothing after its window
 * @category projections
 * @since 0.1.0
 */
export const promisedParts = (
  items: ReadonlyArray<OpenItem>,
  promises: ReadonlyArray<PromiseAt>,
  asOf: OpenItem['dueOn'],
  isHeldBack: (itemId: string) => boolean = () => false,
): ReadonlyArray<OwedPart & { readonly heldBackMinor: number }> => {
  const parts = items.map(({ itemId, instalmentNo, currency, dueOn, openMinor, disputedMinor }) => ({
    itemId,
    instalmentNo,
    currency,
    dueOn,
    openMinor,
    disputedMinor,
    promisedMinor: 0,
    heldBackMinor: isHeldBack(itemId) ? Math.max(0, openMinor - disputedMinor) : 0,
  }))
  const cover = (minor: number, covers: (part: OwedPart) => boolean): void => {
    let left = minor
    for (const part of parts) {
      const roomMinor = Math.max(0, part.openMinor - part.disputedMinor - part.promisedMinor - part.heldBackMinor)
      if (left <= 0 || !covers(part)) continue
      const takenMinor = Math.min(left, roomMinor)
      part.promisedMinor += takenMinor
      left -= takenMinor
    }
  }
  const running = promises.filter(({ standing, windowEndsOn }) => standing === 'open' && windowEndsOn >= asOf)
  for (const { itemIds, verdict } of running)
    if (itemIds.length > 0)
      for (const { itemId, expectedMinor, keptMinor } of verdict?.items ?? [])
        cover(expectedMinor - keptMinor, (part) => part.itemId === itemId)
  for (const { itemIds, currency, promisedMinor, keptMinor } of running)
    if (itemIds.length === 0) cover(promisedMinor - keptMinor, (part) => part.currency === currency)
  return parts
}
