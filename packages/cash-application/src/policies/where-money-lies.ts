/**
 * Where every receipt's money is, and what else took items down: for rooms that judge by money, such as promises.
 */
import { keyedGet, keyedValues, type LocalDate } from '@quittance/kernel'
import { receiptMinorOf } from '../model.js'
import type { CashState, ReceiptRecord } from '../state.js'

/** A piece of a live receipt: applied to an item, or not. @category model @since 0.1.0 */
export interface MoneyPiece {
  readonly receiptId: string
  /** The item's, where it is applied; else the receipt's. */
  readonly currency: string
  /** The value date: that of the first receipt, where the money arrived from another account. */
  readonly receivedOn: LocalDate
  /** The day on which it came to this account. */
  readonly arrivedOn: LocalDate
  /** What it pays of the item, or what of the receipt is not applied. */
  readonly amountMinor: number
  /** What it is of the receipt, in the receipt's currency; the amount, unless it crosses currencies. */
  readonly ofReceiptMinor: number
  readonly itemId?: string
  readonly appliedOn?: LocalDate
}

/** A credit, a discount or another difference that stands on an item. @category model @since 0.1.0 */
export interface ItemDecrease {
  readonly itemId: string
  readonly on: LocalDate
  readonly amountMinor: number
}

/**
 * The money that came in and is still there, in pieces: each application, and for each receipt the rest. What
 * was returned, voided or sent to another account is not there; what was refunded is, for the customer had paid it.
 *
 * @law the pieces of a receipt add up to what of it was neither returned nor sent away
 * @law money on an item is of the item's currency
 * @category policies
 * @since 0.1.0
 */
export const whereMoneyLies = (state: CashState): ReadonlyArray<MoneyPiece> => {
  const pieces: Array<MoneyPiece> = []
  for (const receipt of keyedValues(state.receipts)) if (receipt.status === 'live') addPieces(receipt, state, pieces)
  return pieces
}

const addPieces = (receipt: ReceiptRecord, state: CashState, pieces: Array<MoneyPiece>): void => {
  const { receiptId, currency, valueOn: receivedOn, receivedOn: arrivedOn } = receipt
  let restMinor = receipt.amountMinor - receipt.returnedMinor - receipt.transferredMinor
  for (const applicationId of receipt.applicationIds) {
    const application = keyedGet(state.applications, applicationId)
    if (application === undefined || application.amountMinor <= 0) continue
    const { itemId, currency: itemCurrency, on: appliedOn, amountMinor } = application
    const ofReceiptMinor = receiptMinorOf(application)
    pieces.push({
      receiptId,
      receivedOn,
      arrivedOn,
      currency: itemCurrency,
      amountMinor,
      ofReceiptMinor,
      itemId,
      appliedOn,
    })
    restMinor -= ofReceiptMinor
  }
  if (restMinor > 0)
    pieces.push({ receiptId, receivedOn, arrivedOn, currency, amountMinor: restMinor, ofReceiptMinor: restMinor })
}

/**
 * What other than cash stands on items, with its day: applied credits, discounts, write-offs, chargebacks and
 * nettings, none of those that were taken back.
 *
 * @law cash and decreases are all that was taken off an item
 * @category policies
 * @since 0.1.0
 */
export const itemDecreases = (state: CashState): ReadonlyArray<ItemDecrease> => [
  ...keyedValues(state.applications).flatMap(({ source, itemId, on, amountMinor, discountMinor }) => {
    const decreasedMinor = source === 'credit-note' ? amountMinor : discountMinor
    return decreasedMinor > 0 ? [{ itemId, on, amountMinor: decreasedMinor }] : []
  }),
  ...keyedValues(state.writeOffs).flatMap(({ itemId, on, amountMinor, reversed }) =>
    reversed ? [] : [{ itemId, on, amountMinor }],
  ),
  ...keyedValues(state.chargebacks).flatMap(({ itemId, on, amountMinor, cancelled }) =>
    cancelled ? [] : [{ itemId, on, amountMinor }],
  ),
  ...keyedValues(state.nettings).flatMap(({ lines, on, reversed }) =>
    reversed ? [] : lines.map(({ itemId, amountMinor }) => ({ itemId, on, amountMinor })),
  ),
]

/**
 * The latest day on which money was taken from where it lay: returned, voided, sent away, taken back. What was
 * there on an earlier day cannot be told from the state any more.
 *
 * @law nothing is taken from where it lay after that day
 * @category policies
 * @since 0.1.0
 */
export const moneyTakenOn = (state: CashState): LocalDate | undefined => {
  let latest: LocalDate | undefined
  for (const { status, transferredMinor, lastOn, freedOn } of keyedValues(state.receipts)) {
    const day = status !== 'live' || transferredMinor > 0 ? lastOn : freedOn
    if (day !== undefined && (latest === undefined || day > latest)) latest = day
  }
  return latest
}
