/**
 * In which order money is given up that was taken back: free money first, then what lies on account, then
 * applications, the latest first. What had been refunded is not there any more and must be claimed.
 */
import { receiptMinorOf, type ReleasedApplication } from '../model.js'
import type { ApplicationRecord, ReceiptRecord } from '../state.js'
import { unappliedMinor } from '../state.js'

/** What a take-back takes from where. @category policies @since 0.1.0 */
export interface TakeBack {
  readonly fromUnappliedMinor: number
  readonly fromOnAccountMinor: number
  readonly released: ReadonlyArray<ReleasedApplication>
  readonly returnedMinor: number
  /** Refunded before, so owed by the customer now. */
  readonly toClaimMinor: number
}

/**
 * Everything still on the receipt is given up: unapplied, on account, then its applications from the latest
 * to the earliest, whole, with their discounts and pennies.
 *
 * @law a return gives back exactly what was still there
 * @category policies
 * @since 0.1.0
 */
export const takeBackOrder = (receipt: ReceiptRecord, applications: ReadonlyArray<ApplicationRecord>): TakeBack => {
  const released = applications
    .filter(({ amountMinor, discountMinor, pennyMinor }) => amountMinor > 0 || discountMinor > 0 || pennyMinor > 0)
    .reverse()
    .map(releasedWhole)
  const fromUnappliedMinor = unappliedMinor(receipt)
  const fromOnAccountMinor = receipt.onAccountMinor
  const appliedMinor = released.reduce((so, link) => so + receiptMinorOf(link) + link.pennyMinor, 0)
  return {
    fromUnappliedMinor,
    fromOnAccountMinor,
    released,
    returnedMinor: fromUnappliedMinor + fromOnAccountMinor + appliedMinor,
    toClaimMinor: receipt.refundedMinor,
  }
}

const releasedWhole = (application: ApplicationRecord): ReleasedApplication => {
  const { applicationId, itemId, amountMinor, discountMinor, pennyMinor, cross, exchange } = application
  return {
    applicationId,
    itemId,
    amountMinor,
    discountMinor,
    pennyMinor,
    ...(cross === undefined ? {} : { cross }),
    ...(exchange === undefined ? {} : { exchange }),
  }
}
