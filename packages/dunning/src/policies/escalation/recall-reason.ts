/** When an item comes back from the agency: it is settled, it is disputed, or the agency had its time. */
import { daysBetween, type LocalDate } from '@quittance/kernel'

/** When a placed item is called back, as data. @category policies @since 0.1.0 */
export interface RecallPolicy {
  /** Without money for so many days the item is called back; counted from placement or the last money. */
  readonly withoutMoneyDays: number
}

/** A placed item on a day. @category model @since 0.1.0 */
export interface PlacedItem {
  readonly placedOn: LocalDate
  readonly openMinor: number
  readonly disputedMinor: number
  readonly lastMoneyOn?: LocalDate
}

/**
 * Why an item is called back, or nothing: paid, disputed, or without money for too long, in this order.
 *
 * @law a placed item with nothing open is called back
 * @example
 * recallReason({ placedOn: localDate('2026-01-01'), openMinor: 500_00, disputedMinor: 0 }, localDate('2026-07-01'), { withoutMoneyDays: 180 }) // => 'without-money'
 * @category policies
 * @since 0.1.0
 */
export const recallReason = (
  { placedOn, openMinor, disputedMinor, lastMoneyOn }: PlacedItem,
  on: LocalDate,
  { withoutMoneyDays }: RecallPolicy,
): 'settled' | 'dispute' | 'without-money' | undefined => {
  if (openMinor <= 0) return 'settled'
  if (disputedMinor > 0) return 'dispute'
  const since = lastMoneyOn !== undefined && lastMoneyOn > placedOn ? lastMoneyOn : placedOn
  return daysBetween(since, on) > withoutMoneyDays ? 'without-money' : undefined
}
