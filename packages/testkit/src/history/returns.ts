/** Moves in which money is taken back or moves between accounts. */
import type { PaymentMethod, ReturnFee, ReturnKind, TransferCashIn } from '@quittance/cash-application'
import { addDays, keyedEntries, keyedGet, keyedValues } from '@quittance/kernel'
import type { Dice } from './dice.js'
import { dayNear, freeMinor, idOf, moneyNear, type Move, newId, receiptsWith, someOf, type World } from './world.js'

const feeOf = (world: World, dice: Dice): { readonly fee?: ReturnFee } => {
  if (!dice.oneIn(3)) return {}
  const amountMinor = dice.oneIn(12) ? 0 : 15_00
  return dice.oneIn(3)
    ? { fee: { amountMinor, chargeTo: 'creditor' } }
    : { fee: { amountMinor, chargeTo: 'customer', documentId: newId(world, dice, 'FEE') } }
}

const claimOf = (world: World, dice: Dice, refundedMinor: number): { readonly refundClaimId?: string } =>
  refundedMinor > 0 && !dice.oneIn(6) ? { refundClaimId: newId(world, dice, 'CLM') } : {}

const kinds: readonly [ReturnKind, ...ReadonlyArray<ReturnKind>] = [
  'nsf',
  'account-closed',
  'refused',
  'duplicate',
  'wrong-payer',
  'other',
]

/** By the bank, or by the card scheme where it came by card. @internal */
export const takeBack: Move = (world, dice) => {
  const receipt = someOf(
    dice,
    receiptsWith(world, dice, () => 1),
  )
  if (receipt === undefined) return []
  const parts = {
    on: dayNear(world, dice, receipt.lastOn),
    receiptId: receipt.receiptId,
    ...feeOf(world, dice),
    ...claimOf(world, dice, receipt.refundedMinor),
  }
  const byCard = receipt.method === 'card' || receipt.method === 'virtual-card'
  return byCard !== dice.oneIn(8)
    ? [{ _tag: 'ReverseCardPayment', ...parts, reason: 'cardholder objects' }]
    : [{ _tag: 'ReturnReceipt', ...parts, kind: dice.pick(kinds) }]
}

/** @internal */
export const cancelReturn: Move = (world, dice) => {
  const all = keyedValues(world.state.cash.receipts)
  const returned = all.filter(({ status }) => status === 'returned')
  const receipt = someOf(dice, returned.length === 0 || dice.oneIn(10) ? all : returned)
  if (receipt === undefined) return []
  return [{ _tag: 'CancelReturn', on: dayNear(world, dice, receipt.lastOn), receiptId: receipt.receiptId }]
}

/** @internal */
export const transferOut: Move = (world, dice) => {
  const receipt = someOf(dice, receiptsWith(world, dice, freeMinor))
  if (receipt === undefined) return []
  return [
    {
      _tag: 'TransferCashOut',
      on: dayNear(world, dice, receipt.freedOn ?? receipt.receivedOn),
      transferId: newId(world, dice, 'T'),
      receiptId: receipt.receiptId,
      amount: moneyNear(dice, receipt.currency, freeMinor(receipt)),
      toCustomer: 'C-other',
    },
  ]
}

const methods: readonly [PaymentMethod, ...ReadonlyArray<PaymentMethod>] = ['wire', 'card']

/** @internal */
export const transferIn: Move = (world, dice) => {
  const on = dayNear(world, dice)
  const transfer: TransferCashIn = {
    _tag: 'TransferCashIn',
    on,
    transferId: newId(world, dice, 'T'),
    receiptId: newId(world, dice, 'R'),
    amount: moneyNear(dice, world.currency, dice.pick([100_00, 250_00, 1])),
    fromCustomer: 'C-other',
    method: dice.pick(methods),
  }
  const valued = dice.oneIn(3)
    ? { ...transfer, exchange: { baseCurrency: world.base, baseMinor: dice.pick([80_00, 0, 7]) } }
    : transfer
  return [dice.oneIn(2) ? { ...valued, valueOn: addDays(on, 3 - dice.below(20)) } : valued]
}

const someTransfer = (
  world: World,
  dice: Dice,
  wanted: 'any' | 'destination',
): { readonly id: string; readonly on?: World['today'] } => {
  const all = [...keyedEntries(world.state.cash.transfers)]
  const live = all.filter(([, { status, side }]) => status === 'live' && (wanted === 'any' || side === wanted))
  const id = idOf(
    dice,
    (live.length === 0 || dice.oneIn(8) ? all : live).map(([transferId]) => transferId),
  )
  const transfer = keyedGet(world.state.cash.transfers, id)
  return transfer === undefined
    ? { id }
    : { id, on: keyedGet(world.state.cash.receipts, transfer.receiptId)?.lastOn ?? transfer.on }
}

/** @internal */
export const returnTransfer: Move = (world, dice) => {
  const { id, on } = someTransfer(world, dice, 'any')
  return [{ _tag: 'ReturnCashTransfer', on: dayNear(world, dice, on), transferId: id, reason: 'wrong account' }]
}

/** @internal */
export const recallTransfer: Move = (world, dice) => {
  const { id, on } = someTransfer(world, dice, 'destination')
  const receiptId = keyedGet(world.state.cash.transfers, id)?.receiptId
  const refunded = receiptId === undefined ? 0 : (keyedGet(world.state.cash.receipts, receiptId)?.refundedMinor ?? 0)
  return [
    { _tag: 'RecallCashTransfer', on: dayNear(world, dice, on), transferId: id, ...claimOf(world, dice, refunded) },
  ]
}
