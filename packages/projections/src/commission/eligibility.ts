/** Whether a sale has earned its commission, and from which day an advance is to be given back. Reads days and amounts only. */
import { addDays, daysBetween, type LocalDate } from '@quittance/kernel'
import type { CommissionTerms } from './policy.js'

/** An invoice as its commission looks at it, as of a day. @category model @since 0.1.0 */
export interface SoldInvoice {
  readonly issuedOn: LocalDate
  /** The last due day of it. */
  readonly dueOn: LocalDate
  readonly billedMinor: number
  /** Came in as money, was set off, or was granted as an early-payment discount. */
  readonly paidMinor: number
  /** Taken off otherwise: credited, given up, moved to an item of its own. */
  readonly takenOffMinor: number
  /** Of what was taken off, what was given up. */
  readonly writtenOffMinor: number
  /** The day on which nothing was open any more; absent while something is. */
  readonly settledOn?: LocalDate
  /** Whether a credit was given for a cause that the sale is at fault for. */
  readonly creditedForFault: boolean
}

/**
 * `paid-in-full`: earned. `open`: may still be earned. Lost: `late` (paid or not, the last day is over), `short` (not all of it came as
 * money), `sales-fault` (credited for an error of the sale), `voided` (nothing was sold).
 *
 * @category model
 * @since 0.1.0
 */
export type CommissionOutcome = 'paid-in-full' | 'open' | 'late' | 'short' | 'sales-fault' | 'voided'

/** What became of a commission. @category projections @since 0.1.0 */
export interface CommissionEligibility {
  readonly outcome: CommissionOutcome
  /** The last day on which payment in full earns. */
  readonly earnsUntil: LocalDate
  /** Of a late one: days after that, to the payment or to the day asked for. */
  readonly daysLate?: number
  /** From this day an advance is to be given back; absent while it may be kept. */
  readonly clawbackOn?: LocalDate
}

/**
 * Eligibility as of a day. Every bound is a day that still counts: paid on `earnsUntil` earns, and an advance may be kept until the last
 * due day plus the grace. An advance on what is lost for good (a fault of the sale, short, voided) is to be given back from that same day on, not before.
 *
 * @param asOf - the day that is looked from
 * @law the last collection day earns and the day after does not
 * @law an advance is given back on the day after the grace, and not before
 * @category policies
 * @since 0.1.0
 */
export const commissionEligibility = (
  sold: SoldInvoice,
  terms: CommissionTerms,
  asOf: LocalDate,
): CommissionEligibility => {
  const { countFrom, maxCollectionDays, clawbackGraceDays } = terms
  const earnsUntil = addDays(countFrom === 'issued' ? sold.issuedOn : sold.dueOn, maxCollectionDays)
  const outcome = outcomeOf(sold, terms, earnsUntil, asOf)
  const endedOn = sold.settledOn ?? asOf
  const backOn = addDays(sold.dueOn, clawbackGraceDays + 1)
  const isLost = outcome !== 'paid-in-full' && outcome !== 'open'
  const isOwing = sold.settledOn === undefined
  return {
    outcome,
    earnsUntil,
    ...(outcome === 'late' ? { daysLate: daysBetween(earnsUntil, endedOn) } : {}),
    ...((isLost || isOwing) && asOf >= backOn ? { clawbackOn: backOn } : {}),
  }
}

const outcomeOf = (
  sold: SoldInvoice,
  { toleranceMinor }: CommissionTerms,
  earnsUntil: LocalDate,
  asOf: LocalDate,
): CommissionOutcome => {
  if (sold.billedMinor <= 0) return 'voided'
  if (sold.creditedForFault) return 'sales-fault'
  if (sold.settledOn === undefined) return asOf > earnsUntil ? 'late' : 'open'
  const shortMinor = sold.takenOffMinor - (sold.writtenOffMinor <= toleranceMinor ? sold.writtenOffMinor : 0)
  if (shortMinor > 0) return 'short'
  return sold.settledOn > earnsUntil ? 'late' : 'paid-in-full'
}
