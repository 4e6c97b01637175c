/**
 * What an agency earns on an item that was placed with it, and what it must be told: money that the debtor pays to us while
 * it is placed is applied as ever, reported to the agency, and counts for its commission.
 */
import { addDays, type Decimal, type LocalDate, percentOf } from '@quittance/kernel'

/** An item in the hands of an agency. @category model @since 0.1.0 */
export interface Placement {
  readonly placedOn: LocalDate
  /** Ours again from this day on. */
  readonly recalledOn?: LocalDate
  readonly feePercent: Decimal
  /** Money of so many days after a recall still counts. */
  readonly tailDays?: number
}

/** Money that came in for a placed item. @category model @since 0.1.0 */
export interface Collected {
  readonly on: LocalDate
  readonly amountMinor: number
  /** Paid to us, not to the agency. */
  readonly direct: boolean
}

/** What an agency earned, on what, and which payments to us it must be told of. @category model @since 0.1.0 */
export interface AgencyAccount {
  readonly collectedMinor: number
  readonly commissionMinor: number
  readonly toReport: ReadonlyArray<Collected>
}

/**
 * Whether money of a day falls into the agency's window: from the day of placement on, to the day before a recall, and the
 * tail after it; both ends inclusive.
 *
 * @law commission is owed on money in the window alone
 * @category policies
 * @since 0.1.0
 */
export const inAgencyWindow = ({ placedOn, recalledOn, tailDays }: Placement, on: LocalDate): boolean =>
  on >= placedOn && (recalledOn === undefined || on < addDays(recalledOn, tailDays ?? 0))

/**
 * The commission on what was collected in the window, rounded once, half away from zero.
 *
 * @law commission is owed on money in the window alone
 * @example
 * const placed = { placedOn: localDate('2026-05-25'), feePercent: decimal('20') }
 * agencyCommission(placed, [{ on: localDate('2026-06-01'), amountMinor: 300_00, direct: true }]).commissionMinor // => 6000
 * @category policies
 * @since 0.1.0
 */
export const agencyCommission = (placement: Placement, collected: ReadonlyArray<Collected>): AgencyAccount => {
  const counted = collected.filter(({ on }) => inAgencyWindow(placement, on))
  const collectedMinor = counted.reduce((so, { amountMinor }) => so + amountMinor, 0)
  return {
    collectedMinor,
    commissionMinor: percentOf(collectedMinor, placement.feePercent),
    toReport: counted.filter(({ direct }) => direct),
  }
}
