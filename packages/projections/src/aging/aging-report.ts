/**
 * Aging: what is open, by how long, at any point in time, per currency, in total and by customer.
 */
import { daysBetween, type LocalDate } from '@quittance/kernel'
import { balancesAt } from '../ledger-view/balances-at.js'
import { deliveredOn } from '../ledger-view/due-days.js'
import type { LedgerView } from '../ledger-view/ledger-view.js'
import { type HeldCredit, heldCreditsOf, type OpenItem, openItemsOf } from '../open-items/open-items.js'
import type { PointInTime } from '../point-in-time.js'
import { type AgingScheme, bucketFinder, fiveBuckets } from './scheme.js'

/** From which day age counts. Without a delivery the document's own day stands in. @category policies @since 0.1.0 */
export type AgeBasis = 'due' | 'invoice' | 'delivery'

/** What becomes of credits: a column of their own, in the bucket of their own day, against the oldest items first (display only), or rows of their own. @category policies @since 0.1.0 */
export type CreditTreatment = 'separate' | 'own-date' | 'fifo' | 'own-rows'

/** How to age. All of it is printed on the report. @category policies @since 0.1.0 */
export interface AgingOptions {
  readonly scheme?: AgingScheme
  readonly basis?: AgeBasis
  readonly credits?: CreditTreatment
  /** Only this customer's. */
  readonly customer?: string
}

/** Sums of one currency. `total` = buckets - unapplied; disputed and deducted are of-whichs inside the buckets. @category projections @since 0.1.0 */
export interface AgingSums {
  readonly currency: string
  /** In the order of the scheme's buckets. */
  readonly bucketMinor: ReadonlyArray<number>
  readonly bucketCount: ReadonlyArray<number>
  readonly disputedMinor: number
  readonly deductedMinor: number
  /** Unapplied and on-account cash and what credit notes left: positive, taken off the total. */
  readonly unappliedMinor: number
  readonly totalMinor: number
}

/** A row behind the sums: an open instalment, or a credit where credits have rows. @category projections @since 0.1.0 */
export interface AgingRow {
  readonly id: string
  readonly customer: string
  readonly currency: string
  readonly basisOn: LocalDate
  readonly ageDays: number
  /** Index in the scheme's buckets. */
  readonly bucket: number
  readonly openMinor: number
  readonly disputedMinor: number
  readonly deductedMinor: number
  readonly item: OpenItem | undefined
  readonly credit: HeldCredit | undefined
}

/** A report and everything that went into it. @category projections @since 0.1.0 */
export interface AgingReport {
  readonly at: PointInTime
  readonly scheme: AgingScheme
  readonly basis: AgeBasis
  readonly credits: CreditTreatment
  /** By currency code. */
  readonly currencies: ReadonlyArray<AgingSums>
  /** By customer id, each by currency code. */
  readonly customers: ReadonlyArray<{ readonly customer: string; readonly currencies: ReadonlyArray<AgingSums> }>
  readonly rows: ReadonlyArray<AgingRow>
}

/**
 * Age the ledger at a point in time. Currencies are never added.
 *
 * @law aging buckets less unapplied equal the balance of the account
 * @law asOf ignores what is effective later, knownAt ignores what was recorded later
 * @category projections
 * @since 0.1.0
 */
export const agingReport = (view: LedgerView, at: PointInTime, options: AgingOptions = {}): AgingReport => {
  const { scheme = fiveBuckets, basis = 'due', credits = 'separate', customer } = options
  const balances = balancesAt(view, at)
  const held = heldCreditsOf(view, balances, customer)
  const find = bucketFinder(scheme, at.asOf)
  const rows = openItemsOf(view, at, balances, customer === undefined ? {} : { customer }).map((item) =>
    itemRow(item, basisDay(view, at, basis, item), at, find),
  )
  const creditRows =
    credits === 'own-date' || credits === 'own-rows' ? held.map((credit) => creditRow(credit, at, find)) : []
  const apart = creditRows.length > 0 ? [] : held

  const totals = sumsOf([...rows, ...creditRows], apart, scheme, credits)
  const customers = groupByCustomer([...rows, ...creditRows], apart).map(([owner, its]) => ({
    customer: owner,
    currencies: sumsOf(its.rows, its.held, scheme, credits),
  }))
  // Netting is a customer's own affair: one customer's cash never shrinks another's bucket in the total.
  const currencies = credits === 'fifo' ? addUp(customers.flatMap((one) => one.currencies)) : totals
  return { at, scheme, basis, credits, currencies, customers, rows: [...rows, ...creditRows] }
}

type Find = (basisOn: LocalDate, ageDays: number) => number

const basisDay = (view: LedgerView, at: PointInTime, basis: AgeBasis, item: OpenItem): LocalDate => {
  if (basis === 'due') return item.dueOn
  return basis === 'delivery' ? (deliveredOn(view, item.subject, at) ?? item.issuedOn) : item.issuedOn
}

const itemRow = (item: OpenItem, basisOn: LocalDate, at: PointInTime, find: Find): AgingRow => {
  const ageDays = daysBetween(basisOn, at.asOf)
  return {
    id: item.itemId,
    customer: item.customer,
    currency: item.currency,
    basisOn,
    ageDays,
    bucket: find(basisOn, ageDays),
    openMinor: item.openMinor,
    disputedMinor: item.disputedMinor,
    deductedMinor: item.deductedMinor,
    item,
    credit: undefined,
  }
}

const creditRow = (credit: HeldCredit, at: PointInTime, find: Find): AgingRow => {
  const ageDays = daysBetween(credit.on, at.asOf)
  return {
    id: credit.id,
    customer: credit.customer,
    currency: credit.currency,
    basisOn: credit.on,
    ageDays,
    bucket: find(credit.on, ageDays),
    openMinor: 0 - credit.heldMinor,
    disputedMinor: 0,
    deductedMinor: 0,
    item: undefined,
    credit,
  }
}

interface Group {
  readonly rows: Array<AgingRow>
  readonly held: Array<HeldCredit>
}

const groupByCustomer = (
  rows: ReadonlyArray<AgingRow>,
  held: ReadonlyArray<HeldCredit>,
): ReadonlyArray<readonly [string, Group]> => {
  const groups = new Map<string, Group>()
  const of = (customer: string): Group => {
    let group = groups.get(customer)
    if (group === undefined) groups.set(customer, (group = { rows: [], held: [] }))
    return group
  }
  for (const row of rows) of(row.customer).rows.push(row)
  for (const credit of held) of(credit.customer).held.push(credit)
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1))
}

interface Sums {
  readonly bucketMinor: Array<number>
  readonly bucketCount: Array<number>
  disputedMinor: number
  deductedMinor: number
  unappliedMinor: number
}

const sumsOf = (
  rows: ReadonlyArray<AgingRow>,
  held: ReadonlyArray<HeldCredit>,
  scheme: AgingScheme,
  credits: CreditTreatment,
): ReadonlyArray<AgingSums> => {
  const byCurrency = new Map<string, Sums>()
  const of = (currency: string): Sums => {
    let sums = byCurrency.get(currency)
    if (sums === undefined) {
      const zeros = scheme.buckets.map(() => 0)
      byCurrency.set(
        currency,
        (sums = {
          bucketMinor: zeros,
          bucketCount: zeros.slice(),
          disputedMinor: 0,
          deductedMinor: 0,
          unappliedMinor: 0,
        }),
      )
    }
    return sums
  }
  for (const { currency, bucket, openMinor, disputedMinor, deductedMinor } of rows) {
    const sums = of(currency)
    sums.bucketMinor[bucket] = (sums.bucketMinor[bucket] ?? 0) + openMinor
    sums.bucketCount[bucket] = (sums.bucketCount[bucket] ?? 0) + 1
    sums.disputedMinor += disputedMinor
    sums.deductedMinor += deductedMinor
  }
  for (const { currency, heldMinor } of held) of(currency).unappliedMinor += heldMinor
  if (credits === 'fifo') for (const sums of byCurrency.values()) netOldestFirst(sums)
  return inOrder(byCurrency)
}

/** Credits against the oldest bucket first; what no item takes stays in its column. Display only. */
const netOldestFirst = (sums: Sums): void => {
  for (let bucket = sums.bucketMinor.length - 1; bucket >= 0; bucket -= 1) {
    const netted = Math.min(sums.unappliedMinor, Math.max(sums.bucketMinor[bucket] ?? 0, 0))
    sums.bucketMinor[bucket] = (sums.bucketMinor[bucket] ?? 0) - netted
    sums.unappliedMinor -= netted
  }
}

const inOrder = (byCurrency: ReadonlyMap<string, Sums>): ReadonlyArray<AgingSums> =>
  [...byCurrency]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([currency, sums]) => ({
      currency,
      ...sums,
      totalMinor: sums.bucketMinor.reduce((so, minor) => so + minor, 0) - sums.unappliedMinor,
    }))

const addUp = (parts: ReadonlyArray<AgingSums>): ReadonlyArray<AgingSums> => {
  const byCurrency = new Map<string, Sums>()
  for (const part of parts) {
    const sums = byCurrency.get(part.currency)
    if (sums === undefined)
      byCurrency.set(part.currency, {
        bucketMinor: [...part.bucketMinor],
        bucketCount: [...part.bucketCount],
        disputedMinor: part.disputedMinor,
        deductedMinor: part.deductedMinor,
        unappliedMinor: part.unappliedMinor,
      })
    else {
      for (const [bucket, minor] of part.bucketMinor.entries())
        sums.bucketMinor[bucket] = (sums.bucketMinor[bucket] ?? 0) + minor
      for (const [bucket, count] of part.bucketCount.entries())
        sums.bucketCount[bucket] = (sums.bucketCount[bucket] ?? 0) + count
      sums.disputedMinor += part.disputedMinor
      sums.deductedMinor += part.deductedMinor
      sums.unappliedMinor += part.unappliedMinor
    }
  }
  return inOrder(byCurrency)
}
