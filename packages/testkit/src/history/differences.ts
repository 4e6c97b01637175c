/** Moves on differences: deduct and how that ends, charge back, net, and what undoes each. */
import { pendingDeductions } from '@quittance/cash-application'
import { keyedEntries, keyedGet, percentOf } from '@quittance/kernel'
import type { AccountCommand, AccountState } from '@quittance/receivables'
import { openMinorOf } from '@quittance/receivables'
import type { Dice } from './dice.js'
import { recordReceipt, writeOffPolicy } from './receipts.js'
import { amountNear, dayNear, idOf, moneyNear, type Move, newId, openDocuments, someOf, type World } from './world.js'

/** @internal */
export const recordDeduction: Move = (world, dice) => {
  const document = someOf(dice, openDocuments(world, dice))
  const [receiptId] = [...keyedEntries(world.state.cash.receipts)].map(([id]) => id)
  return [
    {
      _tag: 'RecordDeduction',
      on: dayNear(world, dice, document?.issuedOn),
      deductionId: newId(world, dice, 'DED'),
      itemId: document?.documentId ?? 'NOWHERE',
      amount: moneyNear(dice, document?.currency ?? world.currency, dice.pick([document?.openMinor ?? 1, 20_00])),
      reasonCode: dice.pick(['24', 'damaged', 'none-stated']),
      ...(dice.oneIn(3) ? { cause: 'pricing_error' } : {}),
      ...(dice.oneIn(5) && receiptId !== undefined ? { receiptId } : {}),
    },
  ]
}

/** Accepted, rejected or written off; now and then one that has ended, or none. @internal */
export const endDeduction: Move = (world, dice) => {
  const all = [...keyedEntries(world.state.cash.deductions)]
  const standing = all.filter(([, { status }]) => status === 'pending')
  if (standing.length === 0 && !dice.oneIn(3)) return recordDeduction(world, dice)
  const from = dice.oneIn(10) ? all : standing
  const deductionId = idOf(
    dice,
    from.map(([id]) => id),
  )
  const on = dayNear(world, dice, keyedGet(world.state.cash.deductions, deductionId)?.on)
  switch (dice.below(3)) {
    case 0:
      return [{ _tag: 'RejectDeduction', on, deductionId, reason: 'delivered in full' }]
    case 1:
      return [acceptance(world, dice, deductionId, on)]
    default:
      return [writtenOff(world, dice, deductionId, on)]
  }
}

const pendingOf = (state: AccountState, deductionId: string): number => {
  const itemId = keyedGet(state.cash.deductions, deductionId)?.itemId ?? ''
  const standing = keyedGet(state.cash.items, itemId)?.deductions ?? []
  return (
    pendingDeductions(standing, openMinorOf(state, itemId)).find((one) => one.deductionId === deductionId)
      ?.pendingMinor ?? 0
  )
}

/** A credit note over what is pending, in a tax group of the invoice; the net is sought that comes to it with its tax. */
const acceptance = (world: World, dice: Dice, deductionId: string, on: World['today']): AccountCommand => {
  const { state } = world
  const pendingMinor = pendingOf(state, deductionId)
  const document = keyedGet(state.invoicing.documents, keyedGet(state.cash.deductions, deductionId)?.itemId ?? '')
  const tax = someOf(dice, document?.taxGroups ?? [])?.tax
  const gross = (netMinor: number): number => netMinor + (tax === undefined ? 0 : percentOf(netMinor, tax.ratePercent))
  let netMinor = Math.max(Math.floor(pendingMinor / 1.2), 1)
  while (gross(netMinor) < pendingMinor) netMinor += Math.max(Math.floor((pendingMinor - gross(netMinor)) / 1.2), 1)
  return {
    _tag: 'AcceptDeduction',
    on,
    deductionId,
    creditNoteId: newId(world, dice, 'CN'),
    lines: [{ netMinor: dice.oneIn(8) ? netMinor + 1 : netMinor, ...(tax === undefined ? {} : { tax }) }],
  }
}

const writtenOff = (world: World, dice: Dice, deductionId: string, on: World['today']): AccountCommand => {
  const deduction = keyedGet(world.state.cash.deductions, deductionId)
  const pendingMinor = pendingOf(world.state, deductionId)
  return {
    _tag: 'WriteOff',
    on,
    writeOffId: newId(world, dice, 'WO'),
    itemId: deduction?.itemId ?? 'NOWHERE',
    amount: {
      currency: deduction?.currency ?? world.currency,
      minor: dice.oneIn(6) ? amountNear(dice, pendingMinor) : pendingMinor,
    },
    reason: 'deduction',
    requestedBy: 'clerk',
    ...(dice.oneIn(4) ? {} : { approvedBy: 'controller' }),
    policy: writeOffPolicy,
    deductionId,
  }
}

/** @internal */
export const raiseChargeback: Move = (world, dice) => {
  const document = someOf(dice, openDocuments(world, dice))
  return [
    {
      _tag: 'RaiseChargeback',
      on: dayNear(world, dice, document?.issuedOn),
      chargebackId: newId(world, dice, 'CB'),
      itemId: document?.documentId ?? 'NOWHERE',
      amount: moneyNear(dice, document?.currency ?? world.currency, document?.openMinor ?? 1),
      reason: 'short pay',
      policy: { id: 'chargebacks', version: 1, ...(dice.oneIn(4) ? { dueAfterDays: dice.pick([10, 0, -1]) } : {}) },
    },
  ]
}

/** @internal */
export const cancelChargeback: Move = (world, dice) => {
  const standing = [...keyedEntries(world.state.cash.chargebacks)].filter(
    ([, { cancelled }]) => !cancelled || dice.oneIn(10),
  )
  const chargebackId = idOf(
    dice,
    standing.map(([id]) => id),
  )
  return [
    {
      _tag: 'CancelChargeback',
      on: dayNear(world, dice, keyedGet(world.state.cash.chargebacks, chargebackId)?.on),
      chargebackId,
      reason: 'raised twice',
    },
  ]
}

/** One or two items against one payable, mostly within what each has. @internal */
export const net: Move = (world, dice) => {
  const documents = openDocuments(world, dice)
  const first = dice.below(Math.max(documents.length, 1))
  const wanted = documents.slice(first, first + dice.pick([1, 1, 2]))
  const [head] = wanted
  if (head === undefined) return recordReceipt(world, dice)
  const lines = wanted.map(({ documentId, currency, openMinor }) => ({
    itemId: documentId,
    payableId: 'V-1',
    amount: moneyNear(dice, currency, openMinor),
  }))
  const sum = lines.reduce((so, { amount }) => so + amount.minor, 0)
  return [
    {
      _tag: 'NetAgainstPayables',
      on: dayNear(world, dice, ...wanted.map(({ issuedOn }) => issuedOn)),
      nettingId: newId(world, dice, 'NET'),
      lines,
      payables: [
        {
          payableId: dice.oneIn(15) ? 'V-2' : 'V-1',
          dueOn: world.today,
          open: { currency: head.currency, minor: dice.oneIn(10) ? sum - 1 : sum },
        },
      ],
      policy: { id: 'netting', version: 1, agreed: !dice.oneIn(10) },
    },
  ]
}

/** @internal */
export const reverseNetting: Move = (world, dice) => {
  const standing = [...keyedEntries(world.state.cash.nettings)].filter(
    ([, { reversed }]) => !reversed || dice.oneIn(10),
  )
  const nettingId = idOf(
    dice,
    standing.map(([id]) => id),
  )
  return [
    {
      _tag: 'ReverseNetting',
      on: dayNear(world, dice, keyedGet(world.state.cash.nettings, nettingId)?.on),
      nettingId,
      reason: 'vendor invoice cancelled',
    },
  ]
}
