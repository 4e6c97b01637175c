/** Commands on what lateness costs the debtor. Nobody gives them unless a policy of the account says so. */
import type { CurrencyCode, Decimal, LocalDate, StatedValue } from '@quittance/kernel'
import type { FeePolicy } from '../policies/fees/notice-fee.js'
import type { InterestPolicy } from '../policies/interest/interest-to-bill.js'

/** The interest that accrued by a day and was not billed yet is billed, for all items of a currency or some. @category commands @since 0.1.0 */
export interface BillInterest {
  readonly _tag: 'BillInterest'
  /** Interest of this day is in. */
  readonly on: LocalDate
  /** The number of the debit note. */
  readonly billId: string
  readonly currency: CurrencyCode
  readonly policy: InterestPolicy
  /** These items; absent: every one of the currency, paid or not, but for earlier bills of interest and fees. */
  readonly items?: ReadonlyArray<string>
  /** What the debit note is worth in the base currency. */
  readonly exchange?: StatedValue
}

/** The fee of a notice is charged. @category commands @since 0.1.0 */
export interface ChargeNoticeFee {
  readonly _tag: 'ChargeNoticeFee'
  readonly on: LocalDate
  /** The number of the debit note. */
  readonly billId: string
  readonly noticeId: string
  readonly policy: FeePolicy
  /** Units of the notice's currency for one of the fee's, where the two differ. */
  readonly rate?: Decimal
  /** What the debit note is worth in the base currency. */
  readonly exchange?: StatedValue
}

/** Every command on charges. @category commands @since 0.1.0 */
export type ChargeCommand = BillInterest | ChargeNoticeFee
