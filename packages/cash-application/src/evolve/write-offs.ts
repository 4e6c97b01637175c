/** Items given up, and owed again after all. */
import { itemBaseOf, keyedGet, keyedSet } from '@quittance/kernel'
import type { WriteOffReversed, WrittenOff } from '../events.js'
import type { WriteOffReason } from '../model.js'
import type { CashState, ItemRecord } from '../state.js'
import { endDeduction, reviveDeduction } from './differences.js'
import { itemFor, laterDay } from './records.js'

/** @internal */
export const evolveWriteOff = (draft: CashState, fact: WrittenOff): void => {
  const { writeOffId, itemId, currency, amountMinor, on, reason, applicationId, deduction, exchange } = fact
  const item = itemFor(draft, itemId)
  giveUp(item, reason, amountMinor)
  item.clearedBaseMinor += itemBaseOf(exchange)
  keyedSet(draft.writeOffs, writeOffId, {
    itemId,
    currency,
    amountMinor,
    on,
    reason,
    deduction,
    exchange,
    reversed: false,
  })
  const application = applicationId === undefined ? undefined : keyedGet(draft.applications, applicationId)
  application?.writeOffIds.push(writeOffId)
  if (deduction !== undefined) endDeduction(draft, itemId, deduction.deductionId, 'written-off')
}

/** @internal */
export const evolveWriteOffReversed = (draft: CashState, fact: WriteOffReversed): void => {
  const { writeOffId, itemId, amountMinor, on, deduction, exchange } = fact
  const record = keyedGet(draft.writeOffs, writeOffId)
  const item = itemFor(draft, itemId)
  giveUp(item, record?.reason, -amountMinor)
  item.clearedBaseMinor -= itemBaseOf(exchange)
  item.reopenedOn = laterDay(item.reopenedOn, on)
  if (record !== undefined) record.reversed = true
  if (deduction !== undefined) reviveDeduction(draft, itemId, deduction, on)
}

const giveUp = (item: ItemRecord, reason: WriteOffReason | undefined, minor: number): void => {
  item.writtenOffMinor += minor
  if (reason === 'small-difference') item.smallDifferenceMinor += minor
  if (reason === 'bank-fee') item.bankFeeMinor += minor
}
