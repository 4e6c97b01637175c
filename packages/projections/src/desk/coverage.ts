/** Who is forgotten: small accounts without a contact, and accounts under the floor. */
import {
  type CoverageAccount,
  type CoverageReport,
  type DeskPolicy,
  deskPolicy,
  longestGapDays,
  smallAccountCoverage,
} from '@quittance/dunning'
import { addDays, daysBetween, type LocalDate } from '@quittance/kernel'
import type { PointInTime } from '../point-in-time.js'
import { type DeskAccount, type DeskBooks, deskAccounts } from './desk-account.js'

/** An account that has had fewer contacts than the floor asks for. @category projections @since 0.1.0 */
export interface UnderTheFloor {
  readonly customer: string
  /** Contacts in the period that ends on the day. */
  readonly touches: number
  readonly floor: number
  readonly pastDueDays: number
  readonly lastTouchOn?: LocalDate
}

/** Coverage of a ledger. @category projections @since 0.1.0 */
export interface DeskCoverage {
  readonly small: CoverageReport
  readonly underTheFloor: ReadonlyArray<UnderTheFloor>
  /** Accounts past due that nobody looks after. */
  readonly unassigned: ReadonlyArray<string>
  /** Who looks after accounts past due, by name. */
  readonly collectors: ReadonlyArray<CollectorLoad>
}

/** What a collector has to look after. @category projections @since 0.1.0 */
export interface CollectorLoad {
  readonly collector: string
  /** Past due, of which something may be asked. */
  readonly accounts: number
  /** Minutes a day for all of them, as last stated; absent: nobody said. */
  readonly capacityMinutes?: number
}

/**
 * The coverage at a point in time. An account that became past due within the period owes the floor only in part: one
 * contact for each full gap that has gone by.
 *
 * @category projections
 * @since 0.1.0
 */
export const deskCoverage = (books: DeskBooks, at: PointInTime, policy: DeskPolicy = deskPolicy): DeskCoverage => {
  const accounts = deskAccounts(books, at).filter(({ sums }) => sums.some(({ askMinor }) => askMinor > 0))
  const small = accounts.flatMap(({ customer, sums, lastTouchOn }) =>
    sums.map(({ currency, askMinor }): CoverageAccount => ({
      customer,
      currency,
      pastDueMinor: askMinor,
      ...(lastTouchOn === undefined ? {} : { lastContactOn: lastTouchOn }),
    })),
  )
  return {
    small: smallAccountCoverage(small, policy.coverage, at.asOf),
    underTheFloor: accounts.flatMap((account) => underFloor(account, at.asOf, policy)),
    unassigned: accounts.filter(({ contacts }) => contacts.collectors.length === 0).map(({ customer }) => customer),
    collectors: loads(accounts),
  }
}

/** The last assignment of an account counts; a collector's minutes are those stated last of any of them. */
const loads = (accounts: ReadonlyArray<DeskAccount>): ReadonlyArray<CollectorLoad> => {
  const assigned = accounts.flatMap(({ contacts }) => contacts.collectors.at(-1) ?? [])
  return [...new Set(assigned.map(({ fact }) => fact.collector))].sort().map((collector) => {
    const own = assigned.filter(({ fact }) => fact.collector === collector)
    const stated = own
      .filter(({ fact }) => fact.capacityMinutes !== undefined)
      .sort((a, b) => a.effectiveDay - b.effectiveDay || a.recordedMillis - b.recordedMillis)
      .at(-1)?.fact.capacityMinutes
    return { collector, accounts: own.length, ...(stated === undefined ? {} : { capacityMinutes: stated }) }
  })
}

const underFloor = (account: DeskAccount, on: LocalDate, { floor }: DeskPolicy): ReadonlyArray<UnderTheFloor> => {
  const { customer, contacts, oldestDueOn = on, lastTouchOn } = account
  const from = addDays(on, 1 - floor.periodDays)
  const touches = contacts.touches.filter(({ fact }) => fact.on >= from).length
  const pastDueDays = daysBetween(oldestDueOn, on)
  const owed = Math.min(floor.touches, Math.floor(pastDueDays / longestGapDays(floor)))
  if (touches >= owed) return []
  return [{ customer, touches, floor: owed, pastDueDays, ...(lastTouchOn === undefined ? {} : { lastTouchOn }) }]
}
