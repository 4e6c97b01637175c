/** What came written with money. A rule set decides by it, and it goes along where the money moves. */
import type { Payer } from './model.js'

/** What the bank and the payer wrote with money. @category model @since 0.1.0 */
export interface ReceiptWords {
  readonly payer?: Payer
  readonly remittanceText?: string
  readonly bankReference?: string
  /** The payer's words that claim this settles everything; automatic application refuses such money. */
  readonly fullSatisfactionClaimed?: string
}

/** The words that are there, and no others. @internal */
export const wordsOf = (from: ReceiptWords): ReceiptWords => {
  const words: { -readonly [Field in keyof ReceiptWords]: ReceiptWords[Field] } = {}
  if (from.payer !== undefined) words.payer = from.payer
  if (from.remittanceText !== undefined) words.remittanceText = from.remittanceText
  if (from.bankReference !== undefined) words.bankReference = from.bankReference
  if (from.fullSatisfactionClaimed !== undefined) words.fullSatisfactionClaimed = from.fullSatisfactionClaimed
  return words
}
