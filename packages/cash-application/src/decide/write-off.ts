/** An item, or a part of it, is given up under a policy of approval; or is owed again after all. */
import { accept, keyedGet, refuse } from '@quittance/kernel'
import type { ReverseWriteOff, WriteOff } from '../commands.js'
import type { CashContext } from '../context.js'
import type { CashDecided } from '../decided.js'
import { missingApproval } from '../policies/write-off-approval.js'
import { type CashState, takenOffMinor } from '../state.js'
import { badAmount, emptyField, otherCurrency, tooEarly } from './checks.js'

/** @internal */
export const writeOff = (command: WriteOff, state: CashState, context: CashContext): CashDecided => {
  const { writeOffId, itemId, amount, on, reason, requestedBy, approvedBy, policy } = command
  const bad =
    badAmount('amount', amount.minor) ?? emptyField({ writeOffId, requestedBy, approvedBy, 'policy.id': policy.id })
  if (bad !== undefined) return refuse(bad)
  if (keyedGet(state.writeOffs, writeOffId) !== undefined)
    return refuse({ _tag: 'IdAlreadyUsed', kind: 'write-off', id: writeOffId })
  const item = context.itemOf(itemId)
  if (item === undefined) return refuse({ _tag: 'NotFound', kind: 'item', id: itemId })
  if (item.voided) return refuse({ _tag: 'AlreadyEnded', kind: 'item', id: itemId, ended: 'voided' })

  const record = keyedGet(state.items, itemId)
  const openMinor = item.owedMinor - takenOffMinor(record)
  const refusal =
    otherCurrency(item.currency, amount.currency) ??
    tooEarly(on, item.issuedOn, record?.reopenedOn) ??
    (amount.minor > openMinor
      ? ({ _tag: 'OverApplied', itemId, openMinor, askedMinor: amount.minor } as const)
      : missingApproval({ amountMinor: amount.minor, reason, requestedBy, approvedBy }, policy))
  if (refusal !== undefined) return refuse(refusal)
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
  })
}

/** @internal */
export const reverseWriteOff = (command: ReverseWriteOff, state: CashState): CashDecided => {
  const { writeOffId, on, reason } = command
  const record = keyedGet(state.writeOffs, writeOffId)
  if (record === undefined) return refuse({ _tag: 'NotFound', kind: 'write-off', id: writeOffId })
  if (record.reversed) return refuse({ _tag: 'AlreadyEnded', kind: 'write-off', id: writeOffId, ended: 'reversed' })
  const early = tooEarly(on, record.on)
  if (early !== undefined) return refuse(early)
  const { itemId, currency, amountMinor } = record
  return accept({ _tag: 'WriteOffReversed', on, currency, writeOffId, itemId, amountMinor, reason })
}
