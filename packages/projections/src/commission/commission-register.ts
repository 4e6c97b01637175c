/** The commission of every invoice that names a sales representative, and what each of them has earned and lost. */
import { laterOf } from '@quittance/kernel'
import { compareTexts } from '../causes/reports/compare-texts.js'
import { balancesAt, type BalancesAt, openAt } from '../ledger-view/balances-at.js'
import { because } from '../ledger-view/because.js'
import { closedOn } from '../ledger-view/closed-on.js'
import { instalmentsAt } from '../ledger-view/due-days.js'
import type { LedgerView, Subject } from '../ledger-view/ledger-view.js'
import type { PointInTime } from '../point-in-time.js'
import { type CommissionEligibility, commissionEligibility, type SoldInvoice } from './eligibility.js'
import { type CommissionPolicy, commissionTermsOn } from './policy.js'

/** What is known of the causes of an item; a row of `rootCauses` is one. @category model @since 0.1.0 */
export interface FaultRow {
  readonly subject: number
  readonly tags: ReadonlyArray<{
    readonly rank: string
    readonly stage: string
    readonly positions: ReadonlyArray<number>
  }>
}

/** An invoice and its commission. @category projections @since 0.1.0 */
export interface CommissionRow extends CommissionEligibility {
  /** Index in the view, for `because`. */
  readonly subject: number
  readonly itemId: string
  readonly salesRepId: string
  readonly customer: string
  readonly currency: string
  readonly issuedOn: string
  readonly billedMinor: number
  readonly paidMinor: number
  /** The facts that it rests on, by position in the store, ascending. */
  readonly positions: ReadonlyArray<number>
}

/** Evidence strong enough to lose a commission by: somebody looked and found it so. */
const provingRanks: ReadonlySet<string> = new Set(['confirmed', 'resolved-dispute', 'accepted-deduction', 'correction'])

/**
 * The invoices with a representative, by representative, then day, then number; those dated before all terms of the policy are left out.
 *
 * @param causes - rows of the same point over all items, or those at least that were credited; without them no credit is a fault of sales
 * @law an invoice in the register is of exactly one outcome
 * @category projections
 * @since 0.1.0
 */
export const commissionRegister = (
  view: LedgerView,
  at: PointInTime,
  policy: CommissionPolicy,
  causes: ReadonlyArray<FaultRow> = [],
): ReadonlyArray<CommissionRow> => {
  const balances = balancesAt(view, at)
  const faults = new Map(causes.map((row) => [row.subject, row]))
  const rows = [...view.subjects.entries()].flatMap(([index, subject]) => {
    const { salesRepId } = subject
    if (salesRepId === undefined || subject.on > at.asOf) return []
    const terms = commissionTermsOn(policy, subject.on)
    const facts = because(view, index, at)
    if (terms === undefined || facts.length === 0) return []
    const fault = faultOf(faults.get(index), terms.faultStages, balances.credited[index] as number)
    const sold = soldInvoice(view, index, subject, { balances, at, creditedForFault: fault !== undefined })
    return {
      subject: index,
      itemId: subject.id,
      salesRepId,
      customer: subject.customer,
      currency: subject.currency,
      issuedOn: subject.on,
      billedMinor: sold.billedMinor,
      paidMinor: sold.paidMinor,
      ...commissionEligibility(sold, terms, at.asOf),
      positions: [...new Set([...facts.map(({ position }) => position), ...(fault ?? [])])].sort((a, b) => a - b),
    }
  })
  return rows.sort(
    (a, b) =>
      compareTexts(a.salesRepId, b.salesRepId) ||
      compareTexts(a.issuedOn, b.issuedOn) ||
      compareTexts(a.itemId, b.itemId),
  )
}

/** The facts that prove a credited item to be a fault of the sale. */
const faultOf = (
  row: FaultRow | undefined,
  stages: ReadonlyArray<string>,
  creditedMinor: number,
): ReadonlyArray<number> | undefined => {
  if (row === undefined || creditedMinor <= 0) return undefined
  return row.tags.find(({ rank, stage }) => provingRanks.has(rank) && stages.includes(stage))?.positions
}

const soldInvoice = (
  view: LedgerView,
  index: number,
  subject: Subject,
  {
    balances,
    at,
    creditedForFault,
  }: { readonly balances: BalancesAt; readonly at: PointInTime; readonly creditedForFault: boolean },
): SoldInvoice => {
  const of = (column: Float64Array): number => column[index] as number
  const dueOn = instalmentsAt(view, index, at)
    .map((one) => one.dueOn)
    .reduce(laterOf, subject.on)
  const settledOn = openAt(balances, index) <= 0 ? closedOn(view, index, at) : undefined
  return {
    issuedOn: subject.on,
    dueOn,
    billedMinor: of(balances.owed),
    paidMinor: of(balances.paid) + of(balances.discounted) + of(balances.netted),
    takenOffMinor: of(balances.credited) + of(balances.writtenOff) + of(balances.transferred),
    writtenOffMinor: of(balances.writtenOff),
    ...(settledOn === undefined ? {} : { settledOn }),
    creditedForFault,
  }
}
