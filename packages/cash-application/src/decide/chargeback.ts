/** A part of an item moves to a debit item of its own; or moves back, while nothing has touched that. */
import { acceptAndRequest, firstRefusal, itemBaseOf, keyedGet, type LinkExchange, refuse } from '@quittance/kernel'
import type { CancelChargeback, RaiseChargeback } from '../commands/differences.js'
import type { CashContext } from '../context.js'
import type { CashDecided } from '../decided.js'
import { chargebackDueOn } from '../policies/chargeback-due.js'
import type { CashRejection } from '../rejections.js'
import type { ChargeCustomer } from '../requests.js'
import { type CashState, takenOffMinor } from '../state.js'
import { badAmount, emptyField, otherCurrency, tooEarly } from './checks.js'
import { exchangeGivenUp, itemSide } from './link-values.js'

/** @internal */
export const raiseChargeback = (command: RaiseChargeback, state: CashState, context: CashContext): CashDecided => {
  const { chargebackId, itemId, amount, reason, on, policy } = command
  const { dueAfterDays = 0 } = policy
  const bad =
    badAmount('amount', amount.minor) ??
    (Number.isSafeInteger(dueAfterDays) && dueAfterDays >= 0
      ? undefined
      : ({ _tag: 'InvalidAmount', field: 'policy.dueAfterDays', amountMinor: dueAfterDays } as const)) ??
    emptyField({ chargebackId, reason, 'policy.id': policy.id })
  if (bad !== undefined) return refuse(bad)
  if (keyedGet(state.chargebacks, chargebackId) !== undefined)
    return refuse({ _tag: 'IdAlreadyUsed', kind: 'chargeback', id: chargebackId })
  const item = context.itemOf(itemId)
  if (item === undefined) return refuse({ _tag: 'NotFound', kind: 'item', id: itemId })

  const record = keyedGet(state.items, itemId)
  const openMinor = item.owedMinor - takenOffMinor(record)
  const { currency, minor: amountMinor } = amount
  const refusal = firstRefusal<CashRejection>([
    () => (item.voided ? { _tag: 'AlreadyEnded', kind: 'item', id: itemId, ended: 'voided' } : undefined),
    () => otherCurrency(item.currency, currency),
    () => tooEarly(on, item.issuedOn, record?.reopenedOn),
    () => (amountMinor > openMinor ? { _tag: 'OverApplied', itemId, openMinor, askedMinor: amountMinor } : undefined),
  ])
  if (refusal !== undefined) return refuse(refusal)
  const exchange = exchangeGivenUp(itemSide(item, record, openMinor), amountMinor)
  const dueOn = chargebackDueOn(item, openMinor, on, policy)
  return acceptAndRequest(
    [
      {
        _tag: 'ChargebackItemRaised',
        on,
        currency,
        chargebackId,
        itemId,
        amountMinor,
        reason,
        dueOn,
        policy: { id: policy.id, version: policy.version },
        ...(exchange === undefined ? {} : { exchange }),
      },
    ],
    [
      {
        _tag: 'ChargeCustomer',
        on,
        documentId: chargebackId,
        currency,
        amountMinor,
        reason: 'chargeback-item',
        precedingId: itemId,
        dueOn,
        ...movedValue(exchange),
      },
    ],
  )
}

/** The new item is carried at what left the old one; a part too small to have a value has none. */
const movedValue = (exchange: LinkExchange | undefined): Pick<ChargeCustomer, 'exchange'> =>
  exchange === undefined || itemBaseOf(exchange) === 0
    ? {}
    : { exchange: { baseCurrency: exchange.baseCurrency, baseMinor: itemBaseOf(exchange) } }

/** @internal */
export const cancelChargeback = (command: CancelChargeback, state: CashState): CashDecided => {
  const { chargebackId, reason } = command
  const record = keyedGet(state.chargebacks, chargebackId)
  if (record === undefined) return refuse({ _tag: 'NotFound', kind: 'chargeback', id: chargebackId })
  if (record.cancelled)
    return refuse({ _tag: 'AlreadyEnded', kind: 'chargeback', id: chargebackId, ended: 'cancelled' })
  const early = tooEarly(command.on, record.on)
  if (early !== undefined) return refuse(early)
  const { on, currency, itemId, amountMinor, exchange } = record
  const cancelled = {
    _tag: 'ChargebackItemCancelled',
    on,
    currency,
    chargebackId,
    itemId,
    amountMinor,
    reason,
  } as const
  return acceptAndRequest(
    // The new item is void from its first day, so the original is owed again from that day.
    [exchange === undefined ? cancelled : { ...cancelled, exchange }],
    [{ _tag: 'VoidCharge', on: command.on, documentId: chargebackId, reason }],
  )
}
