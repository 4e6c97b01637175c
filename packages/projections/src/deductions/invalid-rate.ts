/** How often, and with how much, a customer holds money back without a right to it. */
import { groupedBy } from '../causes/grouped-by.js'
import type { DeductionVerdict } from './deduction-register.js'

/** A deduction as the rate looks at it. @category model @since 0.1.0 */
export interface JudgedDeduction {
  readonly customer: string
  readonly currency: string
  readonly originalMinor: number
  readonly verdict: DeductionVerdict
  readonly validMinor: number
  readonly invalidMinor: number
  readonly unexplained: boolean
  readonly positions: ReadonlyArray<number>
}

/**
 * A customer's deductions in one currency. The rate by number is `invalid / (valid + invalid)`, by value `invalidMinor /
 * (validMinor + invalidMinor)`; where the divisor is nothing there is no rate.
 *
 * @category projections
 * @since 0.1.0
 */
export interface InvalidRate {
  readonly customer: string
  readonly currency: string
  readonly taken: number
  readonly takenMinor: number
  readonly valid: number
  readonly validMinor: number
  readonly invalid: number
  readonly invalidMinor: number
  /** Pending, given up, or come in without an answer. */
  readonly undecided: number
  /** Taken less valid and invalid: nobody found it right or wrong. */
  readonly undecidedMinor: number
  /** Of all of them, those whose code states no reason; counted whatever became of them. */
  readonly unexplained: number
  readonly unexplainedMinor: number
  /** The facts that made it, by their positions in the store, ascending. */
  readonly positions: ReadonlyArray<number>
}

/**
 * A row for each customer and currency, the largest invalid value first; ties by customer. What is undecided is in neither side of a rate.
 *
 * @law valid, invalid and undecided are all that was deducted
 * @category projections
 * @since 0.1.0
 */
export const invalidDeductionRates = (deductions: ReadonlyArray<JudgedDeduction>): ReadonlyArray<InvalidRate> => {
  const groups = groupedBy(deductions, (one) => JSON.stringify([one.customer, one.currency]))
  return [...groups.values()]
    .map(rateOf)
    .sort(
      (a, b) => compare(a.currency, b.currency) || b.invalidMinor - a.invalidMinor || compare(a.customer, b.customer),
    )
}

const compare = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1)

const rateOf = (group: ReadonlyArray<JudgedDeduction>): InvalidRate => {
  const sum = (minorOf: (one: JudgedDeduction) => number): number => group.reduce((so, one) => so + minorOf(one), 0)
  const count = (counts: (one: JudgedDeduction) => boolean): number => group.filter(counts).length
  const [takenMinor, validMinor, invalidMinor] = [
    sum((one) => one.originalMinor),
    sum((one) => one.validMinor),
    sum((one) => one.invalidMinor),
  ]
  return {
    customer: group[0]?.customer ?? '',
    currency: group[0]?.currency ?? '',
    taken: group.length,
    takenMinor,
    valid: count(({ verdict }) => verdict === 'valid'),
    validMinor,
    invalid: count(({ verdict }) => verdict === 'invalid'),
    invalidMinor,
    undecided: count(({ verdict }) => verdict === 'undecided'),
    undecidedMinor: takenMinor - validMinor - invalidMinor,
    unexplained: count(({ unexplained }) => unexplained),
    unexplainedMinor: sum((one) => (one.unexplained ? one.originalMinor : 0)),
    positions: group.flatMap(({ positions }) => positions).toSorted((a, b) => a - b),
  }
}
