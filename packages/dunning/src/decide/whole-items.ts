/** What the last steps ask of items: all of them, and only where nothing speaks against it. */
import { keyedGet } from '@quittance/kernel'
import type { AccountOnDay } from '../context.js'
import type { AskedItem } from '../model.js'
import type { DunningRejection } from '../rejections.js'

/** All that is open on each item. @internal */
export const wholeOf = (itemIds: ReadonlyArray<string>, { items }: AccountOnDay): ReadonlyArray<AskedItem> =>
  itemIds.map((itemId) => ({
    itemId,
    amountMinor: items.reduce((so, item) => (item.itemId === itemId ? so + item.openMinor : so), 0),
  }))

/** Money of theirs is in hand, an agency has an item, or nothing is open on it: the first that holds. @internal */
export const notFree = (
  itemIds: ReadonlyArray<string>,
  currency: string,
  account: AccountOnDay,
): DunningRejection | undefined => {
  const inHandMinor = account.credits.reduce(
    (so, credit) => (credit.currency === currency ? so + credit.amountMinor : so),
    0,
  )
  if (inHandMinor > 0) return { _tag: 'MoneyUnmatched', currency, inHandMinor }
  for (const itemId of itemIds) {
    const placementId = keyedGet(account.dunning.items, itemId)?.placementId
    if (placementId !== undefined) return { _tag: 'ItemPlaced', itemId, placementId }
  }
  const paid = wholeOf(itemIds, account).find(({ amountMinor }) => amountMinor <= 0)
  return paid === undefined ? undefined : { _tag: 'NothingToAsk', itemId: paid.itemId, askableMinor: 0 }
}
