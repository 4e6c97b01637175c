/**
 * Facts that give a difference its name: held back by the customer, moved to an item of its own, set off against
 * what we owe. Each carries the amounts it moves.
 */
import type { CurrencyCode, LinkExchange, LocalDate } from '@quittance/kernel'
import type { NettedLine, PolicyRef, ReceiptId } from '../model.js'

interface Base<Tag extends string> {
  readonly _tag: Tag
  readonly on: LocalDate
  readonly currency: CurrencyCode
}

/** The customer held back a part of an item and said why, or did not. It stays open, with its due day. @category events @since 0.1.0 */
export interface DeductionRecorded extends Base<'DeductionRecorded'> {
  readonly deductionId: string
  readonly itemId: string
  readonly amountMinor: number
  /** In the customer's words or codes; `none-stated` where there are none. */
  readonly reasonCode: string
  /** What was behind it, once somebody knows: an entry of the cause taxonomy. */
  readonly cause?: string
  /** The payment that came short. */
  readonly receiptId?: ReceiptId
}

/** The customer was right: a credit note over exactly this amount, recorded with this fact, takes it off the item. @category events @since 0.1.0 */
export interface DeductionAccepted extends Base<'DeductionAccepted'> {
  readonly deductionId: string
  readonly itemId: string
  /** What was still pending of it, and is credited. */
  readonly amountMinor: number
  /** What it was recorded over, which no longer counts as deducted. */
  readonly releasedMinor: number
  readonly creditNoteId: string
}

/** The customer was not right: the part is plainly owed again, due when it always was. @category events @since 0.1.0 */
export interface DeductionRejected extends Base<'DeductionRejected'> {
  readonly deductionId: string
  readonly itemId: string
  readonly releasedMinor: number
  readonly reason: string
}

/** A part of an item was moved to a debit item of its own, issued with this fact under the same number; the item is closed by it. @category events @since 0.1.0 */
export interface ChargebackItemRaised extends Base<'ChargebackItemRaised'> {
  /** The number of the new debit item. */
  readonly chargebackId: string
  readonly itemId: string
  readonly amountMinor: number
  readonly reason: string
  /** The original due day, unless the policy gives new terms. */
  readonly dueOn: LocalDate
  readonly policy: PolicyRef
  /** What was taken of the item's base value; the new item is carried at it. */
  readonly exchange?: LinkExchange
}

/** A chargeback was taken back: its item is void and the original is owed again, as of the day it was raised. @category events @since 0.1.0 */
export interface ChargebackItemCancelled extends Base<'ChargebackItemCancelled'> {
  readonly chargebackId: string
  readonly itemId: string
  readonly amountMinor: number
  readonly reason: string
  readonly exchange?: LinkExchange
}

/** Items were set off against what we owe the same party, pair by pair, under an agreement. @category events @since 0.1.0 */
export interface Netted extends Base<'Netted'> {
  readonly nettingId: string
  readonly lines: ReadonlyArray<NettedLine>
  readonly policy: PolicyRef
}

/** A netting was taken back, all of it: the items are owed again. @category events @since 0.1.0 */
export interface NettingReversed extends Base<'NettingReversed'> {
  readonly nettingId: string
  readonly lines: ReadonlyArray<NettedLine>
  readonly reason: string
}

/** The facts of differences. @category events @since 0.1.0 */
export type DifferenceFact =
  | DeductionRecorded
  | DeductionAccepted
  | DeductionRejected
  | ChargebackItemRaised
  | ChargebackItemCancelled
  | Netted
  | NettingReversed
