/** Deductions, chargebacks and nettings. */
import { itemBaseOf, keyedGet, keyedSet, type LocalDate } from '@quittance/kernel'
import type { ChargebackItemCancelled, DeductionRecorded, DifferenceFact } from '../events/differences.js'
import type { EndedDeduction, NettedLine } from '../model.js'
import type { CashState, DeductionRecord } from '../state.js'
import { itemFor, laterDay } from './records.js'

/** @internal */
export const evolveDifference = (draft: CashState, fact: DifferenceFact): void => {
  switch (fact._tag) {
    case 'DeductionRecorded':
      return deductionRecorded(draft, fact)
    case 'DeductionAccepted':
      return endDeduction(draft, fact.itemId, fact.deductionId, 'accepted')
    case 'DeductionRejected':
      return endDeduction(draft, fact.itemId, fact.deductionId, 'rejected')
    case 'ChargebackItemRaised': {
      const { chargebackId, itemId, currency, amountMinor, on, exchange } = fact
      const item = itemFor(draft, itemId)
      item.transferredMinor += amountMinor
      item.clearedBaseMinor += itemBaseOf(exchange)
      return keyedSet(draft.chargebacks, chargebackId, {
        itemId,
        currency,
        amountMinor,
        on,
        exchange,
        cancelled: false,
      })
    }
    case 'ChargebackItemCancelled':
      return chargebackCancelled(draft, fact)
    case 'Netted': {
      const { nettingId, currency, lines, on } = fact
      net(draft, lines, 1)
      return keyedSet(draft.nettings, nettingId, { currency, lines, on, reversed: false })
    }
    case 'NettingReversed':
      return nettingReversed(draft, fact.nettingId, fact.lines, fact.on)
  }
}

const deductionRecorded = (draft: CashState, fact: DeductionRecorded): void => {
  const { deductionId, itemId, currency, amountMinor, reasonCode, on } = fact
  itemFor(draft, itemId).deductions.push({ deductionId, amountMinor })
  keyedSet(draft.deductions, deductionId, {
    itemId,
    currency,
    amountMinor,
    reasonCode,
    on,
    pendingSince: on,
    status: 'pending',
  })
}

/** @internal */
export const endDeduction = (
  draft: CashState,
  itemId: string,
  deductionId: string,
  status: DeductionRecord['status'],
): void => {
  const item = itemFor(draft, itemId)
  item.deductions = item.deductions.filter((one) => one.deductionId !== deductionId)
  const record = keyedGet(draft.deductions, deductionId)
  if (record !== undefined) record.status = status
}

/** Pending again, after those recorded meanwhile. @internal */
export const reviveDeduction = (
  draft: CashState,
  itemId: string,
  { deductionId, releasedMinor }: EndedDeduction,
  on: LocalDate,
): void => {
  itemFor(draft, itemId).deductions.push({ deductionId, amountMinor: releasedMinor })
  const record = keyedGet(draft.deductions, deductionId)
  if (record === undefined) return
  record.status = 'pending'
  record.pendingSince = laterDay(record.pendingSince, on)
}

const chargebackCancelled = (draft: CashState, fact: ChargebackItemCancelled): void => {
  const { chargebackId, itemId, amountMinor, on, exchange } = fact
  const item = itemFor(draft, itemId)
  item.transferredMinor -= amountMinor
  item.clearedBaseMinor -= itemBaseOf(exchange)
  item.reopenedOn = laterDay(item.reopenedOn, on)
  const record = keyedGet(draft.chargebacks, chargebackId)
  if (record !== undefined) record.cancelled = true
}

const net = (draft: CashState, lines: ReadonlyArray<NettedLine>, sign: 1 | -1): void => {
  for (const { itemId, amountMinor, exchange } of lines) {
    const item = itemFor(draft, itemId)
    item.nettedMinor += sign * amountMinor
    item.clearedBaseMinor += sign * itemBaseOf(exchange)
  }
}

const nettingReversed = (
  draft: CashState,
  nettingId: string,
  lines: ReadonlyArray<NettedLine>,
  on: LocalDate,
): void => {
  net(draft, lines, -1)
  for (const { itemId } of lines) {
    const item = itemFor(draft, itemId)
    item.reopenedOn = laterDay(item.reopenedOn, on)
  }
  const record = keyedGet(draft.nettings, nettingId)
  if (record !== undefined) record.reversed = true
}
