/**
 * How many days of sales are still to be paid: simple, best possible, the days that are delinquency alone, and by
 * counting back. Amounts are of one currency; receivables are gross of unapplied cash unless the caller says otherwise.
 */
import { addFractions, type Fraction, fraction, subtractFractions, wholeFraction } from '@quittance/kernel'

/** What is owed, against the credit sales of a period of so many days. @category model @since 0.1.0 */
export interface SalesPeriod {
  /** Receivables at the end of the period. */
  readonly receivablesMinor: number
  readonly creditSalesMinor: number
  readonly days: number
}

/**
 * DSO = receivables x days / credit sales. `null` in a period without sales.
 *
 * @example
 * simpleDso({ receivablesMinor: 150_000_00, creditSalesMinor: 1_800_000_00, days: 365 }) // => { numerator: 365n, denominator: 12n }
 * @category projections
 * @since 0.1.0
 */
export const simpleDso = ({ receivablesMinor, creditSalesMinor, days }: SalesPeriod): Fraction | null =>
  fraction(BigInt(receivablesMinor) * BigInt(days), creditSalesMinor)

/**
 * Best possible DSO: the same with what is not yet past due alone, as if everybody paid on the due day.
 *
 * @param currentMinor - receivables that are not past due; due today is current
 * @law best possible days and delinquent days add up to the days of sales outstanding
 * @category projections
 * @since 0.1.0
 */
export const bestPossibleDso = (currentMinor: number, period: Omit<SalesPeriod, 'receivablesMinor'>): Fraction | null =>
  simpleDso({ ...period, receivablesMinor: currentMinor })

/**
 * Average days delinquent: DSO less best possible DSO, from exact values, not from rounded ones.
 *
 * @law best possible days and delinquent days add up to the days of sales outstanding
 * @category projections
 * @since 0.1.0
 */
export const averageDaysDelinquent = (currentMinor: number, period: SalesPeriod): Fraction | null => {
  const [all, best] = [simpleDso(period), bestPossibleDso(currentMinor, period)]
  return all === null || best === null ? null : subtractFractions(all, best)
}

/** The credit sales of a month. @category model @since 0.1.0 */
export interface MonthSales {
  readonly creditSalesMinor: number
  readonly days: number
}

/** Days counted back; or, where receivables outlast the months that are known, at least so many and what was left. @category projections @since 0.1.0 */
export type CountedBack =
  | { readonly _tag: 'CountedBack'; readonly days: Fraction }
  | { readonly _tag: 'SalesExhausted'; readonly atLeastDays: number; readonly residueMinor: number }

/**
 * Count-back DSO, which copes with uneven sales: from the latest month back, each month's sales are taken off what is
 * owed and its days counted; of the last month a part, rest / sales x days. A month without sales counts its days
 * while anything is left. Nothing owed is 0 days.
 *
 * @param months - the latest first
 * @law days counted back never fall when more is owed
 * @law under even sales counting back is the simple formula
 * @category projections
 * @since 0.1.0
 */
export const countBackDso = (receivablesMinor: number, months: ReadonlyArray<MonthSales>): CountedBack => {
  let [leftMinor, days] = [receivablesMinor, 0]
  for (const month of months) {
    if (leftMinor <= 0) break
    if (leftMinor < month.creditSalesMinor) return { _tag: 'CountedBack', days: partOf(month, leftMinor, days) }
    leftMinor -= month.creditSalesMinor
    days += month.days
  }
  return leftMinor <= 0
    ? { _tag: 'CountedBack', days: wholeFraction(days) }
    : { _tag: 'SalesExhausted', atLeastDays: days, residueMinor: leftMinor }
}

const partOf = ({ creditSalesMinor, days }: MonthSales, leftMinor: number, before: number): Fraction =>
  addFractions(
    wholeFraction(before),
    fraction(BigInt(leftMinor) * BigInt(days), creditSalesMinor) ?? wholeFraction(days),
  )
