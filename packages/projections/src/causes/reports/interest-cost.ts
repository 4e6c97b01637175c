/** What late money costs us: open amounts times days past due, at a yearly cost of capital. */
import { type Decimal, divideRounded, epochDay, toSafe } from '@quittance/kernel'
import { because } from '../../ledger-view/because.js'
import { instalmentsAt } from '../../ledger-view/due-days.js'
import type { LedgerView } from '../../ledger-view/ledger-view.js'
import { balanceSign } from '../../ledger-view/measures.js'
import type { PointInTime } from '../../point-in-time.js'

/**
 * The cost of minor units held back for days: their sum x percent / 100 / 365, exact until it is rounded once, half away from zero.
 *
 * @param minorDays - minor units times days, of one currency
 * @param percentPerYear - such as 8 for eight percent
 * @law the cost of all is the cost of the sum, rounded once
 * @example
 * interestMinor([100_00 * 365], decimal('8.5')) // => 850
 * @category projections
 * @since 0.1.0
 */
export const interestMinor = (minorDays: ReadonlyArray<number>, percentPerYear: Decimal): number => {
  const sum = minorDays.reduce((so, one) => so + BigInt(one), 0n)
  return toSafe(divideRounded(sum * BigInt(percentPerYear.unscaled), 100n * 365n * 10n ** BigInt(percentPerYear.scale)))
}

/**
 * Minor units times days that an item was past due, part payments and instalments considered. The day after the due day is the first that
 * counts; what comes in on a day was late on that day, and no longer on the next.
 *
 * @param subject - index in `view.subjects`
 * @law an item in one instalment without part payments costs what is open times its days late
 * @category projections
 * @since 0.1.0
 */
export const pastDueMinorDays = (view: LedgerView, subject: number, at: PointInTime): number => {
  const moves: Array<readonly [day: number, minor: number]> = because(view, subject, at).map(
    ({ on, measure, minor }) => [epochDay(on), balanceSign(measure) * minor],
  )
  // What falls due later is not past due yet: it is taken off until its due day is over.
  const dues = instalmentsAt(view, subject, at).map(({ dueOn, amountMinor }) => [epochDay(dueOn), amountMinor] as const)
  let notDueMinor = dues.reduce((so, [, minor]) => so + minor, 0)
  let [openMinor, minorDays, since] = [0, 0, 0]
  const steps = [
    ...moves.map(([day, minor]) => ({ day, open: minor, due: 0 })),
    ...dues.map(([day, minor]) => ({ day, open: 0, due: minor })),
  ].sort((a, b) => a.day - b.day)
  const end = epochDay(at.asOf)
  for (const { day: on, open, due } of steps) {
    const day = Math.min(on, end)
    minorDays += Math.max(openMinor - notDueMinor, 0) * (day - since)
    since = day
    openMinor += open
    notDueMinor -= due
  }
  return minorDays + Math.max(openMinor - notDueMinor, 0) * Math.max(end - since, 0)
}
