/** How much of what could be collected was collected. */
import { type Fraction, fraction } from '@quittance/kernel'

/** The figures of a period, in one currency. @category model @since 0.1.0 */
export interface CollectedPeriod {
  readonly openingMinor: number
  /** Of the whole period. */
  readonly creditSalesMinor: number
  readonly closingMinor: number
  /** Of closing, what is not past due. */
  readonly closingCurrentMinor: number
  /** Months in the period; the sales of more than one are averaged. Default 1. */
  readonly months?: number
}

/**
 * CEI in percent = (opening + sales - closing) / (opening + sales - closing current) x 100, with the monthly average
 * of sales where the period has several months. 100 when nothing is past due. `null` where nothing could be collected.
 *
 * @law effectiveness is 100 exactly when nothing is past due
 * @category projections
 * @since 0.1.0
 */
export const collectionEffectiveness = (period: CollectedPeriod): Fraction | null => {
  const months = BigInt(period.months ?? 1)
  const broughtIn = BigInt(period.openingMinor) * months + BigInt(period.creditSalesMinor)
  const collected = broughtIn - BigInt(period.closingMinor) * months
  const collectible = broughtIn - BigInt(period.closingCurrentMinor) * months
  return fraction(collected * 100n, collectible)
}
