/** What each sales representative has earned, may still earn, and has lost. */
import { groupedBy } from '../causes/grouped-by.js'
import { compareTexts } from '../causes/reports/compare-texts.js'
import type { CommissionRow } from './commission-register.js'
import type { CommissionOutcome } from './eligibility.js'

/** Invoices and what was billed by them, of one outcome. @category projections @since 0.1.0 */
export interface OutcomeSum {
  readonly invoices: number
  readonly billedMinor: number
}

/** A representative in one currency. @category projections @since 0.1.0 */
export interface RepCommission {
  readonly salesRepId: string
  readonly currency: string
  readonly invoices: number
  readonly billedMinor: number
  readonly outcomes: Readonly<Record<CommissionOutcome, OutcomeSum>>
  /** Invoices an advance on which is to be given back. */
  readonly clawback: OutcomeSum
}

const outcomes: ReadonlyArray<CommissionOutcome> = ['paid-in-full', 'open', 'late', 'short', 'sales-fault', 'voided']

/**
 * A row for each representative and currency, by name.
 *
 * @law the outcomes of a representative are all their invoices
 * @category projections
 * @since 0.1.0
 */
export const commissionByRep = (register: ReadonlyArray<CommissionRow>): ReadonlyArray<RepCommission> => {
  const groups = groupedBy(register, (row) => JSON.stringify([row.salesRepId, row.currency]))
  return [...groups.values()]
    .map((group) => ({
      salesRepId: group[0]?.salesRepId ?? '',
      currency: group[0]?.currency ?? '',
      ...sumOf(group),
      outcomes: Object.fromEntries(
        outcomes.map((outcome) => [outcome, sumOf(group.filter((row) => row.outcome === outcome))]),
      ) as Record<CommissionOutcome, OutcomeSum>,
      clawback: sumOf(group.filter(({ clawbackOn }) => clawbackOn !== undefined)),
    }))
    .sort((a, b) => compareTexts(a.salesRepId, b.salesRepId) || compareTexts(a.currency, b.currency))
}

const sumOf = (rows: ReadonlyArray<CommissionRow>): OutcomeSum => ({
  invoices: rows.length,
  billedMinor: rows.reduce((so, { billedMinor }) => so + billedMinor, 0),
})
