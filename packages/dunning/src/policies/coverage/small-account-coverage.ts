/** Whether the small accounts are looked after, which ranking by size and age alone forgets. */
import { daysBetween, type Fraction, fraction, type LocalDate } from '@quittance/kernel'

/** Which accounts are small, and how long one may go without a contact. @category policies @since 0.1.0 */
export interface CoveragePolicy {
  readonly coverageDays: number
  /** Past due below this is small, strictly; by currency. In a currency without a limit no account is small. */
  readonly smallBelowMinor: Readonly<Record<string, number>>
}

/** An account in one currency. @category model @since 0.1.0 */
export interface CoverageAccount {
  readonly customer: string
  readonly currency: string
  /** Past due, less what is disputed. */
  readonly pastDueMinor: number
  readonly lastContactOn?: LocalDate
}

/** A small account without a contact; without days, nobody ever made one. @category projections @since 0.1.0 */
export interface UncoveredAccount extends CoverageAccount {
  readonly silentDays?: number
}

/** Who is covered. `rate` = covered over small; `null` where no small account is past due. @category projections @since 0.1.0 */
export interface CoverageReport {
  readonly small: number
  readonly covered: number
  readonly rate: Fraction | null
  readonly uncovered: ReadonlyArray<UncoveredAccount>
}

/** In which order those without a contact are listed; ties by customer. @category policies @since 0.1.0 */
export type CoverageOrder = 'longest-silent-first' | 'largest-first' | 'smallest-first' | 'customer'

/**
 * The small accounts past due, and those of them that nobody contacted for more than the days of the policy; a contact
 * exactly so many days ago still covers.
 *
 * @law covered and uncovered accounts are all small ones
 * @category policies
 * @since 0.1.0
 */
export const smallAccountCoverage = (
  accounts: ReadonlyArray<CoverageAccount>,
  { coverageDays, smallBelowMinor }: CoveragePolicy,
  on: LocalDate,
  order: CoverageOrder = 'longest-silent-first',
): CoverageReport => {
  const small = accounts.filter(
    ({ currency, pastDueMinor }) => pastDueMinor > 0 && pastDueMinor < (smallBelowMinor[currency] ?? 0),
  )
  const uncovered = small
    .map((account): UncoveredAccount => {
      const { lastContactOn } = account
      return lastContactOn === undefined ? account : { ...account, silentDays: daysBetween(lastContactOn, on) }
    })
    .filter(({ silentDays }) => silentDays === undefined || silentDays > coverageDays)
    .sort((a, b) => orders[order](a, b) || byCustomer(a, b))
  const covered = small.length - uncovered.length
  return { small: small.length, covered, rate: fraction(covered, small.length), uncovered }
}

const orders: Readonly<Record<CoverageOrder, (a: UncoveredAccount, b: UncoveredAccount) => number>> = {
  'longest-silent-first': (a, b) => silence(b) - silence(a) || b.pastDueMinor - a.pastDueMinor,
  'largest-first': (a, b) => b.pastDueMinor - a.pastDueMinor,
  'smallest-first': (a, b) => a.pastDueMinor - b.pastDueMinor,
  customer: () => 0,
}

/** Never contacted is silent for longest. */
const silence = ({ silentDays }: UncoveredAccount): number => silentDays ?? Number.MAX_SAFE_INTEGER

const byCustomer = (a: CoverageAccount, b: CoverageAccount): number => {
  if (a.customer !== b.customer) return a.customer < b.customer ? -1 : 1
  return a.currency < b.currency ? -1 : 1
}
