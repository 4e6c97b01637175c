/** Why a verdict that had been recorded does not stand any more. */
import type { LocalDate } from '@quittance/kernel'
import type { CountedReceipt, ReopenCause } from '../model.js'
import type { Verdict } from './verdict-of.js'

/** What was recorded, and what can be seen of its money now. @category policies @since 0.1.0 */
export interface RecordedVerdict {
  readonly counted: ReadonlyArray<CountedReceipt>
  readonly windowEndsOn: LocalDate
  /** What is still there of a counted receipt, where it was counted. */
  readonly thereMinor: (receipt: CountedReceipt) => number
  readonly statusOf: (receiptId: string) => 'live' | 'returned' | 'voided' | undefined
  /** Since when a receipt has lain on an item. */
  readonly appliedOn: (receiptId: string, itemId: string) => LocalDate | undefined
}

/**
 * The cause, the weightiest first: money that proved the verdict went back, was an entry error, or was moved
 * elsewhere; nothing is left to pay; money counts now that was applied after the window, or recorded after the
 * verdict; the plan moved the day; else the money was allotted differently.
 *
 * @law a returned receipt that had counted is the cause
 * @category policies
 * @since 0.1.0
 */
export const reopenCause = (recorded: RecordedVerdict, now: Verdict): ReopenCause => {
  const gone = recorded.counted.find((one) => recorded.thereMinor(one) < one.amountMinor)
  if (gone !== undefined) {
    const status = recorded.statusOf(gone.receiptId)
    const reason = status === 'returned' ? 'receipt-returned' : status === 'voided' ? 'receipt-voided' : 'money-moved'
    return { reason, receiptId: gone.receiptId }
  }
  if (now.state === 'void') return { reason: 'item-reduced' }
  const added = now.counted.find((one) => one.amountMinor > countedBefore(recorded.counted, one))
  if (added !== undefined) {
    const { receiptId, itemId } = added
    const appliedOn = itemId === undefined ? undefined : recorded.appliedOn(receiptId, itemId)
    const isAppliedLate = appliedOn !== undefined && appliedOn > recorded.windowEndsOn
    return { reason: isAppliedLate ? 'payment-applied-late' : 'payment-recorded-late', receiptId }
  }
  return { reason: now.windowEndsOn === recorded.windowEndsOn ? 'allotment-changed' : 'plan-changed' }
}

const countedBefore = (counted: ReadonlyArray<CountedReceipt>, one: CountedReceipt): number =>
  counted.reduce(
    (so, { receiptId, itemId, amountMinor }) =>
      receiptId === one.receiptId && itemId === one.itemId ? so + amountMinor : so,
    0,
  )
