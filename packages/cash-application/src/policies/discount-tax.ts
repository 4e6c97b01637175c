/**
 * Where a granted discount falls: on the net and on each tax, or on the net alone.
 */
import type { OwedItem } from '../context.js'
import type { TakenDiscount } from '../model.js'
import { boundedShares } from './bounded-shares.js'

/**
 * Split a discount in proportion over net and tax groups when the tax moves with the payment
 * (`reduce-on-payment`); the odd minor units go to the largest part. In the other modes it is all net.
 *
 * @law the parts of a discount add up to it
 * @category policies
 * @since 0.1.0
 */
export const discountTax = (
  item: Pick<OwedItem, 'netMinor' | 'taxes' | 'discount'>,
  discountMinor: number,
): Pick<TakenDiscount, 'netMinor' | 'taxReductions'> => {
  const taxes = item.taxes.filter(({ taxMinor }) => taxMinor > 0)
  const splits = item.discount?.taxMode === 'reduce-on-payment' && item.netMinor > 0 && taxes.length > 0
  if (!splits) return { netMinor: discountMinor, taxReductions: [] }
  const [netMinor = 0, ...shares] = boundedShares(discountMinor, [
    item.netMinor,
    ...taxes.map(({ taxMinor }) => taxMinor),
  ])
  return {
    netMinor,
    taxReductions: taxes.map(({ category, ratePercent }, index) => ({
      category,
      ratePercent,
      taxMinor: shares[index] ?? 0,
    })),
  }
}
