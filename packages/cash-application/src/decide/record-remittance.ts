/** A payer advised what a payment is for. The advice may come before the money, and name items that nobody has heard of. */
import { accept, isCurrencyCode, keyedGet, refuse } from '@quittance/kernel'
import type { RecordRemittance } from '../commands.js'
import type { CashDecided } from '../decided.js'
import type { RemittanceLine } from '../model.js'
import type { CashRejection } from '../rejections.js'
import type { CashState } from '../state.js'
import { badAmount, emptyField } from './checks.js'

/** @internal */
export const recordRemittance = ({ _tag, ...advice }: RecordRemittance, state: CashState): CashDecided => {
  const { remittanceId, receiptId, currency, lines } = advice
  const refusal =
    firstAmount(lines) ??
    emptyField({ remittanceId, receiptId }) ??
    (isCurrencyCode(currency) ? undefined : ({ _tag: 'MissingField', field: 'currency' } as const)) ??
    (lines.length === 0 ? ({ _tag: 'MissingField', field: 'lines' } as const) : undefined) ??
    firstWord(lines)
  if (refusal !== undefined) return refuse(refusal)
  if (keyedGet(state.remittances, remittanceId) !== undefined)
    return refuse({ _tag: 'IdAlreadyUsed', kind: 'remittance', id: remittanceId })
  return accept({ _tag: 'RemittanceRecorded', ...advice })
}

const firstAmount = (lines: ReadonlyArray<RemittanceLine>): CashRejection | undefined => {
  for (const [index, { paidMinor = 0, deductions = [] }] of lines.entries()) {
    // Nothing may have been paid of an item; what is negative is a deduction.
    if (!Number.isSafeInteger(paidMinor) || paidMinor < 0)
      return { _tag: 'InvalidAmount', field: `lines[${index}].paidMinor`, amountMinor: paidMinor }
    for (const [at, { amountMinor }] of deductions.entries()) {
      const bad = badAmount(`lines[${index}].deductions[${at}].amountMinor`, amountMinor)
      if (bad !== undefined) return bad
    }
  }
  return undefined
}

const firstWord = (lines: ReadonlyArray<RemittanceLine>): CashRejection | undefined => {
  for (const [index, { documentId, deductions = [] }] of lines.entries()) {
    const empty = emptyField({
      [`lines[${index}].documentId`]: documentId,
      ...Object.fromEntries(deductions.map(({ code }, at) => [`lines[${index}].deductions[${at}].code`, code])),
    })
    if (empty !== undefined) return empty
  }
  return undefined
}
