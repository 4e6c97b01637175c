/** Finding and making the records that facts write to. */
import { keyedGet, keyedSet, laterOf, type LocalDate } from '@quittance/kernel'
import type { CashTransferredIn, ReceiptRecorded } from '../events.js'
import { wordsOf } from '../receipt-words.js'
import type { CashState, CreditRecord, ItemRecord, ReceiptRecord } from '../state.js'

/** @internal */
export const laterDay = (a: LocalDate | undefined, b: LocalDate): LocalDate => (a === undefined ? b : laterOf(a, b))

/** @internal */
export const newReceipt = (fact: ReceiptRecorded | CashTransferredIn): ReceiptRecord => ({
  receiptId: fact.receiptId,
  currency: fact.currency,
  amountMinor: fact.amountMinor,
  receivedOn: fact.on,
  method: fact.method,
  valueOn: fact._tag === 'CashTransferredIn' ? fact.valueOn : fact.on,
  arrivedBy: fact._tag === 'CashTransferredIn' ? fact.transferId : undefined,
  words: wordsOf(fact),
  exchange: fact.exchange,
  appliedMinor: 0,
  onAccountMinor: 0,
  refundedMinor: 0,
  returnedMinor: 0,
  transferredMinor: 0,
  pennyMinor: 0,
  baseUsedMinor: 0,
  status: 'live',
  freedOn: undefined,
  lastOn: fact.on,
  applicationIds: [],
  transferIds: [],
  released: [],
})

/** @internal */
export const changeReceipt = (
  draft: CashState,
  receiptId: string,
  on: LocalDate,
  write: (receipt: ReceiptRecord) => void,
): void => {
  const receipt = keyedGet(draft.receipts, receiptId)
  if (receipt === undefined) return
  write(receipt)
  receipt.lastOn = laterOf(receipt.lastOn, on)
}

/** @internal */
export const itemFor = (draft: CashState, itemId: string): ItemRecord => {
  const known = keyedGet(draft.items, itemId)
  if (known !== undefined) return known
  const item: ItemRecord = {
    cashMinor: 0,
    creditMinor: 0,
    discountMinor: 0,
    writtenOffMinor: 0,
    smallDifferenceMinor: 0,
    bankFeeMinor: 0,
    transferredMinor: 0,
    nettedMinor: 0,
    deductions: [],
    clearedBaseMinor: 0,
    reopenedOn: undefined,
  }
  keyedSet(draft.items, itemId, item)
  return item
}

/** @internal */
export const creditFor = (draft: CashState, creditId: string): CreditRecord => {
  const known = keyedGet(draft.credits, creditId)
  if (known !== undefined) return known
  const credit = { appliedMinor: 0, refundedMinor: 0, baseUsedMinor: 0, freedOn: undefined }
  keyedSet(draft.credits, creditId, credit)
  return credit
}
