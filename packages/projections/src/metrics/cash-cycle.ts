/** The cash conversion cycle. The days of sales are ours; stock and payables come from elsewhere. */
import { addFractions, type Fraction, fraction, subtractFractions } from '@quittance/kernel'

/**
 * Days that a balance stands for, at the rate at which it turns over in a period: balance x days / turnover. Days of
 * stock: inventory over cost of goods sold; days payable: payables over cost of goods sold. `null` without turnover.
 *
 * @example
 * daysOfTurnover(60_000_00, 438_000_00, 365) // => { numerator: 50n, denominator: 1n }
 * @category projections
 * @since 0.1.0
 */
export const daysOfTurnover = (balanceMinor: number, turnoverMinor: number, days: number): Fraction | null =>
  fraction(BigInt(balanceMinor) * BigInt(days), turnoverMinor)

/** Days of stock, of sales outstanding and of payables; any of them may be unknown. @category model @since 0.1.0 */
export interface CycleDays {
  readonly inventoryDays: Fraction | null
  readonly salesDays: Fraction | null
  readonly payableDays: Fraction | null
}

/** CCC = days of stock + DSO - days payable; `null` where one of them is. @category projections @since 0.1.0 */
export const cashConversionCycle = ({ inventoryDays, salesDays, payableDays }: CycleDays): Fraction | null =>
  inventoryDays === null || salesDays === null || payableDays === null
    ? null
    : subtractFractions(addFractions(inventoryDays, salesDays), payableDays)
