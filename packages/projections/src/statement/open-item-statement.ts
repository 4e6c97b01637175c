/**
 * The open-item statement: what a customer still owes, line by line, what we hold of theirs, and how old it is.
 */
import { type AgingOptions, agingReport, type AgingSums } from '../aging/aging-report.js'
import type { AgingScheme } from '../aging/scheme.js'
import type { LedgerView } from '../ledger-view/ledger-view.js'
import { type HeldCredit, heldCredits, type OpenItem, openItems } from '../open-items/open-items.js'
import type { PointInTime } from '../point-in-time.js'

/** A statement: no closed items, every currency apart. @category projections @since 0.1.0 */
export interface OpenItemStatement {
  readonly customer: string
  readonly at: PointInTime
  readonly scheme: AgingScheme
  readonly items: ReadonlyArray<OpenItem>
  readonly credits: ReadonlyArray<HeldCredit>
  readonly currencies: ReadonlyArray<OpenItemTotals>
}

/** Totals of one currency: open - credits = total. @category projections @since 0.1.0 */
export interface OpenItemTotals {
  readonly currency: string
  readonly openMinor: number
  readonly pastDueMinor: number
  readonly creditsMinor: number
  readonly totalMinor: number
  readonly aging: AgingSums
}

/**
 * The open-item statement of a customer at a point in time.
 *
 * @law a statement's closing is the next one's opening, and equals the open-item total of that day
 * @category projections
 * @since 0.1.0
 */
export const openItemStatement = (
  view: LedgerView,
  customer: string,
  at: PointInTime,
  options: AgingOptions = {},
): OpenItemStatement => {
  const items = openItems(view, at, { customer })
  const credits = heldCredits(view, at, customer)
  const report = agingReport(view, at, { ...options, customer })
  const sums = report.customers.find((one) => one.customer === customer)?.currencies ?? []
  return {
    customer,
    at,
    scheme: report.scheme,
    items,
    credits,
    currencies: sums.map((aging) => totalsOf(aging, items, credits)),
  }
}

const totalsOf = (
  aging: AgingSums,
  items: ReadonlyArray<OpenItem>,
  credits: ReadonlyArray<HeldCredit>,
): OpenItemTotals => {
  const own = items.filter(({ currency }) => currency === aging.currency)
  const openMinor = own.reduce((so, item) => so + item.openMinor, 0)
  const creditsMinor = credits
    .filter(({ currency }) => currency === aging.currency)
    .reduce((so, credit) => so + credit.heldMinor, 0)
  return {
    currency: aging.currency,
    openMinor,
    pastDueMinor: own.reduce((so, item) => so + (item.daysPastDue > 0 ? item.openMinor : 0), 0),
    creditsMinor,
    totalMinor: openMinor - creditsMinor,
    aging,
  }
}
