/** Moves that put money and credit on items, and take it off again. */
import type { ApplicationLine, ApplicationPolicy } from '@quittance/cash-application'
import { keyedGet, keyedValues } from '@quittance/kernel'
import type { Dice } from './dice.js'
import { issueInvoice } from './documents.js'
import { recordReceipt } from './receipts.js'
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
  type World,
} from './world.js'

const policy = (id: string, parts: Omit<ApplicationPolicy, 'id' | 'version'>): ApplicationPolicy => ({
  id,
  version: 1,
  ...parts,
})

/** Application policies that differ in every option. @internal */
export const applicationPolicies: readonly [ApplicationPolicy, ...ReadonlyArray<ApplicationPolicy>] = [
  policy('earned', { discounts: 'earned', partialDiscount: false, overpayment: 'specific', maxPennyMinor: 5 }),
  policy('part', { discounts: 'earned', partialDiscount: true, overpayment: 'specific', maxPennyMinor: 0 }),
  policy('generous', {
    discounts: 'earned-and-unearned',
    unearnedMaxDays: 30,
    partialDiscount: true,
    overpayment: 'unspecific',
    maxPennyMinor: 5,
  }),
  policy('none', { discounts: 'none', partialDiscount: false, overpayment: 'specific', maxPennyMinor: 1 }),
]

const discountAsk = (dice: Dice): Pick<ApplicationLine, 'discount'> => {
  switch (dice.below(4)) {
    case 0:
      return {}
    case 1:
      return {
        discount: {
          _tag: 'Claimed',
          claimedMinor: dice.pick([2_00, 3_00, 1, 500_00]),
          policy: dice.pick(applicationPolicies),
        },
      }
    default:
      return { discount: { _tag: 'Allowed', policy: dice.pick(applicationPolicies) } }
  }
}

/** @internal */
export const applyCash: Move = (world, dice) => {
  const receipt = someOf(dice, receiptsWith(world, dice, freeMinor))
  if (receipt === undefined) return recordReceipt(world, dice)
  const documents = openDocuments(world, dice).filter(({ currency }) => currency === receipt.currency || dice.oneIn(5))
  if (documents.length === 0) return issueInvoice(world, dice)
  const first = dice.below(documents.length)
  const wanted = documents.slice(first, first + dice.pick([1, 1, 2, 3]))
  const lines = wanted.map(({ documentId, openMinor, currency }): ApplicationLine => {
    const asked = discountAsk(dice)
    // With a discount asked for, money that is a little more than needed shows what becomes of the rest.
    const target = dice.pick([
      openMinor,
      freeMinor(receipt),
      openMinor - Math.floor((openMinor * 3) / 100),
      openMinor + 5,
    ])
    const applicationId = newId(world, dice, 'A')
    if (currency !== receipt.currency && !dice.oneIn(6))
      return {
        applicationId,
        itemId: documentId,
        amount: moneyNear(dice, currency, Math.max(openMinor, 1)),
        receiptAmount: moneyNear(dice, receipt.currency, Math.max(freeMinor(receipt), 1)),
        ...asked,
      }
    return {
      applicationId,
      itemId: documentId,
      amount: moneyNear(dice, receipt.currency, Math.max(Math.min(target, Math.max(freeMinor(receipt), openMinor)), 1)),
      ...asked,
    }
  })
  return [{ _tag: 'ApplyCash', on: applicationDay(world, dice, receipt, wanted), receiptId: receipt.receiptId, lines }]
}

const applicationDay = (
  world: World,
  dice: Dice,
  receipt: { readonly receivedOn: World['today']; readonly freedOn: World['today'] | undefined },
  documents: ReadonlyArray<{ readonly documentId: string; readonly issuedOn: World['today'] }>,
): World['today'] =>
  dayNear(
    world,
    dice,
    receipt.receivedOn,
    receipt.freedOn,
    ...documents.flatMap(({ documentId, issuedOn }) => [
      issuedOn,
      keyedGet(world.state.cash.items, documentId)?.reopenedOn,
    ]),
  )

/** @internal */
export const applyCredit: Move = (world, dice) => {
  const credit = someOf(dice, creditNotes(world))
  if (credit === undefined) return []
  const freed = keyedGet(world.state.cash.credits, credit.documentId)?.freedOn
  const documents = openDocuments(world, dice).slice(0, dice.pick([1, 1, 2]))
  return [
    {
      _tag: 'ApplyCredit',
      on: applicationDay(world, dice, { receivedOn: credit.issuedOn, freedOn: freed }, documents),
      creditId: credit.documentId,
      lines: documents.map(({ documentId, openMinor }) => ({
        applicationId: newId(world, dice, 'A'),
        itemId: documentId,
        amount: moneyNear(dice, credit.currency, Math.max(Math.min(openMinor, freeCreditMinor(world, credit)), 1)),
      })),
    },
  ]
}

/** Whole or in part, because it was a mistake or because the money is wanted elsewhere. @internal */
export const unapply: Move = (world, dice) => {
  const live = keyedValues(world.state.cash.applications).filter(({ amountMinor }) => amountMinor > 0 || dice.oneIn(10))
  const applicationId = idOf(
    dice,
    live.map((application) => application.applicationId),
  )
  const application = keyedGet(world.state.cash.applications, applicationId)
  return [
    {
      _tag: 'Unapply',
      on: dayNear(world, dice, application?.on),
      applicationId,
      ...(dice.oneIn(2) ? {} : { amountMinor: amountNear(dice, application?.amountMinor ?? 1) }),
      because: dice.pick(['reallocation', 'mistake']),
      reason: 'wrong invoice',
    },
  ]
}
