/**
 * An account as a rule set sees it: what is open, and what of a receipt is free. Read from the state alone, so that
 * the same revision always asks the same question.
 */
import {
  baseAfterCredits,
  type MatcherItem,
  type MatchPayment,
  type ReceiptRecord,
  type ReceiptWords,
  unappliedMinor,
} from '@quittance/cash-application'
import type { DocumentRecord, References } from '@quittance/invoicing'
import { keyedGet, keyedValues, type LocalDate, type Money } from '@quittance/kernel'
import { openMinorOf } from '../account/contexts.js'
import type { AccountState } from '../account/state.js'

/**
 * The open items of an account in one currency: invoices and debit notes, and as negative amounts what credit notes
 * left with the customer. Disputed items are among them and say so.
 *
 * @param on - the last day of the items, inclusive; what is dated later cannot have been meant
 * @law what matching sees open is what the account has open
 * @category policies
 * @since 0.1.0
 */
export const matchItemsOf = (state: AccountState, currency: string, on: LocalDate): ReadonlyArray<MatcherItem> =>
  keyedValues(state.invoicing.documents).flatMap((document) => {
    if (document.currency !== currency || document.issuedOn > on || document.voided) return []
    const openMinor =
      document.kind === 'credit-note' ? -freeCreditMinor(state, document) : openMinorOf(state, document.documentId)
    return openMinor === 0
      ? []
      : [itemOf(document, openMinor, keyedGet(state.cash.items, document.documentId)?.discountMinor ?? 0)]
  })

const freeCreditMinor = (state: AccountState, { documentId, grossMinor, offsetMinor }: DocumentRecord): number => {
  const used = keyedGet(state.cash.credits, documentId)
  return grossMinor - offsetMinor - (used?.appliedMinor ?? 0) - (used?.refundedMinor ?? 0)
}

const itemOf = (document: DocumentRecord, openMinor: number, takenMinor: number): MatcherItem => {
  const { documentId, kind, currency, issuedOn, discount, disputedMinor, payableMinor } = document
  return {
    itemId: documentId,
    openMinor,
    on: issuedOn,
    dueOn: dueOf(document, payableMinor - openMinor),
    identifiers: documentNames(document),
    currency,
    kind,
    ...(disputedMinor > 0 ? { disputed: true } : {}),
    ...(discount === undefined
      ? {}
      : { discount: { ...discount, baseMinor: baseAfterCredits(document, discount.baseMinor) } }),
    ...(takenMinor === 0 ? {} : { discountTakenMinor: takenMinor }),
    ...(kind !== 'credit-note' || document.precedingId === undefined ? {} : { linkedTo: document.precedingId }),
  }
}

/** All that a payer may call a document. @internal */
export const documentNames = ({
  documentId,
  references,
}: {
  readonly documentId: string
  readonly references?: References | undefined
}): ReadonlyArray<string> => {
  const names = [documentId, references?.purchaseOrder, references?.order, references?.delivery]
  return [...new Set(names.filter((name): name is string => name !== undefined && name !== ''))]
}

/** Money goes to the first instalment first: an item is due when what is left of it begins to be. A credit is due at once. */
const dueOf = ({ instalments, issuedOn }: DocumentRecord, settledMinor: number): LocalDate => {
  let reached = 0
  for (const { amountMinor, dueOn } of instalments) {
    reached += amountMinor
    if (reached > settledMinor) return dueOn
  }
  return instalments.at(-1)?.dueOn ?? issuedOn
}

/** A receipt's free money as a payment to explain. @category policies @since 0.1.0 */
export const matchPaymentOf = (receipt: ReceiptRecord): MatchPayment =>
  paymentWith(
    receipt.words,
    receipt.receiptId,
    { currency: receipt.currency, minor: unappliedMinor(receipt) },
    receipt.receivedOn,
  )

/** @internal */
export const paymentWith = (
  { payer, remittanceText, bankReference, fullSatisfactionClaimed }: ReceiptWords,
  paymentId: string,
  amount: Money,
  receivedOn: LocalDate,
): MatchPayment => ({
  paymentId,
  amountMinor: amount.minor,
  receivedOn,
  text: remittanceText ?? '',
  currency: amount.currency,
  ...(payer?.account === undefined ? {} : { payerKey: payer.account }),
  ...(bankReference === undefined ? {} : { bankReference }),
  ...(fullSatisfactionClaimed === undefined ? {} : { fullSatisfactionClaimed }),
})

/** Receipts of an account that have free money, by day, then id. @category policies @since 0.1.0 */
export const freeReceipts = (state: AccountState): ReadonlyArray<ReceiptRecord> =>
  keyedValues(state.cash.receipts)
    .filter((receipt) => receipt.status === 'live' && unappliedMinor(receipt) > 0)
    .sort((a, b) => compare(a.receivedOn, b.receivedOn) || compare(a.receiptId, b.receiptId))

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
