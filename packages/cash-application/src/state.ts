/**
 * What `decide` must remember of an account's money, and nothing more.
 */
import { type BaseValue, emptyKeyed, type Keyed, type LinkExchange, type LocalDate } from '@quittance/kernel'
import type {
  CrossAmount,
  EndedDeduction,
  NettedLine,
  PaymentMethod,
  ReceiptId,
  ReleasedApplication,
  SourceKind,
  WriteOffReason,
} from './model.js'
import type { ReceiptWords } from './receipt-words.js'

/** A receipt and where its money is. @category model @since 0.1.0 */
export interface ReceiptRecord {
  readonly receiptId: ReceiptId
  readonly currency: string
  readonly amountMinor: number
  readonly receivedOn: LocalDate
  readonly method: PaymentMethod
  /** The value date of the money: that of the first receipt, where it arrived from another account. */
  readonly valueOn: LocalDate
  /** The transfer that it arrived by, if it did. */
  readonly arrivedBy: string | undefined
  readonly words: ReceiptWords
  readonly exchange: BaseValue | undefined
  appliedMinor: number
  onAccountMinor: number
  refundedMinor: number
  returnedMinor: number
  transferredMinor: number
  pennyMinor: number
  /** Of its base value: what applications and transfers took. */
  baseUsedMinor: number
  status: 'live' | 'returned' | 'voided'
  /** Money was given back to it on this day, so it may not be used as of an earlier one. */
  freedOn: LocalDate | undefined
  /** The latest day of a fact about it. */
  lastOn: LocalDate
  /** Applications made from it, in order. */
  applicationIds: Array<string>
  /** Transfers sent from it, in order. */
  transferIds: Array<string>
  /** What a return released, so that it can be put back. */
  released: ReadonlyArray<ReleasedApplication>
}

/** How much of a credit note's remainder is used. @category model @since 0.1.0 */
export interface CreditRecord {
  appliedMinor: number
  refundedMinor: number
  /** Of its base value: what applications took. */
  baseUsedMinor: number
  freedOn: LocalDate | undefined
}

/** A deduction that has not ended, over what it was recorded. @category model @since 0.1.0 */
export interface StandingDeduction {
  readonly deductionId: string
  readonly amountMinor: number
}

/** What was taken off an item. @category model @since 0.1.0 */
export interface ItemRecord {
  cashMinor: number
  creditMinor: number
  discountMinor: number
  writtenOffMinor: number
  /** Of which within the tolerance at application. */
  smallDifferenceMinor: number
  /** Of which kept by banks on the way. */
  bankFeeMinor: number
  /** Moved to debit items of their own. */
  transferredMinor: number
  nettedMinor: number
  /** Deductions that have not ended, in order of recording; `pendingDeductions` says what is pending of each. */
  deductions: Array<StandingDeduction>
  /** Of its base value: what all these took. */
  clearedBaseMinor: number
  /** Something was given back to it on this day: nothing may be taken off as of an earlier one. */
  reopenedOn: LocalDate | undefined
}

/** An application; `amountMinor` is what is left of it, `on` the day since which it stands. @category model @since 0.1.0 */
export interface ApplicationRecord {
  readonly applicationId: string
  readonly source: SourceKind
  readonly sourceId: string
  readonly itemId: string
  readonly currency: string
  /** Later than the first day where a return had released it and was itself reversed. */
  on: LocalDate
  amountMinor: number
  discountMinor: number
  pennyMinor: number
  /** Write-offs of what it came short by: they go when it goes. */
  writeOffIds: Array<string>
  /** What is left of what the receipt gave, where it is in another currency. */
  cross: CrossAmount | undefined
  exchange: LinkExchange | undefined
}

/** A refund. @category model @since 0.1.0 */
export interface RefundRecord {
  readonly source: SourceKind
  readonly sourceId: string
  readonly currency: string
  readonly amountMinor: number
  readonly fromOnAccountMinor: number
  readonly on: LocalDate
  cancelled: boolean
}

/** A write-off. @category model @since 0.1.0 */
export interface WriteOffRecord {
  readonly itemId: string
  readonly currency: string
  readonly amountMinor: number
  readonly on: LocalDate
  readonly reason: WriteOffReason
  readonly deduction: EndedDeduction | undefined
  readonly exchange: LinkExchange | undefined
  reversed: boolean
}

/** A deduction, and how it stands: R-031 knows these states and no others. @category model @since 0.1.0 */
export interface DeductionRecord {
  readonly itemId: string
  readonly currency: string
  readonly amountMinor: number
  readonly reasonCode: string
  readonly on: LocalDate
  /** The day of its recording, or of the latest on which the write-off that had ended it was taken back. */
  pendingSince: LocalDate
  status: 'pending' | 'written-off' | 'accepted' | 'rejected'
}

/** A part of an item that was moved to a debit item. @category model @since 0.1.0 */
export interface ChargebackRecord {
  readonly itemId: string
  readonly currency: string
  readonly amountMinor: number
  readonly on: LocalDate
  readonly exchange: LinkExchange | undefined
  cancelled: boolean
}

/** A netting. @category model @since 0.1.0 */
export interface NettingRecord {
  readonly currency: string
  readonly lines: ReadonlyArray<NettedLine>
  readonly on: LocalDate
  reversed: boolean
}

/** A transfer as this side knows it. @category model @since 0.1.0 */
export interface TransferRecord {
  readonly side: 'source' | 'destination'
  readonly receiptId: ReceiptId
  readonly amountMinor: number
  readonly counterparty: string
  readonly exchange: BaseValue | undefined
  readonly on: LocalDate
  status: 'live' | 'returned' | 'recalled'
  /** The day on which it was returned or recalled on this side. */
  endedOn: LocalDate | undefined
}

/** The state of this room. @category model @since 0.1.0 */
export interface CashState {
  readonly receipts: Keyed<ReceiptRecord>
  readonly credits: Keyed<CreditRecord>
  readonly items: Keyed<ItemRecord>
  readonly applications: Keyed<ApplicationRecord>
  readonly refunds: Keyed<RefundRecord>
  readonly writeOffs: Keyed<WriteOffRecord>
  readonly transfers: Keyed<TransferRecord>
  readonly deductions: Keyed<DeductionRecord>
  readonly chargebacks: Keyed<ChargebackRecord>
  readonly nettings: Keyed<NettingRecord>
  /** Remittance advices with their day: each is recorded once. */
  readonly remittances: Keyed<LocalDate>
}

/** An account without money. @category model @since 0.1.0 */
export const initialCash = (): CashState => ({
  receipts: emptyKeyed(),
  credits: emptyKeyed(),
  items: emptyKeyed(),
  applications: emptyKeyed(),
  refunds: emptyKeyed(),
  writeOffs: emptyKeyed(),
  transfers: emptyKeyed(),
  deductions: emptyKeyed(),
  chargebacks: emptyKeyed(),
  nettings: emptyKeyed(),
  remittances: emptyKeyed(),
})

/** Money of a receipt that nothing has consumed. @law conservation of a receipt @category policies @since 0.1.0 */
export const unappliedMinor = (receipt: ReceiptRecord): number =>
  receipt.status === 'voided'
    ? 0
    : receipt.amountMinor -
      receipt.appliedMinor -
      receipt.onAccountMinor -
      receipt.refundedMinor -
      receipt.returnedMinor -
      receipt.transferredMinor -
      receipt.pennyMinor

/** All that cash application took off an item. @category policies @since 0.1.0 */
export const takenOffMinor = (item: ItemRecord | undefined): number =>
  item === undefined
    ? 0
    : item.cashMinor +
      item.creditMinor +
      item.discountMinor +
      item.writtenOffMinor +
      item.transferredMinor +
      item.nettedMinor
