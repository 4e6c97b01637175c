/** What an item asks for on the day of a receipt, under the options of a rule set. */
import type { AutoCashItem, AutoCashOptions, AutoCashReceipt } from './model.js'
import { discountAvailable } from '../../policies/discount-available.js'

/** An item that may take part, with its open balance. @category policies @since 0.1.0 */
export interface EligibleItem {
  readonly item: AutoCashItem
  /** Open less the discount allowed plus late charges; negative for a credit item. */
  readonly balanceMinor: number
  readonly discountMinor: number
  readonly discountKind: 'earned' | 'unearned' | undefined
  readonly lateChargeMinor: number
}

/**
 * The items that may take part, each with its open balance; disputed ones are left out where the options say so.
 *
 * @category policies
 * @since 0.1.0
 */
export const eligibleItems = (
  items: ReadonlyArray<AutoCashItem>,
  { receivedOn }: AutoCashReceipt,
  options: AutoCashOptions,
): ReadonlyArray<EligibleItem> =>
  items
    .filter(({ disputed, openMinor }) => openMinor !== 0 && (options.disputed || disputed !== true))
    .map((item) => {
      const lateChargeMinor = options.lateCharges ? (item.lateChargeMinor ?? 0) : 0
      const available = item.openMinor > 0 ? discountOf(item, receivedOn, options) : undefined
      const discountMinor = Math.min(available?.leftMinor ?? 0, Math.max(item.openMinor, 0))
      return {
        item,
        balanceMinor: item.openMinor - discountMinor + lateChargeMinor,
        discountMinor,
        discountKind: discountMinor > 0 ? available?.kind : undefined,
        lateChargeMinor,
      }
    })

const discountOf = (
  { discount, discountTakenMinor = 0, openMinor }: AutoCashItem,
  receivedOn: AutoCashReceipt['receivedOn'],
  { discounts, discountGraceDays }: AutoCashOptions,
): ReturnType<typeof discountAvailable> =>
  discount === undefined
    ? undefined
    : discountAvailable(
        {
          discount: { ...discount, graceDays: discount.graceDays + discountGraceDays },
          grossMinor: openMinor,
          creditedMinor: 0,
        },
        discountTakenMinor,
        receivedOn,
        { discounts },
      )

/** Due day of a debit item, own day of a credit item, then id: the order in which AutoCash looks at items. @category policies @since 0.1.0 */
export const byAge = (a: EligibleItem, b: EligibleItem): number => {
  const [left, right] = [ageDay(a), ageDay(b)]
  if (left !== right) return left < right ? -1 : 1
  return a.item.itemId < b.item.itemId ? -1 : a.item.itemId > b.item.itemId ? 1 : 0
}

/** The day by which an item counts as old. @internal */
export const ageDay = ({ item }: EligibleItem): string => (item.openMinor < 0 ? item.on : item.dueOn)

/** Sum of balances. @category policies @since 0.1.0 */
export const totalBalance = (items: ReadonlyArray<EligibleItem>): number =>
  items.reduce((so, { balanceMinor }) => so + balanceMinor, 0)
