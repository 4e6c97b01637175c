/** Where receivables hang on few customers, and an alert when one of the largest falls behind. */
import { type Fraction, fraction } from '@quittance/kernel'
import { type AgingReport, agingReport } from '../aging/aging-report.js'
import type { LedgerView } from '../ledger-view/ledger-view.js'
import type { PointInTime } from '../point-in-time.js'

/** A customer's part of the receivables of a currency, gross of money in hand. @category projections @since 0.1.0 */
export interface ConcentrationRow {
  readonly customer: string
  readonly currency: string
  /** 1 is the largest by what is open. */
  readonly rank: number
  readonly openMinor: number
  readonly pastDueMinor: number
  readonly shareOfOpen: Fraction | null
  /** `null` where nothing of the currency is past due. */
  readonly shareOfPastDue: Fraction | null
}

/**
 * Every customer with something open, the largest first within each currency, ties by customer.
 *
 * @law the shares of a currency add up to all of it
 * @category projections
 * @since 0.1.0
 */
export const concentration = (view: LedgerView, at: PointInTime): ReadonlyArray<ConcentrationRow> => {
  const sums = sumsOf(agingReport(view, at))
  return [...sums.keys()].sort().flatMap((currency) => {
    const own = [...(sums.get(currency) ?? [])]
    const total = (minorOf: (sum: CustomerSum) => number): number => own.reduce((so, [, sum]) => so + minorOf(sum), 0)
    const [open, pastDue] = [total(({ openMinor }) => openMinor), total(({ pastDueMinor }) => pastDueMinor)]
    return own
      .sort(([a, left], [b, right]) => right.openMinor - left.openMinor || (a < b ? -1 : 1))
      .map(([customer, { openMinor, pastDueMinor }], index) => ({
        customer,
        currency,
        rank: index + 1,
        openMinor,
        pastDueMinor,
        shareOfOpen: fraction(openMinor, open),
        shareOfPastDue: fraction(pastDueMinor, pastDue),
      }))
  })
}

interface CustomerSum {
  openMinor: number
  pastDueMinor: number
}

const sumsOf = ({ rows }: AgingReport): ReadonlyMap<string, ReadonlyMap<string, CustomerSum>> => {
  const sums = new Map<string, Map<string, CustomerSum>>()
  for (const { currency, customer, openMinor, ageDays } of rows) {
    const own = sums.get(currency) ?? new Map<string, CustomerSum>()
    sums.set(currency, own)
    const sum = own.get(customer) ?? { openMinor: 0, pastDueMinor: 0 }
    own.set(customer, sum)
    sum.openMinor += openMinor
    if (ageDays > 0) sum.pastDueMinor += openMinor
  }
  return sums
}

/**
 * The alert: customers among the `top` largest of a currency that have something past due now and had nothing past
 * due before.
 *
 * @param earlier - the rows of an earlier point: yesterday, or when somebody last looked
 * @category projections
 * @since 0.1.0
 */
export const newlyPastDue = (
  now: ReadonlyArray<ConcentrationRow>,
  earlier: ReadonlyArray<ConcentrationRow>,
  top: number,
): ReadonlyArray<ConcentrationRow> => {
  const wasLate = new Set(
    earlier.filter(({ pastDueMinor }) => pastDueMinor > 0).map((row) => JSON.stringify([row.currency, row.customer])),
  )
  return now.filter(
    (row) => row.rank <= top && row.pastDueMinor > 0 && !wasLate.has(JSON.stringify([row.currency, row.customer])),
  )
}
