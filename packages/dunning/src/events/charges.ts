/** Facts of what lateness costs the debtor. Each stands beside the debit note that asks for it, in the same append. Names are the storage format: for ever. */
import type { CurrencyCode, Decimal, LocalDate } from '@quittance/kernel'

/** What of a bill is for one item. @category model @since 0.1.0 */
export interface BilledItem {
  readonly itemId: string
  /** Accrued up to and including this day, since the item was late. */
  readonly until: LocalDate
  readonly accruedMinor: number
  /** Of that, what earlier bills asked for. */
  readonly billedBeforeMinor: number
  /** The difference: what this bill asks for. */
  readonly interestMinor: number
  /** The fixed sum of a statute, asked for once. */
  readonly fixedSumMinor: number
}

/** The policy of a bill, with the terms that mattered. @category model @since 0.1.0 */
export interface InterestUse {
  readonly id: string
  readonly version: number
  readonly rate: 'FixedRate' | 'DatedRates' | 'ReferenceRate'
  /** The rate, or the points on top of the reference rate. */
  readonly percent?: Decimal
  /** The table that the rates are from. */
  readonly table?: string
  readonly dayCountDays: number
  readonly compounding: 'none' | 'every-30-days'
  readonly rounding: 'once' | 'per-span' | 'daily'
  readonly disputed: 'accrues' | 'waits'
  readonly longestDays?: number
  readonly minimumMinor: number
}

/** Interest on late items was billed by a debit note of its own. It outlives the items: what accrued stays owed. @category events @since 0.1.0 */
export interface InterestBilled {
  readonly _tag: 'InterestBilled'
  readonly on: LocalDate
  /** The number of the debit note, too. */
  readonly billId: string
  readonly currency: CurrencyCode
  readonly amountMinor: number
  readonly items: ReadonlyArray<BilledItem>
  readonly policy: InterestUse
}

/** The fee of a notice was charged by a debit note of its own. @category events @since 0.1.0 */
export interface NoticeFeeCharged {
  readonly _tag: 'NoticeFeeCharged'
  readonly on: LocalDate
  /** The number of the debit note, too. */
  readonly billId: string
  readonly noticeId: string
  readonly level: number
  readonly currency: CurrencyCode
  readonly amountMinor: number
  readonly policy: { readonly id: string; readonly version: number }
  /** Units of the notice's currency for one of the fee's, where the two differ. */
  readonly rate?: Decimal
}

/** Every fact of charges. @category events @since 0.1.0 */
export type ChargeFact = InterestBilled | NoticeFeeCharged
