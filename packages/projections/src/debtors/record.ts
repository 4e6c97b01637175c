/**
 * What is known of how a customer pays: the evidence that a finding about them may stand on, and nothing else.
 */
import { addDays, type LocalDate } from '@quittance/kernel'

/** A promise with a final verdict. `settledOn` is the day on which the verdict became final. @category projections @since 0.1.0 */
export interface SettledPromise {
  readonly promiseId: string
  readonly settledOn: LocalDate
  readonly state: 'kept' | 'partly-kept' | 'broken'
  /** Why it was not the customer's fault, where something says so. */
  readonly cause?: string
  /** The facts that say so: the verdict's, and those behind the cause. */
  readonly factIds: ReadonlyArray<string>
}

/** An item that was owed. `paidOn` is the day that closed it, with money; absent while it is open. @category projections @since 0.1.0 */
export interface OwedItemRecord {
  readonly itemId: string
  readonly currency: string
  readonly amountMinor: number
  readonly issuedOn?: LocalDate
  readonly dueOn: LocalDate
  readonly paidOn?: LocalDate
  /** Given up as a bad debt, or placed with an agency, on this day. */
  readonly givenUpOn?: LocalDate
  /** Why a delay of it was not the customer's fault, where something says so. */
  readonly cause?: string
}

/** An excuse that was given. Proved false when the money that it announced did not come in time. @category projections @since 0.1.0 */
export interface GivenExcuse {
  readonly on: LocalDate
  readonly excuse: string
  /** `payment-claim`: says that money is on its way; `upstream`: says that something of ours went wrong. */
  readonly kind: 'payment-claim' | 'upstream' | 'other'
  readonly provedFalse: boolean
}

/** A payment that the bank took back. @category projections @since 0.1.0 */
export interface ReturnedPayment {
  readonly receiptId: string
  readonly on: LocalDate
  readonly cause?: string
}

/** All of it, as of one day and as known at one moment. @category projections @since 0.1.0 */
export interface PayerRecord {
  readonly customer: string
  readonly promises: ReadonlyArray<SettledPromise>
  readonly items: ReadonlyArray<OwedItemRecord>
  readonly excuses: ReadonlyArray<GivenExcuse>
  readonly returns: ReadonlyArray<ReturnedPayment>
}

/** The days that a signal looks at: so many before the day asked for, which is always within. @category projections @since 0.1.0 */
export interface EvidenceWindow {
  readonly windowDays: number
  /** Whether the day exactly so many days before counts. */
  readonly includesFirstDay: boolean
}

/**
 * Whether a day lies in the window that ends on `asOf`, inclusive.
 *
 * @example
 * isInWindow('2026-01-01', '2026-01-31', { windowDays: 30, includesFirstDay: true }) // => true
 * @category policies
 * @since 0.1.0
 */
export const isInWindow = (on: LocalDate, asOf: LocalDate, window: EvidenceWindow | undefined): boolean => {
  if (on > asOf) return false
  if (window === undefined) return true
  const first = addDays(asOf, 0 - window.windowDays)
  return window.includesFirstDay ? on >= first : on > first
}
