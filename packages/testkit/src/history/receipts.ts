/** Moves on receipts and on what is held: record, on account, refund, write off. */
import type { PaymentMethod, WriteOffPolicy } from '@quittance/cash-application'
import { decimal, keyedEntries, keyedGet, keyedValues, localDate } from '@quittance/kernel'
import {
  amountNear,
  creditNotes,
  dayNear,
  freeCreditMinor,
  freeMinor,
  idOf,
  moneyNear,
  type Move,
  newId,
  openDocuments,
  receiptsWith,
  someOf,
  statedValue,
} from './world.js'

const methods: readonly [PaymentMethod, ...ReadonlyArray<PaymentMethod>] = [
  'wire',
  'card',
  'ach',
  'check',
  'virtual-card',
]

/** Money for something that is open: exactly, less a discount, a little more or less, or for several. @internal */
export const recordReceipt: Move = (world, dice) => {
  const document = someOf(dice, openDocuments(world, dice))
  const dueMinor = document?.openMinor ?? 100_00
  const targetMinor = dice.pick([dueMinor, dueMinor - Math.floor(dueMinor / 50), dueMinor * 2, 100_00])
  const amount = moneyNear(dice, document?.currency ?? world.currency, Math.max(targetMinor, 1))
  return [
    {
      _tag: 'RecordReceipt',
      on: dayNear(world, dice),
      receiptId: newId(world, dice, 'R'),
      amount,
      method: dice.pick(methods),
      ...(dice.oneIn(4) ? { payer: { name: 'Globex' }, remittanceText: 'thank you', bankReference: 'B-1' } : {}),
      ...statedValue(world, dice, amount.currency),
    },
  ]
}

/** @internal */
export const placeOnAccount: Move = (world, dice) => {
  const receipt = someOf(dice, receiptsWith(world, dice, freeMinor))
  return [
    {
      _tag: 'PlaceOnAccount',
      on: dayNear(world, dice, receipt?.freedOn ?? receipt?.receivedOn),
      receiptId: receipt?.receiptId ?? 'NOWHERE',
      amount: moneyNear(dice, receipt?.currency ?? world.currency, receipt === undefined ? 1 : freeMinor(receipt)),
    },
  ]
}

/** @internal */
export const releaseFromAccount: Move = (world, dice) => {
  const receipt = someOf(
    dice,
    receiptsWith(world, dice, ({ onAccountMinor }) => onAccountMinor),
  )
  return [
    {
      _tag: 'ReleaseFromAccount',
      on: dayNear(world, dice, receipt?.lastOn),
      receiptId: receipt?.receiptId ?? 'NOWHERE',
      amount: moneyNear(dice, receipt?.currency ?? world.currency, receipt?.onAccountMinor ?? 1),
    },
  ]
}

/** @internal */
export const voidReceipt: Move = (world, dice) => {
  const receipt = someOf(
    dice,
    receiptsWith(world, dice, ({ refundedMinor, transferredMinor }) =>
      refundedMinor + transferredMinor === 0 ? 1 : 0,
    ),
  )
  return [
    {
      _tag: 'VoidReceipt',
      on: dayNear(world, dice, receipt?.receivedOn),
      receiptId: receipt?.receiptId ?? 'NOWHERE',
      reason: 'booked twice',
    },
  ]
}

/** Of a receipt or of a credit note. @internal */
export const refund: Move = (world, dice) => {
  const credit = dice.oneIn(3) ? someOf(dice, creditNotes(world)) : undefined
  const refundId = newId(world, dice, 'RF')
  if (credit !== undefined)
    return [
      {
        _tag: 'Refund',
        on: dayNear(world, dice, credit.issuedOn),
        refundId,
        source: 'credit-note',
        sourceId: credit.documentId,
        amount: moneyNear(dice, credit.currency, freeCreditMinor(world, credit)),
      },
    ]
  const receipt = someOf(
    dice,
    receiptsWith(world, dice, (one) => freeMinor(one) + one.onAccountMinor),
  )
  const held = receipt === undefined ? 1 : freeMinor(receipt) + (dice.oneIn(3) ? 0 : receipt.onAccountMinor)
  return [
    {
      _tag: 'Refund',
      on: dayNear(world, dice, dice.oneIn(3) ? receipt?.receivedOn : receipt?.lastOn),
      refundId,
      source: 'receipt',
      sourceId: receipt?.receiptId ?? 'NOWHERE',
      amount: moneyNear(dice, receipt?.currency ?? world.currency, held),
    },
  ]
}

/** @internal */
export const cancelRefund: Move = (world, dice) => {
  const refundId = idOf(
    dice,
    [...keyedEntries(world.state.cash.refunds)].map(([id]) => id),
  )
  return [
    {
      _tag: 'CancelRefund',
      on: dayNear(world, dice, keyedGet(world.state.cash.refunds, refundId)?.on),
      refundId,
      reason: 'account closed',
    },
  ]
}

/** @internal */
export const writeOffPolicy: WriteOffPolicy = {
  id: 'write-off',
  version: 1,
  smallBalanceMaxMinor: 5_00,
  smallDifference: { maxMinor: 5_00, maxPercent: decimal('10') },
  bankFee: { maxMinor: 15_00, period: { from: localDate('2024-01-01'), maxMinor: 60_00 } },
  deductionMaxMinor: 10_00,
  limits: [
    { approver: 'controller', maxMinor: Number.MAX_SAFE_INTEGER },
    { approver: 'clerk', maxMinor: 50_00 },
  ],
}

/** @internal */
export const writeOff: Move = (world, dice) => {
  const document = someOf(dice, openDocuments(world, dice))
  const application = keyedValues(world.state.cash.applications).find(({ itemId }) => itemId === document?.documentId)
  return [
    {
      _tag: 'WriteOff',
      on: dayNear(world, dice, document?.issuedOn, application?.on),
      writeOffId: newId(world, dice, 'WO'),
      itemId: document?.documentId ?? 'NOWHERE',
      amount: {
        currency: document?.currency ?? world.currency,
        minor: amountNear(dice, dice.pick([document?.openMinor ?? 1, 5_00])),
      },
      reason: dice.pick(['bad-debt', 'small-balance', 'small-difference', 'bank-fee']),
      requestedBy: dice.pick(['clerk', 'controller', 'clerk']),
      ...(dice.oneIn(4) ? {} : { approvedBy: dice.pick(['controller', 'clerk', 'nobody']) }),
      policy: writeOffPolicy,
      ...(application === undefined || dice.oneIn(4) ? {} : { applicationId: application.applicationId }),
    },
  ]
}

/** @internal */
export const reverseWriteOff: Move = (world, dice) => {
  const writeOffId = idOf(
    dice,
    [...keyedEntries(world.state.cash.writeOffs)].map(([id]) => id),
  )
  return [
    {
      _tag: 'ReverseWriteOff',
      on: dayNear(world, dice, keyedGet(world.state.cash.writeOffs, writeOffId)?.on),
      writeOffId,
      reason: 'paid after all',
    },
  ]
}
