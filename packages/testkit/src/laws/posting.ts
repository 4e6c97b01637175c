/** Finding the book that a fact writes to. */
import type { Books, ItemBook, ReceiptBook } from './books.js'

/** @internal */
export const receivable = (books: Books, currency: string, minor: number): void =>
  void books.receivable.set(currency, (books.receivable.get(currency) ?? 0) + minor)

/** @internal */
export const onItem = (books: Books, itemId: string, write: (item: ItemBook) => void): void => {
  const item = books.items.get(itemId)
  if (item !== undefined) write(item)
}

/** @internal */
export const onReceipt = (books: Books, receiptId: string, write: (receipt: ReceiptBook) => void): void => {
  const receipt = books.receipts.get(receiptId)
  if (receipt !== undefined) write(receipt)
}
