/**
 * What is open at a point in time, a row for each instalment, and what we hold of the customer's.
 */
import { daysBetween, type LocalDate } from '@quittance/kernel'
import type { DocumentKind } from '@quittance/invoicing'
import { type BalancesAt, balancesAt, heldAt, openAt } from '../ledger-view/balances-at.js'
import { instalmentsAt } from '../ledger-view/due-days.js'
import type { LedgerView, Subject } from '../ledger-view/ledger-view.js'
import type { PointInTime } from '../point-in-time.js'
import { spreadOverInstalments } from './spread-over-instalments.js'

/** An open instalment. open = amount - paid - discounted - credited - written off - transferred - netted. @category projections @since 0.1.0 */
export interface OpenItem {
  /** Index in the view, for `because`. */
  readonly subject: number
  readonly itemId: string
  readonly customer: string
  readonly currency: string
  readonly documentKind: DocumentKind | undefined
  readonly instalmentNo: number
  readonly issuedOn: LocalDate
  readonly dueOn: LocalDate
  /** asOf less due day: 0 on the due day, which is current. */
  readonly daysPastDue: number
  readonly amountMinor: number
  readonly paidMinor: number
  readonly discountedMinor: number
  readonly creditedMinor: number
  readonly writtenOffMinor: number
  /** Moved to a debit item of its own. */
  readonly transferredMinor: number
  readonly nettedMinor: number
  readonly openMinor: number
  /** Of which disputed. */
  readonly disputedMinor: number
  /** Of which held back by the customer, under deductions that are pending. */
  readonly deductedMinor: number
  /** Reductions already known that take effect only after asOf (a post-dated payment), less what of them is known to be given back; never below 0. */
  readonly futureMinor: number
  /** Open less future. */
  readonly remainingMinor: number
}

/** A receipt or credit note that still holds value of the customer's. @category projections @since 0.1.0 */
export interface HeldCredit {
  readonly subject: number
  readonly id: string
  readonly kind: 'receipt' | 'credit-note'
  readonly customer: string
  readonly currency: string
  readonly on: LocalDate
  readonly unappliedMinor: number
  readonly onAccountMinor: number
  readonly creditMinor: number
  /** The three together. */
  readonly heldMinor: number
}

/** Which items to list; bounds are inclusive. Choosing rows never changes a balance. @category projections @since 0.1.0 */
export interface OpenItemFilter {
  readonly customer?: string
  readonly openMinor?: { readonly from: number; readonly to: number }
  readonly issuedOn?: { readonly from: LocalDate; readonly to: LocalDate }
}

/**
 * Open items by due day, then id, then instalment. Reductions go to the earliest instalment first.
 *
 * @law asOf ignores what is effective later, knownAt ignores what was recorded later
 * @category projections
 * @since 0.1.0
 */
export const openItems = (view: LedgerView, at: PointInTime, filter: OpenItemFilter = {}): ReadonlyArray<OpenItem> =>
  openItemsOf(view, at, balancesAt(view, at), filter)

/** @internal */
export const openItemsOf = (
  view: LedgerView,
  at: PointInTime,
  balances: BalancesAt,
  filter: OpenItemFilter = {},
): ReadonlyArray<OpenItem> => {
  const items: Array<OpenItem> = []
  for (const [index, subject] of view.subjects.entries()) {
    if (subject.kind !== 'item' || openAt(balances, index) === 0) continue
    if (filter.customer !== undefined && subject.customer !== filter.customer) continue
    for (const item of rowsOf(view, at, balances, index, subject)) if (chosen(item, filter)) items.push(item)
  }
  return items.sort(byDueDay)
}

const chosen = (item: OpenItem, { openMinor, issuedOn }: OpenItemFilter): boolean =>
  (openMinor === undefined || (item.openMinor >= openMinor.from && item.openMinor <= openMinor.to)) &&
  (issuedOn === undefined || (item.issuedOn >= issuedOn.from && item.issuedOn <= issuedOn.to))

const byDueDay = (a: OpenItem, b: OpenItem): number => {
  if (a.dueOn !== b.dueOn) return a.dueOn < b.dueOn ? -1 : 1
  if (a.itemId !== b.itemId) return a.itemId < b.itemId ? -1 : 1
  return a.instalmentNo - b.instalmentNo
}

const rowsOf = (
  view: LedgerView,
  at: PointInTime,
  balances: BalancesAt,
  index: number,
  subject: Subject,
): ReadonlyArray<OpenItem> => {
  const instalments = instalmentsAt(view, index, at)
  const parts = spreadOverInstalments(view, at, balances, index, instalments)
  return instalments.flatMap((instalment, position) => {
    const part = parts[position]
    if (part === undefined || part.openMinor === 0) return []
    return {
      subject: index,
      itemId: subject.id,
      customer: subject.customer,
      currency: subject.currency,
      documentKind: subject.documentKind,
      instalmentNo: instalment.no,
      issuedOn: subject.on,
      dueOn: instalment.dueOn,
      daysPastDue: daysBetween(instalment.dueOn, at.asOf),
      amountMinor: instalment.amountMinor,
      ...part,
      remainingMinor: part.openMinor - part.futureMinor,
    }
  })
}

/** Receipts and credit notes that still hold value, by day, then id. @category projections @since 0.1.0 */
export const heldCredits = (view: LedgerView, at: PointInTime, customer?: string): ReadonlyArray<HeldCredit> =>
  heldCreditsOf(view, balancesAt(view, at), customer)

/** @internal */
export const heldCreditsOf = (view: LedgerView, balances: BalancesAt, customer?: string): ReadonlyArray<HeldCredit> => {
  const held: Array<HeldCredit> = []
  for (const [index, { kind, id, customer: owner, currency, on }] of view.subjects.entries()) {
    const heldMinor = heldAt(balances, index)
    if (kind === 'item' || heldMinor === 0) continue
    if (customer !== undefined && owner !== customer) continue
    held.push({
      subject: index,
      id,
      kind,
      customer: owner,
      currency,
      on,
      unappliedMinor: balances.unapplied[index] as number,
      onAccountMinor: balances.onAccount[index] as number,
      creditMinor: balances.credit[index] as number,
      heldMinor,
    })
  }
  return held.sort((a, b) => (a.on === b.on ? (a.id < b.id ? -1 : 1) : a.on < b.on ? -1 : 1))
}
