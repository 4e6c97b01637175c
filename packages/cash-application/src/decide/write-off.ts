/** An item, or a part of it, is given up under a policy of approval; or is owed again after all. */
import { accept, firstRefusal, keyedGet, keyedValues, refuse } from '@quittance/kernel'
import type { ReverseWriteOff, WriteOff } from '../commands.js'
import type { CashContext, OwedItem } from '../context.js'
import type { CashDecided } from '../decided.js'
import type { EndedDeduction } from '../model.js'
import { beyondTolerance } from '../policies/tolerated-difference.js'
import { limitWithoutApproval, missingApproval } from '../policies/write-off-approval.js'
import type { BeyondTolerance, CashRejection } from '../rejections.js'
import { type ApplicationRecord, type CashState, type DeductionRecord, takenOffMinor } from '../state.js'
import { badAmount, emptyField, otherCurrency, tooEarly } from './checks.js'
import { pendingOf } from './deductions.js'
import { writeOffReversed } from './write-off-reversed.js'
import { exchangeGivenUp, itemSide } from './link-values.js'

/** @internal */
export const writeOff = (command: WriteOff, state: CashState, context: CashContext): CashDecided => {
  const { writeOffId, itemId, amount, on, reason, requestedBy, approvedBy, policy, applicationId } = command
  const bad = badWords(command)
  if (bad !== undefined) return refuse(bad)
  if (keyedGet(state.writeOffs, writeOffId) !== undefined)
    return refuse({ _tag: 'IdAlreadyUsed', kind: 'write-off', id: writeOffId })
  const item = context.itemOf(itemId)
  if (item === undefined) return refuse({ _tag: 'NotFound', kind: 'item', id: itemId })
  const named = namedBy(command, state)
  const refusal = badTarget(command, item, named, state)
  if (refusal !== undefined) return refuse(refusal)

  const limitMinor = limitWithoutApproval(reason, policy, item.owedMinor)
  const deduction: EndedDeduction | undefined =
    named.deduction === undefined || command.deductionId === undefined
      ? undefined
      : { deductionId: command.deductionId, releasedMinor: named.deduction.amountMinor }
  const record = keyedGet(state.items, itemId)
  const exchange = exchangeGivenUp(itemSide(item, record, item.owedMinor - takenOffMinor(record)), amount.minor)
  return accept({
    _tag: 'WrittenOff',
    on,
    currency: amount.currency,
    writeOffId,
    itemId,
    amountMinor: amount.minor,
    reason,
    requestedBy,
    ...(approvedBy === undefined ? {} : { approvedBy }),
    policy: { id: policy.id, version: policy.version },
    ...(limitMinor === undefined || amount.minor > limitMinor ? {} : { limitMinor }),
    ...(applicationId === undefined ? {} : { applicationId }),
    ...(deduction === undefined ? {} : { deduction }),
    ...(exchange === undefined ? {} : { exchange }),
  })
}

const badWords = (command: WriteOff): CashRejection | undefined => {
  const { writeOffId, amount, reason, requestedBy, approvedBy, policy, applicationId, deductionId } = command
  return (
    badAmount('amount', amount.minor) ??
    emptyField({ writeOffId, requestedBy, approvedBy, 'policy.id': policy.id, applicationId, deductionId }) ??
    (reason === 'deduction' && deductionId === undefined ? { _tag: 'MissingField', field: 'deductionId' } : undefined)
  )
}

/** What a write-off names beside its item; a thing of another item counts as not there. */
interface Named {
  readonly application: ApplicationRecord | undefined
  readonly deduction: DeductionRecord | undefined
}

const namedBy = ({ applicationId, deductionId, itemId }: WriteOff, state: CashState): Named => {
  const ofItem = <Of extends { readonly itemId: string }>(one: Of | undefined): Of | undefined =>
    one?.itemId === itemId ? one : undefined
  return {
    application: ofItem(applicationId === undefined ? undefined : keyedGet(state.applications, applicationId)),
    deduction: ofItem(deductionId === undefined ? undefined : keyedGet(state.deductions, deductionId)),
  }
}

const badTarget = (
  command: WriteOff,
  item: OwedItem,
  { application, deduction }: Named,
  state: CashState,
): CashRejection | undefined => {
  const { itemId, amount, on, applicationId = '', deductionId = '' } = command
  const record = keyedGet(state.items, itemId)
  const openMinor = item.owedMinor - takenOffMinor(record)
  const pendingMinor = pendingOf(record, deductionId, openMinor)
  return firstRefusal<CashRejection>([
    () =>
      command.applicationId !== undefined && application === undefined
        ? { _tag: 'NotFound', kind: 'application', id: applicationId }
        : undefined,
    () =>
      command.deductionId !== undefined && deduction === undefined
        ? { _tag: 'NotFound', kind: 'deduction', id: deductionId }
        : undefined,
    () => (item.voided ? { _tag: 'AlreadyEnded', kind: 'item', id: itemId, ended: 'voided' } : undefined),
    () =>
      application?.amountMinor === 0
        ? { _tag: 'AlreadyEnded', kind: 'application', id: applicationId, ended: 'unapplied' }
        : undefined,
    () =>
      deduction !== undefined && deduction.status !== 'pending'
        ? { _tag: 'AlreadyEnded', kind: 'deduction', id: deductionId, ended: deduction.status }
        : undefined,
    () => otherCurrency(item.currency, amount.currency),
    () => tooEarly(on, item.issuedOn, record?.reopenedOn, application?.on, deduction?.pendingSince),
    () => (amount.minor > openMinor ? { _tag: 'OverApplied', itemId, openMinor, askedMinor: amount.minor } : undefined),
    () =>
      deduction !== undefined && amount.minor !== pendingMinor
        ? {
            _tag: 'AmountDiffers',
            kind: 'deduction',
            id: deductionId,
            expectedMinor: pendingMinor,
            askedMinor: amount.minor,
          }
        : undefined,
    () => beyond(command, item, state),
    () => missingApproval({ ...command, amountMinor: amount.minor }, command.policy),
  ])
}

const beyond = (
  { itemId, amount, reason, policy }: WriteOff,
  { owedMinor, currency }: OwedItem,
  state: CashState,
): BeyondTolerance | undefined => {
  if (reason !== 'small-difference' && reason !== 'bank-fee') return undefined
  const limit = reason === 'bank-fee' ? policy.bankFee : policy.smallDifference
  const record = keyedGet(state.items, itemId)
  const takenMinor = (reason === 'bank-fee' ? record?.bankFeeMinor : record?.smallDifferenceMinor) ?? 0
  const from = limit?.period?.from
  const takenInPeriodMinor =
    from === undefined
      ? 0
      : keyedValues(state.writeOffs)
          .filter((one) => !one.reversed && one.reason === reason && one.currency === currency && one.on >= from)
          .reduce((so, { amountMinor }) => so + amountMinor, 0)
  return beyondTolerance(
    { itemId, reason, amountMinor: amount.minor, owedMinor, takenMinor, takenInPeriodMinor },
    limit,
  )
}

/** @internal */
export const reverseWriteOff = (command: ReverseWriteOff, state: CashState): CashDecided => {
  const { writeOffId, on, reason } = command
  const record = keyedGet(state.writeOffs, writeOffId)
  if (record === undefined) return refuse({ _tag: 'NotFound', kind: 'write-off', id: writeOffId })
  if (record.reversed) return refuse({ _tag: 'AlreadyEnded', kind: 'write-off', id: writeOffId, ended: 'reversed' })
  const early = tooEarly(on, record.on)
  if (early !== undefined) return refuse(early)
  return accept(writeOffReversed(writeOffId, record, on, reason))
}
