/** Checks that several acts share, each giving the refusal or nothing. */
import { keyedGet, type LocalDate, type Money } from '@quittance/kernel'
import * as E from 'fp-ts/lib/Either.js'
import type {
  AlreadyEnded,
  ArrivedByTransfer,
  CashRejection,
  CurrencyMismatch,
  InvalidAmount,
  MissingField,
  NotFound,
  TooEarly,
} from '../rejections.js'
import type { CashState, ReceiptRecord } from '../state.js'

/** @internal */
export const badAmount = (field: string, amountMinor: number): InvalidAmount | undefined =>
  Number.isSafeInteger(amountMinor) && amountMinor > 0 ? undefined : { _tag: 'InvalidAmount', field, amountMinor }

/** The first of the fields that says nothing; absent ones are no fault. @internal */
export const emptyField = (fields: Readonly<Record<string, string | undefined>>): MissingField | undefined => {
  const field = Object.keys(fields).find((name) => fields[name] === '')
  return field === undefined ? undefined : { _tag: 'MissingField', field }
}

/** @internal */
export const otherCurrency = (expected: string, got: string): CurrencyMismatch | undefined =>
  expected === got ? undefined : { _tag: 'CurrencyMismatch', expected, got }

/** @internal */
export const tooEarly = (on: LocalDate, ...days: ReadonlyArray<LocalDate | undefined>): TooEarly | undefined => {
  let notBefore: LocalDate | undefined
  for (const day of days) if (day !== undefined && (notBefore === undefined || day > notBefore)) notBefore = day
  return notBefore !== undefined && on < notBefore ? { _tag: 'TooEarly', on, notBefore } : undefined
}

/** A receipt that is there and alive. @internal */
export const liveReceipt = (state: CashState, receiptId: string): E.Either<NotFound | AlreadyEnded, ReceiptRecord> => {
  const receipt = keyedGet(state.receipts, receiptId)
  if (receipt === undefined) return E.left({ _tag: 'NotFound', kind: 'receipt', id: receiptId })
  return receipt.status === 'live'
    ? E.right(receipt)
    : E.left({ _tag: 'AlreadyEnded', kind: 'receipt', id: receiptId, ended: receipt.status })
}

/** A receipt of this account's own, not one that arrived by transfer. @internal */
export const arrived = ({ receiptId, arrivedBy }: ReceiptRecord): ArrivedByTransfer | undefined =>
  arrivedBy === undefined ? undefined : { _tag: 'ArrivedByTransfer', receiptId, transferId: arrivedBy }

/** An amount of a receipt's money that must be free as of a day. @internal */
export const spendable = (
  receipt: ReceiptRecord,
  amount: Money,
  on: LocalDate,
  freeMinor: number,
): CashRejection | undefined =>
  otherCurrency(receipt.currency, amount.currency) ??
  tooEarly(on, receipt.receivedOn, receipt.freedOn) ??
  (amount.minor > freeMinor
    ? { _tag: 'NotEnoughFree', kind: 'receipt', id: receipt.receiptId, freeMinor, askedMinor: amount.minor }
    : undefined)
