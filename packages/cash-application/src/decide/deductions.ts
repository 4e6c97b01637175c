/** The customer held something back; and how that ends: accepted, or rejected. Writing it off is a write-off. */
import { accept, acceptAndRequest, firstRefusal, keyedGet, refuse } from '@quittance/kernel'
import * as E from 'fp-ts/lib/Either.js'
import type { AcceptDeduction, CreditLine, RecordDeduction, RejectDeduction } from '../commands/differences.js'
import type { CashContext } from '../context.js'
import type { CashDecided } from '../decided.js'
import { pendingDeductions, pendingMinor } from '../policies/pending-deductions.js'
import type { AlreadyEnded, CashRejection, NotFound } from '../rejections.js'
import { type CashState, type DeductionRecord, type ItemRecord, takenOffMinor } from '../state.js'
import { badAmount, emptyField, otherCurrency, tooEarly } from './checks.js'

/** @internal */
export const recordDeduction = (command: RecordDeduction, state: CashState, context: CashContext): CashDecided => {
  const { deductionId, itemId, amount, reasonCode, cause, receiptId, on } = command
  const item = context.itemOf(itemId)
  const receipt = receiptId === undefined ? undefined : keyedGet(state.receipts, receiptId)
  const record = keyedGet(state.items, itemId)
  const openMinor = (item?.owedMinor ?? 0) - takenOffMinor(record)
  const deductibleMinor = Math.max(openMinor - pendingMinor(record?.deductions ?? [], openMinor), 0)
  const refusal = firstRefusal<CashRejection>([
    () => badAmount('amount', amount.minor),
    () => emptyField({ deductionId, reasonCode, cause }),
    () =>
      keyedGet(state.deductions, deductionId) === undefined
        ? undefined
        : { _tag: 'IdAlreadyUsed', kind: 'deduction', id: deductionId },
    () => (item === undefined ? { _tag: 'NotFound', kind: 'item', id: itemId } : undefined),
    () =>
      receiptId !== undefined && receipt === undefined
        ? { _tag: 'NotFound', kind: 'receipt', id: receiptId }
        : undefined,
    () => (item?.voided === true ? { _tag: 'AlreadyEnded', kind: 'item', id: itemId, ended: 'voided' } : undefined),
    () => otherCurrency(item?.currency ?? '', amount.currency),
    () => tooEarly(on, item?.issuedOn, receipt?.receivedOn),
    () =>
      amount.minor > deductibleMinor
        ? { _tag: 'OverDeducted', itemId, deductibleMinor, askedMinor: amount.minor }
        : undefined,
  ])
  if (refusal !== undefined) return refuse(refusal)
  return accept({
    _tag: 'DeductionRecorded',
    on,
    currency: amount.currency,
    deductionId,
    itemId,
    amountMinor: amount.minor,
    reasonCode,
    ...(cause === undefined ? {} : { cause }),
    ...(receiptId === undefined ? {} : { receiptId }),
  })
}

/** @internal */
export const acceptDeduction = (command: AcceptDeduction, state: CashState, context: CashContext): CashDecided => {
  const { deductionId, creditNoteId, lines, on } = command
  const bad =
    firstOfLines(lines) ??
    emptyField({ creditNoteId }) ??
    (lines.length === 0 ? ({ _tag: 'MissingField', field: 'lines' } as const) : undefined)
  if (bad !== undefined) return refuse(bad)
  const found = standing(state, deductionId)
  if (E.isLeft(found)) return found
  const { itemId, currency, amountMinor, reasonCode } = found.right
  const record = keyedGet(state.items, itemId)
  const openMinor = (context.itemOf(itemId)?.owedMinor ?? 0) - takenOffMinor(record)
  const creditMinor = pendingOf(record, deductionId, openMinor)
  // Nothing of it is pending any more: what was held back has come in, and there is nothing to credit.
  if (creditMinor === 0) return refuse({ _tag: 'AlreadyEnded', kind: 'deduction', id: deductionId, ended: 'settled' })
  const early = tooEarly(on, found.right.pendingSince)
  if (early !== undefined) return refuse(early)
  return acceptAndRequest(
    [
      {
        _tag: 'DeductionAccepted',
        on,
        currency,
        deductionId,
        itemId,
        amountMinor: creditMinor,
        releasedMinor: amountMinor,
        creditNoteId,
      },
    ],
    [
      {
        _tag: 'CreditCustomer',
        on,
        documentId: creditNoteId,
        itemId,
        deductionId,
        currency,
        amountMinor: creditMinor,
        lines,
        reason: reasonCode,
      },
    ],
  )
}

const firstOfLines = (lines: ReadonlyArray<CreditLine>): CashRejection | undefined => {
  for (const [index, { netMinor }] of lines.entries())
    if (!Number.isSafeInteger(netMinor))
      return { _tag: 'InvalidAmount', field: `lines[${index}].netMinor`, amountMinor: netMinor }
  return undefined
}

/** @internal */
export const rejectDeduction = ({ deductionId, on, reason }: RejectDeduction, state: CashState): CashDecided => {
  const found = standing(state, deductionId)
  if (E.isLeft(found)) return found
  const { itemId, currency, amountMinor } = found.right
  const early = tooEarly(on, found.right.pendingSince)
  if (early !== undefined) return refuse(early)
  return accept({
    _tag: 'DeductionRejected',
    on,
    currency,
    deductionId,
    itemId,
    releasedMinor: amountMinor,
    reason,
  })
}

const standing = (state: CashState, deductionId: string): E.Either<NotFound | AlreadyEnded, DeductionRecord> => {
  const record = keyedGet(state.deductions, deductionId)
  if (record === undefined) return E.left({ _tag: 'NotFound', kind: 'deduction', id: deductionId })
  return record.status === 'pending'
    ? E.right(record)
    : E.left({ _tag: 'AlreadyEnded', kind: 'deduction', id: deductionId, ended: record.status })
}

/** What is pending of one deduction of an item. @internal */
export const pendingOf = (item: ItemRecord | undefined, deductionId: string, openMinor: number): number =>
  pendingDeductions(item?.deductions ?? [], openMinor).find((one) => one.deductionId === deductionId)?.pendingMinor ?? 0
