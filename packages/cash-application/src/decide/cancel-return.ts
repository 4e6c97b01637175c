/** A return was itself reversed: the money is there again, and goes back to where it was, as far as that is still open. */
import { accept, itemBaseOf, keyedGet, refuse } from '@quittance/kernel'
import type { CancelReturn } from '../commands.js'
import type { CashContext } from '../context.js'
import type { CashDecided } from '../decided.js'
import type { ReleasedApplication } from '../model.js'
import { type CashState, takenOffMinor } from '../state.js'
import { arrived, tooEarly } from './checks.js'
import { itemSide, type Side, type TakenOfSide } from './link-values.js'

/** @internal */
export const cancelReturn = (command: CancelReturn, state: CashState, context: CashContext): CashDecided => {
  const { receiptId, on } = command
  const receipt = keyedGet(state.receipts, receiptId)
  if (receipt === undefined) return refuse({ _tag: 'NotFound', kind: 'receipt', id: receiptId })
  if (receipt.status !== 'returned')
    return refuse({ _tag: 'AlreadyEnded', kind: 'receipt', id: receiptId, ended: receipt.status })
  const refusal = arrived(receipt) ?? tooEarly(on, receipt.lastOn)
  if (refusal !== undefined) return refuse(refusal)
  // A transfer that came home before the bounce is no hindrance; one that was recalled took its money elsewhere.
  const recalled = receipt.transferIds.some((id) => keyedGet(state.transfers, id)?.status === 'recalled')
  if (receipt.refundedMinor > 0 || recalled)
    return refuse({
      _tag: 'StillInUse',
      receiptId,
      refundedMinor: receipt.refundedMinor,
      transferredMinor: receipt.transferredMinor,
    })
  return accept({
    _tag: 'ReturnCancelled',
    on,
    currency: receipt.currency,
    receiptId,
    returnedMinor: receipt.returnedMinor,
    reapplied: stillFitting(receipt.released, command, state, context),
  })
}

/** Applications go back oldest first, each whole or not at all; what another payment has closed since stays closed. */
const stillFitting = (
  released: ReadonlyArray<ReleasedApplication>,
  { on }: CancelReturn,
  state: CashState,
  context: CashContext,
): ReadonlyArray<ReleasedApplication> => {
  const usedByItem = new Map<string, TakenOfSide>()
  return [...released].reverse().flatMap((link) => {
    const { itemId, amountMinor, discountMinor } = link
    const item = context.itemOf(itemId)
    if (item === undefined || item.voided) return []
    const record = keyedGet(state.items, itemId)
    if (tooEarly(on, item.issuedOn, record?.reopenedOn) !== undefined) return []
    const used = usedByItem.get(itemId) ?? { minor: 0, baseMinor: 0 }
    const openMinor = item.owedMinor - takenOffMinor(record) - used.minor
    if (amountMinor + discountMinor > openMinor) return []
    const back = valuedAgain(link, itemSide(item, record, openMinor, used.baseMinor))
    usedByItem.set(itemId, {
      minor: used.minor + amountMinor + discountMinor,
      baseMinor: used.baseMinor + itemBaseOf(back.exchange),
    })
    return back
  })
}

/** It clears what it had cleared of the item's base value, but where it closes the item all that is left by now. */
const valuedAgain = (link: ReleasedApplication, { value, leftMinor }: Side): ReleasedApplication => {
  const { exchange, amountMinor, discountMinor } = link
  if (exchange?.clearedBaseMinor === undefined || value === undefined) return link
  const { leftBaseMinor } = value
  const takenMinor =
    amountMinor + discountMinor === leftMinor ? leftBaseMinor : Math.min(itemBaseOf(exchange), leftBaseMinor)
  const discountBaseMinor = Math.min(exchange.discountBaseMinor ?? 0, takenMinor)
  const clearedBaseMinor = takenMinor - discountBaseMinor
  return {
    ...link,
    exchange: {
      ...exchange,
      clearedBaseMinor,
      ...(exchange.discountBaseMinor === undefined ? {} : { discountBaseMinor }),
      ...(exchange.sourceBaseMinor === undefined
        ? {}
        : { realisedBaseMinor: exchange.sourceBaseMinor - clearedBaseMinor }),
    },
  }
}
