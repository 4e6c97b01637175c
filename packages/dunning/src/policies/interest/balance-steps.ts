/**
 * What an item owed, day by day, as interest sees it: the open amount after each day on which money, a credit or a
 * dispute changed it. What happens on a day counts from the next one, for the day of payment still bears interest.
 */
import type { LocalDate } from '@quittance/kernel'

/** What is open from the day after `after` on, until the next step. @category policies @since 0.1.0 */
export interface BalanceStep {
  readonly after: LocalDate
  readonly openMinor: number
  /** Of the open amount. */
  readonly disputedMinor: number
}

/** Something that changed an item: a payment or credit lowers the open amount, its reversal raises it again. @category policies @since 0.1.0 */
export interface BalanceChange {
  readonly on: LocalDate
  /** Signed: negative lowers. */
  readonly openMinor?: number
  /** Signed: a dispute raised adds, its end takes away. */
  readonly disputedMinor?: number
}

/**
 * The steps of an item that was open by `openMinor` from `from` on.
 *
 * @param changes - in any order; those of one day count together
 * @law a payment made earlier never raises interest
 * @example
 * const issued = { from: localDate('2026-01-01'), openMinor: 1000_00 }
 * balanceSteps(issued, [{ on: localDate('2026-01-31'), openMinor: -400_00 }]).map((step) => step.openMinor) // => [100000, 60000]
 * @category policies
 * @since 0.1.0
 */
export const balanceSteps = (
  item: { readonly from: LocalDate; readonly openMinor: number; readonly disputedMinor?: number },
  changes: ReadonlyArray<BalanceChange>,
): ReadonlyArray<BalanceStep> => {
  const first: BalanceStep = { after: item.from, openMinor: item.openMinor, disputedMinor: item.disputedMinor ?? 0 }
  const steps: Array<BalanceStep> = [first]
  for (const change of changes.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))) {
    const last = steps.at(-1) ?? first
    const after = change.on > last.after ? change.on : last.after
    const next: BalanceStep = {
      after,
      openMinor: last.openMinor + (change.openMinor ?? 0),
      disputedMinor: last.disputedMinor + (change.disputedMinor ?? 0),
    }
    if (after === last.after) steps.pop()
    steps.push(next)
  }
  return steps
}

/** What was open when a day began, so what bears interest on it. @category policies @since 0.1.0 */
export const balanceOn = (steps: ReadonlyArray<BalanceStep>, on: LocalDate): BalanceStep | undefined =>
  steps.findLast(({ after }) => after < on)
