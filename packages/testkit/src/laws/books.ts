/**
 * The plainest books that could be kept from the facts: maps and sums, each figure posted for itself, so that
 * what should add up can be added up. Shares no code with the account's own state.
 */

/** An invoice or debit note. Always: payable = open + offset + cash + credit + discount + written off + transferred + netted + voided; deducted is an of-which of what came and is not ended. @category laws @since 0.1.0 */
export interface ItemBook {
  readonly currency: string
  readonly payableMinor: number
  openMinor: number
  offsetMinor: number
  cashMinor: number
  creditMinor: number
  discountMinor: number
  writtenOffMinor: number
  /** Moved to debit items of their own. */
  transferredMinor: number
  nettedMinor: number
  deductedMinor: number
  voidedMinor: number
}

/** A receipt. Always: amount = applied + on account + unapplied + refunded + returned + transferred + penny + voided. @category laws @since 0.1.0 */
export interface ReceiptBook {
  readonly currency: string
  readonly amountMinor: number
  appliedMinor: number
  onAccountMinor: number
  unappliedMinor: number
  refundedMinor: number
  returnedMinor: number
  transferredMinor: number
  pennyMinor: number
  voidedMinor: number
}

/** What a credit note left with the customer. Always: credit = free + applied + refunded. @category laws @since 0.1.0 */
export interface CreditBook {
  readonly currency: string
  readonly creditMinor: number
  freeMinor: number
  appliedMinor: number
  refundedMinor: number
}

/** The books of one account. `receivable` is the balance of the receivables account, by currency. @category laws @since 0.1.0 */
export interface Books {
  readonly items: Map<string, ItemBook>
  readonly receipts: Map<string, ReceiptBook>
  readonly credits: Map<string, CreditBook>
  readonly receivable: Map<string, number>
}

/** Books before the first fact. @category laws @since 0.1.0 */
export const emptyBooks = (): Books => ({
  items: new Map(),
  receipts: new Map(),
  credits: new Map(),
  receivable: new Map(),
})
