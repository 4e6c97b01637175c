/** When the small rest of a dispute may be given up without asking anybody. */
import type { LocalDate } from '@quittance/kernel'

/** What the machine may give up. @category policies @since 0.1.0 */
export interface RemainderPolicy {
  /** Rests below this, in minor units; the limit itself is too much. */
  readonly belowMinor: number
}

/**
 * How much of a rest may be written off on a day: all of it or nothing. Not before the day after the discount deadline, for until
 * then the rest may still turn out to be a discount.
 *
 * @param discountDeadline - last day of the discount, inclusive; absent where none was offered
 * @law a rest is given up only below the limit and only after the discount deadline
 * @example
 * remainderToWriteOff(4_00, localDate('2026-03-10'), localDate('2026-03-10'), { belowMinor: 5_00 }) // => 0
 * remainderToWriteOff(4_00, localDate('2026-03-11'), localDate('2026-03-10'), { belowMinor: 5_00 }) // => 400
 * @category policies
 * @since 0.1.0
 */
export const remainderToWriteOff = (
  remainderMinor: number,
  on: LocalDate,
  discountDeadline: LocalDate | undefined,
  { belowMinor }: RemainderPolicy,
): number =>
  remainderMinor > 0 && remainderMinor < belowMinor && (discountDeadline === undefined || on > discountDeadline)
    ? remainderMinor
    : 0
