/** Averages of days, weighted by money. */
import { daysBetween, type Fraction, fraction, type LocalDate } from '@quittance/kernel'

/** An amount and the days that it took. @category model @since 0.1.0 */
export interface DaysOfAmount {
  readonly amountMinor: number
  readonly days: number
}

/**
 * Sum of amount x days over the sum of amounts, in one currency; `null` where the amounts come to nothing.
 *
 * @law an average lies between the least and the most days
 * @category projections
 * @since 0.1.0
 */
export const weightedDaysOf = (parts: ReadonlyArray<DaysOfAmount>): Fraction | null => {
  let [weighed, amounts] = [0n, 0n]
  for (const { amountMinor, days } of parts) {
    weighed += BigInt(amountMinor) * BigInt(days)
    amounts += BigInt(amountMinor)
  }
  return fraction(weighed, amounts)
}

/** A payment applied to an invoice. @category model @since 0.1.0 */
export interface PaidPart {
  readonly amountMinor: number
  readonly invoicedOn: LocalDate
  readonly dueOn: LocalDate
  readonly paidOn: LocalDate
}

/** Average days to pay, from the invoice day, weighted by what was paid. @category projections @since 0.1.0 */
export const averageDaysToPay = (parts: ReadonlyArray<Omit<PaidPart, 'dueOn'>>): Fraction | null =>
  weightedDaysOf(
    parts.map(({ amountMinor, invoicedOn, paidOn }) => ({ amountMinor, days: daysBetween(invoicedOn, paidOn) })),
  )

/** Average days late, from the due day; what is paid early counts below zero. @category projections @since 0.1.0 */
export const averageDaysLate = (parts: ReadonlyArray<Omit<PaidPart, 'invoicedOn'>>): Fraction | null =>
  weightedDaysOf(parts.map(({ amountMinor, dueOn, paidOn }) => ({ amountMinor, days: daysBetween(dueOn, paidOn) })))
