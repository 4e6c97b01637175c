/** What can be asked about differences: record, accept and reject a deduction; charge back; net. */
import type { Decimal, LocalDate, Money } from '@quittance/kernel'
import type { ChargebackPolicy, NettingPolicy, ReceiptId } from '../model.js'

interface Base<Tag extends string> {
  readonly _tag: Tag
  readonly on: LocalDate
}

/** Record that the customer held back a part of an item. @category commands @since 0.1.0 */
export interface RecordDeduction extends Base<'RecordDeduction'> {
  readonly deductionId: string
  readonly itemId: string
  readonly amount: Money
  /** `none-stated` where the customer gave none. */
  readonly reasonCode: string
  readonly cause?: string
  readonly receiptId?: ReceiptId
}

/** A line of the credit note that accepts a deduction; the totals with tax must come to exactly what is pending of it. @category commands @since 0.1.0 */
export interface CreditLine {
  readonly netMinor: number
  readonly tax?: { readonly category: string; readonly ratePercent: Decimal }
  readonly creditsLineNo?: number
}

/** Find the customer right: what is pending of the deduction is credited by a credit note in the same append. @category commands @since 0.1.0 */
export interface AcceptDeduction extends Base<'AcceptDeduction'> {
  readonly deductionId: string
  /** The number of the credit note. */
  readonly creditNoteId: string
  readonly lines: ReadonlyArray<CreditLine>
}

/** Find the customer not right: the part is plainly owed again. @category commands @since 0.1.0 */
export interface RejectDeduction extends Base<'RejectDeduction'> {
  readonly deductionId: string
  readonly reason: string
}

/** Move a part of an item to a debit item of its own, in the same append. @category commands @since 0.1.0 */
export interface RaiseChargeback extends Base<'RaiseChargeback'> {
  /** The number of the new debit item. */
  readonly chargebackId: string
  readonly itemId: string
  readonly amount: Money
  readonly reason: string
  readonly policy: ChargebackPolicy
}

/** Take a chargeback back, while nothing has touched its item. @category commands @since 0.1.0 */
export interface CancelChargeback extends Base<'CancelChargeback'> {
  readonly chargebackId: string
  readonly reason: string
}

/** A debt of ours to the customer, as accounts payable has it now. @category commands @since 0.1.0 */
export interface Payable {
  readonly payableId: string
  readonly dueOn: LocalDate
  readonly open: Money
}

/** One pair to net. @category commands @since 0.1.0 */
export interface NettingLine {
  readonly itemId: string
  readonly payableId: string
  readonly amount: Money
}

/** Set items off against payables, pair by pair, all or nothing. `proposeNetting` makes the lines. @category commands @since 0.1.0 */
export interface NetAgainstPayables extends Base<'NetAgainstPayables'> {
  readonly nettingId: string
  readonly lines: ReadonlyArray<NettingLine>
  readonly payables: ReadonlyArray<Payable>
  readonly policy: NettingPolicy
}

/** Take a netting back, all of it. @category commands @since 0.1.0 */
export interface ReverseNetting extends Base<'ReverseNetting'> {
  readonly nettingId: string
  readonly reason: string
}

/** The commands on differences. @category commands @since 0.1.0 */
export type DifferenceCommand =
  | RecordDeduction
  | AcceptDeduction
  | RejectDeduction
  | RaiseChargeback
  | CancelChargeback
  | NetAgainstPayables
  | ReverseNetting
